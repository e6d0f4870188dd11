"""What one brief is worth against one case, metric by metric, each score with its reason."""
