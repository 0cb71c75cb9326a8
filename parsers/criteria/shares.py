"""A text that gives each of several uses its own length or amount, as one of the uses sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from parsers.indications import covers, mentions
from parsers.models import Indication
from parsers.patterns import compiled

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-?\w*|thirty|sixty|ninety)"
_AMOUNT = compiled(
    rf"\b{_NUMBER}(?: \(\d+\))?[ -](?:days?|weeks?|months?|years?|devices?|kits?|sessions?|times?)\b", re.IGNORECASE
)
_ENDS = compiled(r"[.;]\s")
# "After failure of two drugs for eight weeks in TRD" tells no limit of the use that it names.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Sign:
    """A use or an amount where the text names it; `use` is None for an amount."""

    start: int
    end: int
    use: Indication | None


def share_of(text: str, indication: Indication) -> str:
    """The text with the amounts of other uses cut away: "3 months in A and 1 month in B" as A sees it.

    The text itself where it does not name uses and amounts in turn, or where it does not name `indication`.
    """
    signs = _signs(text)
    uses = [sign.use for sign in signs if sign.use]
    if len(set(uses)) < _FEWEST or len(signs) != 2 * len(uses) or not _in_turn(signs):
        return text
    pairs = [signs[place : place + 2] for place in range(0, len(signs), 2)]
    own = [place for place, pair in enumerate(pairs) if any(s.use and covers((s.use,), indication) for s in pair)]
    return text if not own else _kept(text, pairs, own)


def _signs(text: str) -> list[_Sign]:
    uses = [_Sign(mention.start, mention.end, mention.indication) for mention in mentions(text)]
    amounts = [_Sign(amount.start(), amount.end(), None) for amount in _AMOUNT.finditer(text)]
    return sorted([*uses, *amounts], key=lambda sign: sign.start)


def _in_turn(signs: Sequence[_Sign]) -> bool:
    return all(bool(before.use) != bool(after.use) for before, after in pairwise(signs))


def _kept(text: str, pairs: Sequence[Sequence[_Sign]], own: Sequence[int]) -> str:
    """What the text opens with, and the pairs of its own use, each up to the next pair or the end of its sentence."""
    opening = text[: pairs[0][0].start]
    ends = [pair[0].start for pair in pairs[1:]]
    last = pairs[-1][-1].end
    stop = _ENDS.search(text, last)
    ends.append(stop.start() if stop else len(text))
    rest = text[ends[-1] :]
    return opening + " ".join(text[pairs[place][0].start : ends[place]].rstrip(" ,;") for place in own) + rest
