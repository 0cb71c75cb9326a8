"""Walks a policy's outline and collects what it answers and what it asks for, each with whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from parsers.criteria.exclusions import bars_patients
from parsers.drugs import named_products
from parsers.headings import is_connective
from parsers.indications import is_residual, mentions, named_indications
from parsers.models import Block, Evidence, Indication, Phase, Product, Status
from parsers.markers import Nesting, read_marker
from parsers.outline import Node, build, leads_in, walk
from parsers.roles import OPEN_ROLES, Role, heading_role, section_role
from parsers.scopes import (
    by_phase,
    condition,
    is_for_all,
    is_label,
    positive_indications,
    read_phase,
    required_indications,
    sentences,
)
from parsers.statuses import prior_authorization, read_status

_DENIED: frozenset[Status] = frozenset({"investigational", "not_medically_necessary", "excluded"})
_OTHER_DRUG = re.compile(
    r"^\W*(?!.*\b(?:MDD|TRD|PTSD)\b)(?:[\d.]+ )?[A-Z][a-z]+(?:, [A-Z][a-z]+)* ?\([a-z][\w ,/-]+\)|\b(?:agents|agonists|antagonists|inhibitors|vaccines?)\b(?!.*criteria)",
    re.IGNORECASE,
)
_BARE_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("investigational", re.compile(r"^\W*(?:investigational|investigative|experimental|unproven|E/I)\b", re.IGNORECASE)),
    ("not_medically_necessary", re.compile(r"^\W*not medically necessary\W*$", re.IGNORECASE)),
    ("excluded", re.compile(r"^\W*(?:(?:conditions |uses |indications )?not covered|non-?covered|excluded|exclusion)\W*$", re.IGNORECASE)),
    ("case_by_case", re.compile(r"^\W*(?:case[- ]by[- ]case|individual consideration)\W*$", re.IGNORECASE)),
    ("covered", re.compile(r"^\W*(?:covered|medically necessary|yes|approved)(?: (?:with|for|when|if)\b[^.]{0,40})?\W*$", re.IGNORECASE)),
)  # fmt: skip
_DRUG_TABLE = re.compile(r"\b(?:drugs?|products?|medications?|brand|generic|agents?|trade name)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:it|they|this|these|(?:this|the|such) (?:drug|medication|medicine|product|treatment|therapy|agent|spray|infusions?|service|indication)s?|use|uses|treatment|therapy|(?:re-?)?authori[sz]ations?|approvals?|approve|requests?|benefit|initial|renewals?|continu\w+|infusions?|anesthetics?|both|either|member|patient|individual)\b",
    re.IGNORECASE,
)
_METADATA = re.compile(
    r"\b(?:date|number|section|effective|reviewed|revised|version|status|category|department|owner|line of business|policy|page|file|type|id)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:this|these|examples?|such|including|those|they|among)\b[^.]{0,40}\b(?:includ\w+|are|is|such as)|^(?:this|these|they) (?:includes?|comprises?)",
    re.IGNORECASE,
)
_OF_RENEWAL = re.compile(
    r"\b(?:renewals?|re-?authori[sz]ations?|continuation (?:requests?|of (?:therapy|treatment))|re-?approvals?)\b|\b(?:is|are|be) (?:renewed|reauthori[sz]ed)\b",
    re.IGNORECASE,
)
_HEADING_LENGTH = 60
_LONG_CELL_WORDS = 25
# A denial of a manner of use ("as monotherapy", "above 84 mg") limits the cover and is no position of its own.
_MANNER = re.compile(
    r"\b(?:monotherapy|in combination with|at home|home use|self-admin\w*|young(?:er)?|under (?:the age|\d+)|pregnan\w+|more than|exceed\w*|greater than|beyond|above \d+|concurrent\w*|together with|dos(?:e|es|ing)|frequen\w+|samples?|before|until|unless)\b",
    re.IGNORECASE,
)
# A form's line or a labelled line names what the lines after it are about.
_ASKED_DIAGNOSIS = re.compile(
    r"^\W*(?:(?:primary |patient'?s? |member'?s? )?diagnos[ie]s|indications?|(?:covered|approved|requested) (?:uses?|indications?|diagnos[ie]s))\b[^:☐□]{0,40}[:☐□]",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|are|may|will|can|must|should|requires?|covers?)\b", re.IGNORECASE)
_ANSWER_BOXES = re.compile(r"(?:[\s,/|]*[☐□☑✓_\[\]()]*\s*\b(?:yes|no|n/a)\b[\s_]*){2,}$", re.IGNORECASE)
_EVERYTHING = re.compile(
    r"\bfor (?:all|any|every)\b (?:\w+ )?(?:indications?|uses?|conditions?|diagnos[ie]s|purposes?|reasons?)\b",
    re.IGNORECASE,
)
# Who may not have the drug is a criterion; what it may not be used for is a denial.
_OF_PATIENTS = re.compile(
    r"\b(?:patients?|members?|individuals?|persons?|people|anyone|those|adults?|clients?|beneficiar\w+)\s+(?:who|whose|(?:with|having) (?:any|one|a history|an? (?:active|current|known)|active|current|known|uncontrolled|untreated))\b"
    r"|\b(?:if|when|where|in the presence of|with)\b[^.;:]{0,40}\b(?:any|one)(?: or more)? of (?:the following|these)",
    re.IGNORECASE,
)
_OF_PATIENTS_TITLE = re.compile(
    r"^\W*(?:\w+ )?(?:exclusion criteria|contraindications|exclusions? for (?:members|patients))\W*$", re.IGNORECASE
)
_CODE = re.compile(r"^\W*(?:[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?|[A-Z]\d{4}|\d{5})\b")
_LENGTH = re.compile(
    r"\b(?:approv|authori[sz])\w*\b[^.;]{0,40}\b\d*\w* ?(?:days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_APPROVES = re.compile(r"\bapprov\w+|\bauthori[sz]\w+|\bcovered|\brenew\w*", re.IGNORECASE)


Implies = Literal["cover", "cover_if_read", "nothing"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom the words at one place of the outline are about; empty or None: not said."""

    products: tuple[Product, ...] = ()
    indications: tuple[Indication, ...] = ()
    phase: Phase | None = None
    status: Status | None = None
    role: Role = "indications"


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


