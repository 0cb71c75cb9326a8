"""Where a command finds its data and its configuration: `--data` and `--config`, before the command or after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
from sqlite_utils import Database

from db.connection import open_db
from tracker.config import Config, load_config

DEFAULT_DATA = Path("data")
DEFAULT_CONFIG = Path("ketwatch.toml")


@dataclass(slots=True)
class Settings:
    """The folder with ketwatch.db and snapshots/, and the configuration file, as far as they were given."""

    data: Path = DEFAULT_DATA
    config: Path = DEFAULT_CONFIG
    config_given: bool = False

    def open(self) -> Database:
        """The database, which must exist; closed when the command ends. Raises FileNotFoundError."""
        db = open_db(self.data, create=False)
        click.get_current_context().call_on_close(db.close)
        return db

    def read_config(self, *, required: bool = False) -> Config:
        """The configuration, checked; its absence is an error when it was named or is `required`."""
        return load_config(self.config, required=required or self.config_given)


def data_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add `--data`, which a command takes before its name and after it."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="KETWATCH_DATA",
        expose_value=False,
        is_eager=True,
        callback=_set_data,
        help="Folder with ketwatch.db and snapshots/ (KETWATCH_DATA; default ./data).",
    )(function)


def config_option(function: Callable[..., None]) -> Callable[..., None]:
    """Add `--config`, which a command takes before its name and after it."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="KETWATCH_CONFIG",
        expose_value=False,
        is_eager=True,
        callback=_set_config,
        help="Configuration file (KETWATCH_CONFIG; default ./ketwatch.toml).",
    )(function)


def settings() -> Settings:
    """The settings of the running command."""
    return click.get_current_context().ensure_object(Settings)


def _set_data(context: click.Context, _: click.Parameter, data: Path | None) -> None:
    if data and _is_nearer(context, "data"):
        context.ensure_object(Settings).data = data


def _set_config(context: click.Context, _: click.Parameter, config: Path | None) -> None:
    if config and _is_nearer(context, "config"):
        chosen = context.ensure_object(Settings)
        chosen.config, chosen.config_given = config, True


def _is_nearer(context: click.Context, name: str) -> bool:
    """An option on the command line wins over the environment, which every level of commands reads again."""
    source = context.get_parameter_source(name)
    return context.parent is None or source is click.core.ParameterSource.COMMANDLINE
