"""Sections side by side: what each takes over from those before it at the same depth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.answering.answers import DENIED, stated_status
from parsers.criteria.families import findings_in
from parsers.criteria.listed_bars import GROUNDS_FOR_DENIAL
from parsers.deciding.findings import OF_PAPERS
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.masthead.labelled_lines import without_next_record
from parsers.models import Indication, Phase, Product
from parsers.outline import Node, walk
from parsers.sections.office_titles import role_behind
from parsers.sections.roles import CRITERIA_ROLES, OPEN_ROLES, heading_role
from parsers.sections.section_scopes import ADDS, Scope, goes_on, section_scope
from parsers.uses.indications import FORMS_OF_MDD
from parsers.uses.scopes import is_label, positive_indications
from parsers.uses.told_diagnoses import told_diagnosis

# "(for renewals see below)": where something else stands says nothing of what stands here.
_POINTER = compiled(
    r"\s*[([](?=[^()]*\b(?:see|refer to|listed|given|found|continued|begins?|starts?) [^()]*"
    r"\b(?:below|above|page|section|part|next|overleaf|separate(?:ly)?|end)\b)[^()]*[)\]]",
    re.IGNORECASE,
)

# "Other requests": neither are they renewals.
_OF_OTHERS = compiled(
    r"^\W*(?:[\w.]{1,4}\W+)?(?:all )?other (?:requests|uses|indications|diagnoses|conditions)\W*$", re.IGNORECASE
)
# How the drug is given, whatever the request: "Dosage/Administration" behind the criteria of renewals.
_OF_DOSING = compiled(r"^\W*(?:dos(?:age|ing|es?))(?: and | & | ?/ ?)administration\W*$", re.IGNORECASE)
_OF_ONE_DRUG = frozenset({"initial", "renewal", "limits"})
_PHASES = ("initial", "renewal")
_OF_RUN = CRITERIA_ROLES | {"limits"}
# "Part 2 - Safety": a part of the criteria that the statement before it counts, whatever its topic.
_PART = compiled(r"^\W*(?:part|step|section|component|element) (?:\d{1,2}|[A-H]|[IVX]{1,4})\b", re.IGNORECASE)


# Who is treated and by whom, whatever the request: sections of their own beside those of each phase.
_OF_EVERYBODY = compiled(
    r"^\W*(?:ages?|prescribers?|prescribing|providers?|specialists?|specialt(?:y|ies)|physicians?|"
    r"practitioners?|clinicians?)(?: (?:age|specialt(?:y|ies)|provider|physician|practitioner|clinician|or|and|"
    r"eligibility))*"
    r"(?: (?:restrictions?|requirements?|limits?|limitations?|qualifications?|criteria))?\W*$"
    # "IV. Exclusions"; "exclusion criteria" stand beside those of inclusion, and are of the start.
    r"|^\W*(?:[IVX]{1,4}\.\s+)?(?:(?:coverage|general|patient|member) )?exclusions\W*$",
    re.IGNORECASE,
)
# "Denial criteria": behind the criteria of both phases what is refused is refused of each request; before the renewal's
# they end those of first requests.
_OF_REFUSALS = compiled(rf"^\W*(?:[\w]{{1,4}}\.\s+)?{GROUNDS_FOR_DENIAL}\W*$", re.IGNORECASE)


_WHO_AND_WHERE = frozenset({"prescriber", "rems", "personnel"})


def tells_who_and_where(node: Node) -> bool:
    """Whether a paragraph of a section in parts by phase only says who prescribes and where, which holds in each."""
    said = [part.block.text for part in walk((node,))]
    keys = {found.key for text in said for found in findings_in(text)}
    return node.block.kind != "heading" and bool(keys) and keys <= _WHO_AND_WHERE


@dataclass(slots=True)
class Siblings:
    """Sections side by side; one of renewal or limits is about all that the sections of the run before it name."""

    last: Scope | None = None
    run: tuple[Indication, ...] = ()
    went_on: bool = False
    phase_is_read: bool = False
    # Whether the section of a phase before says something itself, and is no bare title of those after it.
    phase_told: bool = False
    renewed: bool = False
    # Whether the section of renewals stands before.
    behind_renewal: bool = False
    titled: bool = False
    in_parts: bool = False
    asked: bool = False
    drug: tuple[Product, ...] = ()
    # Whether the one heading among the nodes is all there is, so that it can only title the whole.
    holds_all: bool = False
    # Whether several of the headings name a use and nothing else, so that none of these titles the whole.
    by_use: bool = False
    # Titles that come once behind the section of each phase, and the phase of the last such section.
    by_phase: frozenset[str] = frozenset()
    phase: Phase | None = None

    def of_everybody(self, heading: str, above: Scope) -> Scope:
        """`above` for a section on who is treated and by whom, whatever the request, where sections are by phase."""
        whole = (self.renewed and _OF_EVERYBODY.match(heading)) or (self.behind_renewal and _OF_REFUSALS.match(heading))
        return replace(above, every_phase=True) if whole and above.phase is None else above

    def scope_of(self, node: Node, above: Scope, *, led: bool = False) -> Scope:
        """The scope of the next section; `led`: a statement right before it leads it in."""
        if (text := _POINTER.sub("", node.block.text)) and text != node.block.text:
            node = replace(node, block=replace(node.block, text=text))
        heading, own = node.block.text, heading_role(node.block.text)
        self.in_parts = (led or self.in_parts) and bool(_PART.match(heading))
        names = own in OPEN_ROLES or positive_indications(heading)
        if self.in_parts and above.role in CRITERIA_ROLES and not names:
            return above
        asks = _is_question(heading)
        in_questions, self.asked = asks and self.asked, asks
        beside = self._beside(node, above, in_questions=in_questions)
        self._note_phase(node)
        above = self._under_drug(heading, above, in_questions=in_questions)
        scope = section_scope(node, above, beside, is_title=self._is_title(node), holds_all=self.holds_all)
        scope = self._behind_phase(heading, self.of_everybody(heading, scope))
        self.behind_renewal = self.behind_renewal or scope.role == "renewal"
        self.renewed = self.renewed or self.behind_renewal
        told, scope = _uses_told(node, above, scope, led=led)
        self._go_on(node, scope, told)
        scope = replace(scope, indications=told or scope.indications)
        before = self.last.role if self.last else None
        self.last = replace(scope, role=role_behind(heading, scope.role, before))
        return scope

    def _beside(self, node: Node, above: Scope, *, in_questions: bool) -> Scope | None:
        """The section before as the next one may go on with it: one that opens anew is not of its phase."""
        heading = node.block.text
        beside = self.last and replace(self.last, indications=self.run)
        if beside is None or heading_role(heading) is not None:
            return beside
        opens = (self.phase_is_read or self._opens_use(node)) and positive_indications(heading)
        # The next question of a list is a topic of its own, not one of the renewal that the last one was about; so are
        # the papers that go with every request.
        topic = any(of.search(heading) for of in (_OF_OTHERS, _OF_DOSING, OF_PAPERS))
        apart = beside.role == "renewal" and (in_questions or topic)
        return replace(beside, role=above.role) if opens or apart else beside

    def _note_phase(self, node: Node) -> None:
        """Note whether a section of a phase says something itself, of a use or in lists."""
        own = heading_role(node.block.text)
        of_phase = own in ("initial", "renewal")
        if own is not None:
            lists = any(part.children or part.block.kind == "item" for part in node.children)
            self.phase_is_read = of_phase and (bool(positive_indications(node.block.text)) or lists)
        self.phase_told = of_phase and bool(node.children)

    def _is_title(self, node: Node) -> bool:
        """Whether a heading is the document's title: the first of the highest rank, no number and no use alone."""
        heading = node.block.text
        of_one_use = self.by_use and is_label(heading) and not named_products(heading)
        # The one heading of a document is its title, whatever its rank, but where it heads criteria or a use's section.
        heads = heading_role(heading) in OPEN_ROLES or positive_indications(heading)
        tops = node.block.depth == 1 or (self.holds_all and not (node.block.path or heads))
        is_title = tops and not (node.block.marker or self.titled or of_one_use)
        self.titled = self.titled or node.block.depth == 1
        return is_title

    def _go_on(self, node: Node, scope: Scope, told: tuple[Indication, ...]) -> None:
        """Add the uses that a section is of to those of the run, which a section that names none goes on with."""
        adds = scope.role not in _OF_RUN or ADDS.match(node.block.text)
        named = told or (() if adds else positive_indications(node.block.text))
        if named and not _is_denied(node):
            self.run = named if self.went_on else tuple(dict.fromkeys((*self.run, *named)))
        self.went_on = not named and goes_on(node.block.text)

    def _behind_phase(self, heading: str, scope: Scope) -> Scope:
        """`scope` for the next section; one under a title that comes behind each phase is of the last."""
        if heading_role(heading) in ("initial", "renewal") or positive_indications(heading):
            self.phase = scope.phase
        behind = heading in self.by_phase and scope.phase is None
        return replace(scope, phase=self.phase) if behind else scope

    def _opens_use(self, node: Node) -> bool:
        """Whether a heading names uses anew behind the renewal of those before it, which is told in full by then."""
        return self.phase_told and bool(self.run) and not set(positive_indications(node.block.text)) & set(self.run)

    @property
    def products(self) -> tuple[Product, ...]:
        """The drugs that the section before was about; () before the first."""
        return self.last.products if self.last else ()

    def _under_drug(self, heading: str, above: Scope, *, in_questions: bool) -> Scope:
        """`above` for the next section: where a heading was nothing but one of several drugs' name, the headings of
        uses and phases after it at the same depth are that drug's; where it asked of one drug, so are the next
        questions of the list.
        """
        named = named_products(heading)
        if named:
            own = set(named) < set(above.products) and (is_drug_name(heading) or is_label(heading))
            self.drug = named if own or (_is_question(heading) and len(named) == 1) else ()
        goes_on_with_it = goes_on(heading) or heading_role(heading) in _OF_ONE_DRUG or positive_indications(heading)
        is_of_drug = self.drug and not named and (goes_on_with_it or in_questions)
        return replace(above, products=self.drug) if is_of_drug else above


