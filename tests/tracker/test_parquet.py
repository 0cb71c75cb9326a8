"""Tables as Parquet files, read back by the same library that readers use."""

from __future__ import annotations

import io
from dataclasses import fields

from pyarrow import parquet

from db.queries import ChangeRow, SourceRow
from tracker.parquet import write_parquet

CHANGE = ChangeRow(
    "meadow", "meadow/a", "esketamine", "trd", "initial", "quantity_limit", "amount", "expands", {"devices": 8}, None,
    "eight", None, "expanded", False, None, "2026-03-02T02:00:00Z", "https://meadow.example/a",
    1, 1,
)  # fmt: skip


def test_a_change_keeps_its_values_as_json() -> None:
    file = io.BytesIO()
    write_parquet(file, [CHANGE], ChangeRow)
    (row,) = parquet.read_table(io.BytesIO(file.getvalue())).to_pylist()
    assert (row["before"], row["after"], row["action_required"]) == ('{"devices": 8}', None, False)


def test_a_table_without_rows_has_its_columns() -> None:
    file = io.BytesIO()
    write_parquet(file, [], SourceRow)
    columns = parquet.read_table(io.BytesIO(file.getvalue())).column_names
    assert columns == [field.name for field in fields(SourceRow)]
