"""The screens of the review: the only room that imports Textual.

running    a sitting from the first screen to the last line
ending     what ends the screens when nobody has asked them to
cells      how many cells a stretch of text takes, and where it may be cut
wrapping   one block of text -> the starts of its lines
layout     a text of any size as lines of a width, wrapped where it is looked at
painting   a line of text and the styles over it -> a Strip
lines      LineView: rows made when they come into view, scrolled by keys and wheel
items      ItemView: a LineView of items that take some rows each, one of them under the cursor
text       TextView: a LineView of one text: gone to, searched, clicked, dragged over
searching  where a text holds some words, and on which line a place is
showing    what is shown of a source, lost or not: pure
source     SourcePane: a source with the cited span lit
"""
