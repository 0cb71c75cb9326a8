"""Words in brackets that a text is read with though the document does not print them there, and texts without them."""

from __future__ import annotations

from parsers.language.patterns import compiled

# A word joiner, which no document sets before a closing bracket, tells our brackets from the document's.
_OURS = "\u2060"
_GLOSS = compiled(rf" \((?P<words>[^()]*){_OURS}\)")


def gloss(words: str) -> str:
    """`words` in brackets, to be added to a text."""
    return f" ({words}{_OURS})"


def glossed(text: str, words: str) -> str:
    """`text` with `words` in brackets at its end, before the mark that it ends in."""
    body = text.rstrip(" .;:,*†‡")
    return f"{body}{gloss(words)}{text[len(body) :].strip(' *†‡')}"


def without_glosses(text: str) -> str:
    """`text` as the document has it."""
    return _GLOSS.sub("", text)


def glosses_of(text: str) -> tuple[str, ...]:
    """The words in brackets that were added to a text."""
    return tuple(found["words"] for found in _GLOSS.finditer(text))
