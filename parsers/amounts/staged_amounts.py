"""Amounts by the stage of treatment in one sentence ("at most two a week in the first month, one a week after that").

The first weeks are of the first approval, what comes thereafter of renewals. Only what a policy caps or approves is
parted so; a schedule that it recites stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.criteria.dosing import cites_the_label
from parsers.language.glosses import glossed, without_glosses
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.language.spans import SPAN_COUNT
from parsers.models import Block
from parsers.phases.stage_wording import LATER_STAGE
from parsers.uses.indications import mentions

# Of which approval an amount is: "for initial approvals", "to subsequent ones".
_OF = r"(?:to|for|on|in|of|during|with|at|upon) (?:an?y? |the |all |each )?"
_GRANTS = r"(?:approval|authori[sz]ation|period|request)s?"
_FIRST = (
    # "During the first 30 days of therapy".
    rf"(?:(?:(?:in|for|during|over) )?(?:the )?(?:first|initial) (?:month|{SPAN_COUNT} (?:days|weeks|months))"
    r"(?: of (?:the )?(?:therapy|treatment|use|dosing|course))?|month (?:1|one)"
    r"|weeks? (?:1|one) ?(?:-|–|—|to|through|and) ?(?:[48]|four|eight)"
    rf"|{_OF}(?:initial|first|new) {_GRANTS}"
    r"|at the (?:start|beginning|outset)|at first|initially"
    r"|(?:at|on|upon|during|for) (?:the )?(?:initiation|induction)(?: phase)?)"
)
_LATER = (
    r"(?:thereafter|after (?:that|it|this)|afterwards?|from then on|later on|from week \w+(?: on(?:wards?)?)?"
    r"|from the (?:second|third|fifth|ninth|2nd|3rd|5th|9th) (?:month|week)(?: on(?:wards?)?)?"
    r"|(?:for|in|during) (?:each|every|all|any|the) (?:later|following|subsequent|further|additional) "
    r"(?:months?|weeks?)"
    r"|(?:in|for|during|at) (?:the )?maintenance(?: (?:phase|period|therapy|treatment))?"
    rf"|{_OF}(?:(?:subsequent|later|further|following|continued|continuation) (?:{_GRANTS}|ones?)|renewals?|"
    r"re-?authori[sz]ations?))"
)
_STAGED = compiled(
    rf"^(?P<first>[^.;]{{3,160}}?\b{_FIRST}\b[^.;,]{{0,25}}?)(?:;|,)? (?:and |but |then |and then )?"
    rf"(?P<later>(?!and\b)[^.;]{{3,80}}?\b{_LATER}|(?:then|followed by) [^.;]{{3,80}}?)\W*$",
    re.IGNORECASE,
)
# "First 4 weeks: 24 devices per 28 days; after that: 12", "initial fill: …; refills: …".
_LABELLED = compiled(
    rf"^\W*(?P<label>(?:{_FIRST}|(?:first|initial) fill)[^:;.]{{0,20}}):\s+(?P<first>[^;.]+?)[;,] (?:and )?"
    r"(?P<next>(?:thereafter|after (?:that|this)|afterwards?|then|later|from then on|refills?|(?:later|subsequent|"
    r"further) fills?|(?:each|every|all|any) (?:later|following|subsequent|further) (?:months?|weeks?|fills?)|"
    r"(?:later|following|subsequent|further) (?:months|weeks))\b[^:;.]{0,20}):\s+(?P<later>[^;.]+?)\W*$",
    re.IGNORECASE,
)
# "…, two sessions a week (initial therapy and acute suicidality) or one a week (patient currently receiving it)".
_IN_BRACKETS = compiled(
    # The verb would cover the last use told anew.
    r"^(?:(?:approve|authori[sz]e|allow)d? (?:for )?)?"
    r"(?P<first>(?P<head>[^.;()]{3,160}?\bmg\b[^.;(),]{0,40}, )?[^.;()]{3,80}?) "
    r"\((?P<of>[^()]*\b(?:initial|first|new) (?:therapy|treatment|approval|authori[sz]ation|request|start|use)s?\b"
    r"[^()]*)\),? "
    r"(?:or|and|but|then) (?P<later>[^.;()]{3,80}?) "
    r"\([^()]*\b(?:currently receiving|continu\w+|renewals?|re-?authori[sz]\w+|already (?:on|receiving))\b[^()]*\)\W*$",
    re.IGNORECASE,
)
_CAPS = compiled(
    r"\b(?:max(?:imum)?|limit(?:s|ed)?|no more than|not more than|at most|up to|approved?|authori[sz]ed?|covered|"
    r"allowed|quantity|cap(?:ped)?)\b",
    re.IGNORECASE,
)
# An amount for so long says by itself that it is a limit.
_PER_DAYS = compiled(
    r"\b\d+ (?P<of>devices?|kits?|units?|sprays?)\b[^.;,]{0,30}?(?: (?:in|per|every|each|within)|/) ?\d+ days\b",
    re.IGNORECASE,
)
# "Weekly sessions after week 4 are handled at renewal", "Maintenance dosing is addressed at reauthorization".
_SENT_ON = compiled(
    r"(?:\b(?:after|beyond|past) (?:the )?(?:(?:first|initial) )?(?:week|month|day|\d+|four|induction)"
    r"|\b(?:later|further|subsequent|more|maintenance|additional))\b[^.;:\d]{0,40}(?:\d{1,2} )?(?:[a-z]+ )?"
    r"\b(?:is|are|will be) (?:\w+ )?"
    r"(?:handled|decided|addressed|dealt with|reviewed|considered|looked at|determined|set|taken up|settled|judged)"
    r"(?: (?:up)?on)? (?:at|on|upon|with|in|during|through) (?:the |each )?(?:renewal|re-?authori[sz]ation|continuation"
    r"|re-?certification)s?\W*$",
    re.IGNORECASE,
)
# "One session a week is authorized on reauthorization" limits that approval, which it does not give.
_AUTHORIZED_AT = compiled(
    r"\b(?:is|are|will be) (?:authori[sz]ed|approved|covered|allowed|granted|permitted)"
    r"(?= (?:on|at|upon|for|during|in)\b)",
    re.IGNORECASE,
)
# "56 mg kit: ", before how many of it are given.
_OF_STRENGTH = compiled(r"^\W*\d+ ?mg (?:kits?|dose packs?|packs?|cartons?|strength)\s*[:–—-]\s*(?=\d)", re.IGNORECASE)
_STRENGTH = compiled(r"\bmg\b", re.IGNORECASE)
_BARE_COUNT = compiled(r"\b\d+(?= ?(?:in|per|every|each|within|/) ?\d+ days\b)", re.IGNORECASE)
_COUNTS = compiled(r"\b(?:weekly|(?:an?|per|each|every|one|any) week|devices?|kits?|sessions?|mg)\b", re.IGNORECASE)


def by_stage(sentence: str) -> tuple[str, ...]:
    """A sentence of amounts in its two stages, the second marked as of renewals; () for any other."""
    staged = _LABELLED.match(sentence) or _STAGED.match(sentence)
    caps = staged and (_CAPS.search(sentence) or _PER_DAYS.search(sentence))
    if staged is None or not caps or cites_the_label(sentence.lower()):
        return ()
    first, later = staged["first"], _with_strength(_with_noun(staged["later"], staged["first"]), staged["first"])
    if not all(map(_COUNTS.search, (first, later))):
        return ()
    later = " ".join(_AUTHORIZED_AT.sub("", later).split())
    return glossed(first, "initial sessions"), glossed(later, LATER_STAGE)


def _with_noun(later: str, first: str) -> str:
    """What is given later, with what it counts where only the first amount names it ("and 12 in 28 days then")."""
    named = _PER_DAYS.search(first)
    return _BARE_COUNT.sub(rf"\g<0> {named['of']}", later) if named and not _COUNTS.search(later) else later


def _with_strength(later: str, first: str) -> str:
    """What is given later, of the kits whose strength stands before the first amount ("56 mg kit: 8 kits …")."""
    of = _OF_STRENGTH.match(first)
    return f"{of[0]}{later}" if of and not _STRENGTH.search(later) else later


def with_stages_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with amounts whose requests stand in brackets behind them as a sentence for each phase: the use that a
    bracket names beside it is one of those whose first requests are meant. And for each sentence the one printed.
    """
    restated: dict[str, str] = {}
    return tuple(_with_stages(block, restated) for block in blocks), restated


