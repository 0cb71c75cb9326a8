"""An alert or a digest as JSON for programs; a change has the fields that `ketwatch changes --format json` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from db.queries import ChangeRow
from tracker.alerts.content import AlertContent, Message, for_digest, title

SCHEMA = 1


def render_webhook(message: Message) -> bytes:
    """The body to post. It is the same for every attempt at a message, so that `id` and bytes tell a repeat."""
    alerts = [_alert(content) for content in for_digest(message.contents)]
    body = {"schema": SCHEMA, "id": message.message, "urgency": message.urgency, "alerts": alerts}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _alert(content: AlertContent) -> dict[str, object]:
    found = content.found
    return {
        "id": content.alert,
        "kind": content.kind,
        "title": title(content),
        "notices": list(content.notices),
        "payer": content.payer_id,
        "source": content.source,
        "policy": content.policy,
        "url": content.url,
        "verdict": content.verdict,
        "action_required": content.action_required,
        "confidence": found.content.confidence,
        "reason": found.content.reason,
        "effective_on": found.effective_on,
        "published_on": content.dates.published_on.isoformat() if content.dates.published_on else None,
        "detected_at": found.detected_at,
        "witness": found.content.witness,
        "against_label": list(content.against_label),
        "shared": content.shared,
        "own_history": content.own_history,
        "changes": [asdict(row) for row in _rows(content)],
        "snapshots": {"before": content.old_copy.sha256, "after": content.new_copy.sha256},
    }


def _rows(content: AlertContent) -> Iterator[ChangeRow]:
    found = content.found
    for change in found.content.changes:
        yield ChangeRow(
            payer=content.payer_id,
            source=content.source,
            product=change.product,
            indication=change.indication,
            phase=change.phase,
            key=change.key,
            axis=change.axis,
            direction=change.direction,
            before=change.before,
            after=change.after,
            before_text=change.before_text,
            after_text=change.after_text,
            verdict=content.verdict,
            action_required=content.action_required,
            effective_on=found.effective_on,
            detected_at=found.detected_at,
            url=content.url or "",
            comparison=found.comparison,
            event=content.event,
        )