def read_statements(outline: Sequence[Node], about: tuple[Product, ...]) -> Statements:
    """Everything the open sections say; `about` holds the drugs that the document as a whole is about."""
    reader = _Reader(Statements())
    reader.section(outline, Scope(products=about))
    return reader.found


def asked_indications(node: Node) -> tuple[Indication, ...]:
    """The indications that a list demands, in its own words or in those of its items."""
    own = required_indications(node.block.text)
    if own:
        return own
    asked: list[Indication] = []
    for child in node.children:
        asked += asked_indications(child)
    return tuple(dict.fromkeys(asked))


@dataclass(slots=True)
class _Reader:
    found: Statements

    def section(self, nodes: Sequence[Node], scope: Scope) -> None:
        """Read what stands under one heading: statements hold for what follows them in the section."""
        ambient = scope
        beside: Scope | None = None
        for node in _with_titles(nodes):
            if node.block.kind == "heading" and scope.role in OPEN_ROLES and _is_statement(node):
                ambient = self._block(Node(replace(node.block, kind="paragraph"), node.children), ambient)
            elif (
                node.block.kind == "heading"
                and scope.role in OPEN_ROLES
                and _OF_PATIENTS_TITLE.search(node.block.text)
                and node.children
            ):
                as_list = Node(replace(node.block, kind="paragraph"), node.children)
                self._require(replace(scope, products=scope.products or ambient.products), as_list, listed=True)
            elif node.block.kind == "heading":
                beside = self._heading(
                    node,
                    replace(ambient, products=scope.products or ambient.products, indications=scope.indications),
                    beside,
                )
                self.section(node.children, beside)
            else:
                ambient = self._block(node, ambient)

    def _heading(self, node: Node, above: Scope, beside: Scope | None) -> Scope:
        """The scope of a section; `beside` is the scope of the section before it at the same depth."""
        text = node.block.text
        products = named_products(text)
        before = beside.role if beside and not products and node.block.depth > 1 else None
        role = section_role(text, above.role, before)
        if products and node.block.depth == 1 and role not in OPEN_ROLES and role != "coding":
            role = "indications"
        if role not in OPEN_ROLES:
            return replace(above, role=role)
        scope = replace(above, role=role, status=_status_of(role, text, above), phase=_phase_of(role, text, above))
        if products:
            scope = replace(scope, products=products)
        elif _OTHER_DRUG.search(text) and not mentions(text):
            return replace(scope, products=())
        elif not above.products and beside:
            scope = replace(scope, products=beside.products)
        if is_for_all(text):
            return replace(scope, indications=())
        named = () if node.block.depth == 1 else positive_indications(text)
        carried = beside.indications if beside and not scope.indications and not named and _is_bare(node) else ()
        return replace(scope, indications=named or scope.indications or carried)

    def _block(self, node: Node, scope: Scope) -> Scope:
        """Read a paragraph, item or row with what stands under it; the scope that holds after it."""
        if scope.role not in OPEN_ROLES or is_connective(node.block.text):
            return scope
        products = named_products(node.block.text) or scope.products
        if node.block.kind == "term" and _METADATA.search(node.block.text) and not heading_role(node.block.text):
            return scope
        if node.block.kind == "row":
            self._row(node, replace(scope, products=products))
            return scope
        if not products:
            for child in node.children:
                self._block(child, scope)
            return scope
        inner = replace(scope, products=products)
        node = _without_closed_sections(_without_boxes(node))
        after = self._lead(node, inner) if node.children else self._sentences(node, inner, scope.products)
        return after

    def _lead(self, node: Node, scope: Scope) -> Scope:
        text = node.block.text
        if node.block.kind == "item" and _heads_section(node):
            self.section(node.children, self._heading(node, scope, None))
            return scope
        status = _status(text) or (scope.status if scope.status in _DENIED and not _asks(text) else None)
        self._note_authorization(scope, text)
        if bars_patients(text):
            self._bar(scope, node)
            return scope
        if status in _DENIED:
            whole = " ; ".join(part.block.text for part in walk((node,)))
            self._answer(scope, status, node.block, whole)
            return scope
        if self._holds_statements(node):
            inner = self._narrowed(scope, text, status)
            for child in node.children:
                self._block(child, inner)
            return scope
        inner = self._narrowed(scope, text, status)
        if inner.phase != "renewal":
            node, renewals = _without_renewals(node)
            for renewal in renewals:
                self._block(renewal, replace(inner, indications=(), status="covered"))
        if not inner.indications:
            inner = replace(inner, indications=asked_indications(node) or _lead_indications(text))
        if status is not None:
            self._answer(inner, status, node.block, text, inner.indications)
        self._require(inner, node, listed=node.block.kind != "term")
        return replace(inner, status=inner.status or "covered") if node.block.kind != "item" else scope

    def _sentences(self, node: Node, scope: Scope, said: tuple[Product, ...]) -> Scope:
        """A paragraph without a list: each sentence may answer, or ask for something, in the scope of those before."""
        block = node.block
        limited = condition(block.text)
        running = replace(scope, indications=limited) if limited and not _status(block.text) else scope
        self._note_authorization(scope, block.text)
        if _ASKED_DIAGNOSIS.search(block.text) and named_indications(block.text):
            return replace(scope, indications=named_indications(block.text), status=scope.status or "covered")
        answered, denied, spoken_of = False, None, scope.products
        known = bool(said)
        for sentence in (part for whole in sentences(block.text) for part in by_phase(whole)):
            if not known and not (known := bool(named_products(sentence))):
                continue
            spoken = named_products(sentence)
            if spoken and spoken != running.products:
                same = set(spoken) & set(running.products) and not answered
                running = replace(
                    running, products=spoken, indications=running.indications if same else scope.indications
                )
            status = _status(sentence) or (
                scope.status
                if scope.status in _DENIED and scope.role == "exclusions" and named_or_residual(sentence)
                else None
            )
            if (
                status == "covered"
                and scope.status in _DENIED
                and scope.role == "exclusions"
                and not _VERB.search(sentence)
            ):
                status = scope.status
            if status is None and denied and _GOES_ON.search(sentence):
                status = denied
            piece = Node(replace(block, text=sentence))
            denied = status if status in _DENIED else None
            if bars_patients(sentence) and not named_or_residual(sentence):
                self._bar(running, piece)
            elif status in _DENIED:
                self._answer(running, status, block, sentence)
                answered = True
            elif status is not None:
                running = self._narrowed(running, sentence, status)
                self._answer(running, status, replace(block, text=sentence), sentence, running.indications)
                self._require(running, piece, listed=False)
                answered, spoken_of = True, running.products
            else:
                running = self._narrowed(
                    running, sentence, None, only_conditions=block.kind != "paragraph" or not is_label(sentence)
                )
                self._require(running, piece, listed=block.kind == "item" and not answered)
        leads = leads_in(block.text) and (answered or scope.status == "covered")
        if leads:
            return running
        return (
            replace(scope, products=spoken_of, status=running.status)
            if answered and running.status == "covered"
            else scope
        )

    def _row(self, node: Node, scope: Scope) -> None:
        """A table row: an indication with its status, or with its limits under the column titles."""
        block = node.block
        text = " ; ".join(cell for cell in block.cells if cell) or block.text
        bare = next(filter(None, map(_bare_status, block.cells)), None)
        status = (
            _status(text) or bare or (scope.status if scope.status in _DENIED and named_or_residual(text) else None)
        )
        if self._long_cells(block, scope):
            return
        if re.search(r"\bcodes?\b", " ".join(block.header), re.IGNORECASE) or any(
            _CODE.search(cell) for cell in block.cells[:2]
        ):
            return
        if not scope.products or _DRUG_TABLE.search(" ".join(block.header[:2])):
            return
        named = named_indications(block.cells[0] if block.cells else text)
        inner = replace(scope, indications=named or scope.indications, phase=read_phase(text) or scope.phase)
        if status in _DENIED:
            self._answer(inner, status, block, text)
            return
        if bare is not None and named:
            self._answer(inner, bare, block, text, named)
        above = f"{block.path[-1]}: " if block.path else ""
        for title, cell in _cells(block):
            lead = f"{above}{title}" if title else ""
            phase = read_phase(f"{title} {cell}") or inner.phase
            item = Node(replace(block, kind="item", text=cell, depth=1, cells=(), header=()))
            whole = Node(replace(block, kind="paragraph", text=lead, cells=(), header=()), (item,)) if lead else item
            self._require(replace(inner, phase=phase), whole, listed=False)

    def _long_cells(self, block: Block, scope: Scope) -> bool:
        """Read the cells of a row that hold whole statements or lists; the short ones say whom they are about."""
        titles = block.header or ("",) * len(block.cells)
        long = [(title, cell) for title, cell in zip(titles, block.cells, strict=False) if _is_long(cell)]
        short = " ; ".join(cell for cell in block.cells if not _is_long(cell))
        if not long or any(
            _is_long(cell) and _OTHER_DRUG.search(short) and not named_products(short) for _, cell in long
        ):
            return bool(long)
        inner = replace(
            scope,
            products=named_products(short) or scope.products,
            indications=named_indications(short) or scope.indications,
            phase=read_phase(short) or scope.phase,
        )
        for title, cell in long:
            role = heading_role(title) or inner.role
            if role in OPEN_ROLES:
                of_cell = replace(
                    inner, role=role, status=_status_of(role, title, inner), phase=read_phase(title) or inner.phase
                )
                self.section(build(_cell_blocks(cell, block)), of_cell)
        return True

    def _narrowed(self, scope: Scope, text: str, status: Status | None, *, only_conditions: bool = False) -> Scope:
        phase = read_phase(text) or scope.phase
        named = (
            condition(text)
            if only_conditions
            else (positive_indications(text) if status else required_indications(text) or condition(text))
        )
        if is_for_all(text) and not named:
            named = ()
        kept = named or (() if is_for_all(text) else scope.indications)
        return replace(scope, phase=phase, indications=kept, status=status or scope.status)

    def _answer(
        self,
        scope: Scope,
        status: Status,
        block: Block,
        passage: str,
        indications: tuple[Indication, ...] | None = None,
    ) -> None:
        """Note a status; a denial holds for all that its passage names, the residual and its examples included."""
        if indications is None:
            indications = named_indications(passage)
            if is_residual(passage):
                indications = (*indications, "other")
            elif _EVERYTHING.search(block.text):
                indications = (*indications, "other" if indications else "any")
            indications = indications or scope.indications
        authorization = prior_authorization(passage)
        phase = scope.phase if status not in _DENIED else read_phase(passage)
        for product in scope.products:
            evidence = Evidence(block.page, block.text)
            self.found.answers.append(
                Answer(product, tuple(dict.fromkeys(indications)), phase, status, authorization, passage, evidence)
            )

    def _require(self, scope: Scope, node: Node, *, listed: bool) -> None:
        closed = scope.status in _DENIED or scope.role == "exclusions"
        if (closed and not _LENGTH.search(node.block.text)) or (not node.children and is_residual(node.block.text)):
            return
        approves = (listed and bool(node.children)) or bool(_APPROVES.search(node.block.text))
        may_approve = approves or scope.status == "covered" or scope.role in ("initial", "renewal")
        implies: Implies = "cover" if approves else "cover_if_read" if may_approve else "nothing"
        self.found.requirements.append(
            Requirement(scope.products, scope.indications, scope.phase, node, listed, implies)
        )

    def _bar(self, scope: Scope, node: Node) -> None:
        """Conditions of a patient that bar coverage are criteria of what is covered, whatever section names them."""
        self.found.requirements.append(
            Requirement(scope.products, scope.indications, scope.phase, node, bool(node.children), "nothing")
        )

    def _note_authorization(self, scope: Scope, text: str) -> None:
        needed = prior_authorization(text)
        for product in scope.products if needed is not None else ():
            self.found.authorization.setdefault(product, bool(needed))

    @staticmethod
    def _holds_statements(node: Node) -> bool:
        """Whether the items under a lead-in each answer for themselves, rather than list its criteria."""
        statuses = [_status(child.block.text) for child in node.children]
        return any(status in _DENIED for status in statuses) or sum(status == "covered" for status in statuses) > 1


