"""Delivers an outbox to the end, by a clock that moves to each next attempt: a process that may be killed at any time.

`python -m tests.tracker.alerts.courier DATA SMTP_PORT WEBHOOK_URL`
"""

from __future__ import annotations

import logging
import sys
from contextlib import closing
from pathlib import Path

from db.connection import open_db
from db.outbox import pending_alerts
from tracker.alerts.deliver import deliver_due
from tracker.config import Config, Email, Webhook

SENDER = "alerts@clinic.example"
SECRET = "whsec_c3Rvcm0="


def main(data: Path, smtp_port: int, url: str) -> None:
    logging.disable()
    server = Email("127.0.0.1", smtp_port, "none", None, None, SENDER, 10)
    config = Config(email=server, webhooks=(Webhook("storm", url, SECRET),))
    with closing(open_db(data, create=False)) as db:
        while pending := pending_alerts(db):
            deliver_due(db, config, now=max(alert.next_attempt_at for alert in pending))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
