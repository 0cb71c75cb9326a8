"""One clause of a policy, and the tables of wording that families of criteria are written as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from parsers.criteria.abbreviations import spelled_out
from parsers.criteria.numbers import normalise
from parsers.criteria.scales import mark_scales
from parsers.criteria.vocabulary import BARS_BY_NAME
from parsers.errors import TableError
from parsers.language.patterns import Pattern, compiled
from parsers.language.word_index import ruled_out
from parsers.models import CriterionKey, Phase, Value
from parsers.text import without_raised_marks

_EDITION = r"(?:dsm[ -]?)?(?:iv|5|v)(?:[ -]?tr)?"
# The manual with its edition; the bracket that closes "MDD (DSM-5)" is none of it.
_DSM = compiled(
    r"\b(?:diagnostic and statistical manual(?: of mental disorders)?|psychiatric association's diagnostic manual|dsm)"
    rf"(?:[ ,-]*(?:\({_EDITION}\)|{_EDITION}))?(?![\w])",
    re.IGNORECASE,
)
_EXAMPLES = compiled(
    r"[(\[] ?(?:e\.?g\.?|for example|for instance|such as|i\.e\.,? (?:for example)|including"
    r"|ex\.?(?= |:)|examples?)\b[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]"
)
_ASIDE = compiled(r"\([^()]*\)")
_BLANKS = compiled("  +")
_OPEN_EXAMPLES = compiled(
    r"[,;:]? (?:e\.g\.[,:]?|for example[,:]?|for instance[,:]?|such as:?) [^.;]*?(?=[.;]|, (?:and|or|that|which|for|at"
    r"|with|in) (?!a |an )|$)"
)
# "A professional (a psychiatrist, for example, or a nurse) prescribes it": examples end with their bracket.
_EXAMPLES_INSIDE = compiled(
    r"(?P<kept>\([^()]*?)[,;:]? (?:e\.g\.[,:]?|for example[,:]?|for instance[,:]?|such as:?) [^()]*(?=\))"
)
# A note that something is not asked for asks for nothing: "(a psychiatrist is no longer required)".
# "The exclusions do not apply" to a patient: that is asked, and nothing is waived.
_NO_BAR_APPLIES = compiled(
    r"\b(?:exclusions?|contraindications?|(?:denial|exclusion) criteri(?:a|on)|reasons for denial)(?: [\d,()–-]+|"
    r" (?:to|through|and|or)\b| (?:listed )?above\b)* do(?:es)? not apply\b"
)
_WAIVED = compiled(
    r"\b(?:no longer|not) (?:a )?(?:require[ds]?|needed|necessary|mandatory|obligatory|compulsory|obliged"
    r"|a (?:requirement|precondition|prerequisite|condition (?:of|for))|apply)\b|\bneed not\b|\bno need (?:to|for)\b"
    r"|\bat (?:the )?(?:[\w'’-]+ ){0,2}(?:discretion|option)\b(?! to renew)|\b(?:is|are) (?:left|up) to the (?:\w+ )?"
    r"(?:prescriber|clinician|physician|provider|psychiatrist|doctor|practice|clinic|site)\b|\bno minimum\b"
    r"|\bno (?:[\w-]+ ){1,4}(?:is|are) (?:required|needed|necessary|asked for|demanded)\b"
    # e.g. "no cut-off is applied", "no least score is set"
    r"|\bno (?:[\w-]+ ){0,2}(?:cut-?offs?|cut off|thresholds?|floor|scores?) (?:is|are|has been|have been) (?:set|"
    r"applied|used|fixed|imposed|prescribed|laid down)\b"
    # e.g. "neither has to be tried", "the plan does not ask that", "without having tried one"
    r"|\bneither\b[^.;]{0,40}\b(?:needs? (?:to|be)\b|ha(?:s|ve) to\b"
    r"|(?:is|are) (?:required|needed|necessary|an? (?:pre|cond)))"
    r"|\b(?:does|do|did) not (?:ask|insist|demand|depend|have to be)\b|\b(?:nobody|no one|no 1) (?:has|needs) to\b"
    r"|\bwithout (?:first )?having (?:first )?(?:tried|failed)\b"
    # e.g. "is covered too, without the trials, the score and the psychotherapy"
    r"|\b(?:covered|approved|authorized|granted)\b[^.;:]{0,40}\bwithout (?:any |the )(?:[\w-]+ ){0,3}"
    r"(?:trials?|steps?|scores?|augmentation|psychotherapy|requirements?|criteri(?:a|on))\b"
    # e.g. "no augmentation need have been attempted", "no ECT has to be tried"
    r"|\bno (?!more\b|fewer\b|less\b)(?:[\w-]+ ){1,4}(?:needs?(?: to)?|ha(?:s|ve) to) (?:have )?(?:been|be|come) "
    # e.g. "any prescriber (no psychiatrist needed)"
    r"|\bno (?:[\w-]+ ){1,2}(?:required|needed|necessary)\b"
    # e.g. "any prescriber will do; the psychiatrist rule is gone"
    r"|\b(?:rule|requirement|criterion|line|condition) (?:is|was|has been) (?:gone|dropped|removed|lifted|"
    r"struck|deleted)\b"
    # e.g. "trials do not matter", "scores play no part"
    r"|\b(?:trials?|failures?|scores?|steps?|classes|doses?|that|this) (?:(?:do|does|will) not matter|plays? no part|"
    r"(?:is|are) (?:irrelevant|immaterial))\b"
    r"|\bany (?:\w+ )?(?:prescriber|provider|physician|clinician|specialty) will do\b"
)
# "No failure is needed, but the antidepressant is mandatory": what is asked for stands behind the "but".
# "We no longer insist on an antidepressant, but we still ask that the patient be 18."
_WAIVED_BUT = compiled(
    r"^(?:[^.;:]{0,120}: )?[^.;:]{0,160}?(?:"
    r"\b(?:no longer|not) (?:require|insist|ask|call|depend|demand)s? (?:on|for|that)\b[^.;:]{0,120}?"
    r"|\b(?:is|are) (?:no longer|not) (?:required|needed|necessary|mandatory|asked for|demanded)"
    r"(?: (?:for|in|with) [^.;:,]{2,60})?),? "
    r"but (?=(?:\d|(?:we|the (?:plan|payer|policy|fund)) (?:do |does )?(?:still )?(?:insist|require|ask|demand)s?\b|"
    r"(?:[\w-]+ ){1,6}(?:must|shall|ha(?:s|ve))\b))|"
    r"^(?:[^.;:]{0,120}: )?\W*(?:then )?no (?:[\w-]+ ){1,4}(?:is|are) (?:required|needed|necessary|asked for|"
    r"demanded),? but "
    r"(?=(?:an?|the|one|1|members?|patients?)\b)"
    # "These need not all be of different classes, but two must be represented."
    r"|^\W*(?:they|these|those|all(?: of (?:them|these))?) (?:need not|do not (?:have|need) to) [^.;:,]{3,70},? "
    r"(?:but|yet) "
)
# "Two drugs must have failed, and an oral antidepressant is not required": what is not asked for stands at the end.
_WAIVED_BESIDE = compiled(
    r"(?:, (?:and|while|whereas)|,? (?:but|although|though|even though)) (?:then |here |now )?"
    r"(?:(?:an?|the|any|no|concurrent|concomitant) )?[a-z][^,.;:]{2,60}? (?:is|are) (?:now )?(?:no longer|not) "
    r"(?:\w+ )?(?:required|needed|necessary|mandatory|asked for|demanded|obligatory)[^,.;:]{0,60}\W*$"
)
# "…, with no failures needed, when an oral antidepressant is used": what is not asked for, in passing.
_WITH_NONE = compiled(r", with no (?:[\w-]+ ){1,4}(?:needed|required|necessary|asked for)(?=,)")
_SAYS_SOMETHING = compiled(r"\b(?:must|shall|ha(?:s|ve)|is|are|was|were|requires?|needs?|fail\w*)\b")
# "PHQ–9" is set with the dash of a range.
_DASH_IN_NAME = compiled(r"(?<=[A-Z])–(?=\d\b)")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause as printed, and what rules read instead of it.

    `words` is normalised (numbers.normalise) with scales and the DSM as tokens; `plain` is `words` without examples in
    parentheses and without remarks that waive a requirement. `topic` holds the normalised lead-ins a list item stands
    under, the nearest last and set apart by "|"; "" when it has none: "no response after 4 weeks" means something only
    under "failed antidepressants". `whole` holds the words of the clause that this one is a part of, "" when of none.
    """

    text: str
    page: int
    phase: Phase
    words: str
    plain: str
    topic: str = ""
    whole: str = ""

    @property
    def about(self) -> str:
        """What the words are said of: the lead-ins, and the clause that they are a part of."""
        return f"{self.topic} {self.whole}".strip()

    @property
    def title(self) -> str:
        """The nearest lead-in, what stands before its colon cut off: of a table's cell, the title of its column."""
        return self.topic.rpartition("|")[2].strip(" :").rpartition(": ")[2]

    def within(self, words: str) -> Clause:
        """The same clause, cut to a part of its words."""
        return Clause(self.text, self.page, self.phase, words, _without_asides(words), self.topic, self.words)


