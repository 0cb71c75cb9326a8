"""The text of a page or list whose bytes came without a reliable charset."""

from __future__ import annotations

import re

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def decode_html(body: bytes) -> str:
    """Text of a page: by its byte order mark, its declared charset when that fits, UTF-8, else Windows-1252."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", errors="replace")
    declared = _CHARSET.search(body[:4096])
    for charset in (declared[1].decode("ascii") if declared else "utf-8", "utf-8"):
        try:
            return body.removeprefix(b"\xef\xbb\xbf").decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    mostly_utf8 = body.decode("utf-8", errors="replace")
    return mostly_utf8 if mostly_utf8.count("\ufffd") * 50 < len(body) else body.decode("cp1252", errors="replace")
