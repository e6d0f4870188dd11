"""Errors planted in single sentences, to find out what the checker sees. Nothing here knows a case or a score."""
