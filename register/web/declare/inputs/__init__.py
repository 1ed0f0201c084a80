"""The inputs of the declaration: each knows what to say when it is left empty or cannot be right."""
