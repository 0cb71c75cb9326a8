"""The indications that a text names, each by its longest name: "treatment-resistant depression" is not depression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.models import Indication

_MDD = (
    r"(?:(?:major|severe|clinical|unipolar) )*(?:depressi(?:ve|on)(?: disorders?| illness| symptoms)?|"
    r"MDD)(?: ?\((?:MDD|TRD|unipolar)\))?"
)
_SUICIDAL = (
    r"suicid(?:al(?:ity)?|e)\b(?:[ -](?:ideation|thoughts?|thinking|intent|risk|crisis|behaviou?rs?|actions?|or|"
    r"and|/|\(?SI\)?))*"
)
# In order: a name consumes its words, so that shorter names inside it do not count.
_NAMES: tuple[tuple[Indication, str], ...] = (
    (
        "mdsi",
        (
            rf"(?:depressive symptoms (?:in|of|associated with|due to) (?:(?:an?|adults?|patients?|clients?|"
            rf"members?|people|individuals?|with|who have|having) )*)?{_MDD}(?:(?!depressi|"
            rf"MDD)[^.;:,]){{0,30}}?(?:with|and|who (?:have|has)|plus|accompanied by|in the setting of|"
            rf"together with|associated with)(?:(?!depressi|\bMDD)[^.;:]){{0,30}}?{_SUICIDAL}"
        ),
    ),
    (
        "mdsi",
        (
            rf"(?:acute(?:ly)?|active|imminent|current) {_SUICIDAL}|{_SUICIDAL}[^.;:]{{0,40}}?\b(?:in|with|due to|"
            rf"from)\b[^.;:]{{0,20}}{_MDD}|\bMDD[- ]?(?:SI|ASI[BR]?)\b|\bMDSI\b|\bsuicidality\b|"
            rf"\bsuicidal ideation\b"
        ),
    ),
    (
        "trd",
        (
            rf"(?:treatment|therapy|drug|medication)[- ]*(?:resistant|"
            rf"refractory)(?:[ -](?:or (?:treatment-)?refractory|unipolar))? {_MDD}(?: ?\(TRD\))?|"
            rf"(?:treatment[- ]?)?(?:resistant|refractory) (?:to treatment )?{_MDD}|{_MDD},? (?:that is |which is |"
            rf"\()?(?:treatment[- ])?(?:resistant|refractory)(?: to treatment)?|\bTRD\b|(?:treatment|"
            rf"therapy)[- ]resistant (?:disease|forms?)"
        ),
    ),
    (
        "bipolar_depression",
        (
            r"bipolar (?:[I12]+ )?(?:depressi(?:on|ve)(?: disorders?| episodes?)?|"
            r"disorders?(?: \w+)?(?:,? depress\w+)?|affective disorder|disease)|(?:depress\w+ )?(?:in|"
            r"of) bipolar disorder|\bbipolar\b|manic[- ]depressi\w+"
        ),
    ),
    ("ptsd", r"post[- ]?traumatic stress(?: disorders?)?(?: \(PTSD\))?|\bPTSD\b"),
    ("ocd", r"obsessive[- –]compulsive(?: and related)? disorders?(?: \(OCD\))?|\bOCD\b"),
    ("anxiety", r"(?:generali[sz]ed |social )?anxiety(?: disorders?)?|\bGAD\b|social phobia|panic disorder"),
    (
        "substance_use",
        (
            r"(?:substance|alcohol|opioid|cocaine|drug|stimulant|cannabis|tobacco|nicotine)[- ](?:\w+[- ])?(?:use|"
            r"abuse|dependence|addiction|misuse)(?: disorders?)?|addiction|alcoholism|(?:opioid|"
            r"alcohol) withdrawal|\bSUD\b"
        ),
    ),
    (
        "psychiatric",
        (
            r"(?:other )?(?:psychiatric|mental(?: health)?|behaviou?ral health|"
            r"mood)(?: and [\w-]+)? (?:conditions?|disorders?|indications?|illness(?:es)?|uses?|diagnos[ie]s|"
            r"diseases?)|psychiatric\b"
        ),
    ),
    ("crps", r"(?:complex )?regional pain syndromes?(?: \(CRPS\))?|\bCRPS\b|reflex sympathetic dystrophy|causalgia"),
    ("fibromyalgia", r"fibromyalgia"),
    (
        "cancer_pain",
        (
            r"(?:cancer|oncolog\w+|malignan\w+|tumou?r)[- ](?:related )?pain|pain (?:due to|from|of|in|related to|"
            r"associated with) (?:cancer|malignan\w+)"
        ),
    ),
    (
        "neuropathic_pain",
        (
            r"(?:chronic |peripheral |central |refractory )*(?:neuropathic|nerve|neurogenic) pain|"
            r"(?:post-?herpetic|trigeminal) neuralgia|neuralgia|(?:diabetic|peripheral) neuropathy|"
            r"phantom limb pain|\bneuropath(?:y|ies)\b"
        ),
    ),
    (
        "headache",
        (
            r"(?:chronic |daily |refractory |cluster |intractable |other )*(?:headaches?|"
            r"migraines?)(?: (?:disorders?|and (?:other )?headaches?))?"
        ),
    ),
    (
        "acute_pain",
        (
            r"(?:acute|post-?(?:operative|surgical)|perioperative|surgical|procedural|traumatic|"
            r"emergency)(?: or \w+)? pain|pain (?:after|following) surgery"
        ),
    ),
    (
        "chronic_pain",
        (
            r"(?:chronic|persistent|intractable|refractory|long-term)(?: \w+)? pain(?: syndromes?| conditions?|"
            r" disorders?| management)?|pain (?:management|syndromes?|conditions|disorders)|"
            r"chronic non-?cancer pain"
        ),
    ),
    (
        "anesthesia",
        (
            r"as an? (?:\w+ )?an[ae]sthetic(?: agent)?|(?:general |procedural |surgical |"
            r"as an? )*(?:an[ae]sthe(?:sia|tic(?! drugs?| agents?|s\b))|"
            r"(?:conscious |procedural |deep )?sedation)\b"
        ),
    ),
    (
        "fda_labeled",
        (
            r"(?:(?:any |all |each |every |the )?(?:other|another|additional) )?(?:indications?|uses?|conditions?|"
            r"diagnos[ie]s)[^.;:,]{0,30}?(?:that |which )?(?:(?:the )?(?:US |U\.S\. )?(?:FDA|"
            r"Food and Drug Administration(?: \(FDA\))?)(?: has| have)? (?:approved|labell?ed|recogni[sz]ed)|"
            r"(?:are |is )?(?:approved|labell?ed) (?:by|in) the (?:US |U\.S\. )?(?:FDA|"
            r"Food and Drug Administration|label(?:ing)?))|(?:(?:any |all |each |every |the )?(?:(?:other|another|"
            r"additional) )?)?(?:FDA|Food and Drug Administration(?: \(FDA\))?)[- ](?:approved|"
            r"labell?ed)(?: \w+)? (?:indications?|uses?|diagnos[ie]s|conditions?)|\blabell?ed (?:indications?|"
            r"uses?)|on-label (?:indications?|uses?)|FDA[- ](?:label(?:ing|ed)?|approval)"
        ),
    ),
    ("mdd", _MDD),
)
_RESIDUAL = re.compile(
    r"\b(?:(?:all|any|every|each)(?: of the)? other|any circumstances?|"
    r"(?<!each )other)\s+(?:\w+[ -]){0,3}?(?:indications?|uses?|conditions?|diagnos[ie]s|disorders?|purposes?|"
    r"circumstances?|situations?|diseases?|reasons?|applications?)\b(?! (?:that|which)? ?(?:is|are|has|"
    r"have)? ?(?:FDA|approved|labell?ed))"
    r"|\b(?:all|any|every|each) (?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|"
    r"circumstances?) (?:that (?:is|are) )?not (?:otherwise )?(?:listed|named|mentioned|outlined|addressed|"
    r"specified|included|described|identified|covered)\b"
    r"|\b(?:not|nowhere) (?:otherwise )?(?:listed|named|mentioned|outlined|addressed|specified|included|"
    r"described|identified|covered|meeting)[^.;]{0,20}\b(?:above|here|below|in this|within|elsewhere|"
    r"under (?:this|these|the (?:polic|section|heading|criteri|indication|list)\w*))\b"
    r"|\b(?:any|all|every|no) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|reasons?) "
    r"(?:other than|except(?:ing)?|besides|apart from|but|outside)\b|\banything (?:other than|but|except)\b"
    r"|\bother than (?:those|the (?:ones?|indications?|uses?|conditions?)|(?:the )?(?:above|listed))|"
    r"\bother than\b[^.;]{0,30}\b(?:listed|named|above)\b|\bbeyond (?:those|the)\b|\boutside (?:of )?(?:those|"
    r"the|these)\b[^.;]{0,30}(?:criteria|indications?|uses?|above)"
    r"|\b(?:for|in) (?:all|any) others?\W*$|\ball others?\b|\banything else\b|\bany(?:thing)? not listed\b|"
    r"\bothers\b|\boff-label (?:uses?|indications?)\b|\bunlabell?ed (?:uses?|indications?)\b|"
    r"\bnot FDA[- ]approved\b|\bnon-?FDA[- ](?:approved|labell?ed)\b",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"\bfor (?:all|any|every|each)\b (?:\w+ )?(?:indications?|uses?|conditions?|diagnos[ie]s|purposes?|reasons?)\b",
    re.IGNORECASE,
)
_LABEL_NEGATED = re.compile(
    r"\b(?:not|non|no|without|outside|lack\w*|off|either|both|two|its|these)\b[^.;]{0,25}$", re.IGNORECASE
)
# Scores and symptoms of depression are no diagnosis of it.
_OF_DEPRESSION = re.compile(
    r"\s*(?:(?:rating|severity|symptom|assessment|screening|clinician|self-report)\w* )*(?:scales?|scores?|"
    r"questionnaires?|inventor(?:y|ies)|assessments?|measures?|tools?|instruments?|severity|symptomatology|"
    r"episodes?)\b|\s+(?:has|have|had) (?:\w+ )?(?:improv|respond|remitt|not|worsen|lessen|been)",
    re.IGNORECASE,
)
# "Improvement in depressive symptoms" tells what must have changed, not what is treated.
_RESPONDS = re.compile(
    r"\b(?:improve\w*|reduc\w*|decreas\w*|stabili\w*|worsening|change|response)\b[^.;,]{0,30}\b(?:in|of"
    r"|from)(?: the| (?:his|her|their))?\s*$",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(
    r"\b(?:other than|except(?:ing)?(?: for)?|apart from|excluding|besides|but not"
    r"|(?:unless|except (?:when|if|where)) (?:it is |they are )?(?:used|given|prescribed|administered))\s+"
    r"(?:(?:for|in|as|as (?:a )?part of|during|to treat|those with|patients with|"
    r"(?:the )?(?:use|treatment|management)(?: of| in)?)\s+)*$",
    re.IGNORECASE,
)
# What stands between two names of one list ("other than depression and for pain").
_JOINED = re.compile(r"\W*(?:(?:and|or|nor|for|in|of|the|a|an|treatment|adults?|patients?|with)\W+)*$", re.IGNORECASE)
_BEYOND_NAMED = re.compile(r"(?:any|all|each|every|other|another|additional)\b", re.IGNORECASE)
_NAMES_IT = re.compile(
    r"\W*(?:(?:of|for|are|is|includes?|including|namely|i\.?e|the|an?|treatment|adults?|in|with|below|following)\W+)*$",
    re.IGNORECASE,
)
_LISTED_BELOW = re.compile(
    r"\b(?:indications|uses|conditions|diagnoses) (?:listed |named |set out )?(?:below|listed|that follow)\b[^.;]*$",
    re.IGNORECASE,
)
_IS_ON_LABEL = re.compile(r"\W*[,(]\W*(?:(?:which|that|both|is|are|an?|the|its)\W+)*$", re.IGNORECASE)
_DEPRESSION: frozenset[Indication] = frozenset({"trd", "mdsi", "mdd"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An indication named at `start`..`end`; `excepted` when the text says "other than" it."""

    indication: Indication
    start: int
    end: int
    excepted: bool = False


