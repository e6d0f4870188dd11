"""A real server and a real model, far too small for the job: whatever it writes, the brief is true and cited."""

from pathlib import Path

import pytest

from summarizer import Settings, check, summarize


@pytest.mark.timeout(280)  # the model writes as long as it may, on one thread
def test_a_135m_model_on_the_seeds_costs_no_fact(model_server: str, seeds: Path) -> None:
    plain = summarize([seeds], Settings(words=100))
    settings = Settings(words=100, model="smollm2", base_url=model_server, timeout=240)
    brief = summarize([seeds], settings)

    assert brief.engine is not None
    assert brief.engine.writer == "model"
    assert brief.usage.calls >= 6
    assert check(brief).problems == ()
    assert all(s.verdict.status == "supported" for s in brief.sentences)
    assert 85 <= sum(len(s.text.split()) for s in brief.sentences) <= 110

    cited = {(c.source, c.start) for s in brief.sentences for c in s.citations}
    facts = [{(c.source, c.start) for c in s.citations if not c.corroborates} for s in plain.sentences]
    kept = sum(bool(fact & cited) for fact in facts)
    assert kept >= len(facts) - 1
