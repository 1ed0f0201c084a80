"""Findings as every door of the office shows them: in words, and the form that answers one."""
