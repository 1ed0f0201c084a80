"""JSON as nobody writes it who means well: too deep, too wide, doubled, no number, no text, of the wrong kind."""

from collections.abc import Mapping

#: Each is bytes: a whole file, or a value in the place of another.
NASTY: Mapping[str, bytes] = {
    **{
        f"{depth} lists deep": b"[" * depth + b"]" * depth for depth in (100, 1_023, 1_025, 10_000, 1_000_000)
    },
    **{f"{depth} objects deep": b'{"a":' * depth + b"1" + b"}" * depth for depth in (100, 2_000, 100_000)},
    "never closed": b"[" * 1_000_000,
    "many keys": b"{" + b",".join(b'"k%d":%d' % (n, n) for n in range(100_000)) + b"}",
    "a key twice": b'[{"recordId":"a","recordId":"b"}]',
    "not a number": b'[NaN, {"share": NaN}]',
    "endless": b"[Infinity, -Infinity]",
    "a huge power": b'[1e400, -1e400, 1e99999999999999999999, {"amount": 1e9999}]',
    "5,000 digits": b'[{"amount": ' + b"9" * 5_000 + b"}]",
    "half a letter": b'["\\ud800", {"name": "\\udfff\\ud800"}]',
    "half a letter as bytes": b'["\xed\xa0\x80"]',
    "NUL in words": b'[{"name": "a\\u0000b"}]',
    "raw NUL": b'{"a": "\0"}',
    "byte order mark": b'\xef\xbb\xbf[{"recordId": "a"}]',
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbf[]",
    "UTF-16": '\ufeff[{"recordId": "a"}]'.encode("utf-16-le"),
    "UTF-16 big": '[{"recordId": "a"}]'.encode("utf-16-be"),
    "UTF-32": '[{"recordId": "a"}]'.encode("utf-32"),
    "no UTF-8": b'["\xff\xfe\xfd"]',
    "cut off": b'[{"recordId": "a", "recordDeta',
    "a lone number": b"7",
    "a lone word": b'"word"',
    "nothing": b"null",
    "yes": b"true",
    "empty": b"",
    "spaces": b" \n\t ",
    "list of wrong things": b'[1, "a", null, [], {}, true, [[]], 1.5]',
    "two values": b'{} {"a": 1}',
    "a comment": b"[/* no */]",
    "single quotes": b"{'a': 1}",
}
