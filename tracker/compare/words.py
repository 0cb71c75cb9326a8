"""Word diffs by section: sentences are matched first, then the words of those that differ; numbers are never split."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from db.changes import SectionDiff, WordRun
from parsers.models import Block

_SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[A-Z0-9(•\"“])")
# Time goes with the pairs of equal words or sentences; a passage that repeats itself beyond this is replaced whole.
_MOST_EQUAL_PAIRS = 200_000
_KEPT_WORDS = 12


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


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The opcodes of difflib; equal ends are taken off first, and a middle beyond the bound is replaced whole."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    codes: list[tuple[str, int, int, int, int]] = [("equal", 0, start, 0, start)] if start else []
    counts = Counter(middle_new)
    if sum(counts[part] for part in middle_old) > _MOST_EQUAL_PAIRS:
        codes.append(("replace", start, len(old) - end, start, len(new) - end))
    else:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        codes += [
            (tag, i1 + start, i2 + start, j1 + start, j2 + start) for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        ]
    if end:
        codes.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return codes


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
