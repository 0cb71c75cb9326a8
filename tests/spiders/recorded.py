"""The recorded cases of payers that are watched, by the source whose layout they have."""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "cases"


def recorded_cases() -> dict[str, list[Path]]:
    """The files of each case whose expected.json names a source."""
    found = {}
    for path in sorted(FOLDER.glob("*/expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        if "source" in expected:
            found[expected["source"]] = [path.parent / name for name in expected["files"]]
    return found
