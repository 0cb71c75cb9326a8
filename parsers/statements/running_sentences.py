"""What the sentences of one paragraph answer and ask for, each in the scope that those before it leave."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.limiting_denials import bars
from parsers.answering.past_answers import was_covered
from parsers.answering.refused_if import note_refusals
from parsers.criteria.told_sentences import run_in_title
from parsers.criteria.utilization import counts_use
from parsers.deciding.denial_subjects import denied_scope, repeats_denial, with_its_subject
from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_shapes import (
    enumerates,
    only_names_a_use,
    opens_list,
    run_of_clauses,
    tells_phases,
    titles_the_rest,
    uses_confirmed,
    with_items,
)
from parsers.deciding.paragraph_wording import (
    ADDS_TO_THEM,
    DENIED_IN_SECTION,
    FEWEST_USES,
    NAMES_APPROVAL,
    OF_ALL_TOLD,
    OF_OTHER_USES,
    OF_SUCH_A_USE,
    ON_TERMS_OF_COVER,
    OPENS_WITH_SPAN,
    SAME_USE,
    SAYS_WHY,
    USES_BELOW,
)
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.repeated_words import drugs_meant
from parsers.language.sentence_parts import by_use
from parsers.language.sentences import sentences
from parsers.lists.asked_uses import asked_indications
from parsers.lists.list_shapes import has_verb
from parsers.models import Block, Indication, Phase, Product, Status
from parsers.outline import Node
from parsers.phases.given_once import is_given_once
from parsers.phases.phases import read_phase
from parsers.sections.narrowed_scopes import in_phases, narrowed
from parsers.sections.section_scopes import Scope
from parsers.sections.titles import tells_subject
from parsers.statements.denied_lists import deny_list
from parsers.statements.led_sentences import is_of_weeks, led_in
from parsers.statements.sentence_status import Place, denies_another, status_at
from parsers.statements.sentences_aside import is_aside, is_of_other_things
from parsers.statements.told_so_far import bars_all, demands, drugs_told, knows_uses, limits_all, uses_told
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import excepted_indications, is_residual, named_indications
from parsers.uses.scopes import is_label, positive_indications, required_indications
from parsers.uses.trailing_uses import ends_with_use


@dataclass(slots=True)
class Sentences:
    """Sentences of one paragraph in order; `running` is the scope that they leave to the next."""

    found: Statements
    block: Block
    scope: Scope
    running: Scope = field(init=False)
    answered: bool = False
    covers: bool = False
    opens: bool = True
    said: Status | None = None
    denial: Status | None = None
    before: str = ""
    uses_told: str = ""
    # What was covered until a change, and the sentence that tells it: the change may add to it.
    so_far: tuple[Indication, ...] = ()
    so_far_told: str = ""
    title: str = ""
    # The phase in which the next use starts afresh: its title's ("Renewal. A: 6 months. B: 4 weeks.") or the scope's.
    phase: Phase | None = None
    about: str = ""
    covered_products: tuple[Product, ...] = ()
    # What is said under a title that names the drug stands there ("Intravenous ketamine. Stays investigational for …").
    placed: Block = field(init=False)
    uses_in_turn: int = 0
    first: int = 0  # how many answers were given before the paragraph

    def __post_init__(self) -> None:
        said = sentences(self.block.text)
        self.first = len(self.found.answers)
        if any(map(tells_phases, said[1:])):
            self.scope = replace(self.scope, phase=None, every_phase=True)
        limited = condition(next(iter(said), ""))
        alone = bool(limited) and not stated_status(self.block.text)
        self.running = replace(self.scope, indications=limited) if alone else self.scope
        self.covered_products = self.scope.products
        self.said = self.found.last_status()
        self.title = "" if any(map(tells_phases, said[1:])) else run_in_title(said)
        titled = (self.title,) if named_products(self.title) else ()
        self.placed = replace(self.block, path=(*self.block.path, *titled))
        # "Not covered. The evidence is thin": an answer with its reason, and no title.
        self.title = "" if OPENS_WITH_SPAN.match(self.title) or bare_status(self.title) else self.title
        self.phase = read_phase(self.title) or self.scope.phase
        self.about = said[0] if len(said) > 1 and only_names_a_use(said[0]) else ""

    def read(self, sentence: str) -> None:
        """Note what `sentence` answers or asks for."""
        if is_aside(sentence, self._place(), self.found):
            return
        self._turn_to(
            drugs_meant(sentence, drugs_told(self.found, self.scope.products)), same_use=bool(SAME_USE.search(sentence))
        )
        self._take_up(sentence)
        status = status_at(sentence, self._place())
        piece = self._piece(sentence)
        before, self.before = self.before, sentence
        self.said = status
        if refused := note_refusals(self.found, self.running, piece):
            self.running = refused
        elif bars(sentence) and not counts_use(sentence.lower()):
            of_all = bars_all(sentence, self.found.answers[self.first :])
            scope = replace(self.scope, phase=None, every_phase=True) if of_all else self.running
            self.found.bar(in_phases(scope, sentence), with_items(piece))
        elif status is None:
            self._ask(sentence, piece, before)
        elif self._restates(sentence, status):
            self.found.restate(status, since=self.first)
            if names_use(sentence):
                self._deny(sentence, status, before)
        elif status in DENIED:
            self._deny(sentence, status, before)
            self.answered, self.denial = True, status
        elif status == "case_by_case" and (is_residual(sentence) or excepted_indications(sentence)):
            self._send_on(sentence, status, piece)
        else:
            self._cover(sentence, status, piece)
        self.opens = False

    def _send_on(self, sentence: str, status: Status, piece: Node) -> None:
        """Note that all other uses are decided case by case, and what is asked of them."""
        self.found.answer(self.running, status, replace(self.placed, text=sentence), sentence, ("other",))
        self.found.require(replace(self.running, indications=("other",), status="covered"), piece, listed=False)
        self.answered = True

    def _restates(self, sentence: str, status: Status) -> bool:
        """Whether a denial is of what the one before it named, and tells more of it."""
        more = status == "investigational" or (status == "not_medically_necessary" and self.denial == "excluded")
        says_why = bool(SAYS_WHY.search(sentence)) and not names_use(sentence)
        return more and self.answered and (says_why or bool(OF_SUCH_A_USE.match(sentence)))

    def _cover(self, sentence: str, status: Status, piece: Node) -> None:
        """Note what a sentence covers, and what it asks of each use that it names."""
        if set(positive_indications(sentence)) - set(self.running.indications):
            self.running = replace(self.running, phase=self.phase)
        before = self.running.indications if self.covers else ()
        if self.running.role == "exclusions" and ON_TERMS_OF_COVER.search(sentence):
            # Cover told under a title of exclusions ("Limits and uses not covered") is none of these.
            self.running = replace(self.running, role="indications")
        lists_uses = self.running.lists_uses or bool(USES_BELOW.search(sentence))
        self.running = replace(narrowed(self.running, sentence, status), lists_uses=lists_uses)
        parts = by_use(sentence)
        every = dict.fromkeys(use for uses, _ in parts for use in uses)
        if every.keys() > set(self.running.indications):
            self.running = replace(self.running, indications=tuple(every))
        said, text = replace(self.placed, text=sentence), f"{self.about} {sentence}".strip()
        self.found.answer(self.running, status, said, text, self.running.indications)
        if (so_far := set(self.so_far) - set(self.running.indications)) and ADDS_TO_THEM.search(sentence):
            self.found.answer(
                self.running, status, replace(said, text=self.so_far_told), self.so_far_told, tuple(so_far)
            )
        for uses, part in parts:
            scope = replace(self.running, indications=uses or self.running.indications)
            self.found.require(scope, piece if part == sentence else self._piece(part), listed=enumerates(part))
        if self.running.indications == ("fda_labeled",) and OF_OTHER_USES.search(sentence):
            self.running = replace(self.running, indications=tuple(dict.fromkeys((*before, "fda_labeled"))))
        self.answered, self.covers, self.covered_products = True, True, self.running.products

    def _ask(self, sentence: str, piece: Node, before: str) -> None:
        """Note what a sentence that gives no status may ask for."""
        if is_of_other_things(sentence):
            return
        if was_covered(sentence):
            self.so_far, self.so_far_told = positive_indications(sentence), sentence
            return
        if self.answered and self.denial is None and (uses := uses_confirmed(sentence)):
            self.running = replace(self.running, indications=uses, status="covered")
            self.found.answer(self.running, "covered", replace(self.placed, text=sentence), sentence, uses)
        if tells_subject(sentence) and not condition(sentence):
            self.found.require(self.running, piece, listed=False)
            return
        self._narrow(sentence, before)
        if (run := run_of_clauses(piece)) and (uses := asked_indications(run)):
            self.found.require(replace(self.running, indications=uses), run, listed=True)
            return
        listed = self.block.kind in ("item", "definition") and not self.answered and sentence != self.title
        listed = listed and not is_of_weeks(sentence, self.running)
        # "Two drugs have failed for the one use. …": of that use alone, and the next sentence of all again.
        own = () if condition(sentence) else ends_with_use(sentence, uses_told(self.found))
        self.found.require(replace(self.running, indications=own or self.running.indications), piece, listed=listed)

    def _narrow(self, sentence: str, before: str) -> None:
        """Turn to the use and phase that a sentence which asks for something names."""
        titles = self.opens and sentence != self.block.text
        bare = (self.opens and opens_list(sentence, self.block, self.scope)) or (
            (self.block.kind == "paragraph" or titles) and is_label(sentence)
        )
        if condition(sentence):
            # The next use starts afresh: "A, continuation: 6 months. B: 4 weeks."
            self.running = replace(self.running, phase=self.phase)
        else:
            self.running = self._of_all(sentence)
        self._count_use(sentence)
        # "Initial authorization (for 30 days). Resistant depression in an adult …": an approval, then its use.
        renews = self.running.phase == "renewal"
        of_approval = NAMES_APPROVAL.match(before) and (renews or bool(required_indications(sentence)))
        if of_approval:
            self.running = replace(self.running, status="covered")
        known = bool(self.running.indications) or knows_uses(self.found)
        asks_for_use = not known and demands(sentence) and bool(required_indications(sentence))
        self.running = narrowed(self.running, sentence, None, only_conditions=not (bare or of_approval or asks_for_use))

    def _of_all(self, sentence: str) -> Scope:
        """The scope of what is of all uses again ("A: 3 months. B: 4 weeks. Renewal: 1 year"), or of both phases."""
        every = replace(self.running, indications=self.scope.indications)
        if limits_all(sentence, self.block.text):
            return replace(every, phase=None, every_phase=True)
        sums_up = self.uses_in_turn >= FEWEST_USES and read_phase(sentence)
        return every if sums_up or OF_ALL_TOLD.search(sentence) else self.running

    def _count_use(self, sentence: str) -> None:
        self.uses_in_turn = self.uses_in_turn + 1 if condition(sentence) and read_phase(sentence) != "renewal" else 0

    def _deny(self, sentence: str, status: Status, before: str) -> None:
        """Note what a sentence denies; what it lists with drugs of its own ("not covered: A for x; B for y"), apart."""
        if (self.answered and repeats_denial(sentence)) or self._denied_there(sentence):
            return
        listed = with_items(Node(replace(self.placed, text=sentence)))
        if any(named_products(item.block.text) and not has_verb(item.block.text) for item in listed.children):
            deny_list(self.found, listed, self.running, status)
        else:
            scope = denied_scope(self.running, self.scope, self.block, sentence)
            self.found.deny(scope, status, self.placed, self._denied(sentence, before))

    def _denied_there(self, sentence: str) -> bool:
        """Whether a denial is of what another section lists, which has denied uses before it."""
        pointed = DENIED_IN_SECTION.match(sentence) and not names_use(sentence)
        return bool(pointed) and any(answer.status in DENIED for answer in self.found.answers)

    def _denied(self, sentence: str, before: str) -> str:
        """What a denial is of: what it or its heading names, or what its pronoun stands for."""
        titles = [self.about, *(said for said in (before, self.title) if is_label(said) or titles_the_rest(said))]
        heading = self.block.path[-1] if self.block.path else ""
        return with_its_subject(sentence, before, next(filter(None, titles), ""), heading)

    def _piece(self, sentence: str) -> Node:
        return led_in(
            sentence, self.title, self.block, self.scope, after_cover=self.answered and self.said == "covered"
        )

    def scope_after(self) -> Scope:
        """What holds for the blocks after it: the whole scope when it leads them in, else that there is cover."""
        if leads_in(self.block.text) and (self.answered or self.scope.status == "covered"):
            return self.running
        if self.denial and self.scope.role == "exclusions":
            # "Not medically necessary in the conditions that follow": the list or table after it is denied so.
            return replace(self.scope, status=self.denial)
        if self.answered and self.running.status == "covered":
            lists = self.running.lists_uses
            return replace(self.scope, products=self.covered_products, status="covered", lists_uses=lists)
        return self.scope

    def _turn_to(self, products: tuple[Product, ...], *, same_use: bool) -> None:
        """A sentence about another drug than the one before does not keep its indications, unless it says so."""
        if products and products != self.running.products:
            same = same_use or (set(products) & set(self.running.products) and not self.answered)
            kept = self.running.indications if same else self.scope.indications
            self.running = replace(self.running, products=products, indications=kept)

    def _take_up(self, sentence: str) -> None:
        """A sentence about "that use" is of the uses that were named last before it."""
        points_back = SAME_USE.search(sentence) or denies_another(sentence, self._place())
        if names_use(sentence):
            self.uses_told = sentence
        elif (uses := named_indications(self.uses_told)) and (points_back or is_given_once(sentence, uses)):
            self.running = replace(self.running, indications=uses)

    def _place(self) -> Place:
        return Place(self.block, self.scope, self.title, self.about, self.opens, self.said, self.answered)
