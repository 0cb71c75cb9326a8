"""Walks a policy's outline and collects what it answers and what it asks for, each with whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from parsers.answers import DENIED, bare_status, bars, names_use, stated_status
from parsers.criteria.exclusions import bars_patients
from parsers.drugs import named_products
from parsers.headings import is_connective
from parsers.indications import is_residual, mentions, named_indications
from parsers.list_shapes import (
    asked_indications,
    has_verb,
    heads_section,
    holds_statements,
    is_statement,
    without_boxes,
    without_closed_sections,
    without_renewals,
)
from parsers.models import Block, Evidence, Indication, Phase, Product, Status
from parsers.outline import Node, build, leads_in, walk
from parsers.policy_rows import cell_blocks, is_long, is_of_policy, limit_nodes, titled_cells, with_titles
from parsers.roles import OPEN_ROLES, heading_role
from parsers.scopes import by_phase, condition, is_label, positive_indications, read_phase, sentences
from parsers.section_scopes import Scope, in_role, is_other_drug, narrowed, section_scope
from parsers.statuses import prior_authorization

_METADATA = re.compile(
    r"\b(?:date|number|section|effective|reviewed|revised|version|status|category|department|owner|line of business"
    r"|policy|page|file|type|id)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:this|these|examples?|such|including|those|they|among)\b[^.]{0,40}\b(?:includ\w+|are|is|such as)"
    r"|^(?:this|these|they) (?:includes?|comprises?)",
    re.IGNORECASE,
)
# A form's line or a labelled line names what the lines after it are about.
_ASKED_DIAGNOSIS = re.compile(
    r"^\W*(?:(?:primary |patient'?s? |member'?s? )?diagnos[ie]s|indications?"
    r"|(?:covered|approved|requested) (?:uses?|indications?|diagnos[ie]s))\b[^:☐□]{0,40}[:☐□]",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"\bfor (?:all|any|every)\b (?:\w+ )?(?:indications?|uses?|conditions?|diagnos[ie]s|purposes?|reasons?)\b",
    re.IGNORECASE,
)
_OF_PATIENTS_TITLE = re.compile(
    r"^\W*(?:\w+ )?(?:exclusion criteria|contraindications|exclusions? for (?:members|patients))\W*$", re.IGNORECASE
)
_LENGTH = re.compile(
    r"\b(?:approv|authori[sz])\w*\b[^.;]{0,40}\b\d*\w* ?(?:days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_EXCEPTION = re.compile(r"\bcompendi\w+|\bexceptions?\b", re.IGNORECASE)
# How far from its start an entry of a list of uses names the use ("Treatment of acute pain").
_OPENING = 25
_RECORD = re.compile(
    r"^\W*(?:product|drug|brand|medication|diagnos[ie]s|indications?|(?:approval|"
    r"authori[sz]ation) (?:length|duration|period)|therapy stage|"
    r"(?:request|review|guideline) type|stage of therapy|length of (?:approval|"
    r"authori[sz]ation))(?: name)?(?:\(s\))?\s*[:|]\s*\S",
    re.IGNORECASE,
)
_FEWEST_RECORD_LINES = 3
_APPROVES = re.compile(r"\bapprov\w+|\bauthori[sz]\w+|\bcovered|\brenew\w*", re.IGNORECASE)
_LISTS = re.compile(r"\b(?:all|any|one|both) of the following|must|criteria", re.IGNORECASE)

Implies = Literal["cover", "cover_if_read", "nothing"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A status given to a drug; `indications` empty: to the drug as such. `passage` is what was read.

    `if_read`: it stands only when criteria are read for it.
    """

    product: Product
    indications: tuple[Indication, ...]
    phase: Phase | None
    status: Status
    prior_authorization: bool | None
    passage: str
    evidence: Evidence
    if_read: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """Outline that may hold criteria. `listed`: a list, each of whose clauses counts even if it fits no criterion.

    `implies`: whether it also shows that its indications are covered, at once or only when criteria are read in it.
    """

    products: tuple[Product, ...]
    indications: tuple[Indication, ...]
    phase: Phase | None
    node: Node
    listed: bool
    implies: Implies


