"""The form of `run.json`. Unknown fields are errors: a misspelt one would be lost in silence."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from summarizer.evals.cases.wire import printable
from summarizer.evals.runs.nouns import Cost

MOST = 1000  # briefs of one case


class RunWire(BaseModel):
    """What a run says of itself, filled in while it is made; another's program needs to give the format only."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["summarizer.run/1"]
    label: Annotated[str, AfterValidator(printable)] = ""
    made_by: dict[str, Any] = {}
    repeats: Annotated[int, Field(ge=1, le=MOST)] = 1
    errors: dict[str, dict[str, str]] = {}  # by case, then by repeat: why there is no brief
    keys: dict[str, dict[str, str]] = {}  # by case, then by repeat: the hash of all that the brief was made from
    costs: dict[str, dict[str, Cost]] = {}  # by case, then by repeat
    faults: dict[str, list[str]] = {}  # by case: recordings that nothing asked for
