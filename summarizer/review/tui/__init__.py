"""The screens. The only room that imports Textual; what is decided, checked or written is decided elsewhere.

app         the shell: bar, views, hint, keys; what every view may ask of it
commands    every command once: keys, words, where; bindings, help and palette are made from it
look        glyphs, words and styles of verdicts and decisions; themes
brief/      the brief beside its sources, and why each sentence stands as it does
views/      disagreements, what is not covered, sources, what was withheld, export
dialogs/    other words for a sentence, other evidence for it
cells       how many cells a stretch of text takes, and where it may be cut
wrapping    one block of text -> the starts of its lines
layout      a text of any size as lines of a width, wrapped where it is looked at
painting    a line of text and the styles over it -> a Strip
searching   where a text holds some words
lines       LineView: rows made when they come into view, scrolled by keys and wheel
items       ItemView: a LineView of items that take some rows each, one of them under the cursor
text        TextView: a LineView of one text of any size
showing     what is shown of a source, and what of one that is lost
source      SourcePane: a source with the cited span lit
"""
