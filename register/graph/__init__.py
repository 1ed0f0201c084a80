"""Owners and contracts in one picture: who stands behind whom, how much, and by which chain."""
