"""Lines of demands that no bullet marks (paragraphs under "all of the following are met:", phrases one below the other,
terms or small headings with a line on each): one of which nothing is read is an item, and stands unread.

In running text what no rule reads is taken for a remark, and vanishes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.sections.roles import heading_role
from parsers.tables.unread_demands import asks_of_a_patient, is_unread
from parsers.telling.lists_in_disguise.led_rows import asks_for_all
from parsers.uses.indications import mentions

_FEWEST_LINES, _FEWEST_READ = 3, 2
_MOST_WORDS, _TOPIC_WORDS = 30, 4
_LABELLED = compiled(r"\W*[A-Z][\w /-]{2,40}: \S")
_ENDED = (".", ":", "?", "!")


@dataclass(slots=True)
class _Run:
    """Lines that follow each other: what leads them in, and for each its place and topic, "" for none."""

    lead: str
    depth: int = 0
    lines: list[tuple[int, str]] = field(default_factory=list)
    # Of each line with a topic, the place of the topic.
    topics: dict[int, int] = field(default_factory=dict)

    def add(self, place: int, topic: int | None, blocks: Sequence[Block]) -> None:
        """Note the line at `place` with the place of what it is on, if any; "Exclusions" tell theirs otherwise."""
        if topic is not None and heading_role(blocks[topic].text) not in (None, "background"):
            return
        self.lines.append((place, blocks[topic].text if topic is not None else ""))
        if topic is not None:
            self.topics[place] = topic


def with_unread_lines_listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, with each such line as an item, without what only titles it."""
    told: dict[int, tuple[Block, ...]] = {}
    for run in _runs(blocks):
        if len(run.lines) >= _FEWEST_LINES and (unread := _unread(run, blocks)) and _is_of_demands(run, blocks):
            told |= _listed(run, unread, blocks)
    return tuple(each for place, block in enumerate(blocks) for each in told.get(place, (block,)))


def _listed(run: _Run, unread: Sequence[int], blocks: Sequence[Block]) -> dict[int, tuple[Block, ...]]:
    """What stands in place of the unread lines of a run and of their topics."""
    items = {place: (replace(blocks[place], kind="item", depth=1),) for place in unread}
    told: dict[int, tuple[Block, ...]] = dict.fromkeys(_needless(run, unread, blocks), ())
    first = min(run.topics.values(), default=0)
    if not run.topics or blocks[first].kind != "term":
        return told | items
    # An item behind a term would stand under it: those of a list of terms stand before it.
    ahead = tuple(item for listed in items.values() for item in listed)
    return told | dict.fromkeys(items, ()) | {first: (*ahead, *told.get(first, (blocks[first],)))}


def _needless(run: _Run, unread: Sequence[int], blocks: Sequence[Block]) -> set[int]:
    """The places of topics over nothing that is read; "Safety plan" among demands titles no background either."""
    over_read = {topic for place, topic in run.topics.items() if place not in unread}
    over_read -= {topic for topic in over_read if heading_role(blocks[topic].text) == "background"}
    return set(run.topics.values()) - over_read


def _runs(blocks: Sequence[Block]) -> Iterator[_Run]:
    run, topic = _Run(""), None
    for place, block in enumerate(blocks):
        if _is_line(block):
            run.add(place, topic, blocks)
            topic = topic if block.kind == "definition" else None
        elif _is_topic(block) and _is_line_at(blocks, place + 1) and _goes_on(run, block):
            run.depth, topic = block.depth, place
        else:
            yield run
            run, topic = _Run(block.text), None
    yield run


def _is_line(block: Block) -> bool:
    return (
        block.kind in ("paragraph", "definition")
        and len(block.text.split()) <= _MOST_WORDS
        and len(sentences(block.text)) == 1
        and not leads_in(block.text)
    )


def _is_line_at(blocks: Sequence[Block], place: int) -> bool:
    return place < len(blocks) and _is_line(blocks[place])


def _is_topic(block: Block) -> bool:
    """Whether a block is no more than what the next line is on."""
    if block.kind not in ("term", "heading") or len(block.text.split()) > _TOPIC_WORDS:
        return False
    return not mentions(block.text)


def _goes_on(run: _Run, topic: Block) -> bool:
    """Whether a topic is of the rank of those before it, each with its line."""
    return not run.lines or (bool(run.lines[-1][1]) and run.depth == topic.depth)


def _unread(run: _Run, blocks: Sequence[Block]) -> list[int]:
    return [place for place, topic in run.lines if is_unread(topic, blocks[place].text)]


def _is_of_demands(run: _Run, blocks: Sequence[Block]) -> bool:
    """Whether lines are what is asked for: by their form or the words before them, and by most of them."""
    phrases = not any(blocks[place].text.endswith(_ENDED) for place, _ in run.lines)
    titled = all(topic or _LABELLED.match(blocks[place].text) for place, topic in run.lines)
    if not (phrases or titled or asks_for_all(run.lead)):
        return False
    read = sum(asks_of_a_patient(topic, blocks[place].text) for place, topic in run.lines)
    return read >= _FEWEST_READ and 2 * read >= len(run.lines)
