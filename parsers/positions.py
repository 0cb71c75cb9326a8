"""What a policy answers, position by position."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from parsers.amounts.lengths_beside_renewals import give_lengths_to_first_approvals
from parsers.answering.answers import DENIED
from parsers.answering.class_denials import with_class_denials, with_members_named
from parsers.answering.closed_subjects import closed_products, parted_products
from parsers.answering.printed import as_printed, printed
from parsers.answering.sole_changes import with_changes_opened
from parsers.answering.told_demands import asked_as_such, demands_use, told_demands
from parsers.answering.unread_conditions import with_unread_conditions
from parsers.authorizations.notes import with_authorization
from parsers.criteria.trees import asks_more_than_bars
from parsers.deciding.covered_by_name import is_covered_for_another
from parsers.deciding.findings import Answer, Requirement, Statements
from parsers.deciding.outranked import (
    Key,
    apart,
    asks_no_response,
    denied_by_name,
    in_first_route,
    is_anothers,
    is_of_a_new_use,
    is_of_another_drug,
    is_renewed_for_another,
    is_renewed_in_vain,
    of_the_chapter,
    only_denied,
    only_limits,
    refers,
    speaks_of_each,
    tells_more,
    without_vague,
    yields,
)
from parsers.deciding.position_criteria import criteria_of, with_label_reference
from parsers.drug_lists import listed_by_name, read_rows
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.rewording import told_in_common_words
from parsers.lists.items_by_path import with_items_by_path
from parsers.lists.items_by_title import with_items_by_title
from parsers.lists.kept_criteria import with_kept_criteria
from parsers.lists.list_uses import denies_uses
from parsers.lists.referred_bar_lists import with_referred_bar_lists
from parsers.lists.referred_bars import with_referred_bars
from parsers.lists.referred_items import with_referred_items
from parsers.lists.restarted_lists import with_lists_apart
from parsers.models import Block, Evidence, Indication, Position, Product, Route
from parsers.outline import Node, walk
from parsers.outline_building import build
from parsers.phases.first_of_renewed import with_uses_of_renewals
from parsers.phases.rules_of_both_phases import with_rules_of_both
from parsers.plainly_told import told_plainly
from parsers.products import named_routes, read_route, route_above
from parsers.sections.heading_runs import with_numbered_titles
from parsers.sections.introductions import without_introduction, without_menu
from parsers.sections.label_sections import without_label_sections
from parsers.sections.titles import titled_class, titled_phase, titled_products, titles_of
from parsers.statements.walk import read_statements
from parsers.uses.branch_uses import with_branch_uses
from parsers.uses.other_uses import is_for_another_use
from parsers.uses.sole_use import with_sole_use
from parsers.uses.unnamed_uses import asked_in_form, drugs_of_title, form_in_title, uses_of
from parsers.uses.used_in_surgery import without_anesthetic
from parsers.uses.uses_beside_title import is_beside_title
from parsers.uses.uses_by_failures import with_resistance_named

_WORD = compiled(r"\w+")
_RUN_IN_TITLE = compiled(r"^\W*[^.:;,]{3,50}:(?=\s)")


def read_positions(blocks: tuple[Block, ...], title: str = "") -> tuple[Position, ...]:
    """The payer's answers stated in `blocks`; silence yields none.

    `title` is the document's where no heading of it names a drug: what a browser shows above the page.
    A document about a drug, or with an entry for it, that answers nothing gives one position of unknown status.
    """
    document, (blocks, restated) = blocks, told_plainly(told_in_common_words(blocks))
    about = titled_products(blocks) or named_products(title) or closed_products(blocks) or parted_products(blocks)
    outline = with_lists_apart(build(with_numbered_titles(without_introduction(without_menu(blocks)))))
    asked = with_referred_bar_lists(with_items_by_title(without_label_sections(outline)))
    outline = with_branch_uses(with_items_by_path(with_referred_items(with_referred_bars(asked))))
    said = read_statements(outline, about or titled_class(blocks), titled_phase(blocks))
    give_lengths_to_first_approvals(said)
    said.requirements[:] = with_uses_of_renewals(said)
    said.requirements[:] = asked_in_form(said, blocks)
    said.requirements[:] = without_anesthetic(said)
    stated = _positions(said, blocks)
    entries = (entry for entry in read_rows(blocks) if not any(_repeats(entry, other) for other in stated.values()))
    listed = {_key_of(entry): entry for entry in entries}
    found = without_vague({**listed, **{key: _in_row(stated[key], listed.get(key)) for key in stated}})
    # Only where an entry of a list answers in the end are its rules looked for.
    found = {key: found[key] if key in stated else _with_its_rules(found[key], said) for key in found}
    found = with_sole_use(found, said, blocks, about)
    if not found and (opened := with_changes_opened(document)) != document:
        return read_positions(opened, title)
    if not found:
        said.answers.extend(asked_as_such(said.requirements, about))
        found = _positions(said, blocks)
    if not found:
        return tuple(_unknown(blocks, about or listed_by_name(blocks), title))
    own = printed(document, restated)
    kept = with_resistance_named(with_rules_of_both(with_kept_criteria(found.values(), blocks), document))
    kept = with_authorization(kept, document, title, said)
    return tuple(as_printed(with_unread_conditions(position, blocks), own) for position in kept)


def _key_of(position: Position) -> Key:
    return Key(position.product, position.indication, position.phase)


def _repeats(entry: Position, other: Position) -> bool:
    """Whether an entry of a list denies as such the drug that its row denies for a use of the page."""
    same = (entry.product, entry.status) == (other.product, other.status) and other.indication != "any"
    words = [_WORD.findall(position.evidence[0].text) for position in (entry, other)]
    return same and entry.status in DENIED and words[0] == words[1]


def _with_its_rules(position: Position, said: Statements) -> Position:
    """An entry of a list with what its row asks for beside the limits in its notes."""
    rules = criteria_of(_key_of(position), said.requirements) if position.status == "covered" else None
    return replace(position, criteria=rules or position.criteria)


def _in_row(position: Position, listed: Position | None) -> Position:
    """`position`, shown by the whole row where one of its cells states what the row answers: the row names the drug."""
    same = listed is not None and listed.status == position.status
    if listed is None or not same or position.evidence[0].text not in listed.evidence[0].text:
        return position
    return replace(position, evidence=listed.evidence)


def _positions(said: Statements, blocks: Sequence[Block]) -> dict[Key, Position]:
    answers: dict[Key, Answer] = {}
    told_twice: list[Key] = []
    denied, by_name = only_denied(said), denied_by_name(said)
    for asked, answer in _expanded(said, blocks):
        if is_renewed_in_vain(asked, answer, answers) or is_renewed_for_another(asked, answer, answers):
            continue
        if (answer.inherited and asked.product in denied) or is_anothers(asked, answer, by_name, said):
            continue
        if of_the_chapter(asked, answer, said) or is_covered_for_another(asked, answer, said):
            continue
        if asked.phase == "renewal" and (asked.product, asked.indication) in said.once and answer.status not in DENIED:
            continue
        key = apart(asked, answer, answers)
        before = answers.get(key)
        more = before is not None and tells_more(answer.status, before.status)
        if before is None or yields(key, answer, answers) or more:
            answers[key] = answer
        if more and answer.status in DENIED:
            told_twice.append(key)
    answers = with_members_named(with_class_denials(answers, told_twice), blocks)
    covered = {key.product for key, answer in answers.items() if answer.status == "covered"}
    found = {key: _position(key, answer, said, covered) for key, answer in answers.items() if not refers(key, answers)}
    found = {key: said for key, said in found.items() if _is_answered(answers[key], said)}
    found = {key: position for key, position in found.items() if not only_limits(key, answers, found)}
    kept = {key: position for key, position in found.items() if not asks_no_response(key, answers[key], found)}
    return {key: in_first_route(key, answers[key], kept) for key in kept}


def _is_answered(answer: Answer, said: Position) -> bool:
    """Whether what implies an answer is read, or demands the use itself ("The diagnosis must be …")."""
    return not answer.if_read or asks_more_than_bars(said.criteria) or demands_use(answer.passage)


def _expanded(said: Statements, blocks: Sequence[Block]) -> Iterator[tuple[Key, Answer]]:
    """Every answer for every indication it is about, the covered ones first: renewals and residuals follow them."""
    covered: dict[Product, list[Indication]] = {}
    ordered = sorted(
        [*said.answers, *_implied(said, drugs_of_title(said, blocks))],
        key=lambda answer: (answer.phase == "renewal", answer.status in DENIED),
    )
    for answer in ordered:
        indications = answer.indications
        # A use that has no name in our vocabulary is left out, and is not the drug as such.
        if not indications and is_for_another_use(answer.passage):
            continue
        if not indications:
            indications = uses_of(answer, covered.get(answer.product, []), blocks)
            if answer.phase == "renewal":
                indications = tuple(
                    use for use in indications if not is_beside_title(use, answer.place, answer.passage)
                )
        for indication in form_in_title(indications, answer, blocks):
            # The label, named in passing and not beside other uses, is no use that a renewal is of.
            by_label = answer.if_read and answer.indications == ("fda_labeled",)
            if answer.status == "covered" and answer.phase != "renewal" and not by_label:
                covered.setdefault(answer.product, []).append(indication)
            phase = "initial" if is_of_a_new_use(indication, answer, covered) else answer.phase or "initial"
            for route in _routes(answer, blocks):
                yield Key(answer.product, indication, phase), replace(answer, route=route)


def _routes(answer: Answer, blocks: Sequence[Block]) -> tuple[Route, ...]:
    """The routes that an answer is about: each that a denial names, the one named in cover, or that of its headings.

    "Ketamine infusions: … It is not recommended." has its own behind the title that opens its paragraph.
    """
    titled = _RUN_IN_TITLE.match(answer.evidence.text)
    named = named_routes(answer.product, answer.passage) or named_routes(answer.product, titled[0] if titled else "")
    if len(named) == 1 or (named and answer.status in DENIED):
        return named
    titles = titles_of(answer.product, blocks)
    return ("any",) if named else (route_above(answer.product, (*titles[:1], *answer.place)),)


def _implied(said: Statements, titled: frozenset[Product]) -> Iterator[Answer]:
    """Answers that criteria imply: a list of what is asked for an indication covers it, be it the title's."""
    demands = [one for product in titled for one in told_demands(said.requirements, product)]
    for requirement in said.requirements:
        listed = requirement.listed and bool(requirement.node.children)
        of_title = (listed or requirement in demands) and titled & set(requirement.products)
        if (requirement.implies == "nothing" and not of_title) or not requirement.products:
            continue
        if denies_uses(requirement.node):
            continue
        text = requirement.node.block.text
        evidence = _evidence(requirement.node)
        for product in requirement.products:
            if is_of_another_drug(product, requirement, said):
                continue
            if requirement.indications or requirement.phase == "renewal" or product in titled:
                if_read = requirement.implies != "cover"
                shared = len(requirement.products) > 1 and not requirement.listed
                inherited = shared and not (_names_a_drug(requirement.node) or speaks_of_each(text))
                yield Answer(
                    product,
                    requirement.indications,
                    requirement.phase,
                    "covered",
                    None,
                    text,
                    evidence,
                    if_read,
                    inherited,
                    requirement.node.block.path,
                )