def named_or_residual(text: str) -> bool:
    """Whether the text names an indication or speaks of all others."""
    return bool(mentions(text)) or is_residual(text)


def _status(text: str) -> Status | None:
    """The status of a sentence; a sentence that asks for authorization says that the drug is covered with it."""
    if len(text) < _HEADING_LENGTH and (bare := _bare_status(text)):
        return bare
    status = _about_drug(text, read_status(text))
    if status in _DENIED and (_OF_PATIENTS.search(text) or (not named_or_residual(text) and _MANNER.search(text))):
        return None
    if status is None and prior_authorization(text):
        return "covered"
    return status


def _about_drug(text: str, status: Status | None) -> Status | None:
    """`status`, when the text has a subject that can be the drug; remarks on plans and drugs in general have none."""
    return status if named_products(text) or named_or_residual(text) or _SUBJECT.search(text) else None


def _without_boxes(node: Node) -> Node:
    """`node` without the boxes for an answer, which are no part of the question ("… ☐ Yes ☐ No")."""
    bare = _ANSWER_BOXES.sub("", node.block.text)
    return Node(
        replace(node.block, text=bare or node.block.text), tuple(_without_boxes(child) for child in node.children)
    )


def _without_closed_sections(node: Node) -> Node:
    """`node` without list items that head a section of their own which is not policy ("2. Related policies")."""
    kept = tuple(
        child for child in node.children
        if not (child.children and len(child.block.text) < _HEADING_LENGTH and (heading_role(child.block.text) or "indications") not in OPEN_ROLES)
    )  # fmt: skip
    return replace(node, children=kept)


