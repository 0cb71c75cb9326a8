"""Office files are archives: how large they may be, and what opening a damaged one raises."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from parsers.errors import ParseError

DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    # lxml's and ElementTree's errors are such.
    SyntaxError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    OSError,
    EOFError,
    AttributeError,
    # The archive's for a password, a kind of packing it does not know or a nesting without end.
    RuntimeError,
)
_MOST_BYTES = 200_000_000


def require_size(body: bytes, kind: str) -> None:
    """Raise ParseError for an archive that unpacks to more than any policy; zipfile.BadZipFile when it is none."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
            raise ParseError(f"The {kind} unpacks to more than 200 MB; it is not a policy.")
