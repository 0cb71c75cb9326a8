"""Uses at the end of a clause to which it is limited ("An oral antidepressant is required for TRD only")."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Indication
from parsers.uses.indications import mentions
from parsers.uses.waivers import without_waiver

_FOR = compiled(
    r"\w+,? \(?(?:for|in)(?: (?:patients|members|adults|those|people|individuals|cases) (?:with|of))?(?: the)? $"
)
_ENDS = compiled(r"(?: \([A-Z]+\))?(?P<only>,? (?:only|alone))?\W*$")
# "Two failures – TRD indication only", "two failures [TRD]".
_SET_OFF = compiled(r"(?:\w,? [–—-] (?:the )?|\w \[(?:for )?)$")
_ENDS_SET_OFF = compiled(r"(?: (?:indication|use|diagnosis|requests?|patients|members))? only\W*$|\]\W*$")
# "… is required for TRD but not for MDSI": the other use is no more than the contrary.
_NOT_THE_OTHER = compiled(r",? (?:but|and) not (?:(?:required|needed) )?(?:for|in)(?: the)? $")
# What is told to be for a use and not limited to it: "a diagnosis of …", "approved for …".
_TELLS = compiled(r"\b(?:diagnos\w+|approv\w+|cover\w+|necessary|indicat\w+|used?|treat\w*|request\w*|prescri\w+)\b")


def ends_with_use(text: str, among: Sequence[Indication]) -> tuple[Indication, ...]:
    """The one of `among`'s several uses for which a clause says at its end that it asks; () where it says none."""
    text = without_waiver(text)[0]
    named = mentions(text)
    if len(named) > 1 and (contrary := _NOT_THE_OTHER.search(text[: named[-1].start])):
        return ends_with_use(text[: contrary.start()], among)
    last = next(reversed(named), None)
    if last is None or last.excepted or last.indication not in among or len(set(among)) == 1:
        return ()
    end, before = _ENDS.match(text, last.end), text[: last.start]
    if _SET_OFF.search(before) and _ENDS_SET_OFF.match(text, last.end):
        return (last.indication,)
    limits = end and _FOR.search(before) and (end["only"] or not _TELLS.search(before.lower()))
    return (last.indication,) if limits else ()