@dataclass(slots=True)
class Statements:
    """What a document says: its answers, what it asks for, and whether prior authorization is named for a drug."""

    answers: list[Answer] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    authorization: dict[Product, bool] = field(default_factory=dict)

    def answer(self, scope: Scope, status: Status, block: Block, passage: str, named: tuple[Indication, ...]) -> None:
        """Note a status for `named`."""
        phase = scope.phase if status not in DENIED else read_phase(passage)
        needed = prior_authorization(passage)
        for product in scope.products:
            evidence = Evidence(block.page, block.text)
            self.answers.append(Answer(product, tuple(dict.fromkeys(named)), phase, status, needed, passage, evidence))

    def deny(self, scope: Scope, status: Status, block: Block, passage: str) -> None:
        """Note a denial of all that its passage names: class, examples and residual."""
        named = named_indications(passage)
        if is_residual(passage):
            named = (*named, "other")
        elif _EVERYTHING.search(block.text):
            named = (*named, "other" if named else "any")
        self.answer(scope, status, block, passage, named or scope.indications)

    def require(self, scope: Scope, node: Node, *, listed: bool) -> None:
        """Note what may be criteria; in a section of denials only lengths of approval are."""
        text = node.block.text
        closed = scope.status in DENIED or scope.role == "exclusions"
        elsewhere = not node.children and is_residual(text) and not _EXCEPTION.search(text)
        if elsewhere or (closed and not _LENGTH.search(text)):
            return
        approves = (listed and bool(node.children)) or bool(_APPROVES.search(node.block.text))
        may_approve = approves or scope.status == "covered" or scope.role in ("initial", "renewal")
        implies: Implies = "cover" if approves else "cover_if_read" if may_approve else "nothing"
        self._add(scope, node, implies, listed=listed)

    def bar(self, scope: Scope, node: Node) -> None:
        """Conditions of a patient that bar coverage are criteria of what is covered, whatever section names them."""
        self._add(scope, node, "nothing", listed=bool(node.children))

    def note_authorization(self, scope: Scope, text: str) -> None:
        """Note whether prior authorization is asked for, the first word on it deciding."""
        needed = prior_authorization(text)
        for product in scope.products if needed is not None else ():
            self.authorization.setdefault(product, bool(needed))

    def _add(self, scope: Scope, node: Node, implies: Implies, *, listed: bool) -> None:
        self.requirements.append(Requirement(scope.products, scope.indications, scope.phase, node, listed, implies))


def read_statements(outline: Sequence[Node], about: tuple[Product, ...]) -> Statements:
    """Everything the open sections say; `about` holds the drugs that the document as a whole is about."""
    found = Statements()
    _read_section(found, outline, Scope(products=about))
    return found


def _read_section(found: Statements, nodes: Sequence[Node], scope: Scope) -> Scope | None:
    """Read what stands under one heading: statements hold for what follows them in the section.

    Labelled lines at its very end speak of the next section; their scope is returned.
    """
    ambient = scope
    beside: Scope | None = None
    titled = with_titles(nodes)
    for place, node in enumerate(titled):
        if _RECORD.match(node.block.text) and not (place and _RECORD.match(titled[place - 1].block.text)):
            ambient = _under_record(titled[place:], ambient)
        lead = Node(replace(node.block, kind="paragraph"), node.children)
        above = replace(ambient, products=scope.products or ambient.products, indications=scope.indications)
        if node.block.kind != "heading":
            ambient = _read_block(found, node, ambient)
        elif scope.role in OPEN_ROLES and is_statement(node):
            ambient = _read_block(found, lead, ambient)
        elif scope.role in OPEN_ROLES and node.children and _OF_PATIENTS_TITLE.search(node.block.text):
            found.require(above, lead, listed=True)
        else:
            beside = section_scope(node, above, beside)
            next_scope = _read_section(found, node.children, beside)
            if next_scope is not None:
                scope = ambient = replace(next_scope, role=scope.role)
    ends_in_record = bool(titled) and bool(_RECORD.match(titled[-1].block.text))
    return ambient if ends_in_record else None


