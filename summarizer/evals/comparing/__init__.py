"""Whether one run is worth more or less than another, or than what was blessed. Nothing here reads or scores briefs."""
