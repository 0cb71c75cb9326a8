"""What the walk over a policy's outline notes: answers, and what may be criteria."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from parsers.answering.answers import DENIED, titles_answers
from parsers.answering.authorization_wording import USE_WITHOUT_ONE
from parsers.answering.status_wording import OFF_LABEL_POLICY
from parsers.answering.statuses import prior_authorization, read_status
from parsers.authorizations.sayings import asks_for_need, told_need, told_needs
from parsers.deciding.bars_by_phase import bars_by_phase
from parsers.deciding.implied_cover import Implies, implied_cover
from parsers.drugs.names import named_products
from parsers.language.every_phase import titles_every_phase
from parsers.language.every_use import is_for_all, papers_with_form
from parsers.language.patterns import compiled
from parsers.lists.node_words import said, titled, words_of
from parsers.models import Block, Evidence, Indication, Phase, Product, Route, Status
from parsers.outline import Node
from parsers.phases.given_once import uses_given_once
from parsers.phases.phases import read_phase, speaks_of_every_phase
from parsers.phases.stage_wording import gives_later_amount
from parsers.sections.roles import CRITERIA_ROLES
from parsers.sections.section_scopes import Scope
from parsers.uses.denied_uses import EVERY_USE, OF_THESE, ON_TERMS, WITH_EXCEPTIONS, only_sets_apart, without_reason
from parsers.uses.indications import (
    after_exception,
    excepted_indications,
    is_for_everything,
    is_residual,
    named_indications,
)

_LENGTH = compiled(
    r"\b(?:approv|(?:pre)?authori[sz])\w*\b[^.;]{0,40}\b\d*\w* ?(?:days?|weeks?|months?|years?)\b", re.IGNORECASE
)
_SPAN = compiled(r"\b(?:days?|weeks?|months?|(?:1|one) year)\b", re.IGNORECASE)
# A table's row names its own phase, and so does "in the first 28 days".
_IS_OF_ONE_FILL = compiled(r"\|.*\||\b(?:first|induction|initial\w*|start\w*)\b", re.IGNORECASE)
_THEN = compiled(r"\b(?:then|thereafter|afterwards|maintenance)\b", re.IGNORECASE)
_EXCEPTION = compiled(r"\bcompendi\w+|\bexceptions?\b", re.IGNORECASE)


_FEWEST_ITEMS = 3
# "Chart notes must be sent with the form", "… with each request".
_PAPERS = compiled(r"\b(?:notes|records|documentation)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """A status given to a drug; `indications` empty: to the drug as such. `passage` is what was read.

    `if_read`: it stands only when criteria are read for it. `inherited`: a length or amount that names
    none of the several drugs above it implies it, so that a denial which names the drug prevails. `place`: the
    headings that it stands under.
    """

    product: Product
    indications: tuple[Indication, ...]
    phase: Phase | None
    status: Status
    prior_authorization: bool | None
    passage: str
    evidence: Evidence
    if_read: bool = False
    inherited: bool = False
    place: tuple[str, ...] = ()
    route: Route = "any"


# A section of its own on papers that names no phase speaks of every request.
OF_PAPERS = compiled(r"\bdocumentation\b|\brecords\b|\bsubmi(?:t|ssion)\b|\bto send\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Outline that may hold criteria. `listed`: a list, each of whose clauses counts even if it fits no criterion.

    `implies`: whether it also shows that its indications are covered, at once or only when criteria are read in it.
    `amounts`: only its doses, sessions, quantities and papers count, where the phase states none of its own.
    """

    products: tuple[Product, ...]
    indications: tuple[Indication, ...]
    phase: Phase | None
    node: Node
    listed: bool
    implies: Implies
    amounts: bool = False


