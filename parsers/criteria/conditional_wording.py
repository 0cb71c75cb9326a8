"""How payers word demands of some patients, and demands that are lifted from some. Words only, for `conditional`."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.language.patterns import compiled

NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|eight|ten|twelve)"
IF = r"(?:if|when|where|whenever|once|in case|provided(?: that)?|as long as|so long as)"
_FOR = r"(?:for|in|with|by|of|to)"
SOME = (
    r"(?:(?:the|an?|any|all|those|every|each|such) )?(?:[\w-]+ )?"
    rf"(?:{PEOPLE}|{PERSON}s?|women|men|whose|whom|anybody)\b"
)
_CONDITION = rf"(?:{IF}|{_FOR}(?= {SOME}))"
_ENOUGH = (
    r"(?:(?:is|are|will be|may be) (?:enough|sufficient|accepted|acceptable|adequate|all that is (?:needed|asked|"
    r"required))|suffices?|will (?:do|suffice)|qualif(?:y|ies)|counts?|is accepted instead|may be approved)"
)
_NEEDED = (
    r"(?:(?:is|are|will be|must be) "
    r"(?:required|needed|necessary|asked(?: for)?|called for|demanded|expected|mandatory))"
)
_OTHERWISE = (
    r"(?:otherwise|else"
    r"|if (?:it|they|this|that|he|she) (?:has|have|is|are|was|were|did|does|do)(?:n['’]t| not)"
    r"|in (?:every|any|all) other (?:cases?|instances?)|in (?:all )?others?|if (?:not|younger|older)"
    rf"|for (?:all |any )?(?:others?|(?:other )?{PEOPLE} (?:with|of) (?:less|any other)[^,]*)|(?:all|any|every) other "
    rf"{PEOPLE})"
)
_BREAK = r"(?:; |\. |, )(?:and |but )?"
# What a demand is lifted by: "not required if …", "waived for …", "unless …" has a room of its own.
_LIFTED = (
    r"(?:(?:is|are|will be|may be|can be) )?(?:not (?:asked(?: for)?|called for|required|needed|necessary|demanded|"
    r"mandatory|applied)|waived|lifted|dropped|excused|no longer (?:required|needed|applies|asked for))"
    r"|(?:does|do|will|shall) not apply|need(?:s)? not (?:be (?:met|shown|satisfied|tried|done)|apply)"
    r"|falls? away|ceases? to apply|is not a requirement"
)
_THIS = (
    r"(?:(?:this|that|it|which|both|(?:this|that|the(?: \w+){0,2}) (?:rule|requirement|condition|criterion|demand|"
    r"step|part|limb|test))|such an? \w+)"
)

_BEFORE_OR_BEHIND = rf"(?:{IF}|{_FOR}|among|in the case of)"
WAIVER = compiled(
    rf"^(?P<asked>.{{8,}}?)(?:(?:[,;.]|,? (?:but|although|though|and|provided(?: that)?|except that|save that))+"
    rf"(?: (?:provided|except|save)(?: that)?)? ?(?:{_THIS} )?(?:{_LIFTED})"
    r"|,? (?:save|except|other than|but not|unless|save and except))"
    rf" (?P<by>{_BEFORE_OR_BEHIND}) (?P<whom>.{{5,}})$",
    re.IGNORECASE,
)
# "Proof of two trials is not demanded of a client who …; all others must have failed two".
UNASKED_FIRST = compiled(
    rf"^(?P<what>[^;.]{{5,60}}?) (?:{_LIFTED}) (?P<by>{_BEFORE_OR_BEHIND}) (?P<whom>[^;.]{{5,}}?)[;.,] (?:and |but )?"
    rf"(?P<others>{_OTHERWISE})(?P<asked>,? .{{8,}})$",
    re.IGNORECASE,
)
OTHERWISE_FIRST = compiled(
    rf"^\W*(?:{_CONDITION}) (?P<if>[^;.]{{5,90}}?), (?:then )?(?P<then>[^;.]{{3,}}?){_BREAK}(?P<else>{_OTHERWISE}),? "
    r"(?P<other>.{3,})$",
    re.IGNORECASE,
)
OTHERWISE_BEHIND = compiled(
    rf"^\W*(?P<then>[^;.]{{5,}}?),? (?:{_CONDITION}) (?P<if>[^;.]{{5,120}}?){_BREAK}(?P<else>{_OTHERWISE}),? "
    r"(?P<other>.{3,})$",
    re.IGNORECASE,
)
LESSER = compiled(
    rf"^(?P<asked>.{{8,}}?)(?:; |, | \(|\. )(?:and |but |though |although |while |or )?(?:only )?"
    rf"(?P<less>(?:an? |the )?(?!this\b|that\b|it\b)[^;,()]{{2,90}}?) {_ENOUGH}"
    rf"(?: (?:instead|alone|as well|too|also))?,? (?P<by>{_BEFORE_OR_BEHIND}) (?P<if>[^();]{{5,}}?)\)?$",
    re.IGNORECASE,
)
# "After six weeks each (four weeks each in a patient over 65)".
LESSER_ASIDE = compiled(
    # What is enough is a number of its own, not whatever an aside explains.
    r"^(?P<asked>[^()]{8,}?) \((?:or )?(?=[^();,]{0,20}\b(?:\d+|one|two|three|four|five|six|eight|ten|twelve)\b)"
    r"(?P<less>[^();,]{1,60}?),? "
    rf"(?P<by>{_BEFORE_OR_BEHIND}|at(?= [^();]*\bdose)) (?P<if>[^();]{{5,}})\)$",
    re.IGNORECASE,
)
LESSER_AGAIN = compiled(
    rf"^(?P<if>.{{5,}}?),? and (?P<less>{NUMBER}) {_ENOUGH},? (?P<by>{_BEFORE_OR_BEHIND}) (?P<again>.{{5,}})$",
    re.IGNORECASE,
)
# "Two antidepressants have failed, or one if 65 or older".
FEWER_IF = compiled(
    rf"^(?P<asked>[^;]{{8,}}?),? or (?:else )?(?P<less>[^;,()]{{3,90}}?),? {IF} (?P<if>[^;,()]{{5,90}})$", re.IGNORECASE
)
TWO_FIRST = compiled(
    rf"^\W*(?:{_CONDITION}) (?P<if>[^;.,]{{5,90}}?), (?:then )?(?P<then>[^;.]{{3,}}?){_BREAK}(?:{_CONDITION}) "
    r"(?P<again>[^;.,]{5,90}?), (?P<other>.{3,})$",
    re.IGNORECASE,
)
# "One drug for 8 weeks if 65 or older, or at least two if younger than 65".
_BREAK_OR = (
    rf"(?:{_BREAK}(?:or )?|,? and (?:of |for )?(?=(?:at least |no (?:fewer|less) than )?{NUMBER}\b)"
    r"|,? or (?!(?:older|over|above|up|more|younger|under|below|greater|worse)\b))"
)
TWO_BEHIND = compiled(
    rf"^\W*(?P<then>[^;.]{{5,}}?),? (?:{_CONDITION}) (?P<if>[^;.]{{5,90}}?){_BREAK_OR}"
    rf"(?P<other>[^;]{{3,}}?),? (?:{_CONDITION}) (?P<again>[^;,.]{{5,90}})$",
    re.IGNORECASE,
)
# "Prescribed by a psychiatrist, or, when another specialty prescribes, ECT has been considered".
OR_WHEN = compiled(
    r"^\W*(?:either )?(?P<asked>[^;]{5,}?),? or,? (?:else,? )?(?:if|when|where|in case) "
    r"(?!(?:so|not|none|neither|possible|appropriate|applicable|available|indicated|needed|necessary)\b)"
    r"(?P<if>[^,;]{8,90}), (?P<other>[^;]{8,})$",
    re.IGNORECASE,
)
# "Two antidepressants must have failed, except that a member with severe depression need not have failed any".
NEED_NOT = compiled(
    rf"^(?P<asked>.{{8,}}?)[,;] (?:(?:except|save|but|although|though)(?: that)? )?"
    rf"(?P<whom>{SOME}[^;,.]{{5,90}}?) "
    r"(?:need(?:s)? not|(?:does|do) not (?:have|need) to) (?:have )?(?:\w+ ){1,3}?(?:any|one|them|it|again|so|do so"
    r"|this)(?: again)?\W*$",
    re.IGNORECASE,
)
TWO_CROSSED = compiled(
    rf"^\W*(?P<then>[^;.]{{5,}}?),? (?:{_CONDITION}) (?P<if>[^;.]{{5,90}}?){_BREAK}(?:{_CONDITION}) "
    r"(?P<again>[^;.,]{5,90}?), (?P<other>.{3,})$",
    re.IGNORECASE,
)
# "Unless ECT has failed, four antidepressants have".
UNLESS_FIRST = compiled(
    r"^\W*(?:and |but )?(?:unless|except (?:when|where|if)) (?P<whom>[^;,.]{5,120}), (?P<asked>[^;]{5,})$",
    re.IGNORECASE,
)
# "In hospital for suicidality; if not, three antidepressants have failed".
FAILING_THAT = compiled(
    r"^\W*(?P<asked>[^;]{5,}?)(?:; |\. )(?:(?:and|but|or) )?(?:if (?:neither|none|not|no)(?: of (?:these|those|which))?"
    r"(?: (?:is|are|of|so|applies|apply|true|the case|met|holds|possible|both|these|them|present))*"
    r"|failing (?:that|this|these|those|both|which|either)|in (?:its|their|the) (?:absence|place)|or else"
    r"|alternatively),? "
    r"(?P<other>[^;]{5,})$",
    re.IGNORECASE,
)
# "Not below 18 and, in people older than 64, no dementia".
AND_OF_SOME = compiled(
    rf"^(?P<first>[^;]{{5,}}?),? and,? (?P<second>(?:{_CONDITION}|unless|except (?:where|when|if)) [^;]{{10,}})$",
    re.IGNORECASE,
)
_MUST = r"(?:must|shall|needs? to|ha(?:s|ve) (?:to|failed|tried|had)|(?:is|are) required to)"
# "Members aged 65 and older must have failed three drugs; members younger than 65 must have failed two".
TWO_SUBJECTS = compiled(
    rf"^\W*(?P<if>{SOME}[^;,.]{{3,60}}?) (?P<then>{_MUST} [^;.]{{5,}}?)(?:; |, |\. )(?:(?:and|while|whereas|but) )?"
    rf"(?P<again>{SOME}[^;,.]{{3,60}}?) (?P<other>{_MUST} .{{3,}})$",
    re.IGNORECASE,
)
OF_SUBJECT = compiled(
    rf"^\W*(?P<whom>{SOME}[^;,.]{{3,60}}?) (?P<asked>(?:{_MUST}|(?:is|are) (?:observed|monitored|"
    r"watched)) [^;.]{5,})$",
    re.IGNORECASE,
)
# "In addition to two failed drugs, the member must have …".
BESIDES = compiled(
    r"^\W*(?:in addition to|besides|as well as|along with) (?P<first>[^;,.]{8,90}), (?P<second>[^;]{8,})$",
    re.IGNORECASE,
)
OF_SOME = compiled(
    rf"^\W*(?:and |but )?(?:{_CONDITION}) (?P<whom>[^;,.]{{5,90}}?),? "
    r"(?P<asked>(?<=, )[^;]{5,}|no (?!\w+ed\b)[^;]{5,})$",
    re.IGNORECASE,
)
SOME_BEHIND = compiled(
    rf"^\W*(?P<asked>[^();]{{8,}}?),? (?:(?:is|are|need be|must be) )?(?:only )?(?:{IF}|{_FOR}(?= (?:only )?{SOME})) "
    r"(?:only )?(?P<whom>[^();,.]{5,90})$",
    re.IGNORECASE,
)
ONLY_IF = compiled(
    rf"^\W*(?:and )?(?:(?:are|is) )?(?P<whom>[^;.]{{4,80}}?),? (?:(?:(?:is|are|may be|will be|shall be|can be) )?"
    r"(?:permitted|allowed|accepted|acceptable|admitted|admissible|eligible|approved|covered|considered|treated|"
    r"tolerated|qualif(?:y|ies)) )?only "
    rf"(?:{IF}|with|after|under|upon) (?P<asked>.{{5,}})$",
    re.IGNORECASE,
)
_BEFORE_A_NUMBER = (
    r"(?:(?:(?:failures?|trials?) of|must|shall|needs? to|ha(?:s|ve) to|have|has|failed|tried|show|only|just|as few as"
    r"|at least|no (?:fewer|less) than|a minimum of|not (?:fewer|less) than|after) )*"
)
BARE = compiled(
    rf"^\W*{_BEFORE_A_NUMBER}"
    rf"(?P<n>{NUMBER})(?: (?:of (?:them|these)|such|drugs?|failures?|trials?|agents?|weeks?(?: each)?|(?:have|has) "
    rf"failed|did|do|each|only))*(?: (?:{_NEEDED}|must have failed))?(?P<more>, [^;.]+)?\W*$",
    re.IGNORECASE,
)
FAILED_ONLY = compiled(
    rf"^\W*(?:{SOME}) (?:who|that) (?:has|have|had) (?:failed|tried) (?:only |just )?(?P<n>{NUMBER})\W*$",
    re.IGNORECASE,
)
COUNT = compiled(rf"(?<![-\w@])(?:at least )?{NUMBER}\b(?![-%.\d])", re.IGNORECASE)
WEEKS = compiled(rf"(?<![-\w@]){NUMBER}(?=[ -]weeks?\b)", re.IGNORECASE)
VERB = compiled(rf" (?:{_ENOUGH}|{_NEEDED})\W*$", re.IGNORECASE)
