"""A sentence that covers and then sets apart whom or what it does not cover, in its parts.

"… is covered for A, except that members with psychosis are not eligible", "… unless you have an aneurysm, in which case
we cannot cover it", "it is approved if …; it will not be approved in anyone with …": the cover keeps its own terms.
"""

from __future__ import annotations

import re

from parsers.answering.excepted_patients import without_excepted_patients
from parsers.answering.limiting_denials import bars
from parsers.answering.refused_if import is_refused_if
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Status

_MAY_CONTRAST = compiled(
    r";|\bexcept|\bunless\b|\bexcluding\b|\bother than\b|\bnot\b|\bsave that\b|\bin which case\b|\bin that case\b",
    re.IGNORECASE,
)
_EXCEPT_THAT = compiled(
    r"[,;]? (?:except|save|with the exception|with the proviso|but)(?: only)? that (?=\w)", re.IGNORECASE
)
# "…, unless the member has dementia, in which case it is not covered".
_UNLESS = compiled(
    r",? (?:unless|except (?:when|where|if)) (?P<who>[^;]{5,160}?),? in (?:which|that) (?:case|event) "
    r"(?P<answer>[^;]{5,90}?)\W*$",
    re.IGNORECASE,
)
_HAS = compiled(
    r"^(?:you|(?:the |an? )?\w+) (?:has|have|had) (?P<what>(?!not\b|never\b|no\b|been\b).+)$", re.IGNORECASE
)
# "…; in the latter case an oral antidepressant is taken as well", said of one of the two uses before it.
_OF_ONE_USE = compiled(r"^(?:in|for) the (?:latter|former)\b", re.IGNORECASE)
_BUT_NOT_IN = compiled(r",? (?:but|and) not (?:in|for) the (?:former|latter)\b[^,;]*(?=,)", re.IGNORECASE)
_REFUSES = compiled(r"\b(?:not|never|cannot|no|excluded|ineligible|denied|refused)\b", re.IGNORECASE)
_SEMICOLON = compiled(r"\s*;\s*(?:(?:but|and|however|yet|conversely|by contrast)\b,? )?", re.IGNORECASE)
# Another drug in the same use: "it does not cover ketamine, which remains unproven in this setting".
_THERE = compiled(
    r"\b(?:in|for) (?:this|that|the same|such an?) (?:setting|use|condition|indication|case|situation|context|"
    r"diagnosis|disorder|purpose)\b",
    re.IGNORECASE,
)


def by_contrast(sentence: str) -> tuple[str, ...]:
    """The cover, and each refusal that the sentence sets against it; the whole where it sets none."""
    if not _MAY_CONTRAST.search(sentence):
        return (sentence,)
    parts = _with_exception(sentence) or _with_unless(sentence) or _with_refusals(sentence)
    return parts or without_excepted_patients(sentence) or (sentence,)


def _with_exception(sentence: str) -> tuple[str, ...]:
    found = _EXCEPT_THAT.search(sentence)
    cover, refusal = (sentence[: found.start()], sentence[found.end() :]) if found else ("", "")
    return (cover, refusal) if found and read_status(cover) in (None, "covered") and _refuses(refusal) else ()


def _with_unless(sentence: str) -> tuple[str, ...]:
    found = _UNLESS.search(sentence)
    if found is None or not _REFUSES.search(found["answer"]):
        return ()
    has = _HAS.match(found["who"])
    refusal = f"Members with {has['what']} are not covered." if has else f"Not covered if {found['who']}."
    cover = sentence[: found.start()]
    return (cover, refusal) if _covers(cover) and bars(refusal) else ()


def _with_refusals(sentence: str) -> tuple[str, ...]:
    """Parts between semicolons, where one behind the cover refuses patients, or another drug in the same use."""
    first, *more = _SEMICOLON.split(sentence)
    if more and is_refused_if(first) and any(map(_covers, more)):
        return (first, *more)
    if not more or not _covers(first):
        return ()
    parts = [first]
    for part in more:
        if _OF_ONE_USE.match(part) or _refuses(part) or _denies_another(part, first):
            parts.append(_BUT_NOT_IN.sub("", part) if _OF_ONE_USE.match(part) else part)
        else:
            parts[-1] = f"{parts[-1]}; {part}"
    return tuple(parts) if len(parts) > 1 else ()


def _covers(part: str) -> bool:
    return read_status(part) == "covered"


def _refuses(part: str) -> bool:
    """Whether a clause refuses patients, and is no denial of a use."""
    return bars(part)


def _denies_another(part: str, cover: str) -> bool:
    denied: Status | None = read_status(part)
    others = named_products(part) and not set(named_products(part)) & set(named_products(cover))
    return bool(others and _THERE.search(part) and denied not in (None, "covered"))
