"""A finished night in words: every source with what became of it, and why where it is not known."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.nightly import NightReport
from tracker.settle import FIRST_SIGHT, LEAD


def summary(report: NightReport) -> Iterator[str]:
    """The lines that end a night's log. With a source unknown they never say that nothing changed."""
    changed, unknown, unchanged = (report.of(outcome) for outcome in ("changed", "unknown", "unchanged"))
    run = report.run
    yield f"run {run.run}: {len(changed)} changed, {len(unchanged)} unchanged, {len(unknown)} unknown"
    yield from (f"  changed    {found.source}: {found.reason}" for found in changed)
    yield from (f"  unknown    {found.source}: {found.reason}" for found in unknown)
    yield from (f"  unchanged  {found.source}{f': {found.reason}' if found.reason else ''}" for found in unchanged)
    if not report.outcomes:
        yield "no source was asked, so nothing is known"
    elif unknown and not changed:
        yield f"no change was seen, but {len(unknown)} of {len(report.outcomes)} sources could not be judged"
    elif not changed and all(found.reason in (FIRST_SIGHT, LEAD) for found in unchanged):
        yield "every source was read for the first time: the next night compares"
    elif not changed:
        yield "no changes"
    found = report.discovered
    if found.adopted or found.proposed:
        yield f"discovery: {len(found.adopted)} adopted, {len(found.proposed)} for a person (`ketwatch sources review`)"
    yield from (
        f"  adopted    {one.source or one.became}: {one.step}: {one.url or one.reason}" for one in found.adopted
    )
    if report.delivered:
        sent = report.delivered
        yield f"alerts sent: {sent.alerts} in {sent.messages} message{'' if sent.messages == 1 else 's'}"
        yield from (f"  not sent: {failure.channel}: {failure.error}" for failure in sent.failures)