@dataclass(frozen=True, slots=True)
class Finding:
    """A criterion read from a clause: key and value of one leaf."""

    key: CriterionKey
    value: Value


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to word a criterion: the pattern over a clause's words, and the value it states.

    `value` is the value itself, or reads it from the match; reading None means that the words were something else.
    """

    key: CriterionKey
    pattern: Pattern
    value: Value | Callable[[re.Match[str]], Value]


def wording(key: CriterionKey, pattern: str, value: Value | Callable[[re.Match[str]], Value]) -> Wording:
    """A row of a wording table; TableError names it when its key is wrong."""
    if key not in get_args(CriterionKey):
        raise TableError(f"wording {pattern!r} names the key {key!r}, which the contract does not have")
    return Wording(key, compiled(pattern), value)


def matches(table: Iterable[Wording], words: str) -> Iterator[Finding]:
    """Every finding of a wording table in some words, in the table's order, none twice."""
    seen = set()
    gone = ruled_out(words)
    for row in table:
        if gone & row.pattern.bit:
            continue
        for match in row.pattern.finditer(words):
            value = row.value(match) if callable(row.value) else row.value
            finding = Finding(row.key, value)
            if value is not None and finding not in seen:
                seen.add(finding)
                yield finding


# A clause is prepared for each answer of its policy.
@lru_cache(maxsize=1024)
def _without_asides(words: str) -> str:
    bare = _EXAMPLES.sub("", _without_waived_beside(_WAIVED_BUT.sub("", BARS_BY_NAME.sub("", words))))
    bare = _ASIDE.sub(lambda aside: "" if _WAIVED.search(aside.group()) else aside.group(), bare)
    return _BLANKS.sub(" ", bare).strip()


