"""The gate of noisy engines on made-up ones: seldom wrong where nothing changed, and not by never saying anything."""

import random

from summarizer.evals.comparing.losses import losses
from summarizer.evals.comparing.simulation import WORLDS, World, simulate, table

MOST = 0.05  # of the runs in which nothing has changed


NO_CHANGE = (
    (World(12), 400),
    (World(12, steady=0), 400),
    (World(12, before=5, steady=0.9), 200),
    (World(40), 80),
    (World(40, before=5), 80),
)


def test_no_change_seldom_fails_by_all_rules_together() -> None:
    found = [(simulate(world, runs, seed=1), runs) for world, runs in NO_CHANGE]
    assert sum(rates.failed * runs for rates, runs in found) / sum(runs for _, runs in found) <= MOST
    for rates, runs in found:  # of so few, chance may show a little more, but no more than in one of a hundred
        assert rates.failed <= MOST + 2.33 * (MOST * (1 - MOST) / runs) ** 0.5
        assert rates.unmeasured <= 0.01


def test_a_real_loss_is_seen() -> None:
    assert simulate(World(40, drop=0.1), 50).by_metrics >= 0.95
    assert simulate(World(12, drop=0.1), 100).by_metrics >= 0.5
    assert simulate(World(12, before=5, steady=1, lost=1), 100).by_facts >= 0.8


def test_two_of_three_repeats_alone_would_be_no_rule() -> None:
    """What the permutation test is for: 12 cases of five must-facts, each in nine of ten repeats, and no change."""
    draw = random.Random(0)

    def run() -> dict[str, list[list[str]]]:
        return {f"{c}": [[f"f{n}" for n in range(5) if draw.random() < 0.9] for _ in range(3)] for c in range(12)}

    found = [losses(run(), run()) for _ in range(300)]
    assert sum(bool(f.losses) for f in found) / 300 > 0.5
    assert sum(f.proven for f in found) / 300 <= MOST / 2


def test_the_table_is_the_same_every_time() -> None:
    found = table(2)
    assert found == table(2)
    assert len(found.splitlines()) == 1 + len(WORLDS)
