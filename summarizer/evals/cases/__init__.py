"""What a case knows of its event: sources, facts, disagreements, what must not be said. Nothing here knows a brief."""
