"""A text as tokens, words and sentences, and which of its lines are furniture of the page."""