def titles_by_phase(headings: Sequence[str]) -> frozenset[str]:
    """The titles that come again among headings, once behind the section of each phase ("Covered doses")."""
    places = {role: headings.index(title) for title in reversed(headings) if (role := heading_role(title)) in _PHASES}
    if len(places) < len(_PHASES):
        return frozenset()
    divide = max(places.values())
    before, behind = headings[min(places.values()) : divide], headings[divide:]
    return frozenset(title for title in behind if title in before and not positive_indications(title))


def _is_question(heading: str) -> bool:
    """Whether a heading is a question."""
    return heading.rstrip().endswith("?")


def _uses_told(node: Node, above: Scope, scope: Scope, *, led: bool) -> tuple[tuple[Indication, ...], Scope]:
    """The uses that the lines or headings of a section name for the whole of it, and its scope; () where none do."""
    told = _told(without_next_record(node.children)) if scope.role in _OF_RUN else ()
    # Depression as such is asked for in one of its forms too.
    if led and ("mdd",) in (told, scope.indications) and FORMS_OF_MDD & set(above.indications):
        told, scope = (), replace(scope, indications=above.indications)
    told = () if told == ("mdd",) and FORMS_OF_MDD & set(scope.indications) else told
    if told or scope.role != "renewal" or positive_indications(node.block.text):
        return told, scope
    return _divided_by(node.children), scope


