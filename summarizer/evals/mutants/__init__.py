"""Whole briefs made wrong on purpose, and briefs made from the answers: whether the scores can be fooled.

A mutator knows cases and briefs and never a score, or what it makes would be what the scores happen to see.
"""
