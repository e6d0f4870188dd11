"""The review line by line and from scripts: the same acts, the same log, no screen."""