def _told(nodes: Sequence[Node]) -> tuple[Indication, ...]:
    """The diagnosis that the one labelled line of a section names for the whole of it."""
    told = [diagnosis for node in nodes if not node.children and (diagnosis := told_diagnosis(node.block.text))]
    return told[0] if len(told) == 1 else ()


def _divided_by(nodes: Sequence[Node]) -> tuple[Indication, ...]:
    """The uses that the headings in a section name, where each of them names one."""
    headings = [node.block.text for node in nodes if node.block.kind == "heading"]
    named = [use for heading in headings for use in positive_indications(heading)]
    return tuple(dict.fromkeys(named)) if all(map(positive_indications, headings)) else ()


def _is_denied(node: Node) -> bool:
    """Whether all that a section answers is a denial: no renewal or limits that follow it are of its use."""
    told = [stated_status(sentence) for part in node.children for sentence in sentences(part.block.text)]
    answers = [status for status in told if status is not None]
    return (
        bool(answers)
        and all(status in DENIED for status in answers)
        and not any(part.children for part in node.children)
    )


def siblings_of(headings: Sequence[str], *, renewed: bool) -> Siblings:
    """The sections under `headings`; `renewed`: those of both phases are among them."""
    by_use = sum(is_label(heading) and not named_products(heading) for heading in headings) > 1
    return Siblings(holds_all=len(headings) == 1, by_use=by_use, renewed=renewed, by_phase=titles_by_phase(headings))
