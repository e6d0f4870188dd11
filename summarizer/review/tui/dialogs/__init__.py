"""What is done with one sentence over the brief: other words for it, and other evidence.

edit       the words, typed; `typing` is their line, `worddiff` what changed
recite     the commands of choosing evidence, and saving it; `citing` is the screen, `choosing` the source
           in it, `passages` the list
looking    searching and checking in threads for a dialog
wording    what a check says, on one line
parts      what dialogs share: their keys, their place, names of sources

Whatever is typed here decides nothing, and nothing is changed but by the key that says so.
"""
