"""What a sentence of a paragraph is beside what it says: a title, a run of clauses, a word on its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.answering.answers import DENIED, bare_status, names_use, stated_status
from parsers.answering.denied_beside import covered_beside_denied
from parsers.criteria.literature import is_literature
from parsers.deciding.paragraph_wording import (
    ADDRESSED,
    ALL_OTHERS,
    ASIDE,
    ASKS_FOR_USE,
    BARE_SPAN,
    DRUG_FOR,
    EXPLAINS,
    FEWEST_CLAUSES,
    GOES_ON,
    HOLDS,
    LABEL_WORDS,
    LONGEST_LABEL_WORDS,
    LONGEST_NAME,
    OPENING,
    PRONOUN,
    SAME_USE,
    TELL,
)
from parsers.drugs.drug_entries import lists_for_another
from parsers.drugs.names import is_drug_name, named_products, spoken_of
from parsers.drugs.other_drugs import is_for_other_drug, is_other_drug
from parsers.language.contrasts import by_contrast
from parsers.language.patterns import compiled
from parsers.language.repeated_words import each_with_its_length, with_units
from parsers.language.sentences import by_answer, by_product, sentences
from parsers.lists.joining_lines import joins_items
from parsers.lists.list_shapes import has_verb
from parsers.models import Block, Indication, Product
from parsers.outline import Node
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import names_both_phases
from parsers.products import named_routes
from parsers.sections.explaining_titles import only_explains
from parsers.sections.meanings import lists_meanings
from parsers.sections.reviewed_lists import lists_what_is_reviewed
from parsers.sections.roles import heading_role
from parsers.sections.section_scopes import Scope
from parsers.tables.column_titles import is_of_other_drugs
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import is_for_everything, is_residual, mentions
from parsers.uses.scopes import is_label, positive_indications

_METADATA = compiled(
    r"\b(?:date|number|section|effective|reviewed|revised|version|status|category|department|owner|line of business"
    r"|policy|page|file|type|id)\b",
    re.IGNORECASE,
)

_SEVERAL = 2


# The lines of a memo that say who writes to whom.
# "TRD = treatment-resistant depression; AD = antidepressant": what letters mean.
_ABBREVIATES = compiled(r"\W*[A-Z][A-Za-z-]{1,9}\s*=\s*[a-z][^=;]*(?:;\s*[A-Z][A-Za-z-]{1,9}\s*=\s*[^=;]*)+$")
_ADDRESSED_TO = compiled(r"\W*(?:TO|To|FROM|From|CC|Cc)\s*:")
# "This article applies to:" members of some products.
_APPLIES_TO = compiled(
    r"\W*(?:this|these|the) (?:article|bulletin|notice|alert|news|communication|memo|change|update|polic(?:y|ies)|"
    r"guideline|document|information)s? (?:applies|apply|is for|are for|is meant for|pertains?|refers?)(?: only)?"
    r"(?: to)?(?: the following)?(?: (?:plans|products|members|lines of business|networks|programs))?\W*",
    re.IGNORECASE,
)


# "Infusions will not be authorized."
_AS_SUCH = compiled(
    r"^\W*(?:the |such |all )?(?:infusions?|requests?|claims?|sessions?|services?|courses?)"
    r" (?:(?:is|are|will|shall|may|can) )(?:be )?(?:also |therefore |thus |never |not )",
    re.IGNORECASE,
)
_ANOTHER_DRUG = compiled(
    r"\b(?:is|are) (?:an? )?(?:separate|different|another|other) (?:\w+ ){0,2}?(?:products?|drugs?|medications?)\b"
    # "Every other compounded product needs authorization. It may be given when …"
    r"|^\W*(?:any|all|every|each) other (?:compound(?:ed|s)?|topicals?|products?|preparations?|mixtures?)\b",
    re.IGNORECASE,
)
# Behind what says that they are conditions.
_ENUMERATES = compiled(
    r"\b(?:if|when|where|provided|once|following|these|criteria|conditions|requires?)\b[^.;()]{0,60}"
    r"(?:\((?:1|a|i)\) .{3,400}?\((?:2|b|ii)\) |\b(?:1|a|i)\) .{3,400}?\b(?:2|b|ii)\) )",
    re.IGNORECASE | re.DOTALL,
)
_OF_IT = compiled(r"\b(?:it|they|(?:this|that) (?:drug|product|form|one))\b", re.IGNORECASE)
_IS_LENGTH = compiled(
    r"^\W*(?:(?:initial|first) )?(?:re-?)?(?:authori[sz]ation|approval)\b[^.;]{0,30}"
    r"\b(?:days?|weeks?|months?|years?)\W*$",
    re.IGNORECASE,
)
# "Post-payment audit statement. The medical record must contain …": what is kept, not what is asked of a request.
_OF_AUDITS = compiled(
    r"^[\W\d]*(?:(?:post-?payment|retrospective|claims?|provider) )?(?:audits?|record (?:keeping|retention)|"
    r"post-?payment review)(?: (?:statements?|notices?|rights?|polic(?:y|ies)|provisions?))?\W*$",
    re.IGNORECASE,
)


def only_names_a_use(sentence: str) -> bool:
    """Whether a sentence is no more than the name of a drug and its use, as the title of what follows it."""
    names = named_products(sentence) and names_use(sentence) and not has_verb(sentence)
    return bool(names) and stated_status(sentence) is None and len(sentence.split()) <= LONGEST_NAME


def tells_phases(sentence: str) -> bool:
    """Whether a sentence only says that those before it hold for first approvals and renewals alike."""
    return bool(HOLDS.match(sentence)) and names_both_phases(sentence)


def titles_the_rest(sentence: str) -> bool:
    """Whether a sentence is no more than a title of all uses not named ("All other conditions.")."""
    return len(sentence.split()) <= LONGEST_NAME and not has_verb(sentence) and is_residual(sentence)


def run_of_clauses(said: Node) -> Node | None:
    """A sentence as the list of its clauses, where one of them is limited to a use and the first is not; else None.

    Clauses that a connective in capitals joins are a list whatever they are limited to.
    """
    clauses = [clause.strip() for clause in said.block.text.split(";") if clause.strip()]
    limited = not condition(clauses[0]) and any(map(condition, clauses)) if clauses else False
    if not limited and " OR " not in said.block.text:
        clauses, limited = said.block.text.split(" AND "), True
    if said.children or len(clauses) <= FEWEST_CLAUSES or not limited:
        return None
    items = tuple(Node(replace(said.block, kind="item", text=clause, depth=1)) for clause in clauses)
    return Node(replace(said.block, text=""), items)


_ON_THESE_TERMS = compiled(r"^\W*yes,? (?:but )?(?:only )?(?:if|when|once|provided) ", re.IGNORECASE)


def enumerates(sentence: str) -> bool:
    """Whether a sentence of cover runs into a list with markers ("… when: (1) …; (2) …"), of which nothing is lost, or
    is the answer to a question and says on what terms ("Yes, if …").
    """
    return bool(_ENUMERATES.search(sentence) or _ON_THESE_TERMS.match(sentence))


def uses_confirmed(sentence: str) -> tuple[Indication, ...]:
    """The uses that what is authorized must be for ("… confirms that it is used for one of these: A, or B")."""
    asked = ASKS_FOR_USE.search(sentence)
    return positive_indications(sentence[asked.end() :]) if asked else ()


_COUNTS = compiled(r"^(?P<lead>[^;:()]+?)(?P<at> )(?P<rest>\((?:i|a|1)\) [^;:]+;(?: (?:or|and))? ?\((?:ii|b|2)\) .+)$")
_COUNT = compiled(r"^\W*(?:(?:or|and) )?\((?:[ivx]+|[a-z]|\d)\) ")


def with_items(said: Node) -> Node:
    """A sentence with what follows its colon as items, where semicolons part them ("not for: A; B; C"), or what it
    counts ("… has (i) A; (ii) B; or (iii) C").
    """
    counted = _COUNTS.search(said.block.text)
    lead, colon, rest = counted.groups() if counted else said.block.text.partition(":")
    items = [_COUNT.sub("", part).strip(" .") for part in rest.split(";")]
    if said.children or not colon or len(items) < FEWEST_CLAUSES:
        return said
    listed = tuple(Node(replace(said.block, kind="item", text=item, depth=1)) for item in items if item)
    return Node(replace(said.block, text=f"{lead}:"), listed)


def only_lengths(text: str) -> bool:
    """Whether a paragraph gives several uses a length each alone ("Depression: 3 months. Pain: 1 month.")."""
    pairs = [sentence.partition(":") for sentence in sentences(text)]
    return len(pairs) > 1 and all(is_label(label) and BARE_SPAN.match(length) for label, _, length in pairs)


def opens_with_use(text: str) -> bool:
    """Whether the very first words of a text are the name of a use ("Depression after three failures")."""
    first = next(iter(mentions(text)), None)
    return first is not None and first.start == 0 and first.indication != "other"


def names_first(text: str) -> bool:
    """Whether the text opens with an indication, or a drug and its indication, as an entry of a list of uses does."""
    first = next(iter(mentions(text)), None)
    return first is not None and (first.start <= OPENING or bool(DRUG_FOR.fullmatch(text[: first.start])))


def names_covered_use(sentence: str, title: str, block: Block) -> bool:
    """Whether a sentence of an entry in a list of covered uses names it; a title leaves that to an answer behind it."""
    if block.kind not in ("item", "paragraph") or not names_first(sentence):
        return False
    return sentence != title or not any(map(stated_status, sentences(block.text)[1:]))


def names_the_drug(text: str, *, listed: bool) -> bool:
    """Whether a text is the drug, or a form of it, for whatever use; where it is `listed`, its name alone is that."""
    whole = is_for_everything(text) and bool(named_products(text))
    return (whole and not (listed and has_verb(text))) or (listed and is_drug_name(text))


def _names_a_form(sentence: str) -> bool:
    """Whether a sentence is on a route or form of ketamine by name, whatever use was spoken of before it."""
    named = named_products(sentence) == ("ketamine",) and bool(named_routes("ketamine", sentence))
    return named and not names_use(sentence) and not any(each.search(sentence) for each in (SAME_USE, PRONOUN, GOES_ON))


def is_elsewhere(title: str, text: str) -> bool:
    """Whether a run-in title says that its text is evidence, about another drug or all others of a class, or is
    addressed to somebody.
    """
    others = ALL_OTHERS.search(title) and stated_status(text) is None
    label, colon, _ = text.partition(":")
    if colon and labels_aside(label):
        return True
    denied_alone = colon and stated_status(text) in DENIED and is_other_drug(label)
    other = (is_other_drug(title) or denied_alone) and not named_products(text)
    tells = heading_role(title) in TELL or EXPLAINS.match(title or label) or _OF_AUDITS.search(title)
    explains = tells or only_explains(text)
    return bool(explains or other or others or ADDRESSED.match(text)) or is_for_other_drug(text)


def labels_aside(label: str) -> bool:
    """Whether the label of a paragraph titles what is no criterion; "Background for the Board" in more words."""
    role, words = heading_role(label), len(label.split())
    most = LONGEST_LABEL_WORDS if role in ("background", "evidence", "references", "history") else LABEL_WORDS
    return words <= most and role in ASIDE and not named_products(label)


def repeats_denial(sentence: str) -> bool:
    """Whether a denial is of "infusions" or "requests" as such: after the answer for a use it answers for no other."""
    return bool(_AS_SUCH.match(sentence)) and not (names_use(sentence) or named_products(sentence))


def first_about(text: str, known: tuple[Product, ...]) -> tuple[Product, ...]:
    """The drugs that the first sentence is about; () where only a later sentence, if any, tells."""
    first = next(iter(sentences(text)), "")
    first, *_ = covered_beside_denied(first) or (first,)
    return spoken_of(first) or known


def spoken(text: str, *, known: bool) -> Iterator[str]:
    """The sentences from the first that names the drug on; all of them where the drug is `known` from above."""
    aside = False
    for whole in sentences(text):
        # "Compounded ketamine is a different drug. We do not pay for it."
        if aside and _OF_IT.search(whole) and not named_products(whole):
            continue
        aside = bool(_ANOTHER_DRUG.search(whole)) and not named_products(whole)
        for sentence in _parts(whole):
            known = known or bool(named_products(sentence))
            # The title of what follows may stand before the drug's name.
            if known or is_label(sentence) or _IS_LENGTH.match(sentence):
                yield sentence


def _parts(sentence: str) -> Iterator[str]:
    """The parts of a sentence that speak of different answers, drugs or phases."""
    answered = (part for said in by_contrast(with_units(sentence)) for part in by_answer(said))
    of_drugs = (each for part in answered for side in by_product(part) for each in each_with_its_length(side))
    return (part for each in of_drugs for part in by_phase(each))


def tells_nothing(node: Node) -> bool:
    """Whether a block joins others, gives a date or number of the document or says to whom it goes, tells of studies
    or what letters and terms mean, repeats the title, is a stray status, or a row of other drugs.
    """
    text = node.block.text
    is_fact = node.block.kind == "term" and _METADATA.search(text) and not heading_role(text)
    cites = text.endswith(":") and heading_role(text) == "references" and not named_products(text)
    tells = (
        cites
        if node.children
        else node.block.kind == "paragraph"
        and (is_literature(text) or _is_stray(node.block) or _repeats_title(node.block))
    )
    addressed = _ABBREVIATES.match(text) or _ADDRESSED_TO.match(text) or (node.children and _APPLIES_TO.fullmatch(text))
    of_others = node.block.kind == "row" and is_of_other_drugs(node.block.header, node.block.cells)
    lists = lists_meanings(node) or lists_what_is_reviewed(node) or lists_for_another(node)
    return bool(joins_items(node) or is_fact or tells or addressed or lists or of_others)


def _repeats_title(block: Block) -> bool:
    """Whether a line is the names of several drugs and nothing more, as a title over it is: a page's foot says it."""
    drugs = set(named_products(block.text))
    if len(drugs) < _SEVERAL or not is_drug_name(block.text):
        return False
    return any(set(named_products(title)) == drugs for title in block.path)


