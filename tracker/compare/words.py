"""Word diffs by section: sentences are matched first, then the words of those that differ; numbers are never split."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from db.changes import SectionDiff, WordRun
from parsers.models import Block

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z0-9(•\"“])")
# Time goes with the pairs of equal words or sentences; a passage that repeats itself beyond this is replaced whole.
_MOST_EQUAL_PAIRS = 200_000
_KEPT_WORDS = 12

Opcode = tuple[str, int, int, int, int]


def diff_sections(old: Sequence[Block], new: Sequence[Block]) -> tuple[SectionDiff, ...]:
    """The words that differ under each heading, in the order of the new document; equal sections are left out."""
    before, after = _sections(old), _sections(new)
    headings = list(after) + [heading for heading in before if heading not in after]
    diffs = (SectionDiff(heading, diff_words(before.get(heading, ()), after.get(heading, ()))) for heading in headings)
    return tuple(diff for diff in diffs if any(run.op != "keep" for run in diff.runs))


def diff_words(old: Sequence[str], new: Sequence[str]) -> tuple[WordRun, ...]:
    """The way from one passage (sentences) to another as runs of kept, deleted and inserted words."""
    if list(old) == list(new):
        return ()
    runs: list[WordRun] = []
    for tag, i1, i2, j1, j2 in _opcodes(old, new):
        gone, come = _words(old[i1:i2]), _words(new[j1:j2])
        if tag == "equal":
            runs.append(WordRun("keep", " ".join(come)))
        else:
            runs += _word_runs(gone, come)
    return tuple(_shortened(_joined(runs)))


def _sections(blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    sections: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        heading = block.text if block.kind == "heading" else " > ".join(block.path[-1:])
        text = "" if block.kind == "heading" else " ".join(block.text.split())
        sentences = tuple(part for part in _SENTENCE_END.split(text) if part)
        sections[heading] = sections.get(heading, ()) + sentences
    return sections


def _words(sentences: Iterable[str]) -> list[str]:
    return [word for sentence in sentences for word in sentence.split()]


def _word_runs(old: Sequence[str], new: Sequence[str]) -> list[WordRun]:
    runs: list[WordRun] = []
    for tag, i1, i2, j1, j2 in _opcodes(old, new):
        if tag == "equal":
            runs.append(WordRun("keep", " ".join(new[j1:j2])))
            continue
        if i2 > i1:
            runs.append(WordRun("delete", " ".join(old[i1:i2])))
        if j2 > j1:
            runs.append(WordRun("insert", " ".join(new[j1:j2])))
    return runs


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[Opcode]:
    """Opcodes as difflib gives them. Parts that stand once on either side and in one order are matched first, so that
    difflib, whose time grows with the square of a passage, sees only what lies between them.
    """
    i = j = 0
    for anchor_i, anchor_j in [*_anchors(old, new), (len(old), len(new))]:
        yield from _between(old, new, (i, anchor_i), (j, anchor_j))
        if anchor_i < len(old):
            yield ("equal", anchor_i, anchor_i + 1, anchor_j, anchor_j + 1)
        i, j = anchor_i + 1, anchor_j + 1


def _between(old: Sequence[str], new: Sequence[str], left: tuple[int, int], right: tuple[int, int]) -> Iterator[Opcode]:
    (i, i_end), (j, j_end) = left, right
    before, after = old[i:i_end], new[j:j_end]
    counts = Counter(after)
    if sum(counts[part] for part in before) > _MOST_EQUAL_PAIRS:
        yield ("replace", i, i_end, j, j_end)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield (tag, i + i1, i + i2, j + j1, j + j2)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising sequence of parts that stand exactly once in both, as pairs of places."""
    where = {part: j for j, part in enumerate(new)}
    in_old, in_new = Counter(old), Counter(new)
    pairs = [(i, where[part]) for i, part in enumerate(old) if in_old[part] == 1 and in_new[part] == 1]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = last[-1] if last else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _joined(runs: Iterable[WordRun]) -> list[WordRun]:
    return [WordRun(op, " ".join(run.text for run in group)) for op, group in groupby(runs, key=lambda run: run.op)]


def _shortened(runs: Sequence[WordRun]) -> list[WordRun]:
    """Long runs of kept words cut to the ends that touch a difference."""
    shown: list[WordRun] = []
    for n, run in enumerate(runs):
        words = run.text.split()
        if run.op == "keep" and len(words) > 2 * _KEPT_WORDS:
            head = words[:_KEPT_WORDS] if n else []
            tail = words[-_KEPT_WORDS:] if n < len(runs) - 1 else []
            shown.append(WordRun("keep", " ".join([*head, "…", *tail])))
        else:
            shown.append(run)
    return shown
