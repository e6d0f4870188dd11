"""What a review keeps on disk: a log for each reviewer, only ever appended to, and its lock."""
