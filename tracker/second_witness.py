"""The payer's own history as a second witness: whether it agrees with what we saw. It is no oracle (trackers.md B9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from sqlite_utils import Database

from db.changes import Change, Comparison, Direction, StoredComparison, Verdict
from db.revisions import Corroboration, record_corroboration, revisions_of
from parsers.masthead.revisions import read_revisions
from parsers.models import Claim, ClaimKey, CriterionKey, Leaf, ParsedPolicy, Position, Revision
from tracker.compare.directions import OPPOSITE, ORDERS, stated_direction, value_direction
from tracker.compare.status import DENIED

_CRITERIA: frozenset[ClaimKey] = frozenset(get_args(CriterionKey))
_LONGEST_QUOTE = 200


def own_history(policy: ParsedPolicy) -> Iterator[tuple[Revision, Verdict]]:
    """The entries of a policy's own history, each with what it claims for access."""
    for revision in read_revisions(policy.blocks):
        yield revision, _claimed(revision)


def hear_second_witness(db: Database, stored: StoredComparison, seen: Comparison) -> None:
    """Put on record what the payer's own history says of a comparison that holds as `seen`."""
    old, new = revisions_of(db, stored.old_version), revisions_of(db, stored.new_version)
    record_corroboration(db, stored.comparison, corroborate(old, new, seen))


def corroborate(old: Sequence[Revision], new: Sequence[Revision], seen: Comparison) -> Corroboration:
    """What the entries that came with a version say of the comparison that led to it."""
    if not new:
        return Corroboration("silent", "the document keeps no history of its own that could be read")
    fresh = new_entries(old, new)
    if not fresh:
        return Corroboration("silent", "its own history has no new entry")
    against = [note for entry in fresh for note in _against(entry, seen.changes)]
    if against:
        return Corroboration("says_otherwise", "; ".join(dict.fromkeys(against)))
    borne_out = [entry for entry in fresh if _bears_out(entry, seen.changes)]
    if borne_out:
        return Corroboration("agrees", "; ".join(_quote(entry) for entry in borne_out))
    return Corroboration("silent", f"its own history does not say what was done: {_quote(fresh[0])}")


def new_entries(old: Sequence[Revision], new: Sequence[Revision]) -> list[Revision]:
    """The entries that tell of what happened between two versions: those past the last date of the older history.

    Payers reword and complete old entries; that is no news. Of a date or of none, as many are new as have come to it.
    Where the older version kept no history, the newest entries are taken.
    """
    dates = [entry.on for entry in (old or new) if entry.on]
    last = max(dates, default=None)
    fresh: list[Revision] = []
    for on in sorted({entry.on for entry in new if entry.on}):
        if last is None or on > last or (not old and on == last):
            fresh += [entry for entry in new if entry.on == on]
        elif on == last:
            fresh += _come_to(on, old, new)
    return [*fresh, *_come_to(None, old, new)] if old else fresh


def _come_to(on: date | None, old: Sequence[Revision], new: Sequence[Revision]) -> list[Revision]:
    known = [_print(entry) for entry in old if entry.on == on]
    found = [entry for entry in new if entry.on == on]
    others = [entry for entry in found if _print(entry) not in known]
    return others[-(len(found) - len(known)) :] if len(found) > len(known) else []


# A history seldom says of which answer it speaks; the order of a criterion is that of a first approval.
_PLAIN = Position("esketamine", "intranasal", "trd", "initial", "covered")


def claim_direction(claim: Claim) -> Direction:
    """What a claim says was done to access, by the order of its criterion; "unknown" where that cannot be told."""
    key = next((key for key in ORDERS if key == claim.key), None)
    if claim.act in ("no_change", "editorial") or claim.key == "code":
        return "neutral"
    if claim.key == "prior_authorization":
        return {"added": "restricts", "removed": "expands"}.get(claim.act, "unknown")  # type: ignore[return-value]
    if key is None:
        return "unknown"
    if claim.act == "changed":
        if isinstance(claim.before, int) and isinstance(claim.after, int):
            return value_direction(key, claim.before, claim.after, _PLAIN)
        return "unknown"
    stated = stated_direction(Leaf(key, claim.after or claim.before, ""), _PLAIN)
    return stated if claim.act == "added" else OPPOSITE[stated]


def _claimed(revision: Revision) -> Verdict:
    found = {claim_direction(claim) for claim in revision.claims}
    if {"expands", "restricts"} <= found:
        return "mixed"
    if "unknown" in found or not found:
        return "unknown"
    return "expanded" if "expands" in found else "restricted" if "restricts" in found else "neutral"


def _against(entry: Revision, changes: Sequence[Change]) -> Iterator[str]:
    """What an entry claims that was not seen, or was seen otherwise."""
    for claim in entry.claims:
        about = [change for change in changes if _is_about(claim, change)]
        if claim.act == "no_change":
            coding = claim.key == "code"
            moved = [one for one in changes if (one.axis == "coding") == coding and not _is_claimed(entry, one)]
            if any(one.direction != "neutral" or coding for one in moved):
                yield f"it says that nothing changed: {_quote(entry)}"
        elif claim.key is not None and not about and not _is_no_move(claim):
            yield f"we saw no such change: {_quote(entry)}"
        elif about and not any(_agrees(claim, change) for change in about):
            yield f"we read it otherwise: {_quote(entry)}"


def _bears_out(entry: Revision, changes: Sequence[Change]) -> bool:
    """Whether an entry claims something that was seen, or that nothing changed and nothing was seen."""
    if any(_agrees(claim, change) for claim in entry.claims for change in changes if _is_about(claim, change)):
        return True
    return not changes and any(claim.act == "no_change" for claim in entry.claims)


def _is_no_move(claim: Claim) -> bool:
    """Whether what is claimed may have moved nothing: another word for a denial."""
    return claim.key == "status" and claim.after in DENIED


def _is_claimed(entry: Revision, change: Change) -> bool:
    return any(claim.act != "no_change" and _is_about(claim, change) for claim in entry.claims)


def _is_about(claim: Claim, change: Change) -> bool:
    if claim.act in ("no_change", "editorial"):
        return False
    if claim.key == "code":
        return change.key in ("code_added", "code_removed") and _sides(change) & {claim.before, claim.after} != set()
    if claim.key == "position":
        return change.key in ("position_added", "position_removed", "status") and change.indication in (
            claim.before,
            claim.after,
        )
    return change.key == claim.key


def _agrees(claim: Claim, change: Change) -> bool:
    if claim.key == "status":
        return (change.after in DENIED) == (claim.after in DENIED)
    if claim.key not in _CRITERIA:
        return True
    if claim.act == "changed":
        said = ((claim.before, change.before), (claim.after, change.after))
        return all(told is None or told == _number(seen) for told, seen in said)
    # An alternative that is added widens, a requirement that is added narrows: what counts is which side is empty, or
    # where neither is ("limited to psychiatrists"), which way it went.
    empty = change.before if claim.act == "added" else change.after
    return empty is None or claim_direction(claim) == change.direction


def _sides(change: Change) -> set[object]:
    return {side for side in (change.before, change.after) if isinstance(side, str)}


def _number(value: object) -> object:
    """The number in a value of the contract, for a score its points."""
    return value.get("score", value.get("devices")) if isinstance(value, dict) else value


def _print(entry: Revision) -> str:
    return "".join(letter for letter in entry.text.casefold() if letter.isalnum())


def _quote(entry: Revision) -> str:
    text = entry.text if len(entry.text) <= _LONGEST_QUOTE else f"{entry.text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return f"{entry.on.isoformat() if entry.on else 'no date'} “{text}”"
