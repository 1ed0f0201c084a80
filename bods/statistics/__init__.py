"""What a file holds, in figures: those of the official checker under their own names, and some that it does not give."""

from bods.statistics.counting import Statistics, statistics_of

__all__ = ["Statistics", "statistics_of"]
