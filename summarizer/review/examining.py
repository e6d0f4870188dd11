"""Verdicts on changed sentences, evidence found for them, and spans to choose from. No screen, no log."""
