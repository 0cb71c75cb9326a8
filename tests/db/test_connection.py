"""Transactions: all or nothing, and the lock taken first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from db.connection import open_db, write
from db.sources import get_payer, register
from tests.db.conftest import AT, PAYER


class CutOffError(Exception):
    """What cuts a transaction off in these tests."""


def rename_and_fail(db: Database) -> None:
    with write(db):
        db.execute("UPDATE payers SET name = 'renamed'")
        raise CutOffError


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    register(db, PAYER, [], at=AT)
    with pytest.raises(CutOffError):
        rename_and_fail(db)
    assert get_payer(db, PAYER.payer) == PAYER


def test_a_part_that_fails_inside_leaves_the_rest(db: Database) -> None:
    with write(db):
        register(db, PAYER, [], at=AT)
        with pytest.raises(CutOffError):
            rename_and_fail(db)
    assert get_payer(db, PAYER.payer) == PAYER


def test_reading_before_writing_does_not_collide_with_another_process(db: Database, data: Path) -> None:
    other = open_db(data)
    with write(db):
        assert get_payer(db, PAYER.payer) is None
        register(db, PAYER, [], at=AT)
    register(other, PAYER, [], at=AT)
    other.close()
    assert get_payer(db, PAYER.payer) == PAYER


def test_a_reader_sees_the_state_before_until_the_transaction_ends(db: Database, data: Path) -> None:
    reader = open_db(data)
    with write(db):
        register(db, PAYER, [], at=AT)
        assert get_payer(reader, PAYER.payer) is None
    assert get_payer(reader, PAYER.payer) == PAYER
    reader.close()


def test_a_second_writer_waits_for_the_lock_and_then_says_so(db: Database, data: Path) -> None:
    other = open_db(data)
    other.conn.execute("PRAGMA busy_timeout = 1")
    with write(db), pytest.raises(sqlite3.OperationalError, match="locked"), write(other):
        pass
    other.close()
