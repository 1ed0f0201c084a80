"""Declarations of many companies in one sheet: one row a holding, read into drafts with every fault by its cell."""
