"""The one table of mutators: what is done to a brief, which metric has to see it, and which have no business to.

A metric is named where the error is of the kind that it is there for. That others fall too is no harm; that one rises,
or that one moves which measures something else, is.
"""

from summarizer.evals.mutants import citing, differing, whole, wording
from summarizer.evals.mutants.nouns import EVERY, Mutator

WHOLE = ("schema", "spans", "cited")
FORM = (*WHOLE, "relevant")  # the invariants that an error of content breaks none of
FACTS = ("fact_recall", "must_facts")  # by span: blind to words, but for what says the contrary of the fact or the span
TOLD = ("fact_recall_text", "distinct")  # by words: blind to citations
KEPT = (*FORM, *FACTS)
CITED = (*WHOLE, *TOLD)

MUTATORS: tuple[Mutator, ...] = (
    Mutator("foreign sentence", wording.foreign, ("citation_recall",), KEPT, ("fact_recall_text",)),
    Mutator("must-not sentence", wording.must_not, ("must_not",), WHOLE),
    Mutator("keywords stuffed", wording.stuffed, ("citation_recall",), KEPT),
    Mutator(
        "number altered",
        wording.edited("number", "magnitude", fit=wording.other_figure),
        ("numbers",),
        (*FORM, "hedges"),
        FACTS,
    ),
    Mutator("name altered", wording.edited("name", fit=wording.known_name), ("names",), (*KEPT, "numbers")),
    Mutator(
        "negation",
        wording.edited("negation inserted", "negation removed"),
        ("polarity",),
        (*FORM, "numbers", "names"),
        FACTS,
    ),
    Mutator(
        "speaker dropped", wording.edited("attribution dropped", fit=wording.stated), ("speakers",), (*KEPT, "numbers")
    ),
    Mutator(
        "claim told as fact",
        wording.edited("attribution dropped", fit=wording.claimed),
        ("hedges",),
        (*KEPT, "numbers"),
    ),
    Mutator("hedge dropped", wording.edited("hedge dropped", fit=wording.doubt), ("hedges",), (*KEPT, "numbers")),
    Mutator("citations swapped", citing.swapped, ("citation_recall",), (*FORM, *TOLD)),
    Mutator("citation of a neighbour", citing.neighbour, ("citation_recall",), CITED),
    Mutator("span shifted", citing.shifted, ("spans",), ("schema", *TOLD)),
    Mutator("quote edited", citing.edited_quote, ("spans",), ("schema", *TOLD)),
    Mutator("span of nothing", citing.empty_span, ("spans",), ("schema", *TOLD)),
    Mutator("ghost file", citing.ghost, ("spans",), ("schema", *TOLD)),
    Mutator("source not listed", citing.unlisted, ("spans",), TOLD),
    Mutator("citation stripped", citing.stripped, ("cited", "citation_recall"), ("schema", *TOLD)),
    Mutator(
        "everything cited everywhere",
        citing.everything,
        ("citation_precision", "tightness"),
        (*CITED, *FACTS),
        ("balance",),
    ),
    Mutator(
        "everything cited as corroboration",
        citing.corroborated,
        ("citation_precision",),
        (*CITED, *FACTS),
        ("balance",),
    ),
    Mutator("whole documents cited", citing.whole_documents, ("tightness",), CITED, (*FACTS, "disagreements", "joint")),
    Mutator("another event cited", citing.other_event, ("relevant",), CITED),
    Mutator("fact dropped", whole.fact_dropped, ("fact_recall",), WHOLE, ("must_facts",)),
    Mutator(
        "fact dropped, in the case's words",
        whole.told_fact_dropped,
        ("fact_recall", "fact_recall_text", "joint"),
        WHOLE,
    ),
    Mutator("must-fact dropped", whole.must_fact_dropped, ("must_facts", "fact_recall"), WHOLE),
    Mutator("lead dropped", whole.lead_dropped, ("fact_recall",), WHOLE, ("must_facts",)),
    Mutator("sentence duplicated", whole.duplicated, ("distinct",), (*KEPT, "disagreements")),
    Mutator("id given twice", whole.same_id, ("schema",), ("spans", "cited", *FACTS, *TOLD)),
    Mutator("one voice only", whole.one_voice, ("balance",), WHOLE, FACTS),
    Mutator("padded", whole.padded, ("fact_recall_normalised", "length"), (*WHOLE, *FACTS)),
    Mutator("all sources copied", whole.copied, ("length",), WHOLE),
    Mutator("empty brief", whole.emptied, (EVERY,)),
    Mutator("disagreement dropped", differing.dropped, ("disagreements",), WHOLE, FACTS),
    Mutator("answer cited to another's source", differing.miscited, ("disagreements",), (*WHOLE, *TOLD)),
    Mutator("scope reported as conflict", differing.scope_as_conflict, ("disagreement_precision",), WHOLE),
    Mutator("disagreement invented", differing.invented, ("disagreement_precision",), (*KEPT, *TOLD)),
)
