"""The sentences of a text, which abbreviations, numbers and the marks of notes do not end."""

from __future__ import annotations

from functools import lru_cache

from parsers.language.patterns import compiled

_GAP = r"\)?\s+(?=[A-Z0-9\"(•])"
_SENTENCE = compiled(rf"(?<=[.!?]){_GAP}")
# A sentence may end in the raised numbers of its notes ("… is required.¹,²").
_NOTE = compiled(r"[.!?][⁰¹²³⁴-⁹]")
_NOTES = "".join(rf"|(?<=[.!?][⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,–-]{{{more}}})" for more in range(5))
_NOTED_SENTENCE = compiled(rf"(?:(?<=[.!?]){_NOTES}){_GAP}")
_ABBREVIATION = compiled(
    r"(?:\b(?:e\.g|i\.e|vs|Dr|Nos?|Inc|etc|approx|U\.S|al|St|Rev)|\b[A-Z]"
    # "When the use is a. or b., …": letters of items.
    r"|\b(?:is|are|or|and) [a-h])\.$"
)
_NUMBERED = compiled(r"[A-Z]{0,6}[-.]?\d")
_LONGEST_ABBREVIATION = len("approx.\n")
# "… for: 1. Pain. 2. Anxiety.": a number that opens an item ends no sentence.
_ENUMERATOR = compiled(r"(?:^|[:;.,]\s+)\(?\d{1,2}\.$|\b1\. [^.]+ \d{1,2}\.$")


# A block is cut into its sentences by every step that reads it.
@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; "e.g.", initials and the numbers of a list end none."""
    parts: list[str] = []
    for piece in (_NOTED_SENTENCE if _NOTE.search(text) else _SENTENCE).split(text):
        if parts and parts[-1].rstrip().endswith(".") and _ends_no_sentence(parts[-1], piece):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
    return tuple(part.strip() for part in parts if part.strip())


def _ends_no_sentence(part: str, following: str) -> bool:
    # "… is answered No. A renewal …" answers; "policy No. A123" is numbered.
    if part.endswith(" No.") and not _NUMBERED.match(following):
        return False
    # So short an end is sooner read than its part is looked at for words.
    end = max(0, len(part) - _LONGEST_ABBREVIATION)
    abbreviated = _ABBREVIATION.expression.search(part, end)
    return bool(abbreviated or (part[-2:-1].isdigit() and _ENUMERATOR.search(part)))
