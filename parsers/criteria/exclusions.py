"""Conditions that bar coverage, and remission from a substance use disorder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import durations
from parsers.criteria.wording import Clause, Finding

# Condition names of the contract and how payers write them; further conditions are named by their own words.
_FORMS: dict[str, tuple[str, ...]] = {
    "psychosis": (r"psychosis", r"psychotic", r"schizo\w+", r"hallucinat", r"delusion"),
    "bipolar": (r"bipolar", r"mani[ac]\b", r"manic", r"hypomani"),
    "dementia": (r"dementia", r"neurocognitive", r"alzheimer", r"cognitive impairment"),
    "substance_use_disorder": (

            (r"(?:substance|alcohol|drug|opioid|illicit|cannabis|stimulant)[\w, /-]*?(?:\buse\b|abuse|misuse"
            r"|dependen\w+|addict\w+)"),
        r"substance[ -]related", r"alcoholism", r"sud\b", r"addiction", r"recreational (?:drug|ketamine)",
    ),
    "aneurysmal_vascular_disease": (r"aneurysm",),
    "arteriovenous_malformation": (r"arterio-?venous malform", r"a-?v malform", r"avm\b"),
    "intracerebral_hemorrhage": (r"intra-?(?:cerebral|cranial)[ -](?:ha?emorrhag|bleed)", r"cerebral ha?emorrhag",
        r"brain bleed"),
    "hypersensitivity": (r"hypersensitiv", r"allerg"),
    "uncontrolled_hypertension": (

            (r"(?:uncontrolled|poorly controlled|untreated|unstable|severe)[\w ]{0,12}(?:hypertension"
            r"|high blood pressure|blood pressure)"),
        r"hypertensi(?:on|ve)[\w ]{0,20}(?:uncontrolled|not controlled|poorly controlled|crisis)",
        r"blood pressure[\w ,]{0,14}(?:uncontrolled|not controlled)",
    ),
    "pregnancy": (r"pregnan",),
    "breastfeeding": (r"breast-?feed", r"lactat"),
    "personality_disorder": (r"personality disorder", r"borderline personality"),
    "seizure_disorder": (r"seizure", r"epilep"),
}  # fmt: skip
_CONDITIONS = tuple((name, re.compile(rf"\b(?:{'|'.join(forms)})")) for name, forms in _FORMS.items())
_DENIES = re.compile(
    r"\b(?:no|not|never|without|none|neither|nor|absence of|absent|free (?:of|from)|lacks?|rule[ds]? out"
    r"|negative for|denies|excludes|does not have|do not have|has not had|never had"
    r"|not (?:been )?diagnosed with|not (?:currently )?(?:have|has)|isn't|doesn't|has none)\b"
)
_BARS = re.compile(
    r"\b(?:not (?:be )?(?:covered|approved|authorized|eligible|recommended|indicated|provided|considered)"
    r"|exclu(?:de|ded|des|sion|sions)|ineligible|deni(?:ed|al)|contraindicat\w+|disqualif\w+|will be denied"
    r"|rule[ds] out coverage)\b"
)
_BARS_PATIENTS = re.compile(
    r"\b(?:not (?:be )?(?:covered|approved|authorized|eligible|recommended|considered|provided|indicated)"
    r"|excluded|exclusions?|ineligible|denied|contraindicated)\b"
    r"[^.;:]{0,70}\b(?:(?:patients?|members?|individuals?|clients?|beneficiar\w+|enrollees?|those|anyone"
    r"|persons?|people|recipients?|someone)"
    r" (?:who (?:has|have|had|is|are)|with|having|whose)\b(?! (?:\w+ ){0,4}(?:criteria|requirements))|(?:if"
    r"|when|where) (?:the |a |an )?(?:patient|member|individual|client|beneficiary|enrollee|recipient) (?:has"
    r"|is|had)\b"
    r"|in the presence of\b|(?:if|when|where) any (?:1|one )?of the (?:following"
    r"|conditions below) (?:\w+ )?(?:appl|is|are|present)|any of (?:the following|these) (?:conditions"
    r"|contraindications|apply|is present|are present|exclusions))"
    r"|\bexclusion criteria\b[^.]{0,60}:\s*$",
    re.IGNORECASE,
)
_BARS_UNLESS = re.compile(r"\b(?:unless|except|not met|do(?:es)? not meet|other than)\b", re.IGNORECASE)
_ALTERNATIVE = re.compile(
    r"\b(?:unless|except(?: when| if| where)?|or)\b[^;]*\b(?:benefit|outweigh|risk|opinion|judg|document|clear"
    r"|approv|treated|treatment|stable|controlled|rationale|specialist|remission|recovery)"
)
_REMISSION = re.compile(
    r"\bremission|\bsober|\bsobriety|\babstin|\bfree (?:of|from)\b|\bclean\b|\bwithin\b|\b(?:past|last|previous"
    r"|prior|preceding)\b|\bfor\b"
)
_SUBSTANCE = dict(_CONDITIONS)["substance_use_disorder"]
_PRESSURE_CONTROLLED = re.compile(
    r"\b(?:blood pressure|hypertension)\b[^.;]{0,25}(?<!not )(?<!un)\b(?:well |adequately )?controlled\b"
)
_LEAD = re.compile(
    r"^.*?\b(?:no|not have|without|never (?:had|been diagnosed with)|none of (?:the following|the|these)"
    r"|absence of|free (?:of|from)|does not have|do not have|has not had|not (?:been )?diagnosed with"
    r"|contraindications?|excluded|exclusions?)\b"
    r"(?: (?:known|current|active|any|prior|past|personal|documented|significant|of|the|a|an|history|or"
    r"|evidence|diagnosis|diagnoses|contraindications?|following|conditions?|having|and|untreated|lifetime"
    r"|concurrent|comorbid|co-occurring|label\w*|has|have|presence|to|esketamine|spravato|ketamine|with"
    r"|treatment|therapy))*:?,?(?: that is,)?(?: )"
)
_NOT_A_CONDITION = re.compile(
    r"\b(?:is|are|was|were|being|that|which|who|treated|remission|such a|there (?:is|are)|that is|esketamine|spravato"
    r"|excipient|mono-?therapy|antidepress"
    r"|investigational|covered|prescri|therapy|treatment|drug|medication|criteria|pharmac|request|fail|respon"
    r"|session|visit|required|pdmp|dose|ketamine|component|ingredient|provider|prior|combin|year|age"
    r"|contraindication|condition|following|concomitant|use\b|risk|benefit|improvement)"
)
_ARTICLES = re.compile(
    r"^(?:moderate|severe|mild|and|or|nor|no|any|an?|the|current|active|known|prior|past|history of"
    r"|diagnosis of|evidence of|untreated|presence of|has|have|is|having|other|of)\s+"
)


def _named(words: str) -> Iterator[Finding]:
    for name, pattern in _CONDITIONS:
        if pattern.search(words):
            yield Finding("exclusion", name)


def _snake(words: str) -> str | None:
    """A condition outside the contract's list in lower snake case; None when the words name no condition."""
    bare = re.sub(r"\([^)]*\)|\b(?:or|and) .*$", "", words).strip(" ,.;:")
    while (shorter := _ARTICLES.sub("", bare)) != bare:
        bare = shorter
    if (
        not bare
        or re.fullmatch(r"(?:mild|moderate|severe|active|current|untreated)", bare)
        or len(bare.split()) > 5
        or _NOT_A_CONDITION.search(bare)
        or re.search(r"\d", bare)
    ):
        return None
    return re.sub(r"[^a-z]+", "_", bare).strip("_") or None


