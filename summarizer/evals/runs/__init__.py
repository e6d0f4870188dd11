"""A run: the briefs that one system made of the cases, read from a folder, whoever put them there."""
