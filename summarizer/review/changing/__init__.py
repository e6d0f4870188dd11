"""Other words and other citations for a sentence: what is typed, what differs, which passage is chosen."""