@dataclass(frozen=True, slots=True)
class _Name:
    indication: Indication
    pattern: re.Pattern[str]


_PATTERNS = tuple(
    _Name(indication, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)) for indication, pattern in _NAMES
)


# The same clause is asked for its indications by every step that reads it.
@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The indications named in `text`, in reading order; the residual "all other uses" is not among them."""
    found: list[Mention] = []
    for mention in sorted(_mentions(text), key=lambda mention: mention.start):
        goes_on = found and found[-1].excepted and _JOINED.match(text[found[-1].end : mention.start])
        found.append(replace(mention, excepted=True) if goes_on else mention)
    return tuple(mention for place, mention in enumerate(found) if not _is_apposed(text, found, place))


def _is_apposed(text: str, found: Sequence[Mention], place: int) -> bool:
    """Whether the label is named only to say that the uses named beside it are on it ("labeled uses: depression")."""
    mention = found[place]
    if mention.indication != "fda_labeled" or _BEYOND_NAMED.match(text[mention.start : mention.end]):
        return False
    after = found[place + 1] if place + 1 < len(found) else None
    before = found[place - 1] if place else None
    return bool(
        _LISTED_BELOW.search(text[: mention.start])
        or (after and _NAMES_IT.match(text[mention.end : after.start]))
        or (before and _IS_ON_LABEL.match(text[before.end : mention.start]))
    )


def named_indications(text: str) -> tuple[Indication, ...]:
    """The indications that `text` speaks of, each once, in order, without those it excepts."""
    found = mentions(text)
    return tuple(dict.fromkeys(mention.indication for mention in found if not mention.excepted))


def excepted_indications(text: str) -> tuple[Indication, ...]:
    """The indications that `text` excepts from what it says ("for all uses other than …")."""
    return tuple(dict.fromkeys(mention.indication for mention in mentions(text) if mention.excepted))


def after_exception(text: str) -> str:
    """What `text` says from the first indication on that it excepts; "" when it excepts none."""
    return next((text[mention.start :] for mention in mentions(text) if mention.excepted), "")


def is_residual(text: str) -> bool:
    """Whether the text speaks of all uses that it or the policy does not name."""
    return _stands_free(_RESIDUAL, text)


def _stands_free(pattern: re.Pattern[str], text: str) -> bool:
    """Whether `pattern` is found outside the names of indications ("all psychiatric disorders" are not all uses)."""
    spans = [(mention.start, mention.end) for mention in mentions(text)]
    return any(
        all(end <= found.start() or start >= found.end() for start, end in spans) for found in pattern.finditer(text)
    )


def is_for_everything(text: str) -> bool:
    """Whether the text speaks of every use of the drug ("for any indication")."""
    return _stands_free(_EVERYTHING, text)


def covers(condition: tuple[Indication, ...], indication: Indication) -> bool:
    """Whether a clause for `condition` holds for `indication`; depression as such takes in its resistant forms."""
    return indication in condition or ("mdd" in condition and indication in _DEPRESSION)


def _mentions(text: str) -> Iterator[Mention]:
    left = text
    for name in _PATTERNS:
        found = list(name.pattern.finditer(left))
        for match in found:
            before = text[: match.start()]
            if name.indication == "fda_labeled" and _LABEL_NEGATED.search(before):
                continue
            if name.indication == "mdd" and (_OF_DEPRESSION.match(text[match.end() :]) or _RESPONDS.search(before)):
                continue
            yield Mention(name.indication, match.start(), match.end(), bool(_EXCEPTED.search(before)))
        for match in found:
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]
