"""Records of one drug's criteria in labelled rows ("Covered uses", "Age restrictions"), as Part D plans print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import denies_rest, stated_status
from parsers.criteria.families import findings_in
from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.sentences import sentences
from parsers.models import Block, Indication, Phase, Product
from parsers.outline import Node, walk
from parsers.phases.asked_alone import asks_alone
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.sections.roles import heading_role
from parsers.sections.section_scopes import Scope
from parsers.statements.record_rows import Record, listed_words
from parsers.tables.record_fields import Part, field_of, is_said, parts_of
from parsers.uses.indications import FORMS_OF_MDD, mentions, named_indications
from parsers.uses.scopes import refined, required_indications

_TITLE_WORDS = 4
_WHO = frozenset({"age_min", "age_max", "prescriber", "rems", "personnel"})
_LINE_WORDS = 10


@dataclass(frozen=True, slots=True)
class _Told:
    """A part of a row's value, with the part of its list where it is one."""

    row: Block
    part: Part
    below: tuple[Node, ...] = ()


def read_record(found: Statements, record: Record, scope: Scope) -> None:
    """Note what a record covers, and what each of its fields asks for, by use and by phase."""
    scope = replace(scope, products=_products(record, scope), phase=None, status="covered", role="indications")
    if not scope.products:
        return
    # "Indication: resistant depression (continuation of therapy)": the whole record is of that phase.
    whole = read_phase(" ; ".join(record.values("uses")))
    told = tuple(part for row in record.rows for part in _parts(row, whole))
    uses = _uses(record, told)
    # "Diagnosis: major depressive disorder" in the table of what a sentence asks in resistant depression.
    uses = record.led_by if record.led_by and set(uses) <= {"mdd"} else uses or scope.indications
    first = record.rows[0].block
    if whole != "renewal":
        found.answer(scope, "covered", first, first.text, uses)
    renewed = _renewed(told, uses)
    if renewed:
        found.answer(replace(scope, phase="renewal"), "covered", first, first.text, renewed)
    for row in record.rows:
        _deny_rest(found, row.block, replace(scope, role="exclusions"))
    for value in filter(_names_the_label, record.values("uses")):
        labelled = replace(scope, indications=("fda_labeled",))
        found.require(labelled, Node(replace(first, kind="paragraph", text=value)), listed=False)
    alone = any(each.part.phase == "renewal" and asks_alone(f"{each.part.aside} {each.part.text}") for each in told)
    for each in told:
        limits = field_of(each.row.cells[0]) == "limits"
        again = renewed if limits or each.part.phase == "renewal" or not alone else ()
        _ask(found, each, replace(scope, indications=each.part.uses or uses), again)


def _deny_rest(found: Statements, row: Block, scope: Scope) -> None:
    """Note "Depression. All other uses are investigational."."""
    label, value = row.cells
    field = field_of(label)
    for said in filter(denies_rest, sentences(value)) if field in ("uses", "exclusions") else ():
        if (status := stated_status(said)) is not None:
            found.deny(scope, status, row, said)


def _names_the_label(value: str) -> bool:
    return "fda_labeled" in named_indications(value)


def _ask(found: Statements, told: _Told, scope: Scope, renewed: tuple[Indication, ...]) -> None:
    """Note what a part asks for; a limit, and what is asked of every use, holds for renewals where no phase is told.

    A list of what a first request must show does not.
    """
    row, part = told.row, told.part
    field = field_of(row.cells[0])
    item = Node(replace(row, kind="item", text=part.text, depth=1, cells=(), header=()))
    title = replace(row, kind="paragraph", text=row.cells[0].rstrip(": "), cells=(row.cells[0], part.text), header=())
    lead = Node(title, told.below or (item,))
    again = tuple(use for use in renewed if use in scope.indications)
    scopes = [replace(scope, phase=part.phase, indications=again if part.phase == "renewal" else scope.indications)]
    listed = part.uses or (field == "asked" and told.below and not _says_who(told.below))
    of_every_phase = field == "limits" or not listed or part.every_phase or speaks_of_every_phase(part.text)
    if part.phase is None and again and of_every_phase:
        scopes.append(replace(scope, phase="renewal", indications=again))
    for inner in scopes:
        if field == "exclusions":
            found.bar(inner, lead)
        else:
            found.require(inner, lead, listed=field == "asked")


def _says_who(below: Sequence[Node]) -> bool:
    """Whether what stands under a label only says, in a paragraph, how old patients are and who prescribes."""
    plain = all(line.block.kind == "paragraph" and not line.children for line in below)
    keys = {found.key for line in below for found in findings_in(line.block.text)}
    return plain and bool(keys) and keys <= _WHO


