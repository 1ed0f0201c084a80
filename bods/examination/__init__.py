"""Is this file good BODS? Every statement against the schema and every check, as a stream of findings."""

from bods.examination.examining import Examination, examine
from bods.examination.finding import Finding

__all__ = ["Examination", "Finding", "examine"]
