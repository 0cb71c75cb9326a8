"""Tables of a form with boxes, or blanks, in columns of their own ("Question | Yes | No", "Criterion | Met").

They become one column with what is asked and one for its answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.language.patterns import compiled
from parsers.tables.grid_rows import GridRow

_BOX = r"(?:[☐□❏❑❍○]|\[\s*\]|\(\s*\)|_{2,})"
_WORD = r"(?i:yes|no|y|n|n/?a|(?:not )?met|true|false|done)"
_BOXED = compiled(rf"\s*(?:{_BOX}\s*{_WORD}?|{_WORD}\s*:?\s*{_BOX})\s*")
_TITLES_ANSWERS = compiled(
    rf"\W*(?:{_WORD}|(?i:not applicable|check(?: (?:one|box|if (?:yes|met|true)))?|tick|mark|answers?|responses?))?\W*"
)
_YES_OR_NO = compiled(r"\W*(?i:yes|no|y|n)\W*")
_YES = compiled(r"\W*(?i:y(?:es)?)\W*")
_NO = compiled(r"\W*(?i:no?)\W*")
_TITLES_ASKED = compiled(r"\W*(?i:(?:clinical )?(?:questions?|criteri(?:a|on)|requirements?)|#)?\W*")
_COUNTS = compiled(r"\W*(?:\d{1,2}[a-z]?|[A-Za-z]|[ivx]{1,4}|#|(?i:no|nr|item|step))?\W*")
_ANSWER = "☐ Yes ☐ No"
_TITLES = ("Question", "Answer")
_FEWEST_ROWS = 2


def with_answers_in_one(grid: Sequence[GridRow]) -> list[GridRow]:
    """`grid`, with the columns that hold nothing but empty boxes as one for the answer, where one column is left that
    says something; a column that counts the rows may stand before it. Ticks under names of drugs are no such boxes.
    """
    rows = list(grid)
    widths = {len(row.cells) for row in rows}
    if len(rows) < _FEWEST_ROWS or len(widths) != 1 or not (any(map(_holds_box, rows)) or _has_yes_and_no(rows[0])):
        return rows
    said = [row for row in rows if not _spans(row)]
    titled = bool(said) and _titles_columns(said[0], said[1:])
    body = said[1:] if titled else said
    answers = [place for place in range(widths.pop()) if _is_for_answers([row.cells[place] for row in body])]
    answers = answers or _bare_answers(body)
    asked = [place for place in range(len(rows[0].cells)) if place not in answers]
    if titled and not all(_TITLES_ANSWERS.fullmatch(said[0].cells[place]) for place in answers):
        return rows
    # One box before each line is the marker of a list.
    if not answers or answers == [0] or not asked or not all(_counts(body, place) for place in asked[:-1]):
        return rows
    first = said[0] if titled else None
    return [_in_two(row, asked, titles=row is first) for row in rows]


def _titles_columns(row: GridRow, below: Sequence[GridRow]) -> bool:
    """Whether a first row asks nothing itself; "Yes" and "No" in it are answers where they stand in every row."""
    if _holds_box(row):
        return False
    bare = _has_yes_and_no(row) and all(map(_has_yes_and_no, below))
    return not bare or row.titles or any(_TITLES_ASKED.fullmatch(cell) for cell in row.cells if cell.strip())


def _bare_answers(body: Sequence[GridRow]) -> list[int]:
    """The columns of "Yes" and of "No", which a form repeats beside each question to be circled; [] where a row
    has one of them only, as its answer.
    """
    columns = list(zip(*(row.cells for row in body), strict=True))
    yes = [place for place, cells in enumerate(columns) if all(map(_YES.fullmatch, cells))]
    no = [place for place, cells in enumerate(columns) if all(map(_NO.fullmatch, cells))]
    return sorted({*yes, *no}) if len(body) >= _FEWEST_ROWS and yes and no else []


def _is_for_answers(cells: Iterable[str]) -> bool:
    """Whether a column has but boxes, or the blanks that stand for them."""
    return all(not cell.strip() or _BOXED.fullmatch(cell) for cell in cells)


def _holds_box(row: GridRow) -> bool:
    return any(map(_BOXED.fullmatch, row.cells))


def _has_yes_and_no(titles: GridRow) -> bool:
    """Whether a row titles columns for "yes" and for "no", which may be blank below."""
    return sum(bool(_YES_OR_NO.fullmatch(title)) for title in titles.cells) > 1


def _spans(row: GridRow) -> bool:
    """Whether a row says one thing across all columns, or in one of them only."""
    return len({cell.strip() for cell in row.cells} - {""}) <= 1 and not _holds_box(row)


def _counts(rows: Sequence[GridRow], place: int) -> bool:
    return all(_COUNTS.fullmatch(row.cells[place]) for row in rows)


def _in_two(row: GridRow, asked: Sequence[int], *, titles: bool) -> GridRow:
    """The row as what it asks, behind its number, and the boxes for the answer."""
    if _spans(row):
        cells = tuple(row.cells[place] for place in asked)
        return replace(row, cells=(*cells, cells[-1]), blocks=())
    if titles:
        return replace(row, cells=(*_TITLES[:1] * len(asked), _TITLES[1]), titles=True, blocks=())
    blocks = (*(row.blocks[place] for place in asked), ()) if row.blocks else ()
    return replace(row, cells=(*(row.cells[place] for place in asked), _ANSWER), blocks=blocks)
