"""The way of a message to its channel, by the channel's name: "email:ADDRESS", "slack:NAME", "folder:NAME"."""

from __future__ import annotations

from typing import TypeVar

from tracker.alerts.content import Message
from tracker.alerts.email import render_email
from tracker.alerts.errors import DeliveryError
from tracker.alerts.folder import write_message
from tracker.alerts.send_email import send_email
from tracker.alerts.send_slack import send_slack
from tracker.alerts.slack import render_slack
from tracker.config import Config, Folder, SlackHook

FOLDER_SENDER = "ketwatch <ketwatch@localhost>"
NO_RECIPIENT = "undisclosed-recipients:;"
Named = TypeVar("Named", SlackHook, Folder)


def peer_of(channel: str) -> str:
    """Who answers for a channel: all email goes through one server, each hook and folder stands alone."""
    return "email" if channel.startswith("email:") else channel


def send(message: Message, config: Config) -> None:
    """Render and deliver one message. Raises DeliveryError."""
    kind, _, name = message.channel.partition(":")
    match kind:
        case "email":
            _send_email(message, name, config)
        case "slack":
            send_slack(render_slack(message), _named(config.slack, name, "slack"))
        case "folder":
            sender = config.email.sender if config.email else FOLDER_SENDER
            email = render_email(message, sender=sender, to=NO_RECIPIENT)
            folder = _named(config.folders, name, "folder")
            write_message(folder.path, message.message, email, render_slack(message))
        case _:
            raise DeliveryError(f"unknown channel {message.channel}: use email:, slack: or folder: in ketwatch.toml")


def _send_email(message: Message, address: str, config: Config) -> None:
    if config.email is None:
        raise DeliveryError("no mail server is configured: add an [email] table to ketwatch.toml", unreachable=True)
    send_email(render_email(message, sender=config.email.sender, to=address), config.email)


def _named(configured: tuple[Named, ...], name: str, kind: str) -> Named:
    for one in configured:
        if one.name == name:
            return one
    raise DeliveryError(f"no {kind} named {name} is configured: add it to ketwatch.toml", unreachable=True)
