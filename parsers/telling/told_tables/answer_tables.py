"""Tables of nothing but names, uses and short answers, told in a sentence for each drug of ours and its use.

The names may stand in the rows or over the columns, the answers in cells or as the columns' titles ("Paid for" |
"Not paid for", with uses, drugs or ticks under them). A table that asks for anything of a patient is not told here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED, names_use
from parsers.answering.bare_statuses import bare_status
from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.answering.statuses import prior_authorization
from parsers.criteria.families import findings_in
from parsers.drug_lists import read_rows
from parsers.drugs.drugs_beside import names_another
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.phases.phases import read_phase
from parsers.sections.reopened import sums_up
from parsers.sections.roles import OPEN_ROLES, heading_role
from parsers.telling.told_tables.columns import (
    Column,
    asks_for_cover,
    asks_in_words,
    authorization_told,
    beside_status,
    column_of,
    is_blank,
    is_tick,
    spelled,
    with_authorization_ticked,
)
from parsers.telling.told_tables.entries import Entry, drug_and_uses, is_code, name_over, uses_named, with_tables_as
from parsers.telling.told_tables.titles import status_over, use_over

_SPAN = compiled(r"\b(?:\d+|one|two|three|six|nine|twelve)[ -]?(?:days?|weeks?|months?|years?)\b", re.IGNORECASE)
# Over names, one of which is ours or none of the row's answers are.
_OF_DRUGS = compiled(
    r"^\W*(?:(?:brand|generic|trade|label|drug|product|medication) )*(?:drugs?|products?|medications?|medicines?|"
    r"names?|agents?|brands?|generics?)(?: (?:names?|and strength))?\W*$",
    re.IGNORECASE,
)
_NO = compiled(r"\W*(?:no|N)\W*", re.IGNORECASE)
# The terms of cover that the rest of the document states, where the table but sums it up.
_TERMS_BELOW = compiled(
    r",?\s*\b(?:when|if|where|once|subject to|with)(?: all(?: of)?)? (?:the )?(?:conditions?|criteria|requirements?|"
    r"terms|rules?) (?:given |stated |listed |set out )?(?:below|(?:that|which) follow|in this (?:policy|document|"
    r"decision))"
    r"(?: (?:are|is) (?:all )?(?:met|satisfied|fulfilled))?",
    re.IGNORECASE,
)
_MOST_WORDS = 14
_MOST_PLACE = 6
_MOST_COLUMNS = 7


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of one table, what its columns are, and what the titles over it name."""

    rows: Sequence[Block]
    columns: tuple[Column, ...]
    drug: str
    uses: tuple[str, ...]
    status: ShortAnswer | None


