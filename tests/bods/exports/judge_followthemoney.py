"""What the FollowTheMoney library says against files of ours: run by an interpreter that has the library.

It is given the paths of the files and writes a JSON list of complaints, and the codes of two letters that it knows.
"""

import json
import logging
import sys
from pathlib import Path

from followthemoney import model
from followthemoney.exc import InvalidData
from followthemoney.types import registry

logging.disable()


def complaints(line):
    data = json.loads(line)
    schema = model.get(data["schema"])
    if schema is None or schema.abstract:
        return [f"{data['id']}: {data['schema']} is no schema"]
    found = [
        f"{data['id']}: {schema.name} has no {name}"
        for name in data["properties"]
        if name not in schema.properties
    ]
    try:
        schema.validate(data)
        cleaned = model.get_proxy(data, cleaned=False)
    except InvalidData as fault:
        return [*found, f"{data['id']}: {fault} {fault.errors}"]
    for name, values in data["properties"].items():
        kept = cleaned.get(name, quiet=True)
        if len(kept) != len(values):
            found.append(f"{data['id']}: {schema.name}.{name} was {values} and is {kept}")
        longest = schema.properties[name].max_length if name in schema.properties else 0
        found += [f"{data['id']}: {name} is too long" for value in values if len(value) > longest]
    if registry.entity.clean(data["id"]) != data["id"]:
        found.append(f"{data['id']}: no id")
    return found


def loose_ends(lines):
    """Links to what is not there, or is of a schema that may not stand there; ids that are used twice."""
    entities = [json.loads(line) for line in lines]
    schemas = {each["id"]: model.get(each["schema"]) for each in entities}
    if len(schemas) < len(entities):
        yield "an id is used twice"
    for each in entities:
        for name, values in each["properties"].items():
            wanted = schemas[each["id"]].properties.get(name)
            for value in values if wanted is not None and wanted.type == registry.entity else ():
                if value not in schemas:
                    yield f"{each['id']}: {name} is not there"
                elif not schemas[value].is_a(wanted.range):
                    yield f"{each['id']}: {name} is a {schemas[value].name}"


if __name__ == "__main__":
    found = []
    for path in sys.argv[1:]:
        lines = Path(path).read_bytes().splitlines()
        found += [complaint for line in lines for complaint in complaints(line)]
        found += loose_ends(lines)
    codes = sorted(code for code in registry.country.codes if len(code) == 2)
    json.dump({"complaints": found, "countries": codes}, sys.stdout)
