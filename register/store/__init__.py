"""The only room that asks the database: each function is named for the question it answers."""