def with_tables_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with a paragraph for each entry of ours in place of such a table; and what is printed of each."""
    if not any(block.kind == "row" for block in blocks) or not any(named_products(block.text) for block in blocks):
        return tuple(blocks), {}
    return with_tables_as(blocks, _told)


def _told(rows: Sequence[Block], blocks: Sequence[Block]) -> list[tuple[Block, str]]:
    """The sentences of a table with the row of each; [] where it is no such table."""
    if not 1 < len(rows[0].cells) <= _MOST_COLUMNS or any(map(read_phase, rows[0].header)):
        return []
    # In a section that closes on policy rows are looked for, sentences are not.
    title = rows[0].path[-1] if rows[0].path else ""
    closed = heading_role(title) not in (None, *OPEN_ROLES) and not sums_up(title)
    if closed and not (named_products(title) or any(map(asks_in_words, rows[0].header))):
        return []
    table = _table(rows, blocks)
    told: list[tuple[Block, Entry]] = []
    for row in rows:
        entries = _entries(row, table)
        if entries is None or (not entries and _may_be_ours(row)):
            return []
        told += [(row, entry) for entry in entries]
    if not told or _is_read(told):
        return []
    return [(row, said) for row, entry in told for said in entry.sentences()]


def _may_be_ours(row: Block) -> bool:
    """Whether a row that was not told names a use and no drug, under a title of ours: left out it would be lost."""
    over = any(map(named_products, row.path))
    return over and names_use(row.text) and not any(map(names_another, row.cells))


def _table(rows: Sequence[Block], blocks: Sequence[Block]) -> _Table:
    titles = rows[0].header or ("",) * len(rows[0].cells)
    columns = tuple(
        column_of(title.replace("\n", " "), [row.cells[place] for row in rows]) for place, title in enumerate(titles)
    )
    if not rows[0].header:
        columns = tuple(Column("", asks=True) for _ in rows[0].cells)
    columns = with_authorization_ticked(columns, rows)
    if any(column.status for column in columns):
        told = ([row.cells[place] for row in rows] for place in range(len(columns)))
        columns = tuple(beside_status(column, cells) for column, cells in zip(columns, told, strict=True))
    if any(_answers_itself(column) and _answers_every_row(rows, place) for place, column in enumerate(columns)):
        # "Accepted condition" over the uses that another column answers for.
        columns = tuple(replace(column, status=None) for column in columns)
    named = any(named_products(row.text) for row in rows) or any(
        column.drug or _OF_DRUGS.match(column.title) for column in columns
    )
    return _Table(rows, columns, "" if named else name_over(rows[0], blocks), use_over(rows[0]), status_over(rows[0]))


def _answers_every_row(rows: Sequence[Block], place: int) -> bool:
    return all(_answer(row.cells[place]) for row in rows)


def _is_read(told: Sequence[tuple[Block, Entry]]) -> bool:
    """Whether it is a list of drugs, no more, that those who read rows know, be it by a status in so many words."""
    if any(entry.uses for _, entry in told):
        return False
    known = {position.product for position in read_rows([row for row, _ in told])}
    ours = {product for row, entry in told for product in named_products(entry.drug) if not _is_worded(row)}
    return ours <= known


def _is_worded(row: Block) -> bool:
    return any(bare_status(cell) in DENIED and not _NO.fullmatch(cell) for cell in row.cells)


def _entries(row: Block, table: _Table) -> list[Entry] | None:
    """The entries of a row, none where it is of another drug; None where it says what is no name, use or answer."""
    cells = [spelled(column.title, cell) for column, cell in zip(table.columns, row.cells, strict=True)]
    titled = list(zip(table.columns, cells, strict=True))
    named = next((found for column, cell in titled if _may_name(column) and (found := drug_and_uses(cell))), None)
    if named is None and not table.drug and not any(column.drug or column.status for column in table.columns):
        return None if named_products(row.text) else []
    drug, uses = named or (table.drug, ())
    beside = (uses_named(cell) for column, cell in titled if _may_name(column))
    uses = uses or next(filter(None, beside), ())
    if not all(_is_plain(column, cell) for column, cell in titled) or any(map(read_phase, row.cells)):
        return None
    whom = _Whom(drug, uses, table, named=named is not None)
    if _answers_apart(titled) or not _is_answered(titled, whom) or (not row.header and _answer(row.cells[0])):
        return None
    where = next((cell for column, cell in titled if column.of_place), "")
    entries = _with_authorization(list(_answers(titled, whom)), titled)
    return [replace(entry, where=where) for entry in entries] if where else entries


def _is_answered(titled: Sequence[tuple[Column, str]], whom: _Whom) -> bool:
    """Whether every cell that should answer does, or is blank; notes beside an answer may say anything."""
    asked = [(column, cell) for column, cell in titled if column.asks and not is_blank(cell) and not _names(cell, whom)]
    strict = [cell for column, cell in asked if column.drug or column.uses or asks_for_cover(column.title)]
    return all(map(_answer, strict or [cell for _, cell in asked][:1]))


def _names(cell: str, whom: _Whom) -> bool:
    """Whether a cell is one of those that say whom the row is of."""
    return bool(uses_named(cell) or drug_and_uses(cell)) or (not any(column.title for column in whom.table.columns))


def _answers_apart(titled: Sequence[tuple[Column, str]]) -> bool:
    """Whether columns that ask alike answer apart, as those of several routes do."""
    told = {answer.status for column, cell in titled if _answers_itself(column) and (answer := _answer(cell))}
    of_cover = [column for column, _ in titled if _answers_itself(column) and asks_for_cover(column.title)]
    return len(told) > 1 and "covered" in told and len(of_cover) != 1


@dataclass(frozen=True, slots=True)
class _Whom:
    """The drug and the uses that a row names, in its table."""

    drug: str
    uses: tuple[str, ...]
    table: _Table
    named: bool

    def entry(self, answer: ShortAnswer, drug: str = "", uses: tuple[str, ...] = ()) -> Iterator[Entry]:
        """What an answer says, of a drug or uses of its own column or of the row's; nothing where neither is known."""
        over = self.table.uses if drug or self.named else ()
        drug, uses = drug or self.drug, uses or self.uses or over
        if drug and (uses or self.named):
            yield Entry(drug, uses, answer)


