"""A model as judge of what code cannot decide: whether other words say the same.

Whoever wrote the articles may steer the judge, so what it may change is closed in `rules`, and it changes nothing at
all before `calibration` has shown, on pairs with known answers, how often it is wrong.
"""
