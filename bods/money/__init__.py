"""Records in FollowTheMoney's words: real parties tied by their identifiers, and the links between them.

Source: FollowTheMoney 3.8, its model.
"""

from bods.money.entity import Entity, as_line
from bods.money.gathering import entities

__all__ = ["Entity", "as_line", "entities"]
