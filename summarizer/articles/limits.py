"""How much of anything is read. A room of its own: whoever needs the number need not load those who read."""

MAX_BYTES = 50 * 1000 * 1000  # of one source: a larger file is no article
