"""Messages kept as files instead of being sent: for the demo, and where no server is set."""

import os
from hashlib import sha256
from pathlib import Path


def keep(folder: Path, kind: str, key: str, lines: tuple[str, ...]) -> Path:
    """Write one message that only its owner can read; the same key writes the same file again."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{kind}-{sha256(key.encode()).hexdigest()[:24]}.txt"
    unfinished = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    unfinished.replace(path)
    return path
