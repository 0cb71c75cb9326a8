"""An alert or a digest as an email: plain text and HTML, safe against what payers' pages contain."""

from __future__ import annotations

import hashlib
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from tracker.alerts.content import (
    DISCLAIMER,
    NEVER_KNOWN,
    AlertContent,
    Message,
    effective_words,
    for_digest,
    page_words,
    title,
    what_moved,
)
from tracker.alerts.plain import plain, shorten

SUBJECT_LIMIT = 160
# Mail programs cut HTML off at about 100 KB; the list at the head of a digest names every alert all the same.
DIGEST_DETAILED = 20
CHANGES_SHOWN = {"alert": 40, "digest": 6}
COLOURS = {
    "expanded": "#0b6b3a", "restricted": "#9b1c1c", "mixed": "#7a4a00", "neutral": "#1f4b8f", "unknown": "#4a4a4a",
}  # fmt: skip
_TEMPLATES = Environment(
    loader=PackageLoader("tracker.alerts"),
    autoescape=select_autoescape(["html"], default=False),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _sentence(text: str) -> str:
    """`text` with a capital, and its arrows kept with the word before them."""
    return text[:1].upper() + text[1:].replace(" → ", "\u00a0→ ")


_TEMPLATES.filters["sentence"] = _sentence
_TEMPLATES.globals |= {
    "never_known": NEVER_KNOWN,
    "detailed": DIGEST_DETAILED,
    "changes_shown": CHANGES_SHOWN,
    "disclaimer": DISCLAIMER,
    "colours": COLOURS,
    "effective_words": effective_words,
    "page_words": page_words,
    "what_moved": what_moved,
}


def render_email(message: Message, *, sender: str, to: str) -> EmailMessage:
    """The email for a message; its Message-ID follows from the message's id, so a repeat is known as one."""
    contents = for_digest(message.contents)
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    email = EmailMessage()
    email["From"], email["To"] = plain(sender), plain(to)
    email["Subject"] = _subject(message, contents)
    email["Date"] = format_datetime(datetime.fromisoformat(message.sent_at))
    email["Message-ID"] = f"<{message.message}@{domain}>"
    email["List-Id"] = f"ketwatch alerts <ketwatch.{domain}>"
    email["Auto-Submitted"] = "auto-generated"
    if not message.is_digest:
        email["In-Reply-To"] = email["References"] = _thread(contents[0], domain)
    name = "digest" if message.is_digest else "alert"
    email.set_content(_render(f"{name}.txt", contents))
    email.add_alternative(_render(f"{name}.html", contents), subtype="html")
    return email


def _subject(message: Message, contents: tuple[AlertContent, ...]) -> str:
    if not message.is_digest:
        # An arrow would make the whole header an encoded word, which some programs fold badly.
        return shorten(plain(title(contents[0])).replace(" → ", " to "), SUBJECT_LIMIT)
    expanded = sum(content.verdict == "expanded" for content in contents)
    return f"{len(contents)} coverage changes, {expanded} expanded ({message.sent_at[:10]})"


def _thread(content: AlertContent, domain: str) -> str:
    """The same root for every alert of a source, so that a reader's program shows them as one conversation."""
    return f"<source-{hashlib.sha256(content.source.encode()).hexdigest()[:24]}@{domain}>"


def _render(name: str, contents: tuple[AlertContent, ...]) -> str:
    return _TEMPLATES.get_template(name).render(contents=contents, content=contents[0])
