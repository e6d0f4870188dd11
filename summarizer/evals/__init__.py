"""Measuring what the program promises. Nothing in the program may need this room, and it may not know the writers."""
