"""One message to one Slack incoming webhook."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from http.client import HTTPException

from tracker.alerts.errors import DeliveryError
from tracker.config import SLACK_PREFIX, SlackHook

TIMEOUT_S = 20
# Slack answers these when the hook or its channel is gone; sending again cannot help.
_GONE = {404, 410}


def send_slack(payload: dict[str, object], hook: SlackHook, *, timeout_s: float = TIMEOUT_S) -> None:
    """Post a payload. Raises DeliveryError for anything but a 2xx answer.

    The webhook's address is a secret, so no error repeats it.
    """
    request = urllib.request.Request(  # noqa: S310  # the address is the operator's own, checked by tracker.config
        hook.webhook,
        data=json.dumps(payload).encode(),
        headers={"Content-Type": "application/json; charset=utf-8"},
        method="POST",
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout_s) as answer:  # noqa: S310
            answer.read()
    except urllib.error.HTTPError as error:
        with error:
            raise _refused(error, hook.name) from error
    except (OSError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise DeliveryError(f"cannot reach the Slack hook {hook.name}: {reason}", unreachable=True) from error


def _refused(error: urllib.error.HTTPError, name: str) -> DeliveryError:
    said = error.read(200).decode("utf-8", "replace").strip()
    text = f"the Slack hook {name} answered {error.code}: {said or error.reason}"
    if error.code in _GONE:
        variable = SLACK_PREFIX + name.upper().replace("-", "_")
        return DeliveryError(f"{text}; make a new webhook and set {variable}", permanent=True)
    after = error.headers.get("Retry-After", "")
    # 429 asks for silence on the whole hook; 5xx is Slack's own trouble: both may pass, for other messages too.
    return DeliveryError(text, unreachable=True, retry_after_s=int(after) if after.isdigit() else None)
