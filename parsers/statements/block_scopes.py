"""In whose scope a block is read: that of the statement before it, that of its section, or both phases'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.criteria.exclusions import bars_patients
from parsers.criteria.families import findings_in
from parsers.criteria.told_sentences import run_in_title
from parsers.drugs.names import named_products
from parsers.language.lead_ins import leads_in
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.masthead.labelled_lines import opens_record
from parsers.models import Block, Phase, Product
from parsers.outline import Node, walk
from parsers.phases.phases import names_both_phases, read_phase
from parsers.sections.headings import MADE_DEPTH
from parsers.sections.roles import CRITERIA_ROLES, heading_role
from parsers.sections.section_scopes import Scope
from parsers.sections.titled_bars import label_bars, lists_bare_bars
from parsers.uses.scopes import is_label, positive_indications
from parsers.uses.use_openings import has_label_of_use, opens_use_anew
from parsers.uses.waivers import only_waives

_BOTH = 2
_A_DOSE = compiled(r"\b\d+ ?(?:mg|milligrams?)\b", re.IGNORECASE)
_LONGEST_LABEL = 60
# "A request of either kind is refused if …": of all requests before it.
_OF_ALL = compiled(
    r"\b(?:either|both|any|each|every|whichever|whatever) (?:(?:of )?(?:the|these) (?:2|two) )?"
    r"(?:kinds?|types?|sorts?|uses?|indications?|diagnos[ie]s)\b",
    re.IGNORECASE,
)
# "For the nasal spray the following is required as well:".
_BESIDES = compiled(
    r"\b(?:as well|also|too|besides|in addition|additional(?:ly)?|further(?:more)?"
    r"|(?:\d|one|two|three|four|some|several) (?:more|other) (?:conditions?|criteri(?:a|on)|requirements?|rules?)"
    r" (?:apply|applies|holds?|must|is|are)\b)\b"
    r"|^\W*(?:for|with) [^.:;]{3,40} (?:only|alone):",
    re.IGNORECASE,
)
# "For infusions, two more conditions apply: …", "In addition, for infusions: …", in a sentence of its own.
_FOR_ONE = compiled(
    r"^\W*(?:(?:in addition|additionally|besides|furthermore|also),? )?(?:for|with|in the case of)\b[^.:;]{3,80}:\s",
    re.IGNORECASE,
)
# "The table is for the nasal spray", "the criteria below apply to Spravato only".
_FOR_WHAT = compiled(
    r"\b(?:table|grid|matrix|chart|criteria|list|rules|requirements)(?: (?:below|here|that follows?|in this section))? "
    r"(?:is|are|applies|apply|serves?|holds?|covers?|deals?)(?: only)? (?:for|to|of|with|good for)?(?: only)?"
    r"(?P<whom>[^.;:]{2,80})",
    re.IGNORECASE,
)


def of_refusal(node: Node, ambient: Scope, section: Scope) -> Scope | None:
    """The scope of a list of what the drug is refused for, where no use is named: its section's, not that of the
    statement before it, in the phase it names or, after criteria of both, in both. None: the block leads in no such
    list.
    """
    text = node.block.text
    refuses = bool(node.children) and (stated_status(text) in DENIED or bars_patients(text) or lists_bare_bars(node))
    # An item may name the drug itself, in forms that no use is told of ("Ketamine in a cream").
    each = (named_products(item.block.text) for item in node.children)
    # What holds for first approvals as for renewals is not of the list of one of them.
    of_drug = refuses and (named_products(text) or names_both_phases(text) or _OF_ALL.search(text) or all(each))
    if not (of_drug or _labels_bars(node)) or names_use(text):
        return None
    if phase := read_phase(text):
        # "First requests may not be approved for anybody with …", among statements of one use and phase each.
        return replace(section, products=ambient.products, phase=phase) if section.phase is None else None
    both = section.phase is None and ambient.phase == "renewal"
    return replace(section, products=ambient.products, every_phase=section.every_phase or both)


def _labels_bars(node: Node) -> bool:
    """Whether a line or a term is labelled as what bars patients ("Exclusions: psychosis"), after other such lines."""
    label, colon, _ = node.block.text.partition(":")
    labelled = (node.block.kind == "paragraph" and colon) or node.block.kind == "term"
    return bool(labelled) and len(label) <= _LONGEST_LABEL and label_bars(label)


def speaks_of_one(node: Node, ambient: Scope) -> bool:
    """Whether a block asks more of one of several drugs, or less for one of several uses: behind it all are spoken of
    again.
    """
    return _asks_more_of_one(node, ambient) or _waives_for_one(node, ambient)


def _asks_more_of_one(node: Node, ambient: Scope) -> bool:
    """Whether a block leads in what is asked besides of one of several drugs; behind its list all are spoken of."""
    text = node.block.text
    one = set(named_products(text))
    leads = bool(node.children) or (node.block.kind == "paragraph" and bool(_FOR_ONE.match(text)))
    return leads and bool(one) and one < set(ambient.products) and bool(_BESIDES.search(text))


def _waives_for_one(node: Node, ambient: Scope) -> bool:
    """Whether a sentence alone only says what is not asked for one of several uses; behind it all are spoken of."""
    text = node.block.text
    alone = node.block.kind == "paragraph" and not node.children
    return alone and only_waives(text) and set(positive_indications(text)) < set(ambient.indications)


def of_limits(node: Node, ambient: Scope, section: Scope, beside: Sequence[Node]) -> Scope | None:
    """The scope of limits that name no phase after the criteria of a renewal, or `beside` what names each phase: the
    other is held to their amounts too. None: a phase is named here or above, or the block limits nothing.
    """
    if section.phase or ambient.phase == "initial" or not _may_limit(node):
        return None
    after = ambient.phase == "renewal" or {"initial", "renewal"} <= set(_phases_named(beside))
    # All that a clause states is looked for last, as it takes longest.
    return replace(ambient, shares_amounts=True) if after and _limits_any_phase(node) else None


def _phases_named(nodes: Sequence[Node]) -> Iterator[Phase | None]:
    """The phases that blocks and the items of their lists name; what stands under headings is apart from them."""
    for node in nodes:
        yield read_phase(node.block.text)
        if node.block.kind != "heading":
            yield from (read_phase(part.block.text) for part in walk(node.children) if part.block.kind == "item")


def shared_limits(listed: Node) -> tuple[Node, ...]:
    """The items of a list of approvals, its renewals taken out, whose amounts hold for those renewals too."""
    items = listed.children
    if not any(read_phase(item.block.text) == "initial" for item in items):
        return ()
    return tuple(item for item in items if _limits_any_phase(item))


def _limits_any_phase(node: Node) -> bool:
    """Whether a block limits a dose, or is titled as limits, and names no phase."""
    if not _may_limit(node):
        return False
    text = node.block.text
    label = _limits_label(text)
    return read_phase(label or text) is None and (bool(label) or _limits_a_dose(text))


def _may_limit(node: Node) -> bool:
    text = node.block.text
    said_alone = not node.children and node.block.kind in ("paragraph", "item")
    return said_alone and bool(_A_DOSE.search(text) or _limits_label(text))


def is_labelled_limit(node: Node) -> bool:
    """Whether a paragraph opens with a label of limits ("Length of approval: …")."""
    return node.block.kind == "paragraph" and not node.children and bool(_limits_label(node.block.text))


def _limits_label(text: str) -> str:
    """The words at the start of a text that title it as limits; "" where none do."""
    label = run_in_title(sentences(text)) or text.partition(":")[0]
    titles = len(label) < len(text) and len(label) <= _LONGEST_LABEL and heading_role(label) == "limits"
    return label if titles else ""


def _limits_a_dose(text: str) -> bool:
    """Whether a text names the most that is given, whatever the request: "No session may exceed 84 mg"."""
    said = findings_in(text) if _A_DOSE.search(text) else ()
    return any(finding.key == "dose_max_mg" for finding in said)


def in_own_phase(node: Node, ambient: Scope, section: Scope, before: Sequence[Node]) -> Scope:
    """`ambient` for a block; cover stated for a use not spoken of before starts afresh, in the section's phase.

    So does a list for a use other than the section's; where that is of the renewal of a use, it ends with it. `before`
    are the nodes of the section that stand before the block.
    """
    text = node.block.text
    named = named_products(text)
    ends = bool(section.indications) or _titles_next_use(node, before)
    if section.phase == "renewal" and ends and _covers_another_use(node, section):
        return replace(ambient, phase=None, role="indications")
    if named and ambient.products and not set(named) & set(ambient.products):
        return replace(ambient, indications=section.indications)
    if ambient.phase == section.phase or not ambient.indications:
        return replace(ambient, phase=section.phase) if _starts_anew(text, ambient, section, before) else ambient
    leaves = bool(section.indications and node.children) and leads_in(text)
    is_next = leaves or has_label_of_use(text) or stated_status(text) == "covered"
    more = set(positive_indications(text)) - set(ambient.indications) if is_next else ()
    return replace(ambient, phase=section.phase) if more else ambient


def _starts_anew(text: str, ambient: Scope, section: Scope, before: Sequence[Node]) -> bool:
    """Whether a block opens with another use and asks whom it is for, behind the renewal of one told of in a clause."""
    if ambient.phase != "renewal" or section.phase == "renewal" or not opens_use_anew(text):
        return False
    told = {use for node in before for use in positive_indications(node.block.text)}
    return bool(told or section.phase) and not told & set(positive_indications(text))


def _titles_next_use(node: Node, before: Sequence[Node]) -> bool:
    """Whether a block opens with a use as its title, behind the criteria of a renewal that name no use at all."""
    title, *rest = sentences(node.block.text) or ("",)
    plain = bool(before) and not any(positive_indications(each.block.text) for each in before)
    return plain and bool(rest) and is_label(title) and read_phase(title) is None


def _covers_another_use(node: Node, section: Scope) -> bool:
    """Whether a lead-in covers a use that is none of the section's, and speaks of no renewal."""
    if not node.children or stated_status(node.block.text) != "covered" or read_phase(node.block.text):
        return False
    named = set(positive_indications(node.block.text))
    return bool(named) and not named & set(section.indications)


