"""Measuring what the program promises. Nothing in the program may need this room, and it may not know the writers.

    cases/, runs/ -> scoring/ -> comparing/ -> reports/ what a case knows, what a brief is worth, whether that is less
    mutants/, planting/                                 whether the scores, and the checker, can be fooled

It reads brief files only, whoever made them, and the sources beside the cases.
"""