def _under_record(nodes: Sequence[Node], scope: Scope) -> Scope:
    """What a run of labelled lines ("Diagnosis: …", "Therapy stage: …") says of itself and of what follows it."""
    run = list(takewhile(_RECORD.match, (node.block.text for node in nodes)))
    if len(run) < _FEWEST_RECORD_LINES:
        return scope
    named = tuple(dict.fromkeys(indication for line in run for indication in named_indications(line)))
    phase = next((phase for phase in map(read_phase, run) if phase is not None), None)
    return replace(scope, indications=named or scope.indications, phase=phase, status="covered")


def _read_block(found: Statements, node: Node, scope: Scope) -> Scope:
    """Read a paragraph, item or row with what stands under it; the scope that holds after it."""
    text = node.block.text
    is_fact = node.block.kind == "term" and _METADATA.search(text) and not heading_role(text)
    if scope.role not in OPEN_ROLES or is_connective(text) or is_fact:
        return scope
    inner = replace(scope, products=named_products(text) or scope.products)
    if node.block.kind == "row":
        _read_row(found, node.block, inner)
        return scope
    if not inner.products:
        for child in node.children:
            _read_block(found, child, scope)
        return scope
    node = without_closed_sections(without_boxes(node))
    return _read_lead(found, node, inner) if node.children else _read_paragraph(found, node.block, inner, scope)


def _read_lead(found: Statements, node: Node, scope: Scope) -> Scope:
    """Read a lead-in with its list."""
    text = node.block.text
    if heads_section(node):
        _read_section(found, node.children, section_scope(node, scope, None))
        return scope
    status = stated_status(text) or (scope.status if scope.status in DENIED and not _LISTS.search(text) else None)
    found.note_authorization(scope, text)
    if bars_patients(text):
        found.bar(scope, node)
    elif status is not None and status in DENIED:
        found.deny(scope, status, node.block, " ; ".join(part.block.text for part in walk((node,))))
    elif holds_statements(node):
        for child in node.children:
            _read_block(found, child, narrowed(scope, text, status))
    else:
        return _read_criteria_list(found, node, scope, status)
    return scope


def _read_criteria_list(found: Statements, node: Node, scope: Scope, status: Status | None) -> Scope:
    text = node.block.text
    inner = narrowed(scope, text, status)
    if inner.phase != "renewal":
        node, renewals = without_renewals(node)
        for renewal in renewals:
            _read_block(found, renewal, replace(inner, indications=(), status="covered"))
    if not inner.indications:
        about_drug = named_products(text) or _APPROVES.search(text)
        inner = replace(
            inner, indications=asked_indications(node) or (positive_indications(text) if about_drug else ())
        )
    if status is not None:
        found.answer(inner, status, node.block, text, inner.indications)
    found.require(inner, node, listed=node.block.kind != "term")
    return replace(inner, status=inner.status or "covered") if node.block.kind != "item" else scope


def _read_paragraph(found: Statements, block: Block, scope: Scope, above: Scope) -> Scope:
    """Read a paragraph without a list: each sentence in the scope of those before it."""
    found.note_authorization(scope, block.text)
    if _ASKED_DIAGNOSIS.search(block.text) and named_indications(block.text):
        return replace(scope, indications=named_indications(block.text), status=scope.status or "covered")
    reader = _Sentences(found, block, scope)
    for sentence in _spoken(block.text, known=bool(above.products)):
        reader.read(sentence)
    return reader.scope_after()


def _spoken(text: str, *, known: bool) -> Iterator[str]:
    """The sentences from the first that names the drug on; all of them where the drug is `known` from above."""
    for whole in sentences(text):
        for sentence in by_phase(whole):
            known = known or bool(named_products(sentence))
            if known:
                yield sentence


