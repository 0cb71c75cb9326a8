"""How a sentence takes over rules by what they are about ("the prescriber and REMS rules above apply as well")."""

from __future__ import annotations

import re

from parsers.language.any_of import any_of, any_phrase
from parsers.language.patterns import compiled
from parsers.models import CriterionKey

_PLACE = (
    r"(?:(?:of|in|from|under) (?:the )?(?:paragraph|section|use|part|list|criteria|entry) )?"
    r"(?:above|before|that precedes?|preceding)"
)
_RULES = r"(?:rules?|requirements?|criteri(?:a|on)|conditions?|standards?|limits?|restrictions?|provisions?)"
_HOLD = r"(?:also |again |likewise )?(?:apply|applies|holds?|must be met|are (?:asked|required))\b"
_ON = r"(?:on|for|regarding|about|concerning|as to|of)"
_USE = r"(?:for|in|under|with|of) [^.;:]{3,80}?"
_AS = (
    rf"(?:as (?:above|(?:(?:described|stated|given|set out|listed|required) )?(?:above|{_USE}))"
    rf"|(?:the )?same(?: (?:answer|rule))?(?: as (?:above|(?:{_USE}|that {_USE})))?"
    rf"|(?:that|those) (?:above|(?:(?:given|stated|set out) )?{_USE}))"
)
_ARE = r"(?: (?:is|are|stays?|remains?))?"


def _topics(form: str) -> str:
    """The topics of one of several ways to say it, as a group of its own name."""
    return rf"(?P<topics_{form}>[^.;:]{{3,90}}?)"


