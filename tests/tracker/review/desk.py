"""A reviewer at the command line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner, Result

from tests.tracker.nights import Watch
from tracker.cli.main import main

DENIED_TOO = "<p>Esketamine is considered investigational for bipolar depression.</p>"
"""An answer where the policy was silent: it restricts, and nobody can be sure."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The command line on a watch's data, with a rule that sends everything to a folder."""

    watch: Watch

    def run(self, *words: str) -> Result:
        config = self.watch.data.parent / "ketwatch.toml"
        config.write_text('[[folder]]\nname = "out"\npath = "out"\n[[rule]]\nname = "all"\nto = ["folder:out"]\n')
        places = ("--data", str(self.watch.data), "--config", str(config))
        return CliRunner().invoke(main, [*places, *words], env={"KETWATCH_REVIEWER": "ann"})

    def review(self, *words: str) -> str:
        result = self.run("review", *words)
        assert result.exit_code == 0, result.stderr
        return result.output

    def ask(self, *words: str) -> Any:
        result = self.run(*words, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def queue(self) -> list[str]:
        return [item["id"] for item in self.ask("review")]

    def changes(self) -> list[tuple[str, object, object, str]]:
        return [(row["key"], row["before"], row["after"], row["direction"]) for row in self.ask("changes")]
