"""What must be kept of each statement so that questions about the whole file can be answered at its end."""

from bods.facts.link import Component, Kind, Link, Network, Subject
from bods.facts.series import RecordSeries, Versions

__all__ = ["Component", "Kind", "Link", "Network", "RecordSeries", "Subject", "Versions"]
