"""A web page that was stored as running text: its menus are words like any other."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

_FIRST_PART = 600
_SKIP = compiled(r"\bskip to (?:main )?content\b", re.IGNORECASE)
_FOOT = compiled(
    r"\bprivacy (?:policy|notice|statement)\b|\bterms (?:of use|and conditions|& conditions)\b|"
    r"\ball rights reserved\b|©",
    re.IGNORECASE,
)
_SENTENCE_END = compiled(r"[.)\]](?=\s+[A-Z])")
_LEFTOVER_MARKUP = compiled(r"<[^<>]{1,300}>|\\r\\n|&#\d+;\}\}\"[^>]{0,80}>|&(?:nbsp|amp|#\d+);")


def policy_of_page(text: str) -> str:
    """`text` without the menus before the policy's title and the links after its last sentence.

    Only a text that begins as a web page does ("Skip to main content") is cut; its title, as the browser shows
    it, stands a second time where the content begins.
    """
    skip = _SKIP.search(text[:_FIRST_PART])
    if not skip:
        return text
    content = _from_title(text, text[: skip.start()], skip.end())
    return _LEFTOVER_MARKUP.sub(lambda found: "\n" if found[0].startswith(("<", "\\")) else " ", _before_foot(content))


def _from_title(text: str, title_line: str, start: int) -> str:
    title = re.split(r"\s[|–-]\s(?=\D*$)|\s\|\s", title_line.strip())[0].strip()
    again = text.find(title, start) if len(title) >= 8 else -1
    return text[again:] if 0 <= again < len(text) // 2 else text[start:]


def _before_foot(text: str) -> str:
    tail = int(len(text) * 0.9)
    foot = _FOOT.search(text, tail)
    if not foot:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text[: foot.start()], tail)]
    return text[: ends[-1]] if ends else text
