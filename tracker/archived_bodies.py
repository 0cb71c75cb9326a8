"""Bodies out of a web archive: each asked for once, and stored before it is spoken of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from db.blobs import BlobStore
from db.snapshots import Snapshot
from tracker.web_archive import Capture, Played, WebArchive

# Headers beside the original ones, under the names that archives give them: the digest of the body that was listed, and
# for the capture of a redirect, which capture it led to.
DIGEST = "WARC-Payload-Digest"
LED_TO = "WARC-Refers-To-Target-URI"
LED_TO_AT = "WARC-Refers-To-Date"


@dataclass(frozen=True, slots=True)
class Body:
    """Stored bytes of a capture, where they stood and the headers that they came with."""

    url: str
    sha256: str
    byte_count: int
    headers: tuple[tuple[str, str], ...]

    def in_row(self, row: Snapshot, led_to: Capture | None = None) -> Snapshot:
        """The row of a capture with this body; `led_to` is the capture that it is of, where the row is a redirect's."""
        way = ((LED_TO, led_to.url), (LED_TO_AT, led_to.at)) if led_to else ()
        return replace(
            row, final_url=self.url, sha256=self.sha256, byte_count=self.byte_count, headers=(*self.headers, *way)
        )


@dataclass(slots=True)
class Bodies:
    """Asks the archive for the bodies of one source that are not kept yet."""

    archive: WebArchive
    blobs: BlobStore
    _by_digest: dict[str, Body] = field(default_factory=dict)

    def know(self, kept: Iterable[Snapshot]) -> None:
        """Take in what is kept already."""
        for one in kept:
            headers = tuple(pair for pair in one.headers if pair[0] not in (LED_TO, LED_TO_AT))
            digest = dict(headers).get(DIGEST)
            if digest and one.sha256 and one.byte_count is not None:
                self._by_digest[digest] = Body(one.final_url, one.sha256, one.byte_count, headers)

    def of(self, capture: Capture) -> Body | Played:
        """The body of a capture; what was received, where that is a redirect. Raises as the archive does."""
        # All redirects may have the same empty body.
        known = None if capture.is_redirect else self._by_digest.get(capture.digest)
        if known:
            return known
        played = self.archive.play(capture)
        if played.leads_to:
            return played
        headers = (*played.headers, (DIGEST, capture.digest))
        body = Body(played.url, self.blobs.put(played.body), len(played.body), headers)
        self._by_digest[capture.digest] = body
        return body