def _names_a_drug(node: Node) -> bool:
    return any(named_products(part.block.text) for part in walk((node,)))


def _position(key: Key, answer: Answer, said: Statements, covered: Set[Product]) -> Position:
    """The position of one answer; what the document asks for in general is asked for the uses that it covers."""
    asked: Sequence[Requirement] = said.requirements if answer.status in ("covered", "case_by_case") else ()
    if answer.status == "case_by_case" and key.product in covered:
        asked = [requirement for requirement in asked if key.indication in requirement.indications]
    # What is not covered asks for nothing.
    criteria = criteria_of(key, asked) if asked else None
    if answer.status == "covered" and (criteria or not answer.if_read):
        criteria = with_label_reference(criteria, key, answer.evidence)
    return Position(
        key.product,
        answer.route,
        key.indication,
        key.phase,
        answer.status,
        answer.prior_authorization,
        criteria,
        (answer.evidence,),
    )


def _evidence(node: Node) -> Evidence:
    node = next(part for part in walk((node,)) if part.block.text)
    return Evidence(node.block.page, " | ".join(node.block.cells) or node.block.text)


def _unknown(blocks: Sequence[Block], about: Sequence[Product], title: str) -> Iterator[Position]:
    """Positions of unknown status, shown by the first block that names the drug, or by what a browser shows above."""
    for product in about:
        named = (Evidence(block.page, block.text) for block in blocks if product in named_products(block.text))
        evidence = (next(named, Evidence(1, title)),)
        yield Position(product, read_route(product, ""), "any", "initial", "unknown", evidence=evidence)
