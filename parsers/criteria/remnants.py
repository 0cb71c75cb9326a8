"""What a list holds beside criteria: whom it is about, how to ask, codes, references, law."""

from __future__ import annotations

import re

from parsers.criteria.descriptions import describes_drug
from parsers.criteria.dose_schedules import is_of_a_schedule
from parsers.criteria.lifted import only_lifts_trials
from parsers.criteria.narrative import is_told
from parsers.criteria.neutral_subjects import speaks_of_papers
from parsers.criteria.other_requests import is_of_unlisted_drugs, spares_a_request
from parsers.criteria.papers_spared import only_spares
from parsers.criteria.remnant_wording import NO_CRITERION
from parsers.criteria.scale_facts import spells_out
from parsers.criteria.score_bands import grades_scores
from parsers.criteria.told_facts import FACTS
from parsers.criteria.unasked import asks_nothing
from parsers.criteria.wording import is_waived, read_words
from parsers.drugs.things_beside import refuses_a_thing_beside
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.phases.phases import is_never_renewed
from parsers.uses.indications import is_residual, mentions

# Words that only restate whom the list is about, or tell how to ask; an item made of them adds no criterion.
_SAID_OF_A_DIAGNOSIS = compiled(
    r"\b(?:with|without|and|or|of|in|for|the|an?|has|have|is|are|being|been|confirmed|documented|current|established"
    r"|patients?|members?|individuals?|recipients?|clients?|adults?|who|does|do|diagnos\w+|depressive|symptoms?|"
    r"acute|active"
    r"|severe|moderate|recurrent|single|episode|behaviou?rs?|ideation|suicidal|treated|due|to|major|disorder|unipolar"
    r"|must|be|experienc\w+|presents?|presenting|having|currently|reports?|reporting|expresse?s?|shows?|showing|"
    r"exhibit\w*|thoughts?|indications?|use|used|treatment|drug|spravato|esketamine|ketamine|approvable|primary"
    # "It is given to treat …", "the reason for the prescription is …", "the member needs the spray for …".
    r"|it|nasal|spray|medication|medicine|therapy|given|taken|administered|ordered|dispensed|supplied|prescribed"
    r"|requested|sought|intended|meant|treats?|needs?|requires?|receiv(?:es?|ing)|undergo(?:es|ing)?|seeks?|seeking"
    r"|prescription|order|claim|request|reason|condition|illness|under|care|will|only)\b|\W+",
    re.IGNORECASE,
)
_RESTATES = compiled(
    r"\bdiagnos|^\W*(?:the )?(?:patient|member|individual|client|beneficiary|enrollee|recipient)?s?\W*(?:has"
    r"|have|with|is being treated for)\b|\btreat(?:ment|ed|ing)? (?:of|for)\b|\b(?:used|requested|prescribed"
    r"|indicated|use) (?:for|in)\b|\bindication\b"
    r"|\b(?:requires?|needs?) (?=[^.;,]{0,20}(?:an[ae]sthe|sedat))"
    r"|\b(?:is|are) using(?: (?:it|ketamine|the drug))? (?:for|as|to|in)\b"
)
# Boxes for what is asked for: "Esketamine, initial therapy ☐ Intravenous ketamine, initial therapy".
_REQUESTED = (
    r"(?:(?:esketamine|spravato|ketamine|nasal|spray|iv|intravenous|infusions?|initial|first|new|continu\w+|renewal|"
    r"re-?authori[sz]ation|therapy|treatment|requests?|start|of|for|\d+ ?mg|doses?|kits?|packs?|devices?|"
    r"cartons?)\b[\s,:()]*)+"
)
_BOXES_OF_REQUESTS = compiled(rf"^\W*{_REQUESTED}(?:[☐□☑✓]\s*{_REQUESTED})+\W*$", re.IGNORECASE)
# "Acute pain, alone or in addition to an opioid": whichever it is.
_EITHER_WAY = compiled(
    r"[\s,(]*\b(?:(?:alone|by itself|on its own|as (?:the )?(?:sole|only|single) (?:agent|drug)),? or"
    r"|with or without|whether or not)\b[^.;:]{3,60}\W*$",
    re.IGNORECASE,
)
# "Acute pain, such as pain after an operation": examples of a use ask for none of it.
_EXAMPLES = compiled(
    r"[\s,(]*\b(?:such as|for (?:example|instance)|e\.g\.,?|as (?:after|following|in|from)\b)"
    r"(?![^.;:]*\b(?:if|when|unless|only|must|provided)\b)[^.;:)]{3,120}\)?",
    re.IGNORECASE,
)
# What an anesthetic is for, and acute pain comes of: "as an agent for sedation during a covered procedure".
_OF_A_PROCEDURE = compiled(
    r"\b(?:as|part|agent|aid|adjunct|component|sole|main|general|an[ae]sthetics?|induc(?:e|tion)|maint(?:ain|enance)|"
    r"produce|provide|reliev\w+|relief|control|manage(?:ment)?|ease|during|after|following|before|its|covered|surgical|"
    r"diagnostic|therapeutic|dental|painful|short|minor|brief|medical|authorized|procedures?|operations?|surger(?:y|ies)|"
    r"injur(?:y|ies)|fractures?|trauma|burns?|accidents?)\b",
    re.IGNORECASE,
)
_HOSPITAL_USES = frozenset(("anesthesia", "acute_pain"))
# "Spravato (esketamine nasal spray – Janssen)", where a page lists the drugs that it is about.
_ONLY_THE_DRUG = compiled(
    r"^\W*(?:spravato|esketamine|ketamine)\W*\((?=[^()]*\b(?:spravato|esketamine|ketamine)\b)[^()\d;:]{3,60}\)\W*$",
    re.IGNORECASE,
)
# What a page break left of a sentence: "points."
_FRAGMENT = compiled(r"^[a-z]+\.$")
_MOST_WORDS_OF_A_DIAGNOSIS = 14
# What goes on to ask, or to tell when something else holds.
_BUT = compiled(r"\b(?:but|unless|if|when|where|except|must|shall|only|until|provided)\b|;", re.IGNORECASE)


