"""The way of a message to its channel, by the channel's name: "email:ADDRESS", or the kind and name of a table."""

from __future__ import annotations

from types import TracebackType
from typing import TypeVar

from tracker.alerts.content import Message
from tracker.alerts.email import render_email
from tracker.alerts.errors import DeliveryError
from tracker.alerts.folder import write_message
from tracker.alerts.send_email import MailConnection
from tracker.alerts.send_slack import send_slack
from tracker.alerts.send_webhook import send_webhook
from tracker.alerts.slack import render_slack
from tracker.alerts.webhook import render_webhook
from tracker.config import Config, Folder, SlackHook, Webhook

FOLDER_SENDER = "ketwatch <ketwatch@localhost>"
NO_RECIPIENT = "undisclosed-recipients:;"
Named = TypeVar("Named", SlackHook, Folder, Webhook)


def peer_of(channel: str) -> str:
    """Who answers for a channel: all email goes through one server, each hook and folder stands alone."""
    return "email" if channel.startswith("email:") else channel


class Channels:
    """The channels of a configuration, open for one pass over the outbox."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._mail = MailConnection(config.email) if config.email else None

    def __enter__(self) -> Channels:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._mail:
            self._mail.close()

    def send(self, message: Message) -> None:
        """Render and deliver one message. Raises DeliveryError."""
        kind, _, name = message.channel.partition(":")
        match kind:
            case "email":
                self._send_email(message, name)
            case "slack":
                send_slack(render_slack(message), _named(self._config.slack, name, "slack"))
            case "webhook":
                hook = _named(self._config.webhooks, name, "webhook")
                send_webhook(render_webhook(message), hook, message=message.message, sent_at=message.sent_at)
            case "folder":
                self._write(message, _named(self._config.folders, name, "folder"))
            case _:
                raise DeliveryError(f"unknown channel {message.channel}: write email:, slack:, webhook: or folder:")

    def _send_email(self, message: Message, address: str) -> None:
        if self._config.email is None or self._mail is None:
            raise DeliveryError("no mail server is configured: add an [email] table to ketwatch.toml", unreachable=True)
        self._mail.send(render_email(message, sender=self._config.email.sender, to=address))

    def _write(self, message: Message, folder: Folder) -> None:
        sender = self._config.email.sender if self._config.email else FOLDER_SENDER
        email = render_email(message, sender=sender, to=NO_RECIPIENT)
        write_message(folder.path, message.message, email, render_slack(message), render_webhook(message))


def _named(configured: tuple[Named, ...], name: str, kind: str) -> Named:
    for one in configured:
        if one.name == name:
            return one
    raise DeliveryError(f"no {kind} named {name} is configured: add it to ketwatch.toml", unreachable=True)
