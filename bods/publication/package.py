"""A publication described for machines. Source: Data Package and Tabular Data Resource (Frictionless), version 1."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from bods.publication.about import About, Licence, Origin
from bods.publication.files import PublishedFile
from bods.publication.tabular import schema_of_csv, tables_of_zip

_ROWS = "Text cells that a spreadsheet could take for a formula begin with an apostrophe."


def described(
    about: About, files: Iterable[PublishedFile], folder: Path, statements: int, at: datetime
) -> str:
    """Give the text of `datapackage.json`."""
    package = {
        "profile": "data-package",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "homepage": about.homepage,
        "version": about.version,
        "created": at.isoformat(timespec="seconds"),
        "licenses": [_licence(about.licence)],
        "sources": list(map(_origin, about.origins)),
        "contributors": [
            {"title": about.publisher.name, "path": about.publisher.url, "role": "publisher"}
            | ({"email": about.publisher.contact} if about.publisher.contact else {})
        ],
        "keywords": ["beneficial ownership", "BODS", "open data"],
        "statements": statements,
        "resources": [_resource(each, folder) for each in files],
    }
    return orjson.dumps(package, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _licence(licence: Licence) -> Mapping[str, Any]:
    return ({"name": licence.name} if licence.name else {}) | {"path": licence.url, "title": licence.title}


def _origin(origin: Origin) -> Mapping[str, Any]:
    return {"title": origin.title} | ({"path": origin.url} if origin.url else {})


def _resource(file: PublishedFile, folder: Path) -> Mapping[str, Any]:
    resource: dict[str, Any] = {
        "name": f"statements-{file.code}",
        "title": file.title,
        "path": file.name,
        "format": file.code,
        "mediatype": file.media_type,
        "bytes": file.octets,
        "hash": f"sha256:{file.sha256}",
    }
    if file.is_text:
        resource["encoding"] = "utf-8"
    if file.leaves_out:
        resource["leavesOut"] = file.leaves_out
    return {**resource, **_tables(file, folder / file.name)}


def _tables(file: PublishedFile, path: Path) -> Mapping[str, Any]:
    if file.media_type == "text/csv":
        return {"profile": "tabular-data-resource", "description": _ROWS, "schema": schema_of_csv(path)}
    if file.media_type == "application/zip":
        return {"description": _ROWS, "tables": tables_of_zip(path)}
    return {}
