"""Statements of BODS 0.1, 0.2 and 0.3 become statements of 0.4; what cannot come along is told, piece by piece."""

from bods.upgrade.loss import Loss
from bods.upgrade.upgrading import Upgrade, upgraded, upgraded_statements

__all__ = ["Loss", "Upgrade", "upgraded", "upgraded_statements"]