def _parts(row: Node, whole: Phase | None) -> Iterator[_Told]:
    label, value = row.block.cells
    field = field_of(label)
    if field not in ("exclusions", "asked", "limits") and not (field == "uses" and _asks_how_made(value)):
        return
    if not is_said(value):
        return
    of_label = read_phase(label) or whole
    # "Reauthorization (resistant depression)".
    of_use = named_indications(label) if field == "asked" else ()
    if row.children:
        yield from _listed(row, of_label)
        return
    parts = tuple(parts_of(" ".join(said for said in sentences(value) if not denies_rest(said))))
    for place, part in enumerate(parts):
        # "Two drugs have failed. Renewal: benefit": what stands before a renewal's part is of a first request.
        led = field == "asked" or BARE_SPAN.fullmatch(part.text)
        turns = led and any(_renews(later, part) for later in parts[place + 1 :])
        phase = part.phase or of_label or ("initial" if turns and not speaks_of_every_phase(part.text) else None)
        yield _Told(row.block, replace(part, phase=phase, uses=part.uses or of_use))


def _renews(later: Part, part: Part) -> bool:
    return later.phase == "renewal" and later.uses == part.uses


def _asks_how_made(value: str) -> bool:
    """Whether the name of a diagnosis comes with what it is to be made by ("… as the DSM-5 describes it")."""
    return any(found.key == "diagnosis_standard" for found in findings_in(value))


def _listed(row: Node, of_label: Phase | None) -> Iterator[_Told]:
    """The list that a row holds, its lines for each phase apart."""
    by_whom: dict[tuple[Phase | None, tuple[Indication, ...]], list[Node]] = {}
    # Amounts stand under titles of their own ("A. Quantity limit: …"), line by line.
    of_limits = field_of(row.block.cells[0]) == "limits"
    for line in _under_titles(row.children) if of_limits else row.children:
        apart = () if line.children else tuple(parts_of(line.block.text))
        # "Resistant depression: 3 months", in a line of its own beside "Acute suicidality: 1 month".
        if len({part.phase for part in apart}) > 1 or any(part.uses for part in apart):
            yield from (_Told(row.block, replace(part, phase=part.phase or of_label)) for part in apart)
        else:
            by_whom.setdefault((_phase_told(line) or of_label, _uses_led(line)), []).append(line)
    for (phase, uses), lines in by_whom.items():
        yield _Told(row.block, Part(listed_words(lines), uses, phase), tuple(lines))


def _uses_led(line: Node) -> tuple[Indication, ...]:
    """The use that a line leads a list in for ("To start in resistant depression, all of these:")."""
    uses = required_indications(line.block.text) if line.children and leads_in(line.block.text) else ()
    return uses if set(uses) <= FORMS_OF_MDD and len(uses) == 1 else ()


def _under_titles(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from node.children if node.block.kind == "heading" and node.children else (node,)


def _phase_told(line: Node) -> Phase | None:
    return next((part.phase for part in parts_of(line.block.text)), None)


def _products(record: Record, scope: Scope) -> tuple[Product, ...]:
    """The drugs that the record names, in a row or in a title over it; else those of its section."""
    stated = " ; ".join(record.values("drug"))
    # "Spravato: criteria from January 1", in bold over the rows.
    title = (record.title,) if len(record.title.split()) <= _LINE_WORDS else ()
    path = (*record.rows[0].block.path, *title)
    named = next(filter(None, map(named_products, reversed(path))), ())
    if stated or named:
        return named_products(stated) or named
    return () if any(map(_names_a_topic, record.rows[0].block.path)) else scope.products


def _names_a_topic(title: str) -> bool:
    """Whether a title can be another drug's: it is short, and of no section, field, use or phase."""
    plain = field_of(title) or heading_role(title) or mentions(title) or read_phase(title)
    return len(title.split()) <= _TITLE_WORDS and not plain


def _uses(record: Record, told: Sequence[_Told]) -> tuple[Indication, ...]:
    """The uses that the record covers: by its field for them, and by what it asks of each."""
    covered = named_indications(" ; ".join(record.values("uses")))
    tagged = tuple(use for each in told for use in each.part.uses)
    asked = () if tagged else tuple(use for text in _asked(told) for use in required_indications(text))
    # "Major depressive disorder, DSM-5", asked for in one of its forms, is no other use.
    return refined(dict.fromkeys((*covered, *tagged, *asked)))


def _asked(told: Sequence[_Told]) -> Iterator[str]:
    """The clauses of what is asked, one for each line of a list; a use that bars patients is not asked for."""
    for each in (each for each in told if field_of(each.row.cells[0]) != "exclusions"):
        yield from (node.block.text for node in walk(each.below)) if each.below else (each.part.text,)


def _renewed(told: Sequence[_Told], uses: Sequence[Indication]) -> tuple[Indication, ...]:
    """The uses that the record renews; () when it says nothing of renewal."""
    renewals = [each for each in told if each.part.phase == "renewal"]
    if not renewals:
        return ()
    # Where what a renewal must show is told for some uses, a use of which only the prescriber is told is not renewed.
    shown = [each for each in renewals if field_of(each.row.cells[0]) == "asked" and _uses_told(each)]
    named = [_uses_told(each) for each in shown or renewals]
    if all(named):
        return tuple(dict.fromkeys(use for each in named for use in each))
    return tuple(use for use in uses if use != "fda_labeled") or tuple(uses)


def _uses_told(told: _Told) -> tuple[Indication, ...]:
    """The uses that a part of a record is told for; () where it is told for all of them."""
    return told.part.uses or refined(use for text in _asked((told,)) for use in required_indications(text))
