"""What people send us as files: what it is by its content, and whether it may come in. Pure: bytes in, facts out."""

from register.uploads.papers import LARGEST_PAPER, Paper, paper
from register.uploads.refusal import UploadRefusedError
from register.uploads.workbooks import check_workbook

__all__ = ["LARGEST_PAPER", "Paper", "UploadRefusedError", "check_workbook", "paper"]
