"""The one list of what the board consists of, for the server and for the static site alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from db.answers import all_payers
from db.history import FoundFilter, comparisons_found, years_of_change
from db.sources import all_sources
from tracker.alerts.feed import render_feed
from tracker.board.ask_page import ask_page
from tracker.board.board import Board
from tracker.board.change_page import change_page
from tracker.board.clauses_page import clauses_page, clauses_pages
from tracker.board.gaps_page import gaps_page
from tracker.board.matrix import matrix
from tracker.board.method_page import method_page
from tracker.board.paths import INDEX, file_name
from tracker.board.payer_page import payer_page
from tracker.board.pictures import picture, picture_names
from tracker.board.policy_page import policy_page
from tracker.board.rendering import html
from tracker.board.tables import table, table_names
from tracker.board.timeline import timeline, year_of_changes
from tracker.board.trends import trends
from tracker.clock import parse_instant

Names = Mapping[str, str]
_ASSETS = files("tracker.board") / "assets"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page or file. `pattern` is its path with names in braces, each one part of a path; `names` gives the
    names of all there are; `render` makes one, None when there is no such.
    """

    pattern: str
    names: Callable[[Board], Iterable[Names]]
    render: Callable[[Board, Names], str | bytes | None]

    def path(self, names: Names) -> str:
        return self.pattern.format(**{name: file_name(value) for name, value in names.items()})


def _page(
    pattern: str, template: str, names: Callable[[Board], Iterable[Names]], build: Callable[..., object | None]
) -> Kind:
    def render(board: Board, wanted: Names) -> str | None:
        model = build(board, **wanted)
        return None if model is None else html(board, template, kind.path(wanted), model)

    kind = Kind(pattern, names, render)
    return kind


def _once(_: Board) -> Iterable[Names]:
    return ({},)


def _payers(board: Board) -> Iterable[Names]:
    return ({"payer": payer.payer} for payer in all_payers(board.db))


def _documents(board: Board) -> Iterable[Names]:
    return (_of_source(source.source) for source in all_sources(board.db))


def _clauses(board: Board) -> Iterable[Names]:
    return ({**_of_source(names["source"]), "page": names["page"]} for names in clauses_pages(board))


def _comparisons(board: Board) -> Iterable[Names]:
    return ({"comparison": str(row.comparison)} for row in comparisons_found(board.db, FoundFilter()))


def _years(board: Board) -> Iterable[Names]:
    return ({"year": year} for year in years_of_change(board.db))


def _tables(_: Board) -> Iterable[Names]:
    return ({"table": name} for name in table_names())


def _of_source(source: str) -> Names:
    payer, _, document = source.partition("/")
    return {"payer": payer, "document": document}


def _asset(name: str) -> Kind:
    return Kind(name, _once, lambda _, __: (_ASSETS / name).read_bytes())


# In the order in which a site is written: what a page leads to comes before it.
KINDS: tuple[Kind, ...] = (
    _asset("board.css"),
    _asset("board.js"),
    _asset("icon.svg"),
    Kind("pictures/{drawing}/{file}.png", picture_names, lambda board, names: picture(board, **names)),
    Kind("tables/{table}.csv", _tables, lambda board, names: table(board, names["table"])),
    _page(
        "policies/{payer}/{document}/page-{page}.html", "clauses.html", _clauses,
        lambda board, payer, document, page: clauses_page(board, f"{payer}/{document}", page),
    ),
    _page(
        "policies/{payer}/{document}.html", "policy.html", _documents,
        lambda board, payer, document: policy_page(board, f"{payer}/{document}"),
    ),
    _page("payers/{payer}.html", "payer.html", _payers, payer_page),
    _page("changes/in-{year}.html", "changes.html", _years, year_of_changes),
    _page("changes/{comparison}.html", "change.html", _comparisons, change_page),
    _page("changes.html", "changes.html", _once, timeline),
    _page("trends.html", "trends.html", _once, trends),
    _page("gaps.html", "gaps.html", _once, gaps_page),
    Kind("feed.xml", _once, lambda board, _: render_feed(board.db, today=parse_instant(board.now).date())),
    _page("ask.html", "ask.html", _once, ask_page),
    _page("method.html", "method.html", _once, method_page),
    _page(INDEX, "matrix.html", _once, lambda board: matrix(board.db, board.now)),
)  # fmt: skip
