"""Numbers of policies in running text and in addresses, and which of them are editions of one policy."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_YEAR_STAMPED = compiled(r"(?P<year>20\d\d)(?P<core>[A-Z]{1,2}\d{3,5})(?P<letter>[A-Z]{1,3})")
# A year around (2026D0069P), letters and digits in parts (MP-12, CG-MED-88, DRUG.00046), dotted digits (5.01.609).
_NUMBER = compiled(
    r"(?<![\w./-])(?:20\d\d[A-Z]{1,2}\d{3,5}[A-Z]{1,3}"
    r"|(?:[A-Z]{1,6}[-.–])+\d{1,6}(?:[-.]\d{1,4})*[A-Z]?"
    r"|[A-Z]{1,6}[-.]?\d{2,6}(?:[-.]\d{1,4})*[A-Z]?"
    r"|\d{1,2}\.\d{2}\.\d{2,3})(?![\w/-]|\.\d)",
)
# Scales of depression, coding systems, and the codes themselves: J0013, F33.2.
_NO_POLICY = compiled(r"(?:PHQ|MADRS|HAM-?D|QIDS|CPT|ICD|DSM|COVID|HCPCS|FY|Q)-?\d+|[A-Z]\d{4}|[A-Z]\d{2}(?:\.\d+)?")


def find_numbers(text: str) -> tuple[str, ...]:
    """The policy numbers in a text, in order, each once; not codes of procedures, nor scales of depression."""
    found = (match[0].replace("–", "-") for match in _NUMBER.finditer(text.upper()))
    return tuple(dict.fromkeys(n for n in found if not _NO_POLICY.fullmatch(n)))


def number_in_address(url: str) -> tuple[str, ...]:
    """The policy numbers in the last part of an address: …/2026D0069P-ketamine.pdf."""
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")
    words = (name[0] or name[2]).replace("_", " ")
    whole = find_numbers(words)
    parts = find_numbers(re.sub(r"-(?=[A-Za-z]{4})", " ", words))
    return tuple(dict.fromkeys((*whole, *parts)))


def same_number(one: str, other: str) -> bool:
    """Whether two spellings are one number: "MP 12", "MP-12" and "mp.12"."""
    return _bare(one) == _bare(other)


def is_later_edition(old: str, new: str) -> bool:
    """Whether a year-stamped number takes the place of another: 2026D0069P and then 2027D0069Q."""
    before, after = _YEAR_STAMPED.fullmatch(old.upper()), _YEAR_STAMPED.fullmatch(new.upper())
    if not before or not after or before["core"] != after["core"]:
        return False
    return _edition(after) > _edition(before)


def _edition(found: re.Match[str]) -> tuple[int, int, str]:
    # After Z comes AA.
    return int(found["year"]), len(found["letter"]), found["letter"]


def _bare(number: str) -> str:
    return re.sub(r"[\s.–-]", "", number).upper()