def _without_waived_beside(words: str) -> str:
    """The words without what is not asked for at their end; of a row ("A, B, and C are not required") nothing goes."""
    words = _WITH_NONE.sub("", words)
    beside = _WAIVED_BESIDE.search(words)
    return words[: beside.start()] if beside and _SAYS_SOMETHING.search(words[: beside.start()]) else words


@lru_cache(maxsize=1024)
def read_words(text: str) -> str:
    """A passage in the form that wording tables are written against."""
    plain = without_raised_marks(text if text.isascii() else _DASH_IN_NAME.sub("-", text))
    return normalise(mark_scales(_DSM.sub("@dsm", spelled_out(plain))))


def clause(text: str, *, page: int, phase: Phase, topic: str = "") -> Clause:
    """A clause prepared for the families of criteria."""
    words = read_words(text)
    return Clause(text, page, phase, words, _without_asides(words), topic)


# Most families ask it of the same clause.
@lru_cache(maxsize=1024)
def is_waived(words: str) -> bool:
    """Whether the words say that something is not asked for."""
    return bool(_WAIVED.search(_NO_BAR_APPLIES.sub("", words)))


def without_examples(words: str) -> str:
    """The words up to and after "such as …" and "for example …", examples cut out."""
    return _OPEN_EXAMPLES.sub("", _EXAMPLES_INSIDE.sub(r"\g<kept>", words))
