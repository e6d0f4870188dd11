"""A claim that cites nothing: evidence is found for it, the checker gives the verdict, and a score guesses the rest."""