def is_led(section: Node, before: Node, led: bool) -> bool:
    """Whether the block `before` a section leads it in; what did so for the section of one phase (`led`: it was) goes
    on to that of the other phase beside it.
    """
    beside = led and before.block.kind == "heading" and heading_role(section.block.text) in ("initial", "renewal")
    # A lead-in over a list of its own leads in neither the lengths of all uses nor what is told beside the criteria.
    role = heading_role(section.block.text)
    if before.children and role and role not in CRITERIA_ROLES and not names_use(section.block.text):
        return False
    # A title with a colon goes on with the cover stated right before it.
    led_by_cover = section.block.text.endswith(":") and role in ("initial", "renewal") and _covers_a_use(before.block)
    return _opens_section(before.block) or led_by_cover or (beside and not names_use(section.block.text))


def _covers_a_use(before: Block) -> bool:
    covers = before.kind == "paragraph" and stated_status(before.text) == "covered"
    return covers and bool(positive_indications(before.text))


def _opens_section(before: Block) -> bool:
    """Whether the block before a heading speaks of the section: a lead-in, or a labelled line of a record."""
    return bool((before.kind == "paragraph" and leads_in(before.text)) or opens_record(before.text))


def about(nodes: Sequence[Node], place: int, ambient: Scope, section: Scope) -> tuple[Product, ...]:
    """The drugs that a heading's section is about: the section's above it, or those of the paragraph before it, where
    it only goes on with the numbers of paragraphs ("3.1 …", then "3.2 For either use:") or is itself a line of the
    text, or those that the table is said to be for whose lists the headings title.
    """
    before = nodes[place - 1].block if place else None
    goes_on_numbers = bool(before and before.kind == "item" and before.marker and nodes[place].block.marker)
    if goes_on_numbers:
        return ambient.products
    if nodes[place].block.depth >= MADE_DEPTH and set(ambient.products) < set(section.products):
        return _of_line(nodes[place], ambient) or section.products
    return _of_the_table(nodes[:place], section) or section.products or ambient.products


