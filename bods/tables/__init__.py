"""Statements as rows of tables, and rows as statements: what every table-like form of export builds on."""

from bods.tables.layout import tables
from bods.tables.table import Column, Table

__all__ = ["Column", "Table", "tables"]
