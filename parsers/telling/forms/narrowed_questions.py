"""A question that titles its answer, where the answer is of a narrower use than the question asked of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.models import Block
from parsers.uses.indications import FORMS_OF_MDD, mentions


def narrowed_by(statement: str, titles: Sequence[Block]) -> list[Block]:
    """`titles` (one or none) without the depression that one asks of, where `statement` answers for a form of it.

    "Do you pay for infusions in depression?" "When it is treatment-resistant": what the page goes on with is of that.
    """
    return [_narrowed(title, statement) if statement and title.kind == "heading" else title for title in titles]


def _narrowed(title: Block, statement: str) -> Block:
    asked, told = mentions(title.text), {mention.indication for mention in mentions(statement)}
    if [mention.indication for mention in asked] != ["mdd"] or len(told) != 1 or not told & FORMS_OF_MDD:
        return title
    return replace(title, text=f"{title.text[: asked[0].start]}{_name(told.pop())}{title.text[asked[0].end :]}")


def _name(form: str) -> str:
    return "treatment-resistant depression" if form == "trd" else "depression with acute suicidal ideation"