_SAID = (
    r"(?:(?:the )?(?:questions?|answers?|rules?)|(?:what|(?:all|everything)(?: that)?)(?: (?:is|was|has been))?"
    r" (?:said|asked|stated|written|required|told))(?: above)?"
)
# Not of a renewal, which may ask again for all or for a part.
_HERE = r"(?: (?:here|for this (?:use|diagnosis|indication)|as well|too|also|again|as above|likewise))+(?=[.;,]|\W*$)"
_SAME_HERE = (
    r"(?:(?:is|are|stays?|remains?) (?:(?:answered|treated|handled|told) )?(?:in )?(?:the same(?: way| answer)?|no "
    rf"different|unchanged|true)|(?:has|have) the same answer|holds?|appl(?:y|ies)){_HERE}"
)
_WHO_PRESCRIBES = r"who (?:may|can|must|is to|is allowed to) (?:prescribe|order)"
# In the text as printed.
RECALLS = any_of(
    rf"\b[Tt]he {_topics('above')} {_RULES} {_PLACE} {_HOLD}"
    # "The age limit given for depression holds here too".
    rf"|\b[Tt]he (?!same |above |foregoing ){_topics('given')} {_RULES} "
    rf"(?:(?:that (?:is|are) )?(?:given|stated|set|named|listed) )?{_USE} {_HOLD}"
    # "The same conditions on prescriber and REMS apply", "the above conditions regarding … also apply".
    rf"|\b[Tt]he (?:same|above|foregoing) {_RULES} {_ON} (?:the )?{_topics('on')} {_HOLD}"
    rf"|\b[Tt]he {_RULES} {_ON} (?:the )?{_topics('which')} {_PLACE} {_HOLD}"
    rf"|\b[Tt]he same {_topics('same')} {_RULES} {_HOLD}"
    # "Prescriber and REMS requirements (are) as above", "same prescriber requirements as above".
    rf"|^\W*(?:[Tt]he )?(?:[Ss]ame )?{_topics('as')} {_RULES}{_ARE} {_AS}\W*$"
    rf"|^\W*(?:[Tt]he )?(?i:{_RULES}) {_ON} (?:the )?{_topics('of')} (?:is|are|stays?|remains?) {_AS}\W*$"
    # "The question on the prescriber above is answered in the same way here", "for the age the answer above applies".
    rf"|(?i:\b{_SAID}) {_ON} (?:the )?{_topics('said')}(?: {_PLACE})? {_SAME_HERE}"
    rf"|\b[Tt]he {_topics('question')} (?:questions?|answers?|rules?) {_SAME_HERE}"
    rf"|\b(?i:for|as to|on) (?:the )?{_topics('answer')},? (?:(?:the )?(?:answer|rule)s? above {_HOLD}"
    rf"|see above; the answer is the same)"
    rf"|\b[Nn]othing (?:is different|changes|differs) {_ON} (?:the )?{_topics('nothing')} here\b"
    rf"|^\W*{_topics('colon')}: (?:{_AS}|[Ss]ee (?:above|[^.;:]{{3,60}}? above))\W*$"
    # "Who may prescribe is the same as for depression", "the minimum age is that for depression", "age as above".
    rf"|^\W*(?:[Tt]he )?(?P<topics_bare>(?:[Mm]inimum |[Ll]east |[Yy]oungest )?[Aa]ge|[Ww]{_WHO_PRESCRIBES[1:]}"
    rf"(?: (?:it|the drug|Spravato))?|[Pp]rescribed){_ARE} {_AS}\W*$"
    rf"|^[^.;:]{{3,60}}? of the same (?P<topics_people>age) as {_USE}\W*$",
)
_NOUN = (
    r"(?:rules?|requirements?|criteri(?:a|on)|conditions?|points?|items?|provisions?|clauses?|statements?|questions?|"
    r"bullets?|bars|exclusions?|restrictions?)"
)
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|last|final)"
_COUNT = r"(?:two|three|four|five|six|\d)"
_BY_PLACE = (
    rf"(?:the )?{_ORDINAL}(?:(?:, (?:and )?| and |,? or ){_ORDINAL})*(?: {_COUNT})?(?: of (?:the|these|those)(?: "
    rf"{_COUNT})?)? {_NOUN}"
)
# "… still count", "… are again in place", "… carry over", "… govern renewals too".
_ALSO = r"(?:still|again|also|too|likewise|both|all|each|as well|further|equally|then|now)"
_HOLDS = (
    # Not "… does not apply to renewals".
    r"(?<!\bnot )(?<!\blonger )(?<!\bnever )"
    rf"(?:(?:(?:must|shall|will|should|may|to|need to|have to|continues? to) )?(?:{_ALSO} )*(?:(?:be|is|are|remains?|"
    rf"stays?) (?:{_ALSO} )*(?:(?:to be|be) )?(?:met|satisfied|fulfilled|required|asked(?: for)?|needed|checked|true|"
    r"in (?:place|force|effect)|unchanged|the same|as (?:they|it) (?:were|was|are|is))"
    r"|(?:apply|applies|hold|holds|counts?|stands?|governs?|bind|binds)\b"
    # "Prescriber restriction still met", as a line of a form leaves out its verb.
    rf"|{_ALSO} (?:met|satisfied|fulfilled|required|in (?:place|force|effect))"
    r"|carr(?:y|ies) over))"
)
_TOPIC = (
    r"(?:(?:the |same )*(?:ages?|prescribers?|settings?|staff(?:ing)?|sites?|REMS|monitoring|diagnosis|exclusions?|"
    r"contraindications?|oral antidepressant)(?: (?:limits?|certification|enrollment|rules?|requirements?))?)"
)
_PLACED = r"(?:,? \(?(?:(?:listed|named|stated|given|set out) )?(?:above|below|in (?:this|the) table)\)?)?"
_TOPICS_LISTED = rf"{_TOPIC}(?:,? (?:and )?{_TOPIC})*"
_NAMED = r"(?: (?:named|stated|given|set|asked|required)\b[^.;:]{0,40})?"
_AT_FIRST = r"(?:for|at|on|in) (?:the )?(?:first|initial|original) (?:approvals?|requests?|authori[sz]ations?|criteria)"
_BY_TOPIC = (
    (
        rf"^\W*(?:the )?(?:{_NOUN} (?:on|about|for|as to) )?(?P<topics>{_TOPICS_LISTED})(?: {_NOUN})?{_PLACED}"
        rf"{_NAMED} {_HOLDS}"
    ),
    rf"^\W*(?P<topics>{_TOPICS_LISTED})(?: {_NOUN})?,? as (?:before|above|below)\W*$",
    rf"^\W*(?:the )?same (?P<topics>{_TOPICS_LISTED})(?: {_NOUN})?(?: as (?:above|below|before|{_AT_FIRST}))?\W*$",
    # "Meets the prescriber restriction below", "see prescriber restriction", "prescriber: see below".
    (
        rf"^\W*(?:(?:{_ALSO}|continues? to) )?(?:meets?|satisf(?:y|ies)|fulfil\w*) (?:the |all )?(?:same )?"
        rf"(?P<topics>{_TOPICS_LISTED}) {_NOUN}{_PLACED}\W*$"
    ),
    rf"^\W*see (?:the )?(?P<topics>{_TOPICS_LISTED}) {_NOUN}{_PLACED}\W*$",
    rf"^\W*(?P<topics>{_TOPICS_LISTED})(?: {_NOUN})?: (?:see|as) (?:above|below)\W*$",
)
_BY_TOPIC_ALONE = tuple(
    compiled(f"{way}(?: {_ALSO}| here| in (?:full|place|force))*\\W*$", re.IGNORECASE) for way in _BY_TOPIC
)
# A sentence that takes over what was asked before, by its place, by its number, but for a part of it, or by its topic.
_TAKES_OVER = any_phrase(
    rf"\b{_BY_PLACE}\b[^.;:]{{0,60}}?,? {_HOLDS}",
    rf"\b(?:meets?|satisf(?:y|ies)|fulfil\w*) (?:all of )?{_BY_PLACE}\b",
    rf"^\W*(?:[\w ]{{3,20}}, )?(?:\(?\b(?:[A-H]\.?)?\d{{1,2}}(?:\([a-h]\)|[a-h]\b)?\)?(?:,? and |, | to )?)+ (?:still|"
    rf"again|also) {_HOLDS}",
    rf"\b{_NOUN} \d{{1,2}}\b[^.;:]{{0,20}} {_HOLDS} (?:to|for|on|in) (?:renewals?|extensions?|continu\w+|"
    rf"reauthori[sz]ations?)\b",
    rf"\bthe {_NOUN} (?:for|of|named for) [^.;:]{{3,30}} (?:but|except|save|other than|without|apart from)(?: for)? "
    rf"(?:the )?[^.;:,]{{2,40}},? {_HOLDS}",
    rf"\b(?:all|everything|the foregoing|the same|the preceding|the above)(?: {_NOUN})?[^.;:]{{0,40}}?,? (?:but|except|"
    rf"save|other than|without|apart from|minus)(?: for)? (?:the )?[^.;:,]{{2,40}},? {_HOLDS}",
    rf"\b{_NOUN} (?:for|of|under|named for|said of) (?:the )?(?:both|either|each|every|first|initial)\b[^.;:]{{0,40}} "
    rf"{_HOLDS}",
    *_BY_TOPIC,
    rf"^\W*what (?:is|was) (?:said|asked|required) (?:of|about|for|as to)\b[^.;:]{{3,80}} {_HOLDS}",
)

