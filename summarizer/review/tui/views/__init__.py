"""The other views: what the sources disagree on, what is not covered, the sources, what was withheld; and export.

evidence   a citation lit in its source, with what else is cited there
rowlist    RowList: rows of words, one of them under the cursor
going      from row to row, pane to pane, match to match
listing    Listing: a list beside its sources, the base of the first four
"""
