"""One night at a time: a lock on the data folder that ends with the process that holds it."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import BusyError


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Hold the data folder's lock. Raises BusyError when another process has it."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "nightly.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(f"another ketwatch is at work in {data}: wait for it, or stop it") from error
        yield
