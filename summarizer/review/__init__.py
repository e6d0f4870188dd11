"""Reviewing a brief: who said it and exactly where, one decision a sentence, everything kept and anything undone.

nouns           what an event of a review is, and what the events add up to
hashing         what binds an event to the words that were on the screen
folding         events -> state, undo and redo included: pure
session         the acts of one reviewer on one brief: each is written before it is shown. READ FIRST
journal/        what is kept on disk: the append-only logs, their locks
evidence/       the sources as they are now, verdicts on changed sentences, coverage, who gives which answer
changing/       other words and other citations: drafts, diffs, choosing a passage
outcome/        the decisions of all reviewers as one reviewed brief
without_screen/ the review line by line, and from scripts
rows/           what the views list, in plain words
tui/            the screens, and the only room beside web/ that imports Textual
web/            the same screens in a browser on this machine

A brief is never written here. What a person decided stands beside it in `BRIEF.review/<reviewer>.jsonl`.
"""
