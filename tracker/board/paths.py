"""Where each page lies, the same for the server and for the files of a static site.

Ids become file names by percent-encoding; an address then encodes the name once more, as it does any other name.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

INDEX = "index.html"


def payer_path(payer: str) -> str:
    return f"payers/{file_name(payer)}.html"


def policy_path(source: str) -> str:
    return f"policies/{source_name(source)}.html"


def clauses_path(source: str, page: int) -> str:
    """The clauses of a policy in force that stand on one page of its document."""
    return f"policies/{source_name(source)}/page-{page}.html"


def change_path(comparison: int) -> str:
    return f"changes/{comparison}.html"


def year_path(year: str) -> str:
    return f"changes/in-{file_name(year)}.html"


def table_path(name: str) -> str:
    return f"tables/{file_name(name)}.csv"


def source_name(source: str) -> str:
    """A source's id as a folder and a file name."""
    payer, _, document = source.partition("/")
    return f"{file_name(payer)}/{file_name(document)}"


@lru_cache(maxsize=4_096)
def file_name(part: str) -> str:
    """An id as one name of a file, whatever signs are in it; it never climbs out of its folder."""
    quoted = quote(part, safe="")
    return f"%2E{quoted[1:]}" if quoted.startswith(".") else quoted


def id_of(name: str) -> str:
    """The id that `file_name` made a name of."""
    return unquote(name)


@lru_cache(maxsize=4_096)
def relative(path: str, page: str) -> str:
    """The address of `path` as a link on `page`: it works from any server, from a sub-path and from a disk."""
    return "../" * page.count("/") + quote(path, safe="/#")


def position_anchor(n: int) -> str:
    return f"position-{n + 1}"


def clause_anchor(n: int) -> str:
    return f"clause-{n + 1}"
