"""ketwatch.toml, checked once and complete: the night's hour, the channels and who hears of what.

Secrets come from the environment only: KETWATCH_SMTP_PASSWORD, KETWATCH_SLACK_<NAME> for each Slack hook, and
KETWATCH_WEBHOOK_<NAME> for what signs the messages of a webhook.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tracker.rules import Rule, read_rule
from tracker.toml_tables import ConfigError, TomlTable

__all__ = ["Config", "ConfigError", "Email", "Feed", "Folder", "Rule", "SlackHook", "Webhook", "load_config"]

Security = Literal["starttls", "tls", "none"]

SMTP_PASSWORD = "KETWATCH_SMTP_PASSWORD"  # noqa: S105 - the name of the variable, not its value
SLACK_PREFIX = "KETWATCH_SLACK_"
WEBHOOK_PREFIX = "KETWATCH_WEBHOOK_"
_USUAL_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_CHANNEL_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_ADDRESS = re.compile(r"[^@\s,<>]+@[^@\s,<>]+")


@dataclass(frozen=True, slots=True)
class Email:
    """The mail server. `password` is None when it asks for no login; `sender` is the address mails come from."""

    host: str
    port: int
    security: Security
    user: str | None
    password: str | None
    sender: str
    timeout_s: int = 30


@dataclass(frozen=True, slots=True)
class SlackHook:
    """An incoming webhook, reached by rules as "slack:NAME". The webhook's address is a secret."""

    name: str
    webhook: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that messages are written to as files, for trying out; reached by rules as "folder:NAME"."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that gets alerts as signed JSON, reached by rules as "webhook:NAME". `secret` signs every message."""

    name: str
    url: str
    secret: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The Atom feed of all changes, written to a file each night; `url` is where readers find it, None when unknown."""

    path: Path
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Everything an operator decides. `contact` is the address or page that sites see, without which nothing is
    crawled; `nightly_at` is "HH:MM" in UTC; `dead_man_url` is asked for after every finished run. A change that is yet
    to take effect is called to mind `remind_days_before` its date; 0 never does.
    """

    contact: str | None = None
    public_url: str | None = None
    nightly_at: str = "02:00"
    dead_man_url: str | None = None
    payers_parallel: int = 4
    remind_days_before: int = 14
    email: Email | None = None
    slack: tuple[SlackHook, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    folders: tuple[Folder, ...] = ()
    feed: Feed | None = None
    rules: tuple[Rule, ...] = ()


def load_config(path: Path, environ: Mapping[str, str] = os.environ, *, required: bool = False) -> Config:
    """Read and check the configuration. Without the file: the defaults, or ConfigError when it is `required`.

    `contact` may also come from KETWATCH_CONTACT. Folders are relative to the file. Raises ConfigError with the fix.
    """
    if not path.exists() and not required:
        return Config(contact=environ.get("KETWATCH_CONTACT") or None)
    try:
        root = TomlTable(tomllib.loads(path.read_text(encoding="utf-8")), "")
        return _config(root, path.parent, environ)
    except OSError as error:
        raise ConfigError(f"cannot read {path}: {error.strerror}; write it or give --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not TOML: {error}") from error
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def _config(root: TomlTable, base: Path, environ: Mapping[str, str]) -> Config:
    config = Config(
        contact=root.text("contact", environ.get("KETWATCH_CONTACT") or None),
        public_url=_web_address(root, "public_url"),
        nightly_at=_clock_time(root),
        dead_man_url=_web_address(root, "dead_man_url"),
        payers_parallel=root.number("payers_parallel", 4, least=1, most=32),
        remind_days_before=root.number("remind_days_before", 14, least=0, most=90),
        email=_email(root.table("email"), environ),
        slack=tuple(_slack(table, environ) for table in root.tables("slack")),
        webhooks=tuple(_webhook(table, environ) for table in root.tables("webhook")),
        folders=tuple(_folder(table, base) for table in root.tables("folder")),
        feed=_feed(root.table("feed"), base),
        rules=tuple(read_rule(table) for table in root.tables("rule")),
    )
    root.finish()
    _check_names(config)
    for rule in config.rules:
        _check_channels(rule, config)
    return config


def _email(table: TomlTable | None, environ: Mapping[str, str]) -> Email | None:
    if table is None:
        return None
    security: Security = table.choice("security", Security, "starttls")
    user = table.text("user")
    email = Email(
        host=table.required_text("host"),
        port=table.number("port", _USUAL_PORTS[security], least=1, most=65535),
        security=security,
        user=user,
        password=_secret(SMTP_PASSWORD, environ, "[email] has a user") if user else None,
        sender=table.required_text("sender"),
        timeout_s=table.number("timeout_s", 30, least=1, most=600),
    )
    table.finish()
    if user and security == "none":
        raise table.error("security", 'is "none" with a login: the password would travel in the clear')
    return email


def _slack(table: TomlTable, environ: Mapping[str, str]) -> SlackHook:
    name = _channel_name(table)
    table.finish()
    return SlackHook(name, _secret(variable_of(SLACK_PREFIX, name), environ, f"the Slack hook {name!r} is declared"))


def variable_of(prefix: str, name: str) -> str:
    """The environment variable that holds a channel's secret."""
    return prefix + name.upper().replace("-", "_")


def _webhook(table: TomlTable, environ: Mapping[str, str]) -> Webhook:
    name = _channel_name(table)
    url = _web_address(table, "url")
    table.finish()
    if url is None:
        raise table.error("url", "is missing: it needs the address to post to")
    secret = _secret(variable_of(WEBHOOK_PREFIX, name), environ, f"the webhook {name!r} is declared")
    return Webhook(name, url, secret)


def _feed(table: TomlTable | None, base: Path) -> Feed | None:
    if table is None:
        return None
    feed = Feed(base / table.required_text("path"), _web_address(table, "url"))
    table.finish()
    return feed


def _folder(table: TomlTable, base: Path) -> Folder:
    folder = Folder(_channel_name(table), base / table.required_text("path"))
    table.finish()
    return folder


def _check_names(config: Config) -> None:
    kinds = {
        "slack": [hook.name for hook in config.slack],
        "webhook": [hook.name for hook in config.webhooks],
        "folder": [folder.name for folder in config.folders],
        "rule": [rule.name for rule in config.rules],
    }
    for kind, names in kinds.items():
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ConfigError(f"two [[{kind}]] have the name {twice[0]!r}; each needs its own")


def _check_channels(rule: Rule, config: Config) -> None:
    known = {f"slack:{hook.name}" for hook in config.slack} | {f"folder:{folder.name}" for folder in config.folders}
    known |= {f"webhook:{hook.name}" for hook in config.webhooks}
    for channel in rule.to:
        kind, _, address = channel.partition(":")
        if kind != "email" and channel not in known:
            raise ConfigError(
                f"rule {rule.name!r} sends to {channel!r}, which is no channel: write email:ADDRESS, slack:NAME, "
                f"webhook:NAME or folder:NAME{'; declared are ' + ', '.join(sorted(known)) if known else ''}"
            )
        if kind == "email" and (config.email is None or not _ADDRESS.fullmatch(address)):
            why = "is no mail address" if config.email else "needs an [email] table with host and sender"
            raise ConfigError(f"rule {rule.name!r} sends to {channel!r}, which {why}")


def _channel_name(table: TomlTable) -> str:
    name = table.required_text("name")
    if not _CHANNEL_NAME.fullmatch(name):
        raise table.error("name", f"is {name!r}; use lower-case letters, digits, - and _")
    return name


def _clock_time(table: TomlTable) -> str:
    found = table.text("nightly_at", "02:00") or ""
    if not _CLOCK_TIME.fullmatch(found):
        raise table.error("nightly_at", f'is {found!r}; write HH:MM in UTC, for example "02:00"')
    return found


def _web_address(table: TomlTable, key: str) -> str | None:
    found = table.text(key)
    if found and urlsplit(found).scheme not in {"http", "https"}:
        raise table.error(key, f"is {found!r}; it must begin with https:// or http://")
    return found


def _secret(variable: str, environ: Mapping[str, str], why: str) -> str:
    found = environ.get(variable, "")
    if not found:
        raise ConfigError(f"{why}, so the environment must hold {variable}")
    return found
