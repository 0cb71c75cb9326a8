"""The words of our expressions, read from them once for all: reading them anew takes half a second of every command.

`make words` writes the file; what it does not hold is read from the expression itself (required_words).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from parsers.language.required_words import required_words

KNOWN_WORDS = files("parsers") / "known_words.json"


def words_of(pattern: str, flags: int) -> tuple[tuple[str, ...], ...]:
    """What required_words says of an expression, looked up where it is known."""
    known = known_words().get(fingerprint_of(pattern, flags))
    return required_words(pattern, flags) if known is None else tuple(map(tuple, known))


def fingerprint_of(pattern: str, flags: int) -> str:
    """What an expression is called in the file: it changes with any of its letters."""
    return blake2b(f"{int(flags)} {pattern}".encode(), digest_size=8).hexdigest()


@cache
def known_words() -> Mapping[str, list[list[str]]]:
    """Sets of words by the fingerprint of their expression, as the file holds them."""
    words: dict[str, list[list[str]]] = json.loads(KNOWN_WORDS.read_text(encoding="utf-8"))
    return words


def as_file(words: Mapping[str, tuple[tuple[str, ...], ...]]) -> str:
    """What the file holds for `words`: a line for each expression, so that changes of two people do not meet."""
    lines = (f"{json.dumps(each)}: {json.dumps(words[each])}" for each in sorted(words))
    return "{\n" + ",\n".join(lines) + "\n}\n"
