"""One message to one Slack incoming webhook."""

from __future__ import annotations

import json

from tracker.alerts.post import TIMEOUT_S, post_json
from tracker.config import SLACK_PREFIX, SlackHook, variable_of


def send_slack(payload: dict[str, object], hook: SlackHook, *, timeout_s: float = TIMEOUT_S) -> None:
    """Post a payload. Raises DeliveryError for anything but a 2xx answer; the hook's address is in none."""
    # Slack answers these when the hook or its channel is gone.
    remedy = f"make a new webhook and set {variable_of(SLACK_PREFIX, hook.name)}"
    body = json.dumps(payload).encode()
    post_json(hook.webhook, body, who=f"the Slack hook {hook.name}", gone={404: remedy, 410: remedy}, headers={},
              timeout_s=timeout_s)  # fmt: skip
