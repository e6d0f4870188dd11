"""What the views of a review list, as rows of words: no screen, no log, nothing decided.

nouns          Row, and the numbers by which sources are called
disagreements  questions on which sources differ, their answers, and what a person made of them
uncovered      what sources say and the brief does not; how much of each source is cited
sources        each source with what is known of it and what is wrong with it
withheld       sentences that failed their check, and why
placing        where in the brief a sentence that is added belongs
"""
