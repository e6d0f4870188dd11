"""The sources on the reviewer's desk: their texts as they are on disk now, and as they may be shown.

A source that is gone or has changed vouches for nothing: its quotes are shown from the brief, marked as such.
"""
