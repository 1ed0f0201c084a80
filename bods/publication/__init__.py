"""Bulk exports as they are given to the world: files in every form, with checksums, a description and a guide."""

from bods.publication.about import About, Licence, Origin, Publisher, Rules
from bods.publication.files import DATA, GUIDE, SUMS, PublishedFile
from bods.publication.publishing import FolderTakenError, Publication, publication_in, publish

__all__ = [
    "DATA",
    "GUIDE",
    "SUMS",
    "About",
    "FolderTakenError",
    "Licence",
    "Origin",
    "Publication",
    "PublishedFile",
    "Publisher",
    "Rules",
    "publication_in",
    "publish",
]
