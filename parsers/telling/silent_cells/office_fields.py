"""What the payer itself fills in on a form ("Reason for denial: ☐ Age ☐ Pregnancy", "Approved for: ☐ 3 months"): not
asked of anybody, and nothing that was decided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.answered_pairs import BOX

_OFFICE = r"(?:office|plan|health plan|payer|internal|department|reviewer|pharmacy(?: department)?|insurer|clerical)"
# "FOR OFFICE USE ONLY", "DO NOT WRITE BELOW THIS LINE - PLAN USE ONLY".
_OF_OFFICE = compiled(
    rf"^\W*(?:do not write (?:below|under|beyond)[^:;.]{{0,20}}|(?:[^:;.]{{0,40}}\W)?(?:for )?{_OFFICE} use only"
    rf"(?!\W*\w)|for {_OFFICE} use|{_OFFICE} section\b[^:;.]{{0,40}})\W*$",
    re.IGNORECASE,
)
_BLANK = rf"(?:{BOX}|_{{2,}}|\[ ?\])"
# What is ticked as the reason of a refusal is the reason of none yet.
_REASONS = compiled(
    rf"^\W*(?:(?:reasons?|codes?|basis)(?: codes?)? (?:for|of) (?:the |this )?(?:denial|refusal|pend\w*|return)"
    rf"|(?:denial|refusal) (?:reasons?|codes?)|denied (?:because|due to)|if denied,? (?:the )?reasons?)\b"
    rf"[^:☐□_]*[:?]?\s*{_BLANK}",
    re.IGNORECASE,
)
# "Approved for: ☐ 3 months ☐ 6 months", of which none is chosen.
_LENGTHS = compiled(
    rf"^\W*(?:(?:initial|renewal|request) )?(?:approv(?:ed|al)|authori[sz](?:ed|ation))"
    r"(?: (?:for|period|length|duration))*"
    rf"\s*:?\s*(?:{BOX}\s*\d+ (?:days?|weeks?|months?|years?)[\s,;]*){{2,}}(?:{BOX}\s*other\b.*)?\W*$",
    re.IGNORECASE,
)
# "☐ Meets criteria ☐ Does not meet criteria": the answer itself, in boxes.
_ANSWERS = compiled(
    rf"^\W*(?:(?:decision|determination|outcome)\s*:\s*)?(?:{BOX}\s*(?:approved?|den(?:y|ied)|pended|returned|"
    r"(?:criteria )?(?:not )?met|(?:does not )?meets? (?:the )?criteria|incomplete|withdrawn)[\s/,;]*){2,}\W*$",
    re.IGNORECASE,
)
# Behind such a title alone: "Reason: ☐ Psychosis ☐ Dose exceeds 84 mg".
_NOTED = compiled(rf"^\W*(?:reasons?|decision|determination|notes?|comments?|outcome)\s*:\s*{_BLANK}", re.IGNORECASE)


def without_office_fields(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without such fields."""
    kept: list[Block] = []
    office = False
    for block in blocks:
        office = bool(_OF_OFFICE.match(block.text)) or (office and block.kind != "heading")
        noted = office and _NOTED.match(block.text)
        if not (noted or _REASONS.match(block.text) or _LENGTHS.match(block.text) or _ANSWERS.match(block.text)):
            kept.append(block)
    return tuple(kept)
