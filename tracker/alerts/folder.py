"""Messages written to a folder instead of sent, in the form of every channel: for trying out."""

from __future__ import annotations

import json
import os
import tempfile
from email.message import EmailMessage
from pathlib import Path

from tracker.alerts.errors import DeliveryError


def write_message(
    folder: Path, message: str, email: EmailMessage, payload: dict[str, object], body_of_hook: bytes
) -> None:
    """Write NNN-<message>.eml, .slack.json, .webhook.json and .txt; a repeat of a message takes the place of the first.

    Raises DeliveryError when the folder cannot be written to.
    """
    body = email.get_body(("plain",))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stem = _stem(folder, message)
        _write(folder / f"{stem}.slack.json", json.dumps(payload, indent=2, ensure_ascii=False).encode() + b"\n")
        _write(folder / f"{stem}.webhook.json", body_of_hook)
        _write(folder / f"{stem}.txt", body.get_content().encode() if body else b"")
        # Last, because its presence says that the message is complete.
        _write(folder / f"{stem}.eml", email.as_bytes())
    except OSError as error:
        raise DeliveryError(f"cannot write to {folder}: {error.strerror}; make room or give another folder") from error


def _stem(folder: Path, message: str) -> str:
    taken = sorted(path.name for path in folder.glob("[0-9][0-9][0-9]*-*"))
    mine = next((name for name in taken if name.partition("-")[2].startswith(f"{message}.")), None)
    last = max((int(name.partition("-")[0]) for name in taken), default=0)
    return mine.partition(".")[0] if mine else f"{last + 1:03d}-{message}"


def _write(path: Path, body: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
