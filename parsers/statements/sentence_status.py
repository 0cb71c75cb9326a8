"""The status that a sentence gives, by its own words and by what stands before it and over it."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.bare_statuses import bare_status
from parsers.answering.statuses import read_status
from parsers.deciding.paragraph_shapes import names_covered_use, names_the_drug
from parsers.deciding.paragraph_wording import FOR_WHOM, GOES_ON, NOT_ADVISED, NUMBERS_A_USE, TITLE_OF_USES
from parsers.deciding.reach_of_denials import STATEMENT_COVERS, names_examples
from parsers.drugs.names import named_products
from parsers.lists.list_shapes import has_verb
from parsers.models import Block, Status
from parsers.sections.section_scopes import Scope
from parsers.uses.scopes import is_label


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: `title` and `about` are the label and the use in front of its paragraph ("" for none),
    `said` the status given last, and `opens` whether it is the paragraph's first.
    """

    block: Block
    scope: Scope
    title: str
    about: str
    opens: bool
    said: Status | None
    answered: bool


def status_at(sentence: str, at: Place) -> Status | None:
    """The sentence's status; in a section of denials a phrase that names a use is denied by its heading."""
    told = at.about and sentence != at.about and not names_use(sentence)
    if at.said in DENIED and not at.opens and STATEMENT_COVERS.match(sentence):
        return at.said
    status = stated_status(sentence) or (stated_status(f"{at.about} {sentence}") if told else None)
    if bare_status(sentence) and TITLE_OF_USES.search(sentence) and not names_use(sentence):
        return None
    # "Lidocaine. Not recommended.": of what its own paragraph opens with.
    if bare_status(sentence) and NOT_ADVISED.match(sentence) and at.block.text.strip() != sentence.strip():
        return None
    denies = at.scope.role == "exclusions" and at.scope.status in DENIED
    if denies and status == "excluded" and stated_status(NOT_ADVISED.sub(" ", sentence)) not in DENIED:
        return at.scope.status
    names = names_use(sentence) or names_the_drug(sentence, listed=at.block.kind == "item")
    if denies and ((status is None and names) or (status == "covered" and not has_verb(sentence))):
        own = read_status(sentence)
        if own in DENIED:
            return own
        return at.said if at.answered and at.said in DENIED else at.scope.status
    if status is None and at.scope.lists_uses and names_covered_use(sentence, at.title, at.block):
        return "covered"
    return at.said if status is None and _goes_on(sentence, at) else status


def denies_another(sentence: str, at: Place) -> bool:
    """Whether the sentence denies another drug or form as the one before did ("The same holds for creams")."""
    return at.said in DENIED and not at.opens and bool(named_products(sentence) and GOES_ON.search(sentence))


def _goes_on(sentence: str, at: Place) -> bool:
    """Whether the sentence gives more uses the answer of the one before."""
    if not names_use(sentence):
        return denies_another(sentence, at)
    if not at.opens and (numbered := NUMBERS_A_USE.match(sentence)):
        return is_label(numbered["use"])
    if at.said == "covered" and not at.opens and FOR_WHOM.match(sentence):
        return True
    behind = not at.opens and at.said in DENIED
    return bool(GOES_ON.search(sentence)) or (behind and names_examples(sentence))