def _of_line(title: Node, ambient: Scope) -> tuple[Product, ...]:
    """The one of a document's two drugs that a line of the text ("Initial therapy") titles a list for: that which the
    text has come to, or the other where its items speak of that alone.
    """
    listed = takewhile(lambda node: node.block.kind == "item", title.children)
    named = named_products(" ; ".join(node.block.text for node in walk(listed)))
    return ambient.products if set(named) & set(ambient.products) else named or ambient.products


def _of_the_table(before: Sequence[Node], section: Scope) -> tuple[Product, ...]:
    """The one of the section's several drugs that a paragraph says the table below it is for; () without such."""
    if len(section.products) <= 1:
        return ()
    said = (_FOR_WHAT.search(node.block.text) for node in reversed(before) if node.block.kind == "paragraph")
    named = next((named_products(found["whom"]) for found in said if found), ())
    return named if len(named) == 1 and set(named) < set(section.products) else ()


def turned(scope: Scope, products: tuple[Product, ...]) -> Scope:
    """`scope` for a block that names `products`: another drug than the one above does not share its cover."""
    if not products:
        return scope
    apart = bool(scope.products) and not set(products) & set(scope.products)
    return replace(scope, products=products, status=None if apart and scope.status == "covered" else scope.status)


def of_its_items(node: Node, scope: Scope) -> tuple[Product, ...]:
    """The one drug that a list's items speak of, in a document on both whose headings over it name neither.

    "Depression with suicidality, all of these: … an antidepressant is taken with Spravato"; () otherwise.
    """
    if len(scope.products) < _BOTH or not node.children or any(map(named_products, node.block.path[1:])):
        return ()
    named = {product for part in walk(node.children) for product in named_products(part.block.text)}
    return (named.pop(),) if len(named) == 1 else ()


def is_of_services(nodes: Sequence[Node], place: int) -> bool:
    """Whether an item has another before it in its list, and after it none that goes on to deny or to ask."""
    before, after = nodes[:place][-1:], nodes[place + 1 :][:1]
    goes_on = any(stated_status(node.block.text) in DENIED or findings_in(node.block.text) for node in after)
    return any(node.block.kind == "item" for node in before) and not goes_on