@dataclass(slots=True)
class _Sentences:
    """Sentences of one paragraph in order; `running` is the scope that they leave to the next."""

    found: Statements
    block: Block
    scope: Scope
    running: Scope = field(init=False)
    answered: bool = False
    denied: Status | None = None
    covered_products: tuple[Product, ...] = ()

    def __post_init__(self) -> None:
        limited = condition(self.block.text)
        self.running = (
            replace(self.scope, indications=limited) if limited and not stated_status(self.block.text) else self.scope
        )
        self.covered_products = self.scope.products

    def read(self, sentence: str) -> None:
        """Note what `sentence` answers or asks for."""
        self._turn_to(named_products(sentence))
        status = self._status(sentence)
        piece = Node(replace(self.block, text=sentence))
        self.denied = status if status in DENIED else None
        if bars(sentence):
            self.found.bar(self.running, piece)
        elif status is None:
            bare = self.block.kind == "paragraph" and is_label(sentence)
            self.running = narrowed(self.running, sentence, None, only_conditions=not bare)
            self.found.require(self.running, piece, listed=self.block.kind == "item" and not self.answered)
        elif status in DENIED:
            self.found.deny(self.running, status, self.block, sentence)
            self.answered = True
        else:
            self.running = narrowed(self.running, sentence, status)
            self.found.answer(self.running, status, piece.block, sentence, self.running.indications)
            self.found.require(self.running, piece, listed=False)
            self.answered, self.covered_products = True, self.running.products

    def scope_after(self) -> Scope:
        """What holds for the blocks after the paragraph: all of it when it leads them in, else that there is cover."""
        if leads_in(self.block.text) and (self.answered or self.scope.status == "covered"):
            return self.running
        if self.answered and self.running.status == "covered":
            return replace(self.scope, products=self.covered_products, status="covered")
        return self.scope

    def _turn_to(self, products: tuple[Product, ...]) -> None:
        """A sentence about another drug than the one before does not keep its indications."""
        if products and products != self.running.products:
            same = set(products) & set(self.running.products) and not self.answered
            kept = self.running.indications if same else self.scope.indications
            self.running = replace(self.running, products=products, indications=kept)

    def _status(self, sentence: str) -> Status | None:
        """The sentence's status; in a section of denials a phrase that names a use is denied by its heading."""
        status = stated_status(sentence)
        denies = self.scope.role == "exclusions" and self.scope.status in DENIED
        if denies and ((status is None and names_use(sentence)) or (status == "covered" and not has_verb(sentence))):
            return self.scope.status
        if (
            status is None
            and self.scope.lists_uses
            and self.block.kind in ("item", "paragraph")
            and _names_first(sentence)
        ):
            return "covered"
        return self.denied if status is None and _GOES_ON.search(sentence) else status


def _names_first(text: str) -> bool:
    """Whether the text opens with an indication, as an entry of a list of uses does."""
    first = next(iter(mentions(text)), None)
    return first is not None and first.start <= _OPENING


def _read_row(found: Statements, row: Block, scope: Scope) -> None:
    """Read a table row: an indication with its status, or with its limits under the column titles."""
    if any(is_long(cell) for cell in row.cells):
        _read_long_cells(found, row, scope)
        return
    if not scope.products or not is_of_policy(row):
        return
    text = " ; ".join(cell for cell in row.cells if cell) or row.text
    bare = next((status for status in map(bare_status, row.cells) if status is not None), None)
    status = stated_status(text) or bare or (scope.status if scope.status in DENIED and names_use(text) else None)
    named = named_indications(row.cells[0] if row.cells else text)
    inner = replace(scope, indications=named or scope.indications, phase=read_phase(text) or scope.phase)
    if status is not None and status in DENIED:
        found.deny(inner, status, row, text)
        return
    if bare is not None and named:
        found.answer(inner, bare, row, text, named)
    for title, node in limit_nodes(row):
        says = f"{title} {node.children[0].block.text if node.children else ''}"
        found.require(
            replace(
                inner,
                products=named_products(title) or inner.products,
                indications=positive_indications(title) or inner.indications,
                phase=read_phase(says) or inner.phase,
            ),
            node,
            listed=False,
        )


def _read_long_cells(found: Statements, row: Block, scope: Scope) -> None:
    """Read the cells of a row that hold whole statements or lists; the short ones say whom they are about."""
    short = " ; ".join(cell for cell in row.cells if not is_long(cell))
    if is_other_drug(short):
        return
    inner = replace(
        scope,
        products=named_products(short) or scope.products,
        indications=named_indications(short) or scope.indications,
        phase=read_phase(short) or scope.phase,
    )
    for title, cell in titled_cells(row):
        role = heading_role(title) or inner.role
        if is_long(cell) and role in OPEN_ROLES:
            _read_section(found, build(cell_blocks(cell, row)), in_role(inner, role, title))