_FIRST = r"(?:first|initial|original)(?: (?:approvals?|requests?|authori[sz]ations?|reviews?|use|treatment|therapy))?"
_START = (
    rf"(?:(?:for|of|at|on|in|under|by) (?:the |an? |its |our )*(?:{_FIRST}|start|outset|starting|beginning)"
    r"|initially)\b"
)
_OF_NO_TOPIC = r"(?! (?:for|on|of|about|regarding|concerning|as to|but|except|other than|without|apart from)\b)"
_EACH_OF_THEM = (
    rf"(?:(?:all|each|every|any|everything)(?: one)?(?: of)?(?: (?:the|these|those))?(?: {_NOUN})?"
    rf"|(?:the|these|those|same) {_NOUN})"
)
_AGAIN = r"\b(?:still|again|continues? to|remains?)\b"
# All that was asked for at first, as a whole: "all the bullets that applied at the start", "the same as for initial
# approval".
_ALL_OF_FIRST = any_phrase(
    rf"\b{_EACH_OF_THEM} (?:that |which )?(?:(?:was|were|had been) )?(?:applied|held|asked(?: for)?|required|needed|"
    rf"met|demanded) {_START}",
    rf"\bthe same(?: {_NOUN}| things?)?(?: are)? as (?:for |at |in |those (?:of|for) )?(?:(?:an?|the) )?"
    rf"(?:{_FIRST}|new requests?|starting)\b",
    rf"\bsame {_NOUN} as (?:for |at |in )?(?:(?:an?|the) )?(?:{_FIRST}|new requests?|starting)\b",
    rf"\b{_EACH_OF_THEM} {_START}",
    rf"\b(?:(?:all|each|every|the) )+(?:of the )?initial (?:\w+ )?{_NOUN}\b{_OF_NO_TOPIC}",
    rf"\b(?:all|each|every one|everything)(?: of)?(?: the)?(?: {_NOUN})?(?: (?:listed|named|set out|stated))? above\b"
    rf"(?=[^.;]*{_AGAIN})"
    rf"|\bthe above (?=[^.;]{{0,12}}{_AGAIN})",
    rf"\b(?:every|each|all) {_NOUN} (?:under|of|for) the (?:\w+['’]s )?(?:use|indication)\b(?=[^.;]*{_AGAIN})",
)


