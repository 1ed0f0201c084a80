"""Records as nodes and edges of a graph, each with attributes that have one value and one type."""

from bods.nodes.attribute import Attribute, Value
from bods.nodes.links import LINK_ATTRIBUTES
from bods.nodes.parties import PARTY_ATTRIBUTES

__all__ = ["LINK_ATTRIBUTES", "PARTY_ATTRIBUTES", "Attribute", "Value"]
