"""Whether the markers of two blocks count on, one behind the other, as those of one list do."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.lists.markers import MarkerStyle, ordinal, style_of
from parsers.models import Block

_OTHER_READING: dict[MarkerStyle, MarkerStyle] = {"lower_roman": "lower", "upper_roman": "upper"}


def goes_on_with_own_list(before: Sequence[Block], item: Block) -> bool:
    """Whether an item goes on with a list that began behind a paragraph: its "b." is of the "a." there."""
    return any(block.depth == item.depth and follows(block, item) for block in before)


def follows(before: Block, after: Block) -> bool:
    """Whether the marker of a block counts one more than that of the item before it."""
    return before.kind == "item" and counts_on(before, after)


def counts_on(before: Block, after: Block) -> bool:
    """Whether the marker of a block counts one more than that of another, in the same form."""
    return _form(before.marker) == _form(after.marker) and is_next(before, after)


def is_next(before: Block, after: Block) -> bool:
    """Whether the marker of `after` counts one more than that of `before`."""
    if not before.marker or not after.marker:
        return False
    return any(
        style == other and ordinal(after.marker, style) == ordinal(before.marker, other) + 1
        for style in _readings(after.marker)
        for other in _readings(before.marker)
    )


def alike(item: Block, other: Block) -> bool:
    """Whether two items can stand in one list: marked alike, at one depth or the second further out."""
    return (
        other.depth <= item.depth
        and _form(item.marker) == _form(other.marker)
        and bool(item.marker) == bool(other.marker)
    )


def _form(marker: str) -> str:
    return "".join(sign for sign in marker if not sign.isalnum())


def _readings(marker: str) -> tuple[MarkerStyle, ...]:
    style = style_of(marker)
    if style in _OTHER_READING and len(marker.strip("().")) == 1:
        return style, _OTHER_READING[style]
    return (style,)
