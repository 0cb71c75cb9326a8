"""An alert or a digest as a Slack message, within Block Kit's limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tracker.alerts.content import (
    DISCLAIMER,
    NEVER_KNOWN,
    AlertContent,
    ChangeLine,
    Clause,
    Message,
    effective_words,
    for_digest,
    page_words,
    title,
    what_moved,
)
from tracker.alerts.plain import shorten

BLOCKS, HEADER_LIMIT, TEXT_LIMIT = 50, 150, 3_000
CHANGES_SHOWN = 12
CLAUSE_SHOWN = 500
DIGEST_SECTIONS = 30
MARKS = {"expanded": "▲", "restricted": "▼", "mixed": "◆", "neutral": "●", "unknown": "?"}
Block = dict[str, object]


def render_slack(message: Message) -> dict[str, object]:
    """The payload to post. `text` is what notifications and screen readers get; `blocks` is what is shown."""
    contents = for_digest(message.contents)
    blocks = _digest(contents) if message.is_digest else _alert(contents[0])
    return {
        "text": shorten("\n".join(escape(title(content)) for content in contents), TEXT_LIMIT),
        "blocks": list(blocks)[:BLOCKS],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def escape(text: str) -> str:
    """`text` as Slack must get it: no mention, link or mark-up of its own can come of it."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A zero-width space beside a sign takes its power to format; Slack has no escape for these.
    for sign in "*_~`":
        safe = safe.replace(sign, f"\u200b{sign}\u200b")
    return safe


def _alert(content: AlertContent) -> Iterator[Block]:
    yield _header(f"{MARKS[content.verdict]} {content.headline}: {content.payer}")
    yield _section(f"*{escape(content.subject)}*\n{escape(what_moved(content))}")
    if content.witness:
        yield _section(f"*Example patient:* {escape(content.witness)}")
    for change in content.changes[:CHANGES_SHOWN]:
        yield _section(_change(change))
    if len(content.changes) > CHANGES_SHOWN:
        yield _section(f"… and {len(content.changes) - CHANGES_SHOWN} more changes: `ketwatch show {content.source}`")
    yield _section(_facts(content))
    if content.advice:
        yield _section("\n".join(f"*{one.role.capitalize()}:* {escape(one.text)}" for one in content.advice))
    yield _context("Not known: " + " ".join(escape(line) for line in (*content.not_known, *NEVER_KNOWN)))
    yield _context(f"{DISCLAIMER} Rule “{escape(content.rule)}”.")


def _change(change: ChangeLine) -> str:
    lines = [f"*{escape(change.what)}* ({change.effect})", f"_{escape(change.subject)}_"]
    lines += [_quote("Before", change.old)] if change.old else []
    lines += [_quote("Now", change.new)] if change.new else []
    return "\n".join(lines)


def _quote(side: str, clause: Clause) -> str:
    where = page_words(clause)
    return f"> {side}{f' ({where})' if where else ''}: {escape(shorten(clause.text, CLAUSE_SHOWN))}"


def _facts(content: AlertContent) -> str:
    dates = content.dates
    lines = [f"*Policy:* {escape(content.policy)} ({escape(content.payer_note)})"]
    lines += [f"*Effective:* {effective_words(dates)} · *detected:* {dates.detected_at[:10]}"]
    lines += [f"*Published:* {dates.published_on.isoformat()}"] if dates.published_on else []
    lines += [f"*Codes no longer listed:* {_codes(content.codes.gone)}"] if content.codes.gone else []
    lines += [f"*Codes newly listed:* {_codes(content.codes.new)}"] if content.codes.new else []
    lines += [f"*Document:* {_link(content)} · our copy `{(content.new_copy.sha256 or 'none')[:16]}`"]
    return "\n".join(lines)


def _codes(codes: tuple[str, ...]) -> str:
    return escape(shorten(", ".join(codes), CLAUSE_SHOWN))


def _link(content: AlertContent) -> str:
    # In a link only these end the address; the formatting signs belong to it.
    url = (content.url or "").replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
    return f"<{url}|open>" if url else "no address"


def _digest(contents: tuple[AlertContent, ...]) -> Iterator[Block]:
    yield _header(f"{len(contents)} coverage changes, expansions first")
    for content in contents[:DIGEST_SECTIONS]:
        yield _section(_digest_entry(content))
    rest = (
        f"{MARKS[content.verdict]} {escape(title(content))} {_link(content)}" for content in contents[DIGEST_SECTIONS:]
    )
    for text in _packed(rest):
        yield _section(text)
    yield _context(f"Not known: {' '.join(NEVER_KNOWN)} {DISCLAIMER}")


def _digest_entry(content: AlertContent) -> str:
    lines = [f"{MARKS[content.verdict]} *{escape(content.headline)}: {escape(content.payer)}*"]
    lines += [escape(content.subject), escape(what_moved(content))]
    lines += [f"Example patient: {escape(content.witness)}"] if content.witness else []
    lines += [f"Effective {effective_words(content.dates)} · {_link(content)}"]
    return "\n".join(lines)


def _packed(lines: Iterable[str]) -> Iterator[str]:
    """Lines gathered into texts under the limit, so that a long digest leaves nobody out."""
    text = ""
    for line in lines:
        short = shorten(line, TEXT_LIMIT)
        if text and len(text) + 1 + len(short) > TEXT_LIMIT:
            yield text
            text = ""
        text = f"{text}\n{short}" if text else short
    if text:
        yield text


def _header(text: str) -> Block:
    return {"type": "header", "text": {"type": "plain_text", "text": _plain(text, HEADER_LIMIT), "emoji": False}}


def _plain(text: str, limit: int) -> str:
    """Escaped text for a plain field, cut before escaping so that no entity is halved."""
    cut = text
    while len(escaped := cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) > limit:
        cut = shorten(cut, len(cut) - (len(escaped) - limit))
    return escaped


def _section(text: str) -> Block:
    return {"type": "section", "text": {"type": "mrkdwn", "text": _fit(text), "verbatim": True}}


def _context(text: str) -> Block:
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": _fit(text), "verbatim": True}]}


def _fit(text: str) -> str:
    # A cut may halve an escaped sign; the half would be shown.
    return re.sub(r"&[a-z]*…$", "…", shorten(text, TEXT_LIMIT))