def _unlisted(words: str, known: bool) -> Iterator[Finding]:
    """Conditions without a name of their own, out of a list that a denial opens."""
    listed = _LEAD.sub("", words, count=1) if _LEAD.search(words) else words
    for _, pattern in _CONDITIONS:
        listed = pattern.sub(" @named ", listed)
    for part in re.split(r",(?: and| or)?|;|\bor\b|\band\b|\bnor\b", re.sub(r"\([^)]*\)", "", listed)):
        name = None if "@" in part else _snake(part)
        if name and (
            known
            or re.search(
                r"(?:disease|disorder|syndrome|failure|impairment|infarction|injury|stroke|breastfeeding"
                r"|lactati\w+|angina|glaucoma|cirrhosis|cystitis|arrhythmia|delirium|hypertension|porphyria"
                r"|retardation|disability|tumou?r|insufficiency|ideation)$",
                part.strip(" .,;:"),
            )
        ):
            yield Finding("exclusion", name)


def under_exclusion(topic: str) -> bool:
    """Whether the lead-in of a list says that what follows bars coverage or must be absent."""
    lead = topic[-120:]
    return not re.search(r"\b(?:unless|except|medically necessary|all of)\b", lead) and bool(
        re.search(
            r"\b(?:none of|no (?:history|evidence|diagnosis|current|active|known)|does not have|do not have"
            r"|without|not have|absence of|free of|has not had|exclusions?|excluded (?:if|when|from|for)"
            r"|contraindications?|not (?:be )?(?:covered|approved|authorized|eligible|considered)[^:]*\b(?:any"
            r"|with|who|have|has|if|when)|ineligible|no contraindications?|must not|denied (?:if|when))\b",
            lead,
        )
    )