def _without_renewals(node: Node) -> tuple[Node, tuple[Node, ...]]:
    """`node` without items that speak of renewal in a list for first approval, and those items."""
    kept: list[Node] = []
    renewals: list[Node] = []
    for child in node.children:
        if _OF_RENEWAL.search(child.block.text):
            renewals.append(child)
        else:
            left, found = _without_renewals(child)
            kept.append(left)
            renewals += found
    return replace(node, children=tuple(kept)), tuple(renewals)


def _asks(text: str) -> bool:
    return bool(re.search(r"\b(?:all|any|one|both) of the following|must|criteria", text, re.IGNORECASE))


def _heads_section(node: Node) -> bool:
    """Whether a list item titles statements of its own ("II. Renewal review") rather than lists criteria."""
    text = node.block.text
    if leads_in(text) or len(text) > 2 * _HEADING_LENGTH or _status(text):
        return False
    return any(
        child.block.kind == "paragraph" and (child.children or _status(child.block.text)) for child in node.children
    )


def _lead_indications(text: str) -> tuple[Indication, ...]:
    return positive_indications(text) if named_products(text) or _APPROVES.search(text) else ()


def _is_statement(node: Node) -> bool:
    """Whether a heading is a whole sentence that answers, as a policy printed in bold has them."""
    text = node.block.text
    return bool(
        _VERB.search(text) and named_products(text) and read_status(text) and (leads_in(text) or not node.children)
    )


