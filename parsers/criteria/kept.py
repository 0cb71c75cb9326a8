"""Which clauses that no family reads are criteria all the same, and stay with their text."""

from __future__ import annotations

import re

from parsers.criteria.added_items import with_sums_listed
from parsers.criteria.descriptions import tells_member
from parsers.criteria.listed_bars import NOBODY
from parsers.criteria.own_criteria import OWN_CRITERIA
from parsers.criteria.recalled import recalls, takes_over
from parsers.criteria.remnants import states_no_criterion
from parsers.criteria.vocabulary import BARS_BY_NAME, PEOPLE
from parsers.language.patterns import compiled

_NEEDED = r"(?:needed|required|necessary|expected|asked for|called for|wanted)"
_OBLIGES = compiled(
    rf"\b(?:{PEOPLE}|provider|prescriber|physician|psychiatrist|clinic|site|facility|pharmacy)s?\b[^.;]{{0,40}}"
    r"\b(?:must|shall|needs? to|ha(?:s|ve) to|agrees?|(?:is|are) (?:required|able) to)\b"
    # "Members over 65 also need a cognitive assessment".
    rf"|^\W*(?:(?:any|an?|the|each|every) )?{PEOPLE}\b[^.;]{{0,40}}\b(?:also|additionally|further) (?:need|require)s?\b"
    # What a reviewer is told to look at, and what a payer says that it wants.
    r"|^\W*(?:(?:then|next|also|first),? )?(?:verify|check|confirm|make sure) that (?:the|an?|each|both|every|no)\b"
    r"|\b(?:we|i) (?:(?:do|also|still|further|moreover|always|likewise|additionally|in addition) )*"
    r"(?:insist (?:on|that)|look for an?|want (?:an?|each|both|every|the (?:patient|member|prescriber)))\b"
    # A demand in the first person that one more word adds to the rest: "I also expect thyroid function tests".
    r"|\b(?:we|i) (?:also|further|moreover|likewise|additionally|in addition) (?:expect|need|require|ask(?: for)?|want|"
    r"call for|demand|look for)\b(?! (?:you|your|our)\b)|^\W*(?:in addition|besides|moreover|further(?:more)?|"
    r"beyond (?:this|that)),? (?:we|i) (?:expect|need|require|ask(?: for)?|want|call for|demand|look for)\b"
    r"(?! (?:you|your|our)\b)"
    # "Nobody who … can be approved", for whatever reason that no rule knows.
    rf"|^\W*{NOBODY} (?:with|having|without|in whom|who(?:se)?) [^.;:]{{3,120}}? (?:may|can|will|shall|is|are)(?: be)? "
    r"(?:approved|covered|authori[sz]ed|eligible|accepted|treated)\b"
    # "The plan expects a pill count", "the fund also wants a letter": what the payer itself looks for.
    r"|^\W*(?:the |our )?(?:plan|fund|trust|program|department|agency|payer|board|committee) (?:also |further )?"
    r"(?:expects|wants|insists on|looks for|asks for|calls for) (?:an?|each|both|every) "
    # "Also needed is a plan that …", "needed as well are …", "in addition, a safety plan is required".
    rf"|^\W*(?:also {_NEEDED}|{_NEEDED} (?:also|as well|too|besides|in addition)) (?:is|are) (?:an?|the|\w+s)\b"
    rf"|^\W*(?:in addition|additionally|besides|further(?:more)?|moreover),? (?:an?|the|each|every) [^.;:,]{{3,80}} "
    rf"(?:is|are) {_NEEDED}\b"
    rf"|^\W*(?:an?|the|each|every) [^.;:,]{{3,80}} (?:(?:is|are) (?:also|further) {_NEEDED}|(?:is|are) {_NEEDED} "
    r"(?:as well|too|besides))\b",
    re.IGNORECASE,
)
# "AND NO dual use with ketamine", "NOT used in combination with benzodiazepines": a line that bars, without a verb.
_BARS_OUTRIGHT = compiled(
    r"^\W*and (?:no|not|none)\b(?! (?:of|more|less|just|only)\b)"
    r"|^\W*(?:no|not) (?:(?:to be|be) )?(?:(?:dual|concurrent|concomitant|simultaneous|duplicate|combined|"
    r"combination) |(?:used|given|taken|administered|prescribed|combined) "
    r"(?:(?:in )?(?:combination|conjunction) )?with )"
    r"(?![^;]*\b(?:is|are|was|were|has|have|had|did|do|does|will|may|can)\b)",
    re.IGNORECASE,
)
# "The prescriber must sign and print the name on this request": how a form is filled in.
_FILLS_FORMS = compiled(
    r"\b(?:print(?:ed)? (?:the |his or her )?name|th(?:is|e) (?:request|form)|stamps?|legib\w+|"
    r"all (?:fields|information)|incomplete|signatures?)\b",
    re.IGNORECASE,
)
# "Blood levels must have been checked during each trial", behind what an item asks first.
_MUST_BE_SO = compiled(
    r"^\W*(?:(?!\b(?:trials?|therap\w+|treatments?|spravato|esketamine|ketamine|drugs?|medications?|products?|plan|payer)"
    r"\b)[^.;:]){3,80}?\b(?:must|shall|ha(?:s|ve) to|needs? to) (?:(?:not|also|always|all|both|each) )*(?:be|have|come|"
    r"include|show|occur|remain|take|stay|continue|last|reflect|cover)\b",
    re.IGNORECASE,
)
_NOT_OBLIGED = compiled(
    r"\b(?:do(?:es)?|did|will) not (?:have|need) to\b|n['’]t (?:have|need) to\b|\bneed not\b", re.IGNORECASE
)
# How requests, claims and papers are handled, and what is said of the criteria, the label or the drug itself.
_OF_HANDLING = compiled(
    r"\b(?:requests?|claims?|forms?|codes?|bill\w*|fax\w*|submi\w+|documentation|documented|records?|notes|approv\w+|"
    r"authori[sz]\w+|cover\w*|renew\w*|pharmac\w+|label\w*|FDA|considered|information|reviewed?)\b",
    re.IGNORECASE,
)
# "One of the two must be from tier 1", "at least one of them must have been a brand": of the drugs counted before.
_OBLIGES_ONE = compiled(
    r"^\W*(?:of (?:these|those|them|the \w+),? )?(?:(?:at least|no fewer than|not fewer than) )?(?:one|two|1|2) "
    r"(?:of (?:these|those|them|the (?:two|three|four|(?:\w+ )?(?:drugs|agents|antidepressants|medications|medicines|"
    r"trials))) )?(?:must|shall|has to|have to|needs? to) (?:(?:have|also) )*(?:be|been|belong|come|include|involve)\b"
    r"(?! (?:met|satisfied|fulfilled|present|true|checked|ticked|answered)\b)",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = compiled(
    r"\b(?:above|below|criteri\w+|section|policy|requirements?|items?|points?|conditions|rules?|paragraph|"
    r"these|those|following)\b",
    re.IGNORECASE,
)


# "The prescriber must submit:", "Send with the request:", in normalised words.
_ASKS_FOR_PAPERS = compiled(
    r"\b(?:submit|send|attach|fax|enclose|provide|upload|include)(?:s|ted|d|ed)?"
    r"(?: (?:all|each|any|both|of|the|these|following|documents?|documentation|papers|items|information|with|request))*"
    r"\W*$"
)
# "Baseline PHQ-9 or MADRS score", "Baseline score on the PHQ-9", with no number that it must have.
_IS_A_PAPER = compiled(
    r"^\W*(?:(?!\b(?:is|are|was|were|has|have|must|shows?|showing|least|less|more|above|below)\b)[^\d.;]|-\d+){3,80}?"
    r"\b(?:scores?|results?|reports?|notes?|records?|lists?|plans?|copy|letter|form|history)"
    r"(?: (?:on|from|of|by) (?:[^\d.;:]|-\d+){3,60})?\W*$",
    re.IGNORECASE,
)
# "Its rules are these:", "The program's requirements are as follows:": those of the REMS, which is asked for by name.
_RULES_OF_PROGRAM = compiled(
    r"^\W*(?:its|the (?:rems|program)(?:'s|s')?|(?:the )?rems(?: program)?(?:'s)?) (?:rules|requirements|conditions|"
    r"terms|elements|conditions of use) (?:are|include)\b"
    r"|\b(?:rems|restricted (?:\w+ )?program)\b[^|]*\b(?:rules|requirements|conditions|elements) (?:are|include)\b"
    r"[^|]*$",
    re.IGNORECASE,
)


def is_criterion(text: str, under: str = "") -> bool:
    """Whether an unread list item asks for something, rather than names the use, cites, tells or is a paper to send.

    `under` holds the normalised lead-ins of the item.
    """
    lead = under.rpartition("|")[2]
    paper = bool(under) and _ASKS_FOR_PAPERS.search(lead) and _IS_A_PAPER.match(text)
    return not (
        paper or _RULES_OF_PROGRAM.search(lead.strip()) or states_no_criterion(text) or tells_member(text, under)
    )


# "The initial criteria must be met", "members must meet the approval criteria", said among the criteria themselves.
_ASKS_ITSELF = compiled(
    rf"^\W*(?:all (?:of )?)?{OWN_CRITERIA} (?:must|have to|should|need to|are to|shall) (?:all )?(?:be )?"
    rf"(?:met|satisfied|fulfilled)\W*$|^\W*(?:the |each |every )?{PEOPLE} (?:must|ha(?:s|ve) to|needs? to|shall) "
    rf"(?:meet|satisfy|fulfil+) (?:all (?:of )?)?{OWN_CRITERIA}\W*$",
    re.IGNORECASE,
)


def asks_itself(text: str) -> bool:
    """Whether a text asks for no more than the criteria of a first approval, among which it stands."""
    return bool(_ASKS_ITSELF.match(text))


def obliges(text: str) -> bool:
    """Whether a further sentence of an item asks something of somebody, rather than explains or leads in a list."""
    if only_names_bars(text) or recalls(text) or (_OBLIGES_ONE.search(text) and is_criterion(text)):
        return True
    if with_sums_listed(text) != text or takes_over(text):
        return True
    if text.rstrip().endswith(":") or _FILLS_FORMS.search(text):
        return False
    if _BARS_OUTRIGHT.search(text) and is_criterion(text):
        return True
    return bool(_OBLIGES.search(text)) and not _POINTS_ELSEWHERE.search(text) and is_criterion(text)


def obliges_in_item(text: str) -> bool:
    """Whether a further sentence of an item asks for something to be so, whoever sees to it."""
    if obliges(text):
        return True
    if _NOT_OBLIGED.search(text):
        return False
    aside = _OF_HANDLING.search(text) or _POINTS_ELSEWHERE.search(text) or text.rstrip().endswith(":")
    return bool(_MUST_BE_SO.match(text)) and not aside and is_criterion(text)


# "None of the exclusions applies", with no word on where they are listed, is of a list wherever one is read.
_WHOSE = compiled(r"\W*(?:(?:the |each |every )?\w+ )?", re.IGNORECASE)


def only_names_bars(text: str) -> bool:
    """Whether a text asks for nothing but that no bar holds, and does not say which bars these are."""
    named = BARS_BY_NAME.search(text)
    return bool(named and _WHOSE.fullmatch(text[: named.start()]) and not text[named.end() :].strip(" .;,"))