def _answers(titled: Sequence[tuple[Column, str]], whom: _Whom) -> Iterator[Entry]:
    asked = [(column, cell) for column, cell in titled if _answers_itself(column)]
    asked.sort(key=lambda one: not asks_for_cover(one[0].title))
    own = [answer for _, cell in asked if (answer := _answer(cell))]
    if own:
        yield from whom.entry(_telling_most(own))
    elif whom.table.status and whom.uses and not any(column.title for column, _ in titled):
        yield from whom.entry(whom.table.status)
    for column, cell in titled:
        if column.status:
            yield from _under_status(column.status, cell, whom)
        elif (column.drug or column.uses) and (answer := _answer(cell)):
            yield from whom.entry(answer, column.drug, column.uses)


def _under_status(status: ShortAnswer, cell: str, whom: _Whom) -> Iterator[Entry]:
    """What stands under a title that answers: a tick for the row, uses, or drugs of which one is ours."""
    if is_tick(cell):
        yield from whom.entry(status)
    elif whom.drug and (uses := uses_named(cell)):
        yield from whom.entry(status, uses=uses)
    else:
        for named in filter(None, map(drug_and_uses, cell.replace("\n", ";").split(";"))):
            # Drugs alone under such titles are a list, for those who read lists.
            if uses := named[1] or whom.uses or whom.table.uses:
                yield Entry(named[0], uses, status)


def _answer(cell: str) -> ShortAnswer | None:
    return None if uses_named(cell) or drug_and_uses(cell) else short_answer(_TERMS_BELOW.sub("", cell))


def _telling_most(answers: Sequence[ShortAnswer]) -> ShortAnswer:
    """The first answer of a row; a denial that a later one calls investigational is that."""
    first = answers[0]
    again = [each for each in answers if each.status == "investigational"]
    return again[0] if first.status == "excluded" and again else first


def _may_name(column: Column) -> bool:
    others = column.of_authorization or column.of_class or column.of_place
    return not (column.drug or column.uses or column.status or others)


def _answers_itself(column: Column) -> bool:
    return column.asks and not (column.drug or column.uses)


def _is_plain(column: Column, cell: str) -> bool:
    """Whether a cell is short and asks for nothing of a patient."""
    if column.of_place and len(cell.split()) <= _MOST_PLACE:
        return True
    if column.status is None and _may_name(column) and (uses_named(cell) or drug_and_uses(cell)):
        return True
    if _SPAN.search(cell) or (
        column.status is None and not is_code(cell) and (named_products(cell) or names_use(cell))
    ):
        return False
    limit = _MOST_WORDS if column.status is None else 3 * _MOST_WORDS
    # An answer may be longer, with who gives it ("Case by case by our physician, with review by …").
    short = len(cell.split()) <= limit or (column.asks and short_answer(cell) is not None)
    return short and (column.status is not None or not any(findings_in(cell)))


def _with_authorization(entries: Sequence[Entry], titled: Sequence[tuple[Column, str]]) -> list[Entry]:
    """`entries` with what a column of authorization says of what is covered."""
    told = [authorization_told(cell) for column, cell in titled if column.of_authorization]
    told += [prior_authorization(cell) for column, cell in titled if not column.of_authorization]
    told = [each for each in told if each is not None]
    if not told:
        return list(entries)
    return [replace(entry, answer=replace(entry.answer, authorization=told[0])) for entry in entries]
