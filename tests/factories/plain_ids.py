"""Published statements as a file of expected ones holds them: without what differs from run to run."""

import re

import orjson


def with_plain_ids(texts: list[bytes]) -> list[dict[str, object]]:
    """Published statements with the ids and days that differ from run to run replaced, in their order."""
    text = b"\n".join(texts).decode()
    statements = [str(orjson.loads(each)["statementId"]) for each in texts]
    for place, found in enumerate(statements):
        text = text.replace(found, f"00000000-0000-4000-8000-{place:012}")
    for place, found in enumerate(dict.fromkeys(re.findall(r"um-[0-9a-f]{16}", text))):
        text = text.replace(found, f"um-{place:016}")
    for place, found in enumerate(dict.fromkeys(re.findall(r"(?<=-)[0-9a-f]{12}(?=[-\"])", text))):
        if not found.startswith("0000000"):
            text = text.replace(found, f"key{place}")
    plain = [orjson.loads(each) for each in text.split("\n")]
    day = "2026-03-02"
    for each in plain:
        each["statementDate"] = day
        each["declaration"] = f"UM-2026-{each['declaration'][-6:]}"
        each["publicationDetails"]["publicationDate"] = day
        for note in each.get("annotations", ()):
            note["creationDate"] = day
    return plain
