"""Whether a document can be believed: judged from what it says, never from its address or its headers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from parsers.drugs.names import mentions
from parsers.language.any_of import AnyOf, any_of
from parsers.language.patterns import compiled
from parsers.models import Quality, Reading

_BLOCKED = (
    r"verify (?:that )?you are (?:a )?human|are you a (?:human|robot)|not a robot|captcha|checking your browser|"
    r"just a moment|"
    r"attention required|access (?:to this (?:page|site|resource) )?(?:has been |is |was )?(?:denied|forbidden|"
    r"blocked)|(?:request(?:ed url)?) (?:was |has been )?(?:blocked|rejected)|"
    r"\b403\b[\s:–-]*(?:error|forbidden)|error\s*:?\s*403|forbidden\b.{0,40}permission|"
    r"request unsuccessful\. incapsula|"
    r"unusual traffic|automated (?:access|requests|queries)|security (?:check|service to protect)|"
    r"you have been blocked|"
    r"bot (?:detection|protection)|needs to review the security|pardon our interruption|could not be satisfied|"
    r"don't have permission to access|web application firewall|too many requests|\b429\b.{0,20}error"
)
_ERROR = (
    r"page (?:was |is |could |can)?\s?(?:not|n't|cannot)(?: be)? found|(?:can't|cannot|couldn't|could not|"
    r"unable to) (?:find|locate|display|load) "
    r"(?:that|the|this|your)(?: requested)? (?:page|document|file|resource|content|policy)|\b(?:404|410|500|502|"
    r"503|504)\b[\s:–-]*(?:error|not found|"
    r"page|internal|bad gateway|service|gateway|gone)|(?:error|http|status)(?: code)?\s*:?\s*(?:404|410|"
    r"5\d\d)\b|"
    # "Medicare has not found these uses necessary", "was not found to be effective": what somebody looked for.
    r"(?<!has )(?<!have )(?<!had )\bnot found\b(?! (?:to|that|in|an?|any|these|this|enough|sufficient|support)\b)|"
    r"internal server error|service (?:is )?(?:temporarily )?unavailable|bad gateway|gateway time-?out|"
    r"(?:down|closed|offline|unavailable|undergoing|scheduled|routine|planned)\W+(?:\w+\W+){0,4}maintenance|"
    r"maintenance (?:mode|window|in progress)|\b(?:site|page|portal|system|server|website) (?:is )?under maintenance\b|"
    r"(?:expect|hope) to be back\b|"
    r"we'll be back|be back (?:soon|shortly)|(?:temporarily|currently) (?:unavailable|offline|down)|"
    r"(?:failed|unable) to (?:retrieve|load|open)|(?:page|document|policy|resource|"
    r"file)\b[^.;\n]{0,40} (?:no longer (?:exists|available)|has (?:moved|been (?:removed|deleted))|"
    r"does(?:n't| not) exist|is not available)|"
    r"(?:page|document|policy|resource|file|address|link)\b.{0,60}?\byou (?:asked|requested|wanted|followed|"
    r"(?:we|a)re (?:looking|searching)|tried)\b.{0,120}?\b(?:(?:could|can|was|is|are|were)(?: ?not|n't)|no longer|"
    r"(?:has|have) (?:been )?(?:moved|removed|deleted|gone|expired))\b|"
    r"(?:could|can|was)(?: ?not|n't) (?:be )?(?:found|located) (?:on|at) (?:our|this|the) (?:server|site|address)|"
    r"\b(?:there is|there's) nothing (?:here|at this address)|\(404\)|"
    r"an? (?:unexpected |application |server )?error (?:has |have )?occurred|something went wrong|"
    r"runtime error|exception occu?r"
)
_LOGIN = (
    r"session (?:has |was |is )?(?:expired|timed out|ended)|(?:sign|log)[ -]?in (?:to (?:continue|your|view|"
    r"access|the)|required)|"
    r"please (?:sign|log) ?in|login required|you (?:must|need to) (?:be logged in|log ?in|sign ?in)|"
    r"forgot (?:your )?(?:user ?name|password)|"
    r"(?:user ?name|user id|e-?mail)\W+(?:\w+\W+){0,6}password|authentication required|single sign-on|"
    r"logged (?:you )?out"
)
_SHELL = (
    r"enable javascript|javascript (?:is )?(?:required|needed|disabled|must be enabled)|(?:requires|needs) javascript|"
    r"without javascript|"
    r"loading\s*(?:\.\.\.|…)|unsupported browser|(?:browser|app)\W.{0,40}not supported"
)
# On a whole page an expression is as fast as a search for its words.
_NOT_ASCII = re.compile(r"[^\n\t -~]")
_LETTER = re.compile(r"\w")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"(?=[a-z]{2})[b-df-hj-np-tv-xz]*[aeiouy][a-z]*", re.IGNORECASE)
_MOST_CHARACTERS_OF_A_NOTICE = 2500
# A portal that waits for its scripts says less than this.
_MOST_WORDS_OF_A_SHELL = 70
_POLICY_WORDS = compiled(
    r"medically necessary|prior authorization|investigational|coverage|criteria|indication|covered|policy|benefit",
    re.IGNORECASE,
)
# What a form asks of somebody, as no menu does.
_OF_A_PATIENT = compiled(
    r"\b(?:diagnos[ie]s|(?:patient|member) (?:is|has|will)|years? (?:of age|old)|\d\d (?:years )?or older|failed|tried|"
    r"prescribed|rems|no (?:active |current |history of )?(?:\w+ ){0,2}(?:disorder|psychosis|dementia|pregnancy))\b",
    re.IGNORECASE,
)
_FEWEST_DEMANDS = 3
_VERDICTS: tuple[tuple[Quality, AnyOf, str], ...] = (
    ("blocked", any_of(_BLOCKED, flags=re.IGNORECASE | re.DOTALL), "the site refused the visit"),
    ("login", any_of(_LOGIN, flags=re.IGNORECASE | re.DOTALL), "the site asks for a login"),
    ("error_page", any_of(_ERROR, flags=re.IGNORECASE | re.DOTALL), "the page is an error message"),
    ("shell", any_of(_SHELL, flags=re.IGNORECASE | re.DOTALL), "the page needs scripts to show anything"),
)


def judge(reading: Reading, must_mention: Iterable[str] = (), raw: str = "") -> tuple[Quality, str]:
    """The quality of a document and, in a sentence, why.

    `must_mention` names words of which at least one has to stand in the content ("ketamine" is not found inside
    "esketamine"); empty requires none. `raw` is what the page shows beside its content, where walls and error pages
    put their message.
    """
    text = "\n".join(block.text for block in reading.blocks)
    if reading.notes:
        return "truncated", reading.notes[0]
    if notice := _notice(reading, text, raw):
        return notice
    if len(list(itertools.islice(_LETTER.finditer(text), 20))) < 20:
        return _nearly_empty(raw, text)
    if _is_gibberish(text):
        return "truncated", "The text is unreadable: the file is damaged or was stored as the wrong kind."
    wanted = tuple(must_mention)
    said = (text, reading.title or "", *{title for block in reading.blocks for title in block.header})
    if wanted and not any(mentions(part, word) for word in wanted for part in said):
        if _is_shell(text, raw):
            return "shell", "A search form or portal page without a policy in it."
        return "not_policy", f"None of the words {', '.join(wanted)} stands in the document."
    if wanted and _is_shell(text, raw) and not _asks_of_patients(reading):
        return "shell", "A search form or portal page without a policy in it."
    return "ok", "Readable."


def _notice(reading: Reading, text: str, raw: str) -> tuple[Quality, str] | None:
    """A short page whose words are those of a wall, an error or a login."""
    if len(text) > _MOST_CHARACTERS_OF_A_NOTICE or (reading.media_type == "application/pdf" and len(text) > 600):
        return None
    seen = "\n".join((reading.title or "", text, raw[:6000]))
    head = "\n".join((reading.title or "", text))
    for quality, pattern, reason in _VERDICTS:
        where = seen if quality in ("blocked", "shell") else head
        found = pattern.search(where)
        if found and not _is_policy(text, quality) and not (quality == "shell" and _says_much(text)):
            return quality, f'{reason[0].upper()}{reason[1:]}: "{" ".join(found[0].split())[:80]}".'
    return None


def _is_policy(text: str, quality: Quality) -> bool:
    """A short notice of coverage may speak of lost pages or logins; it also speaks of coverage, several times."""
    enough = 4 if quality in ("error_page", "blocked") else 3
    return len(_POLICY_WORDS.findall(text)) >= enough and len(text) > 300


def _nearly_empty(raw: str, text: str) -> tuple[Quality, str]:
    if len(raw) > 400 and re.search(r"<script|<app-|<div[^>]+id=[\"'](?:root|app)", raw, re.IGNORECASE):
        return "shell", "The page holds scripts but no text."
    return "empty", "No text." if not text.strip() else f'Hardly any text: "{" ".join(text.split())[:60]}".'


def _says_much(text: str) -> bool:
    return len(list(itertools.islice(_WORD.finditer(text), _MOST_WORDS_OF_A_SHELL + 1))) > _MOST_WORDS_OF_A_SHELL


def _is_shell(text: str, raw: str) -> bool:
    return (
        not _says_much(text)
        and bool(re.search(r"<form|<app-root|type=[\"']search", raw, re.IGNORECASE))
        and len(_POLICY_WORDS.findall(text)) < 4
    )


def _asks_of_patients(reading: Reading) -> bool:
    """Whether a short form lists what must be so of a patient: one to fill in for a drug is no portal."""
    asked = [block for block in reading.blocks if block.kind in ("item", "row") and _OF_A_PATIENT.search(block.text)]
    return len(asked) >= _FEWEST_DEMANDS


def _is_gibberish(text: str) -> bool:
    sample = text if len(text) <= 60_000 else text[:40_000] + text[-20_000:]
    broken = sum(sample.count(sign) for sign in ("\ufffd", "(cid:"))
    strange = sum(1 for sign in _NOT_ASCII.findall(sample) if not sign.isprintable())
    if broken * 25 > len(sample) or strange * 20 > len(sample):
        return True
    words = _WORD.findall(sample)
    # A third of the words is enough; most texts show it in the words of their first lines.
    enough = len(words) // 3 + bool(len(words) % 3)
    plain = itertools.islice(filter(_PLAIN_WORD.fullmatch, words), enough)
    return len(words) > 30 and len(list(plain)) < enough
