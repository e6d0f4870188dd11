"""The one table of mutators: what is done to a brief, which metric has to see it, and which have no business to.

A metric is named where the error is of the kind that it is there for. That others fall too is no harm; that one rises,
or that one moves which measures something else, is.
"""

from summarizer.evals.mutants import citing, differing, whole, wording
from summarizer.evals.mutants.nouns import EVERY, Mutator
from summarizer.evals.planting import cues

FORM = ("schema", "spans", "cited", "relevant")  # the invariants that an error of content breaks none of
FACTS = ("fact_recall", "must_facts")  # by span: blind to words
WORDS = ("fact_recall_text", "numbers", "names", "polarity", "speakers", "hedges")  # blind to citations' places
TOLD = ("fact_recall_text", "distinct", "disagreements", "disagreement_precision")

MUTATORS: tuple[Mutator, ...] = (
    Mutator("foreign sentence", wording.foreign, ("citation_recall",), (*FORM, *FACTS), ("fact_recall_text", "joint")),
    Mutator("must-not sentence", wording.must_not, ("must_not",), ("schema", "spans", "cited")),
    Mutator("keywords stuffed", wording.stuffed, ("citation_recall",), (*FORM, *FACTS), ("fact_recall_text", "joint")),
    Mutator("number altered", wording.edited("number", "magnitude"), ("numbers",), (*FORM, *FACTS, "hedges")),
    Mutator("name altered", wording.edited("name"), ("names",), (*FORM, *FACTS, "numbers", "polarity")),
    Mutator(
        "negation",
        wording.edited("negation inserted", "negation removed"),
        ("polarity",),
        (*FORM, *FACTS, "numbers", "names"),
    ),
    Mutator("speaker dropped", wording.edited("attribution dropped"), ("speakers",), (*FORM, *FACTS)),
    Mutator(
        "hedge dropped", wording.edited("hedge dropped", among=cues.MAYBE), ("hedges",), (*FORM, *FACTS, "numbers")
    ),
    Mutator("citations swapped", citing.swapped, ("citation_recall",), (*FORM, *TOLD)),
    Mutator("citation of a neighbour", citing.neighbour, ("citation_recall",), (*FORM, "fact_recall_text", "distinct")),
    Mutator("span shifted", citing.shifted, ("spans",), ("schema", *TOLD)),
    Mutator("quote edited", citing.edited_quote, ("spans",), ("schema", *TOLD)),
    Mutator("span of nothing", citing.empty_span, ("spans",), ("schema", *TOLD)),
    Mutator("ghost file", citing.ghost, ("spans",), TOLD),
    Mutator("source not listed", citing.unlisted, ("spans",), TOLD),
    Mutator("citation stripped", citing.stripped, ("cited", "citation_recall"), ("schema", *TOLD)),
    Mutator(
        "everything cited everywhere",
        citing.everything,
        ("citation_precision", "tightness"),
        (*FORM, *FACTS, *TOLD),
        ("balance",),
    ),
    Mutator(
        "everything cited as corroboration",
        citing.corroborated,
        ("citation_precision",),
        (*FORM, *FACTS, *TOLD),
        ("balance",),
    ),
    Mutator("whole documents cited", citing.whole_documents, ("tightness",), (*FORM, *TOLD), FACTS),
    Mutator("another event cited", citing.other_event, ("relevant",), ("schema", "spans", "cited", *TOLD)),
    Mutator("fact dropped", whole.fact_dropped, ("fact_recall", "fact_recall_text"), FORM, ("must_facts",)),
    Mutator("lead dropped", whole.lead_dropped, ("fact_recall",), FORM, ("must_facts", "fact_recall_text")),
    Mutator("sentence duplicated", whole.duplicated, ("distinct",), (*FORM, *FACTS, "disagreements")),
    Mutator("one voice only", whole.one_voice, ("balance",), FORM, (*FACTS, "fact_recall_text")),
    Mutator("all sources copied", whole.copied, ("length",), ("schema", "spans", "cited")),
    Mutator("empty brief", whole.emptied, (EVERY,)),
    Mutator("disagreement dropped", differing.dropped, ("disagreements",), FORM, ("fact_recall", "fact_recall_text")),
    Mutator("answer cited to another's source", differing.miscited, ("disagreements",), (*FORM, "fact_recall_text")),
    Mutator(
        "scope reported as conflict",
        differing.scope_as_conflict,
        ("disagreement_precision",),
        ("schema", "spans", *FACTS),
    ),
    Mutator("disagreement invented", differing.invented, ("disagreement_precision",), (*FORM, *FACTS, *WORDS)),
)
