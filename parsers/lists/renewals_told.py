"""Paragraphs in a list of first approval that cover a later one themselves ("A further course is covered if …")."""

from __future__ import annotations

from parsers.answering.answers import stated_status
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.phases.later_checks import is_later_check
from parsers.phases.phases import read_phase
from parsers.phases.stage_wording import gives_later_amount


def tells_of_renewal(block: Block, said: str) -> bool:
    """Whether a block whose words on its subject are `said` is of a later approval, by its topic or its answer."""
    return bool(is_later_check(said) or gives_later_amount(said)) or _covers_renewal(block)


def _covers_renewal(block: Block) -> bool:
    return block.kind == "paragraph" and any(
        stated_status(told) == "covered" and read_phase(told) == "renewal" for told in sentences(block.text)
    )