@dataclass(slots=True)
class Statements:
    """What a document says: its answers, what it asks for, and whether prior authorization is named for a drug.

    `once`: the uses for which an approval is never renewed.
    """

    answers: list[Answer] = field(default_factory=list)
    requirements: list[Requirement] = field(default_factory=list)
    authorization: list[tuple[Product, tuple[Indication, ...]]] = field(default_factory=list)
    once: set[tuple[Product, Indication]] = field(default_factory=set)

    def answer(self, scope: Scope, status: Status, block: Block, passage: str, named: tuple[Indication, ...]) -> None:
        """Note a status for `named`, or for all other uses where its passage leaves these to review."""
        # "Other diagnoses" may stand in the heading alone.
        of_the_rest = is_residual(passage) or (not named and block.path and is_residual(block.path[-1]))
        if status == "case_by_case" and of_the_rest:
            named = (*named_indications(passage), "other")
        phase = scope.phase if status not in DENIED else read_phase(passage)
        asked = prior_authorization(passage)
        needed = told_need(passage)
        of_length = scope.role == "limits" or _LENGTH.search(passage)
        named_none = not named_products(passage)
        only_asked = status == "covered" and named_none and read_status(passage) is None and asked is not None
        only_asked = only_asked and not USE_WITHOUT_ONE.match(passage)
        shared = only_asked or (bool(of_length) and len(scope.products) > 1 and named_none)
        for product in scope.products:
            evidence = Evidence(block.page, block.text)
            uses = tuple(dict.fromkeys(named))
            self.answers.append(
                Answer(product, uses, phase, status, needed, passage, evidence, inherited=shared, place=block.path)
            )

    @property
    def has_list(self) -> bool:
        """Whether a list of several items has been required so far."""
        return any(one.listed and len(one.node.children) >= _FEWEST_ITEMS for one in self.requirements)

    def last_status(self) -> Status | None:
        """The status given last; None before any."""
        return self.answers[-1].status if self.answers else None

    def restate(self, status: Status, since: int) -> None:
        """Give the denials told since place `since` another status ("… is not covered. This is investigational.")."""
        told = self.answers[-1].passage
        self.answers = [
            replace(one, status=status) if one.passage == told or (place >= since and one.status in DENIED) else one
            for place, one in enumerate(self.answers)
        ]

    def deny(self, scope: Scope, status: Status, block: Block, passage: str) -> None:
        """Note a denial of all that its passage names: class, examples and residual; what it excepts is covered."""
        named, excepted = named_indications(without_reason(passage)), excepted_indications(passage)
        of_the_rest = excepted and (not named or EVERY_USE.search(passage))
        if is_residual(passage) or of_the_rest or (WITH_EXCEPTIONS.search(passage) and not named):
            named = (*named, "other")
        elif is_for_everything(passage):
            named = (*named, "other" if named else "any")
        elif not named and OF_THESE.search(passage) and is_for_all(passage):
            named = self._covered()
        self.answer(scope, status, block, passage, named or scope.indications)
        if excepted and not only_sets_apart(passage):
            covered = replace(scope, indications=excepted, status="covered", role="indications")
            self.answer(covered, "covered", block, passage, excepted)
            self._add(covered, Node(replace(block, text=after_exception(passage))), "nothing", listed=False)

    def _covered(self) -> tuple[Indication, ...]:
        """The uses that some drug is covered for by what was said or asked so far."""
        told = [one.indications for one in self.answers if one.status == "covered" and one.phase != "renewal"]
        asked = [one.indications for one in self.requirements if one.implies != "nothing"]
        return tuple(dict.fromkeys(use for uses in (*told, *asked) for use in uses))

    def require(self, scope: Scope, node: Node, *, listed: bool) -> None:
        """Note what may be criteria; in a section of denials only lengths of approval are."""
        text = node.block.text
        self._note_once(scope, node)
        # "Esketamine is covered where three drugs failed", said under a heading of exclusions, opens what it covers.
        opens = read_status(text) == "covered" and bool(ON_TERMS.search(text))
        closed = scope.status in DENIED or (scope.role == "exclusions" and not opens)
        elsewhere = (
            not node.children and is_residual(text) and not (_EXCEPTION.search(text) or OFF_LABEL_POLICY.search(text))
        )
        # "When authorization is approved:" leads in its limits.
        titles = titles_answers(text) and not (node.children and scope.role == "limits")
        # A list without a lead-in whose items were all of the other phase.
        empty = not text and not node.children
        if empty or elsewhere or titles or (closed and not _LENGTH.search(text)):
            return
        if scope.phase == "renewal" and not listed and gives_later_amount(words_of(node)):
            self._limit_renewals(scope, node)
            return
        self._add(scope, node, implied_cover(scope, node, listed=listed), listed=listed)

    def _limit_renewals(self, scope: Scope, node: Node) -> None:
        """Note an amount after the first weeks: it limits whatever is renewed, and renews nothing itself."""
        of_uses = scope if named_indications(words_of(node)) else replace(scope, indications=())
        self._add(of_uses, node, "nothing", listed=False)

    def imply_nothing(self, start: int) -> None:
        """Take it that what was required from place `start` on covers nothing: it stands in a paragraph that denies."""
        self.requirements[start:] = [replace(each, implies="nothing") for each in self.requirements[start:]]

    def _note_once(self, scope: Scope, node: Node) -> None:
        """Note the uses of which a clause says that their approval is never renewed."""
        uses = tuple(uses_given_once(node, scope.indications, self._covered()))
        self.once |= {(product, use) for product in scope.products for use in uses}

    def bar(self, scope: Scope, node: Node) -> None:
        """Conditions of a patient that bar coverage are criteria of what is covered, whatever section names them."""
        if scope.role == "exclusions" and scope.phase is None:
            scope = replace(scope, every_phase=True)
        for phase, part in bars_by_phase(node):
            of_phase = replace(scope, phase=phase, every_phase=False) if phase else scope
            self._add(of_phase, part, "nothing", listed=bool(part.children))

    def share(self, scope: Scope, limits: Iterable[Node]) -> None:
        """Note limits of first approvals whose amounts hold for renewals too."""
        for limit in limits:
            again = Requirement(scope.products, scope.indications, "renewal", limit, listed=False, implies="nothing")
            self.requirements.append(replace(again, amounts=True))

    def ask_each_time(self, scope: Scope, items: Iterable[Node]) -> None:
        """Note the items of a list of first approvals that say themselves that renewals are asked for them too."""
        for item in items:
            text = item.block.text
            of_papers = _PAPERS.search(text) and (speaks_of_every_phase(text) or papers_with_form(text))
            if scope.phase is None and (of_papers or (":" in text and titles_every_phase(text))):
                self._add_again(scope, item)

    def _add_again(self, scope: Scope, item: Node) -> None:
        again = Requirement(scope.products, scope.indications, "renewal", item, listed=True, implies="nothing")
        self.requirements.append(again)

    def title(self, scope: Scope, heading: Block) -> None:
        """Note what the heading over criteria says itself: how long an approval it opens ("Renewal for 6 months")."""
        if scope.role in CRITERIA_ROLES and scope.status not in DENIED and _SPAN.search(heading.text):
            self._add(scope, Node(replace(heading, kind="paragraph")), "nothing", listed=False)

    def note_authorization(self, scope: Scope, text: str) -> None:
        """Note for which uses prior authorization is asked for; that none is asked for is told in so many words."""
        for sentence, needed in told_needs(text) if not asks_for_need(text) else ():
            uses = named_indications(sentence) or scope.indications
            self.authorization += [(one, uses) for one in named_products(sentence) or scope.products if needed]

    def asks_for_authorization(self, product: Product, use: Indication) -> bool:
        """Whether it is asked for a use of a drug: a word on another use alone says nothing of it."""
        told = [uses for one, uses in self.authorization if one == product]
        return any(use in uses or (not uses and use != "anesthesia") for uses in told)

    def _add(self, scope: Scope, node: Node, implies: Implies, *, listed: bool) -> None:
        self.requirements.append(Requirement(scope.products, scope.indications, scope.phase, node, listed, implies))
        other: Phase = "initial" if scope.phase == "renewal" else "renewal"
        again = Requirement(scope.products, scope.indications, other, node, listed=False, implies="nothing")
        alone = "" if node.children and not titled(node) else said(node)
        of_form = scope.phase is None and papers_with_form(alone)
        if scope.every_phase or of_form or speaks_of_every_phase(alone):
            self.requirements.append(replace(again, listed=scope.every_phase and listed))
        elif scope.shares_amounts or (scope.phase is None and _limits_each(scope, node)):
            self.requirements.append(replace(again, amounts=True))


def _limits_each(scope: Scope, node: Node) -> bool:
    """Whether what no phase is named over is told of each: limits, and papers."""
    if scope.role == "limits":
        return not _is_of_first_fill(node)
    return any(map(OF_PAPERS.search, node.block.path[-1:]))


def _is_of_first_fill(node: Node) -> bool:
    words = words_of(node)
    return bool(_IS_OF_ONE_FILL.search(words)) and not (_THEN.search(words) or speaks_of_every_phase(words))