def _is_stray(block: Block) -> bool:
    """Whether a status stands alone under no title of a use or drug: a table that lost its rows leaves such lines."""
    if not _denies_alone(block) or named_products(block.text):
        return False
    return not any(names_use(title) or named_products(title) for title in block.path)


def _denies_alone(block: Block) -> bool:
    """Whether a block is a denial without a use: its titles say of what."""
    return bare_status(block.text) in DENIED and not names_use(block.text)


def denied_scope(running: Scope, section: Scope, block: Block, sentence: str) -> Scope:
    """The scope of a denial; one on a form of ketamine is of the section's uses, a status alone on a line of those that
    its titles name, neither of a use that was spoken of before it.
    """
    if _is_of_another_section(running, section, block, sentence):
        return replace(running, indications=())
    if _names_a_form(sentence):
        return replace(running, indications=section.indications)
    alone = _denies_alone(block) and block.path and not any(map(names_use, block.path))
    return replace(running, indications=()) if alone else running


def _is_of_another_section(running: Scope, section: Scope, block: Block, sentence: str) -> bool:
    """Whether a drug that no heading above names is denied among the limits of another, under no title of a use."""
    titled = {product for heading in block.path for product in named_products(heading)}
    apart = section.role == "limits" and titled and not titled & set(running.products)
    return bool(apart) and not names_use(sentence) and not any(map(names_use, block.path))


def with_its_subject(denial: str, before: str, title: str, heading: str) -> str:
    """`denial` with what it is of: its pronoun stands for a use of the sentence `before`, or a title names the use."""
    points_back = PRONOUN.search(denial) or SAME_USE.search(denial)
    if points_back and not names_use(denial) and names_use(before):
        return f"{before} {denial}"
    if title and not names_use(denial):
        return f"{title} {denial}"
    of_rest = is_residual(heading) and not names_use(denial)
    return f"{heading} ; {denial}" if of_rest or (bare_status(denial) and names_use(heading)) else denial
