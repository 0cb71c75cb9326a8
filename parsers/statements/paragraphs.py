"""A paragraph without a list: each sentence answers or asks for something in the scope of those before it."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.answering.answers import DENIED, denies_rest, stated_status
from parsers.answering.statuses import read_status
from parsers.criteria.told_sentences import run_in_title
from parsers.deciding.asides import is_elsewhere
from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_shapes import first_about, spoken
from parsers.deciding.paragraph_wording import OF_THE_LABEL
from parsers.language.patterns import compiled
from parsers.language.sentence_parts import by_answer
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.outline import Node
from parsers.sections.section_scopes import Scope
from parsers.statements.running_sentences import Sentences
from parsers.uses.indications import FORMS_OF_MDD
from parsers.uses.told_diagnoses import told_diagnosis
from parsers.uses.waivers import only_lifts

# "The required trials may be overridden when the drugs are contraindicated", behind the list of a renewal: trials are
# those of the first approval.
_WAIVES_TRIALS = compiled(
    r"^\W*(?:the |these |those |all )?(?:required|requisite|prior|preceding|previous) (?:[\w-]+ ){0,2}?"
    r"(?:trials?|steps?)\b[^.;:]{0,40}\b(?:overrid\w+|waived|excused|set aside|bypassed)\b",
    re.IGNORECASE,
)


def read_paragraph(found: Statements, block: Block, scope: Scope, above: Scope) -> Scope:
    """Read a paragraph without a list: each sentence in the scope of those before it."""
    if scope.phase == "renewal" and _WAIVES_TRIALS.match(block.text):
        scope = replace(scope, phase=None)
    found.note_authorization(scope, block.text)
    if is_elsewhere(run_in_title(sentences(block.text)), block.text) and not only_lifts(block.text):
        return scope
    first, *more = by_answer(block.text)
    told = told_diagnosis(first)
    # An item on depression as such is no other use than the form of it that its list is for.
    if block.kind in ("item", "paragraph") and told == ("mdd",) and FORMS_OF_MDD & set(scope.indications):
        told = ()
    if told and not more:
        # "Covered: resistant depression …" is that under a title of exclusions as well.
        opened = replace(scope, role="indications", status="covered") if read_status(first) == "covered" else scope
        of_use = replace(opened, indications=told, status=opened.status or "covered")
        found.require(of_use, Node(block), listed=False)
        for denial in filter(denies_rest, sentences(first)[1:]):
            _read(found, replace(block, text=denial), scope, above)
        return of_use
    after = _read(found, block, scope, above).scope_after()
    return replace(after, indications=told, status="covered") if told else after


def read_opening(found: Statements, block: Block, scope: Scope, above: Scope) -> Scope:
    """Read the sentences before the one that leads a list in; all that they say holds for the list."""
    return _read(found, block, scope, above).running


def _read(found: Statements, block: Block, scope: Scope, above: Scope) -> Sentences:
    reader = Sentences(found, block, replace(scope, products=first_about(block.text, above.products) or scope.products))
    start = len(found.requirements)
    for sentence in spoken(block.text, known=bool(above.products)):
        if not OF_THE_LABEL.match(sentence) or stated_status(sentence):
            reader.read(sentence)
    if reader.denial and not reader.covers and not _denies_only_rest(block.text):
        found.imply_nothing(start)
    return reader


def _denies_only_rest(text: str) -> bool:
    """Whether all that a paragraph denies is the rest of the uses: what it asks for is asked of its own."""
    denials = [sentence for sentence in sentences(text) if stated_status(sentence) in DENIED]
    return bool(denials) and all(map(denies_rest, denials))
