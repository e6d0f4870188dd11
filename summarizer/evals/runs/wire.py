"""The form of `run.json`. Unknown fields are errors: a misspelt one would be lost in silence."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from summarizer.evals.cases.wire import printable
from summarizer.evals.runs.nouns import Cost

MOST_REPEATS = 1000
MOST = 1e9  # US dollars, calls or tokens of one brief; sums of more would end up beyond all numbers


class RunWire(BaseModel):
    """What a run says of itself, filled in while it is made; another's program needs to give the format only."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["summarizer.run/1"]
    label: Annotated[str, AfterValidator(printable)] = ""
    made_by: dict[str, Any] = {}
    repeats: Annotated[int, Field(ge=1, le=MOST_REPEATS)] = 1
    errors: dict[str, dict[str, str]] = {}  # by case, then by repeat: why there is no brief
    keys: dict[str, dict[str, str]] = {}  # by case, then by repeat: the hash of all that the brief was made from
    costs: dict[str, dict[str, Cost]] = {}  # by case, then by repeat
    faults: dict[str, list[str]] = {}  # by case: recordings that nothing asked for

    @field_validator("costs")
    @classmethod
    def _in_bounds(cls, costs: dict[str, dict[str, Cost]]) -> dict[str, dict[str, Cost]]:
        usages = (usage for of in costs.values() for cost in of.values() for usage in (cost.live, cost.cached))
        for usage in usages:
            for name in usage.__slots__:
                value = getattr(usage, name)
                if value is not None and not 0 <= value <= MOST:  # NaN is not either
                    raise ValueError(f"{name} is not between 0 and {MOST:.0e}")
        return costs
