"""The one writer of results."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import pytest

from tracker.cli.output import csv_text, print_rows, table_text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of any kind."""

    source: str
    states: tuple[str, ...]
    text: str | None
    seen_at: str = "2026-11-23T02:00:00Z"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_plain_text(start: str) -> None:
    written = csv_text([Row("a/b", (), f"{start}HYPERLINK(1)")], Row)
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert row["text"] == f"'{start}HYPERLINK(1)"


def test_a_carriage_return_in_a_cell_ends_no_row() -> None:
    (row,) = csv.DictReader(io.StringIO(csv_text([Row("a/b", (), "one\r=two")], Row), newline=""))
    assert row["text"] == "one\n=two"


def test_csv_has_every_field_and_a_header_even_without_rows() -> None:
    assert csv_text([], Row) == "source,states,text,seen_at\n"
    assert "a/b,MI OH,,2026-11-23T02:00:00Z" in csv_text([Row("a/b", ("MI", "OH"), None)], Row)


def test_a_table_fits_the_width_and_loses_no_word() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    drawn = table_text([["payer/policy", words]], ["source", "text"], width=40)
    assert max(map(len, drawn.splitlines())) <= 40
    assert all(word in drawn for word in words.split())


def test_an_id_stays_whole_while_there_is_prose_to_wrap() -> None:
    drawn = table_text([["a-long-payer/a-long-policy", "some words that can be wrapped"]], ["source", "text"], width=46)
    assert "a-long-payer/a-long-policy" in drawn


def test_json_holds_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([Row("a/b", ("MI",), None)], Row, "json", ("source",))
    assert '"seen_at": "2026-11-23T02:00:00Z"' in capsys.readouterr().out


def test_a_table_shows_instants_to_the_minute_and_absence_as_a_dash(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([Row("a/b", (), None)], Row, "table", ("source", "text", "seen_at"))
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.split("  ", 1)[0] == "a/b"
    assert last.split()[1:] == ["-", "2026-11-23", "02:00"]
    assert last.endswith("2026-11-23\u00a002:00")


def test_no_rows_make_no_table_and_an_empty_list_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([], Row, "table", ("source",))
    print_rows([], Row, "json", ("source",))
    assert capsys.readouterr().out == "[]\n"
