"""How the lines of a PDF end and begin that belong together, and how those that do not."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

ENDED = compiled(r"[.:;?!)]\W*$")
# Of these a parenthesis closes no sentence.
CLOSED = compiled(r"[.:;?!]\W*$")
# A line that ends so goes on in the next one, whatever that begins with.
UNFINISHED = compiled(
    r"\b(?:a|an|the|of|for|in|to|with|by|from|on|at|as|is|are|be|when|if|that|which|each|any|all|and|or|not)$"
    # "Coding | References |": where to go on the page.
    r"|\|$",
    re.IGNORECASE,
)
# A list of billing codes may be set larger than the text: "96365 Infusion, …".
OPENS_WITH_CODE = compiled(r"(?:[A-Z]\d{4}|\d{5})\b(?!-)")
COMPOUND = compiled(r"[A-Z]-$")
LEADER = compiled(r"(?:\s*\.){4,}")
LABEL = compiled(r"^[A-Z][\w /#&(),–—-]{2,60}:\s")
