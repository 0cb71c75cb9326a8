"""One message to one webhook, signed as the Standard Webhooks specification says."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

from tracker.alerts.post import TIMEOUT_S, post_json
from tracker.clock import parse_instant
from tracker.config import Webhook

_PREFIX = "whsec_"
_GONE = {410: "the receiver wants no more of it: take the [[webhook]] out of ketwatch.toml"}


def send_webhook(body: bytes, hook: Webhook, *, message: str, sent_at: str, timeout_s: float = TIMEOUT_S) -> None:
    """Post a signed body. Raises DeliveryError for anything but a 2xx answer."""
    headers = signed_headers(body, hook.secret, message=message, at=int(parse_instant(sent_at).timestamp()))
    post_json(hook.url, body, who=f"the webhook {hook.name}", gone=_GONE, headers=headers, timeout_s=timeout_s)


def signed_headers(body: bytes, secret: str, *, message: str, at: int) -> dict[str, str]:
    """The headers of a message: its id, the Unix time, and the HMAC-SHA256 of both with the body.

    The id is that of every attempt; the time lets a receiver turn away what was recorded and is played again.
    """
    signed = b".".join((message.encode(), str(at).encode(), body))
    signature = base64.b64encode(hmac.new(_key(secret), signed, hashlib.sha256).digest()).decode()
    return {"webhook-id": message, "webhook-timestamp": str(at), "webhook-signature": f"v1,{signature}"}


def _key(secret: str) -> bytes:
    """The key: what follows "whsec_" in base64, as the specification writes secrets, or any other text itself."""
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
        except binascii.Error:
            pass
    return secret.encode()
