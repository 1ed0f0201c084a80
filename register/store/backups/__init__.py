"""Backups: the database as it stood at one moment and the sealed papers, in one file that only its owner's key opens."""
