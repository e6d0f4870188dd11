"""Reviewing a brief: who said it and exactly where, one decision a sentence, everything kept and anything undone.

nouns      what an event of a review is, and what the events add up to
hashing    what binds an event to the words that were on the screen
folding    events -> state, undo and redo included: pure; `applying` has what one event does, `naming` what a name means
log        one reviewer's append-only file; `events` are its lines, `reading` reads any, `locking` admits one writer
keeping    the files of one sitting: one's own log, and those of `others`, which are only read
session    the acts of one reviewer on one brief: each is written before it is shown
desk       the sources' texts as they are now, and as they may be shown
examining  verdicts on changed sentences, evidence found for them, spans to choose from
gathering  the states of all reviewers, read without taking part; `merging` makes one of them
exporting  states -> the reviewed brief, with who decided what: pure
delivering writes that brief, and says before what is open in it
drafts     what was typed and not saved; `rewording` is what may be
reciting   choosing other evidence, as plain data: a cursor and a span that grows
plain      the review line by line, told in words by `telling`; `deciding` is one decision, or a file of them
tui/       the screens, and the only room that imports Textual

A brief is never written here. What a person decided stands beside it in `BRIEF.review/<reviewer>.jsonl`.
"""
