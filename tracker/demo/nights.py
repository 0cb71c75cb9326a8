"""The real nightly job, three nights in a row, against the recorded sample web."""

from __future__ import annotations

import email
import email.policy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from tracker.config import load_config
from tracker.nightly import NightPlan, NightReport, run_night

NIGHTS = ("night-1.warc.gz", "night-2.warc.gz", "night-3.warc.gz")
SPIDERS = "spiders.demo"
MARK = "# Written by `ketwatch demo`, which starts this folder anew."
CONFIG = f"""{MARK}
contact = "demo@ketwatch.example"

[[folder]]
name = "messages"
path = "messages"

[feed]
path = "changes.xml"

[[rule]]
name = "wider access, at once"
when = "at_once"
directions = ["expanded", "mixed"]
to = ["folder:messages"]

[[rule]]
name = "everything else, once a night"
when = "nightly"
to = ["folder:messages"]
"""


class DemoError(Exception):
    """The demo cannot use the folder; the message says what to do."""


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """What a demo leaves behind: a data folder, a configuration, and the messages it wrote instead of sending them."""

    out: Path

    @property
    def data(self) -> Path:
        return self.out / "data"

    @property
    def config(self) -> Path:
        return self.out / "ketwatch.toml"

    @property
    def messages(self) -> Path:
        return self.out / "messages"


@dataclass(frozen=True, slots=True)
class Written:
    """A message in the folder: its email file and the subject a reader sees."""

    path: Path
    subject: str


def prepare(out: Path) -> DemoFolder:
    """A fresh demo folder; an earlier demo's is cleared. Raises DemoError when it holds anything else."""
    folder = DemoFolder(out)
    if folder.config.exists() and folder.config.read_text("utf-8").startswith(MARK):
        shutil.rmtree(folder.data, ignore_errors=True)
        shutil.rmtree(folder.messages, ignore_errors=True)
    elif out.exists() and any(out.iterdir()):
        raise DemoError(f"{out} is not empty and no demo wrote it: give another --out")
    out.mkdir(parents=True, exist_ok=True)
    folder.config.write_text(CONFIG, "utf-8")
    return folder


def play(folder: DemoFolder, progress: Callable[[str], None]) -> Iterator[NightReport]:
    """Run the nights one after another. Raises what `run_night` raises."""
    config = load_config(folder.config, {})
    for name in NIGHTS:
        with as_file(files("tracker.demo").joinpath(name)) as replay:
            plan = NightPlan(folder.data, config, replay=replay, spider_modules=SPIDERS)
            yield run_night(plan, progress=progress)


def messages_in(folder: DemoFolder) -> list[Written]:
    """The messages written so far, oldest first."""
    return [Written(path, _subject(path)) for path in sorted(folder.messages.glob("*.eml"))]


def _subject(path: Path) -> str:
    return str(email.message_from_bytes(path.read_bytes(), policy=email.policy.default)["Subject"])
