"""The screens. The only room that imports Textual; what is decided, checked or written is decided elsewhere.

app         the shell: bar, views, hint, keys; what every view may ask of it
commands    every command once: keys, words, where; bindings, help and palette are made from it
look        glyphs, words and styles of verdicts and decisions; themes
lines       virtual panes of lines, for texts of any size
"""