def bars_patients(text: str) -> bool:
    """Whether a sentence or lead-in refuses patients for a condition they have, rather than a use of the drug."""
    return bool(_BARS_PATIENTS.search(text)) and not _BARS_UNLESS.search(text)


def _remission(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if not _SUBSTANCE.search(words) or not _REMISSION.search(words):
        return
    lengths = [length for length in durations(words) if length.unit in ("week", "month", "year", "day")]
    if lengths:
        yield Finding("sud_remission_months", max(1, lengths[0].months))


def read(clause: Clause) -> Iterator[Finding]:
    """Conditions a clause bars. A condition that is merely named ("history of psychosis, and …") bars nothing."""
    words = clause.plain
    remission = list(_remission(clause))
    yield from remission
    inherited = under_exclusion(clause.topic)
    denies, bars = _DENIES.search(words), _BARS.search(words)
    if _PRESSURE_CONTROLLED.search(words):
        yield Finding("exclusion", "uncontrolled_hypertension")
    if not (inherited or denies or bars):
        return
    refused_as_a_whole = bars and (not denies or bars.start() <= denies.start() < bars.end())
    start = denies.start() if denies and not inherited and not refused_as_a_whole else 0
    scope = words[start:]
    if (
        not inherited
        and re.search(r"^not (?:\w+ ){0,2}(?:monotherapy|respon|improv|a candidate)", scope)
        and not re.search(r"\bhistory\b|\bdiagnos", scope)
    ):
        return
    if re.search(r"\b(?:augment|adjunct\w* (?:therap|agent))|\bfail", words) and not inherited:
        return
    lowered = re.split(r"\b(?:unless|except)\b", scope)[0]
    found = [
        finding
        for finding in _named(lowered)
        if not (remission and finding.value == "substance_use_disorder" and not denies)
    ]
    # An alternative after the denied condition ("or a history of psychosis with …") names it again and adds nothing.
    yield from found
    if found or inherited:
        yield from _unlisted(lowered, known=inherited or (len(found) > 0 and bool(_LEAD.search(words))))
    elif denies and _LEAD.search(words):
        yield from _unlisted(lowered, known=False)


def is_overridable(clause: Clause) -> bool:
    """Whether the prescriber's judgement, treatment or control of the condition lifts the exclusion."""
    if _ALTERNATIVE.search(clause.plain):
        return True
    return bool(
        _BARS.search(clause.plain)
        and re.search(
            r"\bnot (?:currently |being )*(?:being )?(?:treated|controlled|managed|in treatment|stable)", clause.plain
        )
    )