def all_of_first(text: str) -> bool:
    """Whether a clause on a renewal asks again for all that was asked for at first, whatever that was."""
    return _ALL_OF_FIRST.stands_in(text)


def topics_recalled(found: re.Match[str]) -> str:
    """The topics that a sentence names, in whichever way."""
    return found[found.lastgroup or 0]


def recalls(text: str) -> bool:
    """Whether a text takes rules over; "Approval length: as above" is of no topic that a patient is asked about."""
    found = RECALLS.search(text)
    said_so = found and found.lastgroup in ("topics_above", "topics_on", "topics_same")
    return bool(said_so) or (found is not None and bool(topics_of(topics_recalled(found))))


_TOPICS: dict[str, frozenset[CriterionKey]] = {
    "age": frozenset({"age_min", "age_max"}),
    "(?:prescriber|who (?:may|can|must|is to|is allowed to) (?:prescribe|order)|prescribed)": frozenset({"prescriber"}),
    "history": frozenset({"exclusion", "sud_remission_months"}),
    "exclusion": frozenset({"exclusion", "sud_remission_months"}),
    "contraindication": frozenset({"exclusion"}),
    "rems": frozenset({"rems"}),
    "monitoring": frozenset({"monitoring_hours"}),
    "severity": frozenset({"severity_min", "severity_category"}),
    "site": frozenset({"site"}),
    "setting": frozenset({"site", "rems"}),
    "staff": frozenset({"personnel"}),
    "diagnosis": frozenset({"diagnosis_standard"}),
    "psychotherapy": frozenset({"psychotherapy"}),
    "screening": frozenset({"uds"}),
    # What is taken alongside; what was taken before is a trial.
    r"(?<!failed )(?<!prior )(?<!previous )antidepressant(?! (?:trial|failure|histor))": frozenset({"oral_ad"}),
    "(?:trial|failure|prior treatment|treatment failure)": frozenset(
        {
            "failed_ad_count",
            "failed_ad_classes",
            "trial_weeks",
            "trial_dose",
            "intolerance_counts",
            "episode_scope",
            "lookback_months",
            "trial_adherence_pct",
            "augmentation_trials",
            "preferred_step",
        }
    ),
}
_BETWEEN = compiled(r",? and |, | as well as |/")


# "Requirements for either drug (each must be met)" titles what stands under it.
_TITLES_A_LIST = compiled(
    r"\((?:each|all|both|every one)(?: of (?:them|these|those))? (?:must|has to|have to|to) be (?:met|satisfied)\)\W*$",
    re.IGNORECASE,
)


def takes_over(text: str) -> bool:
    """Whether a sentence asks again for what was asked before, whatever that was."""
    return _TAKES_OVER.stands_in(text) and not _TITLES_A_LIST.search(text)


def topics_taken_over(text: str) -> tuple[frozenset[CriterionKey], ...]:
    """The keys of each topic whose rules a clause asks for again and says no more; () where it does anything else."""
    found = next(filter(None, (way.search(text) for way in _BY_TOPIC_ALONE)), None)
    return topics_of(found["topics"]) if found else ()


def topics_of(named: str) -> tuple[frozenset[CriterionKey], ...]:
    """The keys of each topic that is named; () where one is none of ours."""
    found = [_topic(part) for part in _BETWEEN.split(named.lower()) if part.strip()]
    return tuple(topic for topic in found if topic) if all(found) else ()


def _topic(part: str) -> frozenset[CriterionKey]:
    return next((keys for word, keys in _TOPICS.items() if re.search(rf"\b{word}s?\b", part)), frozenset())
