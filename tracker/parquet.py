"""Rows as a Parquet file, by pyarrow, which is an extra: most who run ketwatch never need it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import IO, TYPE_CHECKING, Any

from tracker.errors import ParquetError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def write_parquet(file: IO[bytes], rows: Sequence[DataclassInstance], kind: type[DataclassInstance]) -> None:
    """Write rows with a column for each field of `kind`; the contract's JSON values stay JSON text.

    Raises ParquetError when pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise ParquetError("Parquet needs pyarrow: install ketwatch with its extra `parquet`") from error
    names = [field.name for field in fields(kind)]
    columns = {name: [_cell(name, getattr(row, name)) for row in rows] for name in names}
    parquet.write_table(pa.table(columns), file)


def _cell(name: str, value: Any) -> Any:
    """`before` and `after` are of many types, and a column has one."""
    if name in ("before", "after"):
        return None if value is None else json.dumps(value, ensure_ascii=False)
    return list(value) if isinstance(value, tuple) else value
