"""Brings README.md's generated blocks up to date: `python -m tracker.cli.readme`. A test holds that they are."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from tracker.board.questions import questions
from tracker.cli.main import main

README = Path(__file__).resolve().parents[2] / "README.md"
# <!-- commands --> … <!-- end -->, the same with "questions", or <!-- output: ketwatch extract FILE --> … <!-- end -->
BLOCK = re.compile(r"<!-- (?P<what>commands|questions|output: ketwatch (?P<call>.+?)) -->\n.*?<!-- end -->", re.DOTALL)
WIDTH = "96"


def renewed(text: str, root: Path) -> str:
    """The README's text with every generated block written anew; files in calls are relative to `root`."""
    return BLOCK.sub(lambda match: _block(match, root), text)


def _block(match: re.Match[str], root: Path) -> str:
    if match["what"] == "questions":
        return "\n".join(["<!-- questions -->", *_question_lines(), "<!-- end -->"])
    body = _output(match["call"], root) if match["call"] else "\n".join(_command_lines(main, "ketwatch"))
    return f"<!-- {match['what']} -->\n```text\n{body}\n```\n<!-- end -->"


def _question_lines() -> Iterator[str]:
    yield from ("| question | command | view |", "|---|---|---|")
    yield from (f"| {one.asked} | `{one.command}` | `{one.view}` |" for one in questions())


def _output(call: str, root: Path) -> str:
    words = [str(root / word) if (root / word).is_file() else word for word in shlex.split(call)]
    result = CliRunner().invoke(main, words, env={"COLUMNS": WIDTH}, catch_exceptions=False)
    shown = result.output.rstrip().replace(f"{root}/", "")
    return f"$ ketwatch {call}\n{shown}"


def _command_lines(group: click.Group, name: str) -> Iterator[str]:
    for command in subcommands(group):
        full = f"{name} {command.name}"
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield from _own_lines(command, full)
        if isinstance(command, click.Group):
            yield from _command_lines(command, full)


def subcommands(group: click.Group) -> Iterator[click.Command]:
    """The commands of a group, in the order of its help."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command:
            yield command


def _own_lines(command: click.Command, name: str) -> Iterator[str]:
    arguments = " ".join(one.make_metavar(click.Context(command)) for one in _arguments(command))
    yield f"{name} {arguments}".rstrip()
    yield f"    {(command.help or '').partition(chr(10))[0]}"
    yield from _option_lines(command)


def _arguments(command: click.Command) -> list[click.Argument]:
    return [one for one in command.params if isinstance(one, click.Argument)]


def _option_lines(command: click.Command) -> Iterator[str]:
    names = [one.opts[0] for one in command.params if isinstance(one, click.Option)]
    shown = [name for name in names if name not in {"--data", "--config"}]
    if shown:
        yield f"    {' '.join(shown)}"


def rewrite() -> None:
    README.write_text(renewed(README.read_text("utf-8"), README.parent), "utf-8")


if __name__ == "__main__":
    rewrite()