def states_no_criterion(text: str) -> bool:
    """Whether a list item that no family reads is none of the criteria: it restates the diagnosis, cites or tells."""
    if not re.search(r"[A-Za-z]{3}", text) or _FRAGMENT.match(text) or NO_CRITERION.stands_in(text):
        return True
    if (
        is_never_renewed(text)
        or only_lifts_trials(text)
        or _BOXES_OF_REQUESTS.match(text)
        or _ONLY_THE_DRUG.match(text)
        or speaks_of_papers(text)
        or asks_nothing(text)
        or spells_out(text)
        or refuses_a_thing_beside(text)
    ):
        return True
    if len(said := sentences(text)) > 1 and all(map(states_no_criterion, said)):
        return True
    words = read_words(text)
    if spares_a_request(words) or is_of_unlisted_drugs(words) or only_spares(words):
        return True
    told = is_told(words) or FACTS.stands_in(words) or is_of_a_schedule(words)
    tells = told or grades_scores(words) or _asks_nothing(text) or describes_drug(text) or _only_refuses(text)
    return tells or _only_names_the_use(text) or _restates_the_use(text)


def _only_refuses(text: str) -> bool:
    """Whether one sentence refuses what misses the criteria and the next all other uses."""
    said = sentences(text)
    rest = [is_residual(sentence) for sentence in said]
    return (
        any(rest)
        and not all(rest)
        and all(of_rest or states_no_criterion(one) for one, of_rest in zip(said, rest, strict=True))
    )


def _asks_nothing(text: str) -> bool:
    """Whether each sentence waives something or names the use ("Acute suicidality. No earlier trial is needed.")."""
    said = sentences(text)
    waived = [is_waived(read_words(sentence)) and not _BUT.search(sentence) for sentence in said]
    return any(waived) and all(
        waives or _only_names_the_use(sentence) for waives, sentence in zip(waived, said, strict=True)
    )


def _restates_the_use(text: str) -> bool:
    words = len(text.split())
    if not mentions(text):
        return False
    return words <= _MOST_WORDS_OF_A_DIAGNOSIS // 2 or (
        words <= 2 * _MOST_WORDS_OF_A_DIAGNOSIS and bool(_RESTATES.search(text.lower()))
    )


def _only_names_the_use(text: str) -> bool:
    """Whether a list item is a diagnosis and nothing more: it says whom the list is about."""
    rest = text = _EXAMPLES.sub("", _EITHER_WAY.sub("", text))
    named = mentions(text)
    for mention in reversed(named):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    if named and all(mention.indication in _HOSPITAL_USES for mention in named):
        rest = _OF_A_PROCEDURE.sub(" ", rest)
    # "Is experiencing acute suicidal ideation" is the second of the labeled uses.
    return (bool(named) or "suicid" in text.lower()) and not _SAID_OF_A_DIAGNOSIS.sub("", rest)
