"""What a sentence of a paragraph is beside what it says: a title, a run of clauses, a word on its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.answering.answers import names_use, stated_status
from parsers.answering.denied_beside import covered_beside_denied
from parsers.deciding.paragraph_wording import (
    ASKS_FOR_USE,
    BARE_SPAN,
    DRUG_FOR,
    FEWEST_CLAUSES,
    HOLDS,
    LONGEST_NAME,
    OPENING,
)
from parsers.drugs.names import is_drug_name, named_products, spoken_of
from parsers.language.contrasts import by_contrast
from parsers.language.patterns import compiled
from parsers.language.repeated_words import each_with_its_length, with_units
from parsers.language.sentence_parts import by_answer, by_product
from parsers.language.sentences import sentences
from parsers.lists.list_shapes import has_verb
from parsers.models import Block, Indication, Product
from parsers.outline import Node
from parsers.phases.phase_parts import by_phase
from parsers.phases.phases import names_both_phases
from parsers.sections.section_scopes import Scope
from parsers.uses.conditional_uses import condition
from parsers.uses.indications import FORMS_OF_MDD, is_for_everything, is_residual, mentions
from parsers.uses.scopes import is_label, positive_indications, required_indications

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
_ON_THESE_TERMS = compiled(r"^\W*yes,? (?:but )?(?:only )?(?:if|when|once|provided) ", re.IGNORECASE)
_OF_IT = compiled(r"\b(?:it|they|(?:this|that) (?:drug|product|form|one))\b", re.IGNORECASE)
_IS_LENGTH = compiled(
    r"^\W*(?:(?:initial|first) )?(?:re-?)?(?:authori[sz]ation|approval)\b[^.;]{0,30}"
    r"\b(?:days?|weeks?|months?|years?)\W*$",
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


def opens_list(sentence: str, block: Block, scope: Scope) -> bool:
    """Whether the first words of a block name the use that all of it is about, in no sentence of their own where
    the blocks before it are about another ("Acute suicidality in adults. The spray is approved for 4 weeks.").
    """
    if not opens_with_use(sentence):
        return False
    if block.kind == "item" and not scope.indications:
        return True
    uses = set(required_indications(sentence))
    another = bool(uses) and uses <= FORMS_OF_MDD and not uses & set(scope.indications)
    # A paragraph that goes on to a second use is about neither alone.
    another = another and sum(map(opens_with_use, sentences(block.text))) == 1
    titles = block.kind in ("item", "paragraph") and sentence != block.text
    return another and titles and not has_verb(sentence)


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
