"""An alert or a digest as a Slack message, within Block Kit's limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.alerts.content import (
    DISCLAIMER,
    NEVER_KNOWN,
    AlertContent,
    ChangeLine,
    Clause,
    Message,
    digest_title,
    effective_words,
    for_digest,
    headline,
    page_words,
    title,
    to_do_words,
    what_moved,
)
from tracker.alerts.plain import shorten
from tracker.alerts.slack_text import (
    TEXT_LIMIT,
    Block,
    context_block,
    escape,
    header_block,
    link,
    section_block,
    size_of,
    within_total,
)

# Slack's own limit is 50 blocks. Of all texts together it documents none, but refuses messages from about 11,000
# characters on (slackapi/bolt-js issues 2509 and 2867).
BLOCKS, TOTAL_LIMIT = 50, 10_000
CHANGES_SHOWN = 12
CLAUSE_SHOWN = 500
# With less room than this for each, the alerts of a digest are named in a line.
ENTRY_LEAST, ENTRY_MOST = 400, 900
MARKS = {"expanded": "▲", "restricted": "▼", "mixed": "◆", "neutral": "●", "unknown": "?"}


def render_slack(message: Message) -> dict[str, object]:
    """The payload to post. `text` is what notifications and screen readers get; `blocks` is what is shown."""
    contents = for_digest(message.contents)
    blocks = _digest(message, contents) if message.is_digest else _alert(contents[0])
    heading = [digest_title(message)] if message.is_digest else []
    return {
        "text": shorten("\n".join(map(escape, [*heading, *map(title, contents)])), TEXT_LIMIT),
        "blocks": within_total(list(blocks)[:BLOCKS], TOTAL_LIMIT),
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _alert(content: AlertContent) -> list[Block]:
    before, after = list(_before_changes(content)), list(_after_changes(content))
    left = TOTAL_LIMIT - sum(map(size_of, (*before, *after)))
    return [*before, *_changes(content, left), *after]


def _before_changes(content: AlertContent) -> Iterator[Block]:
    yield header_block(f"{MARKS[content.verdict]} {headline(content)}: {content.payer}")
    yield section_block(f"*{escape(content.subject)}*\n{escape(what_moved(content))}\n_{escape(content.weight)}_")
    if content.shared:
        yield section_block(escape(content.shared))
    if content.notices:
        yield section_block("\n".join(f"> {escape(line)}" for line in content.notices))
    matters = [f"*Example patient:* {escape(content.witness)}"] if content.witness else []
    matters += [escape(line) for line in content.reach]
    if matters:
        yield section_block("\n".join(matters))


def _changes(content: AlertContent, left: int) -> Iterator[Block]:
    """The changes that fit into the characters left, and how many do not."""
    shown = 0
    for change in content.changes[:CHANGES_SHOWN]:
        block = _change(change)
        left -= size_of(block)
        if left < 0 and shown:
            break
        shown += 1
        yield block
    if len(content.changes) > shown:
        yield section_block(f"… and {len(content.changes) - shown} more: `ketwatch show {content.source}`")


def _change(change: ChangeLine) -> Block:
    text = f"*{escape(change.what)}* ({change.effect})\n_{escape(change.subject)}_"
    if change.old is None and change.new is None:
        return section_block(text)
    return section_block(text, fields=(_quote("Before", change.old), _quote("Now", change.new)))


def _quote(side: str, clause: Clause | None) -> str:
    where = page_words(clause)
    said = escape(shorten(clause.text, CLAUSE_SHOWN)) if clause else "(says nothing of it)"
    return f"*{side}*{f', {where}' if where else ''}\n{said}"


def _after_changes(content: AlertContent) -> Iterator[Block]:
    yield section_block(_facts(content))
    if content.advice:
        lines = [f"*{to_do_words(content.dates)}*"]
        lines += [f"*{one.role.capitalize()}:* {escape(one.text)}" for one in content.advice]
        yield section_block("\n".join(lines))
    if content.stated:
        yield section_block(
            "\n".join(f"*{one.label}:* “{escape(shorten(one.clause.text, CLAUSE_SHOWN))}”" for one in content.stated)
        )
    open_questions = (*content.not_known, *content.not_stated)
    if open_questions:
        yield context_block("Not known: " + " ".join(map(escape, open_questions)))
    if content.trail:
        yield context_block("Corrected since: " + " ".join(map(escape, content.trail)))
    yield context_block(f"{DISCLAIMER} Rule “{escape(content.rule)}”.")


def _facts(content: AlertContent) -> str:
    dates = content.dates
    lines = [f"*Effective:* {effective_words(dates)} · *detected:* {dates.detected_at[:10]}"]
    lines += [f"*Published:* {dates.published_on.isoformat()}"] if dates.published_on else []
    lines += [f"*Against the FDA label:* {escape(' '.join(content.against_label))}"] if content.against_label else []
    lines += [f"*Its own list of revisions agrees:* {escape(content.own_history)}"] if content.own_history else []
    lines += [f"*Codes no longer listed:* {_codes(content.codes.gone)}"] if content.codes.gone else []
    lines += [f"*Codes newly listed:* {_codes(content.codes.new)}"] if content.codes.new else []
    lines += [f"*Policy:* {escape(content.policy)} ({escape(content.payer_note)})"]
    lines.insert(0, f"*Document:* {link(content.url)} · our copy `{(content.new_copy.sha256 or 'none')[:16]}`")
    return "\n".join(lines)


def _codes(codes: tuple[str, ...]) -> str:
    return escape(shorten(", ".join(codes), CLAUSE_SHOWN))


def _digest(message: Message, contents: tuple[AlertContent, ...]) -> Iterator[Block]:
    yield header_block(digest_title(message))
    closing = context_block(f"Not known: {' '.join(NEVER_KNOWN)} {DISCLAIMER}")
    room = (TOTAL_LIMIT - size_of(closing) - 200) // len(contents)
    if room >= ENTRY_LEAST:
        # One block each: at such room there are fewer than Slack's limit.
        for content in contents:
            yield section_block(shorten(_entry(content), min(room, ENTRY_MOST)))
    else:
        for text in _packed(_line(content, room) for content in contents):
            yield section_block(text)
    yield closing


def _entry(content: AlertContent) -> str:
    lines = [f"{MARKS[content.verdict]} *{escape(headline(content))}: {escape(content.payer)}* {link(content.url)}"]
    lines += [escape(content.subject), escape(what_moved(content)), f"Effective {effective_words(content.dates)}"]
    lines += [escape(content.shared)] if content.shared else []
    lines += [f"Example patient: {escape(content.witness)}"] if content.witness else []
    return "\n".join(lines)


def _line(content: AlertContent, room: int) -> str:
    """An alert in a line of so many characters; the link goes first when there is no room for it."""
    line = (
        f"{MARKS[content.verdict]} *{escape(content.payer)}*: {escape(what_moved(content))}, {escape(content.subject)}"
    )
    where = f" {link(content.url)}"
    fits = len(line) + len(where) <= room
    return line + where if fits else shorten(line, room)


def _packed(lines: Iterable[str]) -> Iterator[str]:
    """Lines gathered into texts under the limit, so that a long digest leaves nobody out."""
    text = ""
    for line in lines:
        if text and len(text) + 1 + len(line) > TEXT_LIMIT:
            yield text
            text = ""
        text = f"{text}\n{line}" if text else line
    if text:
        yield text
