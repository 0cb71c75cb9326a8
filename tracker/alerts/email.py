"""An alert or a digest as an email: plain text and HTML, readable with pictures off and on a phone."""

from __future__ import annotations

import hashlib
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr

from tracker.alerts.content import AlertContent, Message, Picture, digest_title, for_digest, title
from tracker.alerts.pages import Shown, render
from tracker.alerts.plain import plain, shorten
from tracker.clock import parse_instant

SUBJECT_LIMIT = 160
# Mail programs cut HTML off at about 100 KB.
LARGEST = 98_000
# The first that fits is taken.
_OF_ALERT = (Shown(24, 12), Shown(24), Shown(12), Shown(5))
_OF_DIGEST = (Shown(4, 0, 20), Shown(3, 0, 10), Shown(2, 0, 4), Shown(0, 0, 0))


def render_email(message: Message, *, sender: str, to: str) -> EmailMessage:
    """The email for a message; its Message-ID follows from the message's id, so a repeat is known as one."""
    contents = for_digest(message.contents)
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    email = EmailMessage()
    email["From"], email["To"] = plain(sender), plain(to)
    email["Subject"] = _subject(message, contents)
    email["Date"] = format_datetime(parse_instant(message.sent_at))
    email["Message-ID"] = f"<{message.message}@{domain}>"
    email["List-Id"] = f"ketwatch alerts <ketwatch.{domain}>"
    email["Auto-Submitted"] = "auto-generated"
    if not message.is_digest:
        root, replied = _thread(contents[0], domain)
        email["References"] = root if replied == root else f"{root} {replied}"
        email["In-Reply-To"] = replied
    _set_bodies(email, message, contents, picture_id=f"clause@{domain}")
    return email


def _subject(message: Message, contents: tuple[AlertContent, ...]) -> str:
    if message.is_digest:
        return digest_title(message)
    # An arrow would make the whole header an encoded word, which some programs fold badly.
    return shorten(plain(title(contents[0])).replace(" → ", " to "), SUBJECT_LIMIT)


def _thread(content: AlertContent, domain: str) -> tuple[str, str]:
    """The root that all alerts of a source share, so that a reader's program shows them as one conversation, and the
    message that this one replies to: the one it follows, else the root.
    """
    root = f"<source-{hashlib.sha256(content.source.encode()).hexdigest()[:24]}@{domain}>"
    return root, f"<{content.follows}@{domain}>" if content.follows else root


def _set_bodies(email: EmailMessage, message: Message, contents: tuple[AlertContent, ...], *, picture_id: str) -> None:
    """Plain text and HTML with as much detail as mail programs show, and the picture that the HTML shows."""
    name, amounts = ("digest", _OF_DIGEST) if message.is_digest else ("alert", _OF_ALERT)
    values: dict[str, object] = {
        "contents": contents,
        "content": contents[0],
        "heading": digest_title(message) if message.is_digest else title(contents[0]),
        "rules": tuple(dict.fromkeys(content.rule for content in contents)),
        "picture_id": picture_id,
    }
    renderings = ((shown, render(f"{name}.html", shown, **values)) for shown in amounts)
    shown, html = next((one for one in renderings if len(one[1].encode()) <= LARGEST), (amounts[-1], ""))
    email.set_content(render(f"{name}.txt", shown, **values))
    email.add_alternative(html or render(f"{name}.html", shown, **values), subtype="html")
    if not message.is_digest and contents[0].picture:
        _attach(email, contents[0].picture, picture_id)


def _attach(email: EmailMessage, picture: Picture, picture_id: str) -> None:
    """Put the picture beside the HTML that shows it; nothing is fetched from elsewhere."""
    page = email.get_body(("html",))
    if not isinstance(page, EmailMessage):  # the alternative was added just before
        raise TypeError("an alert's email has no HTML part")
    page.add_related(picture.png, "image", "png", cid=f"<{picture_id}>", disposition="inline", filename="clause.png")
