"""Sentences of a paragraph that are passed over: of former rules, of other drugs, of what another place tells."""

from __future__ import annotations

from parsers.answering.answers import tells_of_the_listed
from parsers.answering.past_answers import recounts_a_rule
from parsers.answering.statuses import prior_authorization
from parsers.deciding.findings import Statements
from parsers.deciding.paragraph_shapes import tells_phases
from parsers.deciding.paragraph_wording import OF_A_TIER, OF_FORMS, OF_THE_NEWS, OUTSIDE
from parsers.drugs.names import named_products
from parsers.drugs.other_drugs import is_labelled_for_others
from parsers.language.sentences import sentences
from parsers.phases.newcomers import bridges_care
from parsers.statements.sentence_status import Place
from parsers.statements.spelled_denials import spelled_out


def is_aside(sentence: str, at: Place, found: Statements) -> bool:
    """Whether a sentence tells of phases that the scope takes together, of former rules or of no use of ours."""
    whole = at.block.text
    if (at.scope.every_phase and tells_phases(sentence)) or recounts_a_rule(sentence) or bridges_care(sentence):
        return True
    if at.opens and not at.scope.indications and sentence == spelled_out(sentences(whole)):
        return True
    if prior_authorization(sentence) and tells_of_the_listed(sentence):
        return True
    if at.block.kind != "item" and is_labelled_for_others(sentence, whole):
        return True
    if sentence == whole and sentence.endswith("?") and found.has_list:
        return True  # What a form asks to be told behind the list of its criteria.
    return at.scope.role == "exclusions" and bool(OUTSIDE.search(sentence))


def is_of_other_things(sentence: str) -> bool:
    """Whether a sentence that answers nothing is of a tier, of forms to send or of the news, and asks for nothing."""
    of_a_tier = OF_A_TIER.search(sentence) and not named_products(sentence)
    return bool(of_a_tier or OF_FORMS.search(sentence) or OF_THE_NEWS.search(sentence))
