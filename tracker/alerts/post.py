"""One JSON body posted to one address: what Slack hooks and webhooks share."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException

from tracker.alerts.errors import DeliveryError

TIMEOUT_S = 20
_TOO_MANY = 429


def post_json(
    url: str,
    body: bytes,
    *,
    who: str,
    gone: Mapping[int, str],
    headers: Mapping[str, str],
    timeout_s: float = TIMEOUT_S,
) -> None:
    """Post a body. Raises DeliveryError for anything but a 2xx answer.

    `who` names the receiver in errors, because its address may be a secret; `gone` has the answers that will not
    change, each with what to do.
    """
    content = {"Content-Type": "application/json; charset=utf-8"}
    # The address is the operator's own, checked by tracker.config.
    request = urllib.request.Request(url, data=body, headers=content | dict(headers), method="POST")  # noqa: S310
    try:
        with _OPENER.open(request, timeout=timeout_s) as answer:
            answer.read()
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(error, who, gone) from error
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise DeliveryError(f"cannot reach {who}: {reason}", unreachable=True) from error


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected POST would become a GET without the body, and a 200 for that would count as delivered."""

    def redirect_request(self, *_args: object, **_options: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def _refused(error: urllib.error.HTTPError, who: str, gone: Mapping[int, str]) -> DeliveryError:
    said = error.read(200).decode("utf-8", "replace").strip()
    text = f"{who} answered {error.code}: {said or error.reason}"
    if error.code in gone:
        return DeliveryError(f"{text}; {gone[error.code]}", permanent=True)
    after = error.headers.get("Retry-After", "")
    if error.code == _TOO_MANY or after.isdigit():
        return DeliveryError(text, unreachable=True, retry_after_s=int(after) if after.isdigit() else 1)
    return DeliveryError(text, unreachable=error.code >= 500)