def _status_of(role: Role, text: str, above: Scope) -> Status | None:
    if role == "exclusions":
        stated = read_status(text)
        return stated if stated in _DENIED else "excluded"
    return "covered" if role in ("initial", "renewal") else (above.status if above.status not in _DENIED else None)


def _phase_of(role: Role, text: str, above: Scope) -> Phase | None:
    if role in ("initial", "renewal"):
        return read_phase(text) or (role if role == "initial" else "renewal")
    return read_phase(text) or above.phase


def _is_bare(node: Node) -> bool:
    return heading_role(node.block.text) in ("initial", "renewal", "limits")


def _with_titles(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Table rows without column titles take them from a first row of bare words, as a table cut by a page has it."""
    titled: list[Node] = []
    header: tuple[str, ...] = ()
    fresh = True
    for node in nodes:
        block = node.block
        if block.kind != "row":
            header, fresh = (), True
        elif fresh and not block.header and len(block.cells) > 1 and all(_is_title(cell) for cell in block.cells):
            header, fresh = block.cells, False
            continue
        elif header and not block.header and len(block.cells) == len(header):
            node = replace(node, block=replace(block, header=header))
        titled.append(node)
        fresh = fresh and block.kind != "row"
    return tuple(titled)


def _is_title(cell: str) -> bool:
    return (
        bool(cell)
        and len(cell.split()) <= 5
        and not re.search(r"\d", cell)
        and not _bare_status(cell)
        and not mentions(cell)
        and not named_products(cell)
    )


def _bare_status(cell: str) -> Status | None:
    return next((status for status, form in _BARE_STATUS if form.search(cell)), None)


def _is_long(cell: str) -> bool:
    return (
        "\n" in cell.strip()
        and len(cell) > _HEADING_LENGTH
        or len(cell.split()) > _LONG_CELL_WORDS
        or len(cell.split()) > 5
        and bool(named_products(cell) and read_status(cell))
    )


def _cell_blocks(cell: str, row: Block) -> list[Block]:
    """The lines of a cell as blocks of their own, marked lines as items."""
    nesting = Nesting()
    blocks: list[Block] = []
    for line in cell.split("\n"):
        marked = read_marker(line)
        if marked:
            blocks.append(Block("item", marked.rest, row.page, nesting.place(marked), marked.marker, row.path))
        elif line.strip():
            blocks.append(Block("paragraph", line.strip(), row.page, path=row.path))
    return blocks


def _cells(block: Block) -> Iterable[tuple[str, str]]:
    """The cells after the first that say something, each with its column's title."""
    titles = block.header or ("",) * len(block.cells)
    pairs = [(title, cell) for title, cell in zip(titles, block.cells, strict=False) if cell]
    return [(title.replace("\n", " "), cell.replace("\n", " ")) for title, cell in pairs[1:]] or [("", block.text)]
