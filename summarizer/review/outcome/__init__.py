"""What comes out of a review: the decisions of all reviewers as one brief, and where it is written."""