def _with_stages(block: Block, restated: dict[str, str]) -> Block:
    if block.kind not in ("paragraph", "item") or not ("(" in block.text or _SENT_ON.search(block.text)):
        return block
    told = [(sentence, _in_brackets(sentence)) for sentence in _before_renewal(sentences(block.text))]
    restated |= {without_glosses(part): without_glosses(sentence) for sentence, parts in told for part in parts}
    said = [part for sentence, parts in told for part in parts or (sentence,)]
    return replace(block, text=" ".join(said)) if said != list(sentences(block.text)) else block


def _before_renewal(told: Sequence[str]) -> list[str]:
    """Sentences, an amount as one of first approvals where the next only sends what comes later on to renewals."""
    sent_on = {place for place, sentence in enumerate(told) if place and _SENT_ON.search(sentence)}
    amounts = {place for place in range(len(told)) if place + 1 in sent_on and _PER_DAYS.search(told[place])}
    said = ((place, glossed(one, "initial sessions") if place in amounts else one) for place, one in enumerate(told))
    return [one for place, one in said if place - 1 not in amounts]


def _in_brackets(sentence: str) -> tuple[str, ...]:
    """What a sentence limits in first requests and in renewals; what a session takes at most is said of both."""
    staged = _IN_BRACKETS.match(sentence)
    if staged is None or not _CAPS.search(sentence) or cites_the_label(sentence.lower()):
        return ()
    if not all(_COUNTS.search(staged[part]) for part in ("first", "later")):
        return ()
    # "Initial therapy and acute suicidality": what is told behind the last use is of the others too.
    label = "Limit for all uses" if mentions(staged["of"]) else "Limit"
    first, later = f"{label}: {staged['first']}.", f"{label}: {staged['head'] or ''}{staged['later']}."
    return glossed(first, "initial sessions"), glossed(later, LATER_STAGE)
