"""What a supplier tells us: the draft, what is still missing, and the statements it becomes."""
