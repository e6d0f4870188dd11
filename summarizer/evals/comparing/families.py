"""Which metrics say what to a comparison. The table of metrics is scoring's; this only sorts it."""

from summarizer.evals.scoring.metrics import METRICS

INVARIANTS = tuple(metric.name for metric in METRICS if metric.tier == 0)

# What a noisy engine is gated on. Few, since each makes the bar higher for the others, and each a thing of its own:
# must-facts have a test of their own, joint and normalised recall are made of these, names cannot be held against
# wording that is not near to its spans (measured: 57 % of true sentences pass), the rest says how, not what.
GATING = (
    "fact_recall",
    "fact_recall_text",
    "citation_recall",
    "citation_precision",
    "numbers",
    "polarity",
    "speakers",
    "disagreements",
)
