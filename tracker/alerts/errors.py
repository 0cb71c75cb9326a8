"""Why a message did not go out."""

from __future__ import annotations


class DeliveryError(Exception):
    """A message was not delivered; the text says what to do.

    `permanent`: the receiver will refuse it again, so it is not tried again. `unreachable`: the server did not answer
    as one that works, so others to it may fail too. `retry_after_s`: it asked to be left alone for so many seconds.
    """

    def __init__(
        self, text: str, *, permanent: bool = False, unreachable: bool = False, retry_after_s: int | None = None
    ) -> None:
        super().__init__(text)
        self.permanent = permanent
        self.unreachable = unreachable
        self.retry_after_s = retry_after_s
