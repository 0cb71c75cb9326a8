"""Questions that a yes or a no answers ("Must the clinic be in the REMS?" "Yes."), as the sentence that they make.

"May a member with psychosis have it?" "No." bars psychosis; "yes" to it, and "no" to what might be asked, say nothing.
"""

from __future__ import annotations

import re

from parsers.criteria.families import findings_in
from parsers.criteria.vocabulary import PERSON
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.uses.indications import PATIENT_CONDITIONS, named_indications

_FIRST = r"(?: (?:still|also|always|first|beforehand|as well|too|at (?:first|all)))*"
_NEEDED = r"(?:required|needed|necessary|mandatory|obligatory|compulsory|asked for|expected|demanded)"
# What asks for something, with what that is: each as a sentence.
_DEMANDS = (
    (
        compiled(rf"^(?:is|are) (?P<what>.+?){_FIRST} {_NEEDED}(?P<tail>\b.*)$", re.IGNORECASE),
        "{what} is required{tail}",
    ),
    (
        compiled(
            rf"^(?:do|does) (?:(?:the|our|your) )?[\w&-]+{_FIRST} (?:ask for|require|need|demand|insist on|expect) "
            r"(?P<what>.+)$",
            re.IGNORECASE,
        ),
        "{what} is required",
    ),
    (
        compiled(rf"^(?:do|does|will) (?P<what>.+?){_FIRST} (?:have|need) to (?P<tail>.+)$", re.IGNORECASE),
        "{what} must {tail}",
    ),
    (
        compiled(
            rf"^(?:must|should) (?P<what>.+?){_FIRST} (?P<tail>(?:be|have|take|prescribe|use|lie|fall|come|belong|stay|"
            r"show|meet|sign|enrol{1,2}|register|continue|send|do|wait|receive|try|include)\b.*)$",
            re.IGNORECASE,
        ),
        "{what} must {tail}",
    ),
)
# "Can a member with psychosis receive it?", "Is it possible in pregnancy?"
_WHOM = compiled(
    rf"^(?:can|could|may|is|are|will|would|does|do)\b.*?\b(?:{PERSON}|people|persons?|someone|anyone|those)"
    r"(?:,? (?:who|that) (?:has|have|had|is|are|suffers? from)| with|,? in whom)\b(?P<condition> .+?)"
    r"(?: (?:be|get|have|receive|still|also|use (?:it|the|this)|take|qualif\w+|start|eligible|treated|considered|"
    r"excluded|barred|ruled out)\b.*)?$"
    r"|^(?:can|could|may|is|are|will)\b.*\b(?:possible|allowed|used|given|safe|permitted|an option) (?:in|during|for)"
    r"(?P<state> .+)$",
    re.IGNORECASE,
)
_ONLY = compiled(r"^\W*(?:yes,? )?(?:but )?only (?:if|when|once|where)\b", re.IGNORECASE)
# A use of the other drug, of which the question may well be.
_OTHER_DRUG = compiled(r"\bketamine\b", re.IGNORECASE)
_BARS = compiled(r"\b(?:excluded|barred|ruled out|turned away|ineligible)\b", re.IGNORECASE)
_PRONOUN = compiled(r"\b(?:it|they|one|these|those|this|that)\b(?! of\b)", re.IGNORECASE)
# "No other specialist can send it", behind "yes": the same again.
_NO_OTHER = compiled(
    r"^\W*(?:no(?:body| one|ne)? (?:other|else)|nobody else|no other|others? (?:can|may)not)\b", re.IGNORECASE
)
_UNLESS = compiled(r"^\W*(?:unless|until|except)\b", re.IGNORECASE)


def demanded(asked: str, rest: str) -> str:
    """What "yes" to a question says is asked for, with what the answer says besides; "" where it is read in neither."""
    form = next(((found, said) for one, said in _DEMANDS if (found := one.match(asked))), None)
    if form is None:
        return ""
    found, said = form
    what = found["what"]
    told = f"{said.format(what=what[:1].upper() + what[1:], tail=found.groupdict().get('tail') or '')}."
    asks = _read(told)
    if not asks:
        return ""
    more = (sentence for sentence in sentences(rest) if not _NO_OTHER.match(sentence))
    behind = " ".join(filter(None, (_besides(sentence, what, asks) for sentence in more)))
    behind = f"{behind[:1].upper()}{behind[1:]}"
    return behind if {key for key, _ in asks} <= {key for key, _ in _read(behind)} else f"{told} {behind}".strip()


def barred(asked: str, rest: str) -> str:
    """What "no" to a question whether someone with a condition may have the drug says; "" where it bars nobody."""
    found = _WHOM.match(asked)
    if found is None or _BARS.search(asked):
        return ""
    told = f"Members with {(found['condition'] or found['state']).strip()} are excluded"
    if not _read(f"{told}."):
        return ""
    if _UNLESS.match(rest):
        return f"{told}, {rest}"
    return rest if _read(rest) else f"{told}. {rest}".strip()


def admitted(asked: str, answer: str) -> str:
    """What an answer that opens with "only once …" says of those who have the condition that is asked about."""
    found, only = _WHOM.match(asked), _ONLY.match(answer)
    if found is None or only is None or not found["condition"]:
        return ""
    told = f"Members with {found['condition'].strip()} are excluded, unless {answer[only.end() :].strip()}"
    return told if _read(told) and not _read(told) <= _read(answer) else ""


def asks_of_a_condition(asked: str, answer: str) -> bool:
    """Whether a question is on patients who have a condition beside that for which they are treated."""
    if not _WHOM.match(asked) or _OTHER_DRUG.search(asked):
        return False
    uses = set(named_indications(asked))
    return bool(uses) and (uses <= PATIENT_CONDITIONS or "exclusion" in {key for key, _ in _read(answer)})


def _besides(sentence: str, what: str, asks: set[tuple[str, str]]) -> str:
    """A sentence behind "yes", with what its pronoun stands for; "" where that is all that it says again."""
    if _read(sentence) or not _PRONOUN.search(sentence):
        return sentence
    named = _PRONOUN.sub(what, sentence, count=1)
    return sentence if not _read(named) else "" if _read(named) <= asks else named


def _read(text: str) -> set[tuple[str, str]]:
    return {(found.key, str(found.value)) for found in findings_in(text)}
