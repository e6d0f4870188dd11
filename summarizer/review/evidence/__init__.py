"""What sources say of a sentence: their texts as they are now, verdicts on changed words, passages to choose from."""
