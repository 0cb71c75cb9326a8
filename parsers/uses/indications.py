"""The indications that a text names, each by its longest name: "treatment-resistant depression" is not depression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.language.any_of import AnyOf, Choice, any_of, split_alternatives
from parsers.language.negations import with_both_kinds
from parsers.language.patterns import Pattern, compiled
from parsers.models import Indication
from parsers.uses import indication_wording as wording
from parsers.uses.residual_wording import EVERYTHING, RESIDUAL

# A disorder that a patient has beside the one treated: barring it denies no use, and no criteria ask for it.
PATIENT_CONDITIONS: frozenset[Indication] = frozenset({"substance_use"})

# Scores and symptoms of depression are no diagnosis of it.
_OF_DEPRESSION = compiled(
    r"\s*(?:(?:rating|severity|symptom|assessment|screening|clinician|self-report)\w* )*(?:scales?|scores?|"
    r"questionnaires?|inventor(?:y|ies)|assessments?|measures?|tools?|instruments?|severity|symptomatology|"
    r"episodes?)\b|\s+(?:improved|responded|lessened|eased)\b"
    r"|\s+(?:has|have|had|shows?|showed) (?:\w+ )?(?:improv|respond|remitt|not|worsen|lessen|"
    r"been(?! (?:\w+ )?(?:diagnosed|confirmed|established|made|documented|verified)\b)|"
    r"eased|lifted|abated|"
    r"subsided|remained|stayed|got(?:ten)?|become|fallen|dropped)"
    r"|\s+(?:is|are|was|were) (?:now |still |being |much |clearly )*(?:held|kept|better|worse|steady|stable|"
    r"controlled|less|milder|"
    r"improv)",
    re.IGNORECASE,
)
# "Improvement in depressive symptoms" tells what must have changed, not what is treated.
_RESPONDS = compiled(
    r"\b(?:improve\w*|reduc\w*|decreas\w*|stabili\w*|worsening|change|response)\b[^.;,]{0,30}\b(?:in|of"
    r"|from)(?: the| (?:his|her|their))?\s*$",
    re.IGNORECASE,
)
# A disorder that a patient has or had beside the one treated ("if there has been …, in remission for 3 months").
_HAD = compiled(
    r"\b(?:history of|has been|have been|had|active|current|past|prior|previous|any|untreated|no|has|have|comorbid"
    r"|co-?occurring|not (?:\w+ )?(?:meet|met|fulfill?|satisfy)\b[^.;]{0,30}\bcriteria for"
    r"|not (?:suffer\w* from|diagnosed with))"
    # "… a substance use disorder (SUD)" names it once.
    r"(?: (?:an?|the|any|past|prior|active|current|or|and|moderate|severe|substance|alcohol|to|use|disorder))*\s*\(?$",
    re.IGNORECASE,
)
# "Post-traumatic stress disorder without depression" is not about depression.
_WITHOUT = compiled(r"\b(?:without|w/o) (?:an?y? |concurrent |comorbid |co-?existing )*$", re.IGNORECASE)
_REMITS = compiled(r"^[^.]{0,80}\b(?:remission|abstinen\w+|sober|sobriety|untreated|clean)\b", re.IGNORECASE)
_EXCEPTED = compiled(
    r"\b(?:other than|except(?:ing)?(?: for)?|apart from|excluding|besides|but not"
    r"|with (?:the )?(?:sole |only |single |one )?exceptions? (?:of|for|being)"
    r"|(?:any|all|every|no) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|purposes?|reasons?) (?:but|save)"
    r"|(?:any|all|every|no|an?) (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?)"
    r" (?:that|which) (?:is|are) not"
    r"|outside(?: of)?|aside from"
    r"|other (?:\w+ )?(?:uses?|indications?|conditions?|diagnos[ie]s|disorders?|purposes?|reasons?"
    r"|kinds?|types?|forms?|sorts?|causes?|origins?) than"
    r"|(?:any|all|every|each) (?:\w+ )?(?:kinds?|types?|forms?|sorts?) (?:but|save)"
    r"|(?:any|some)thing else (?:than|but)"
    r"|(?:unless|except (?:when|if|where)) (?:it is |they are )?(?:used|given|prescribed|administered))\s+"
    r"(?:(?:for|in|as|as (?:a )?part of|during|to treat|those with|patients with|"
    r"(?:the )?(?:use|treatment|management)(?: of| in)?"
    # "Other than those on the FDA label".
    r"|(?:those|the ones)(?: (?:that are|listed|named|found|given|shown|printed|included))? (?:on|in|within|under)"
    r"(?: (?:the|its))?"
    # "Except in adults who have …".
    r"|(?:(?:any|an?|the|adult) )*(?:adults?|members?|patients?|individuals?|people|persons?|those|someone)"
    r"(?: (?:with|having|(?:who|that) (?:has|have)|diagnosed with|treated for))?(?: an?)?)\s+)*$",
    re.IGNORECASE,
)
# "With two exceptions: A in adults who failed three drugs, and B": all of them, up to the end.
_EXCEPTIONS = compiled(rf"\b{wording.EXCEPT_SO_MANY}\s?[:(–—-][^.;)]*$", re.IGNORECASE)
_PEOPLE_WITH = compiled(
    r"\b(?:adult )?(?:adults?|members?|patients?|individuals?|people|persons?|those)"
    r" (?:with|having|(?:who|that) (?:has|have)|diagnosed with|treated for) (?:an? )?$",
    re.IGNORECASE,
)
# "Chronic pain (CRPS excepted)".
_IS_EXCEPTED = compiled(
    r"(?: \([A-Z]+\))? (?:(?:alone|is|are|being) )*(?:excepted|excluded from (?:this|the) denial)\b", re.IGNORECASE
)
# No wording right before a name is longer, in characters; a sentence of some thousand words is.
_WORDS_BEFORE = 300
# " with the exception of " and its blanks.
_LONGEST_EXCEPT = 24
# What stands between two names of one list ("other than depression and for pain").
_JOINED = compiled(r"\W*(?:(?:and|or|nor|for|in|of|the|a|an|treatment|adults?|patients?|with)\W+)*$", re.IGNORECASE)
_NEXT_OF_A_LIST = compiled(r"\W*(?:and |or )?(?:for|in) ", re.IGNORECASE)
_BEYOND_NAMED = compiled(r"(?:any|all|each|every|other|another|additional)\b", re.IGNORECASE)
_NAMES_IT = compiled(
    r"\W*(?:(?:of|for|are|is|that|includes?|including|namely|i\.?e|the|an?|treatment|adults?|in|with|below|following)\W+)*$",
    re.IGNORECASE,
)
_LISTED_BELOW = compiled(
    r"\b(?:indications|uses|conditions|diagnoses) (?:listed |named |set out )?(?:below|listed|that follow)\b[^.;]*$",
    re.IGNORECASE,
)
# "Labeled uses [1]: with an antidepressant, for resistant depression"; "the labeled uses listed here are covered".
_TITLES_THEM = compiled(r"\s*(?:[\[(]\d{1,2}(?:(?:, ?|[–-])\d{1,2})*[\])]\s*)?[:.–—]\s[^:;]{0,120}$")
_GIVEN_HERE = compiled(
    r"\s+(?:(?:that|which) (?:are|is) )?(?:(?:listed|named|described|shown|set (?:out|forth)|given) )?"
    r"(?:here|below|that follow|in this (?:section|list|table))\b",
    re.IGNORECASE,
)
# "Depression that is neither resistant nor accompanied by suicidal ideation" is depression of no such form.
_IS_NEITHER = compiled(
    r"^[^.;]{0,60}\b(?:neither|nor)\b|\bnot (?:\w+ )?(?:treatment|therapy|medication)?[- ]?(?:resistant|refractory)\b"
    r"|\b(?:without|w/o|no) (?:(?:any|an?|acute|active|current) )*suicid",
    re.IGNORECASE,
)
# "Depression that is neither resistant nor attended by suicidal ideation", "short of treatment resistance".
_LACKS_IT = compiled(
    r"\bnon[- ]?$|\b(?:short of|not (?:yet |been |proved |judged |considered |truly |to be )*) ?$"
    r"|\b(?:depress\w+|disorders?|MDD|episodes?)\b[^.;,]{0,12} (?:neither|(?:that|which) (?:is|are|has|have) not)\b"
    r"(?:[^.;]{0,60}\bn?or\b)?[^.;,]{0,25}$",
    re.IGNORECASE,
)
# "In its forms: regional pain syndrome, migraine and others": more of the examples, and not all the rest.
_AND_OTHERS = compiled(
    r"(\b(?:forms?|kinds?|types?|varieties|examples?|instances?|such as|like|includ\w+|e\.g\.|among them)"
    r"(?![^.;]*\b(?:uses|indications)\b)[^.;]{3,240}?[ ,](?:and|or|&) )others\b",
    re.IGNORECASE,
)
# "Bulimia and other eating disorders" are a kind of disorders, and not all the others.
_OTHERS_OF_A_KIND = compiled(
    r"(?<=\w) (?:and|or) other (?!(?:medical|unlisted|unlabell?ed|such|similar|off|related|possible|non|health|"
    r"clinical)\b)(?:[\w-]+ ){1,2}(?:disorders?|diseases?|illness(?:es)?)\b(?! (?:not|other|that|which)\b)"
    r"|\bthe other (?:labell?ed )?\w+(?= \([^()]*\u2060\))"
    # "Antidepressants, others": a class of drugs.
    r"|\b(?:antidepressants|antipsychotics|analgesics|anesthetics|agents|drugs|medications)(?:,| [–—-]) others\W*$"
    # "Major depressive disorder other than the above": the rest of that one use.
    r"|\b(?:MDD|depression|depressive (?:disorders?|episodes?))(?: \([^()]{2,12}\))? (?:that is |which is )?other than "
    r"(?:(?:the )?(?:above|foregoing|preceding)|(?:those|that|what is|as|the forms?) (?:\w+ )?"
    r"(?:above|listed|named|described))\b(?! (?:uses|indications|conditions|diagnoses))",
    re.IGNORECASE,
)
# "Acute suicidal ideation (major depressive disorder)", "(a form of MDD)".
_OPENS = compiled(
    r"(?: \([A-Z]+\))?(?: or \w+)? [(\[](?:(?:in|of|with|an?|the|form|adults?|severe|active) )*", re.IGNORECASE
)
_CLOSES = compiled(r"(?: \(MDD\))?[)\]]")
# "† FDA-labeled": what the sign beside a use means.
_NOTE_SIGN = compiled(r"^\W*[†‡§*¶⁰¹²³⁴-⁹]+\W*(?:=\W*)?$")
# "Prior authorization is required, whichever labeled use it is for"; "for whatever uses are labeled" names them.
_WHICHEVER = compiled(r"(?<!\bfor )(?<!\bin )\b(?:whichever|whatever)\W*(?:of the\W*)?$", re.IGNORECASE)
_IS_ON_LABEL = compiled(r"\W*[,(]\W*(?:(?:which|that|both|is|are|an?|the|its)\W+)*$", re.IGNORECASE)
_LABELED_USES = compiled(r"\b(?:indications?|uses?|conditions?|diagnos[ie]s|approv\w+)\b", re.IGNORECASE)
# The two kinds of depression that esketamine is labelled for.
FORMS_OF_MDD: frozenset[Indication] = frozenset({"trd", "mdsi"})
_DEPRESSION = FORMS_OF_MDD | {"mdd"}


@dataclass(frozen=True, slots=True)
class Mention:
    """An indication named at `start`..`end`; `excepted` when the text says "other than" it."""

    indication: Indication
    start: int
    end: int
    excepted: bool = False


def _named(name: str) -> str:
    return rf"(?<!\w)(?:{name})(?![^\W⁰¹²³⁴-⁹])"


_NAMES = Choice(tuple(compiled(_named(names), re.IGNORECASE) for _, names in wording.NAMES))
# Each spelling by itself: a text that may hold one of a dozen holds words of two or three.
_SPELLINGS = tuple(
    (indication, any_of(*map(_named, split_alternatives(names)), flags=re.IGNORECASE))
    for indication, names in wording.NAMES
)


# The same clause is asked for its indications by every step that reads it.
@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The indications named in `text`, in reading order; the residual "all other uses" is not among them."""
    found: list[Mention] = []
    text = with_both_kinds(text)
    for mention in sorted(_mentions(text), key=lambda mention: mention.start):
        goes_on = found and found[-1].excepted and _goes_on(found, text[found[-1].end : mention.start])
        found.append(replace(mention, excepted=True) if goes_on else mention)
    kept = (mention for place, mention in enumerate(found) if not _is_apposed(text, found, place))
    return tuple(_with_classes_in_forms(text, kept))


def _goes_on(found: Sequence[Mention], between: str) -> bool:
    """Whether the next name of a use is excepted with the last of those `found`."""
    # "Pain other than cancer pain, for migraine and for anxiety": the list that the first use opened goes on.
    of_list = any(not before.excepted for before in found) and _NEXT_OF_A_LIST.match(between)
    return bool(_JOINED.match(between)) and not (of_list or (between.startswith(",") and _sets_apart_one(found)))


def _sets_apart_one(found: Sequence[Mention]) -> bool:
    """Whether the last of several uses in a row is set apart from the one right before it alone.

    "Fibromyalgia, nerve pain other than CRPS, and migraine".
    """
    several = sum(not mention.excepted for mention in found) > 1
    return several and found[-1].start - found[-2].end <= _LONGEST_EXCEPT


def _is_apposed(text: str, found: Sequence[Mention], place: int) -> bool:
    """Whether the label is named only to say that the uses named beside it are on it ("labeled uses: depression")."""
    mention = found[place]
    before_it = text[: mention.start]
    if mention.indication == "fda_labeled" and (_NOTE_SIGN.match(before_it) or _WHICHEVER.search(before_it)):
        return True
    if mention.indication != "fda_labeled" or _BEYOND_NAMED.match(text[mention.start : mention.end]):
        return False
    after = found[place + 1] if place + 1 < len(found) else None
    before = found[place - 1] if place else None
    opens = not re.search(r"\w", text[: mention.start])
    return bool(
        _LISTED_BELOW.search(text[: mention.start])
        or _GIVEN_HERE.match(text, mention.end)
        or (after and opens and _TITLES_THEM.match(text[mention.end : after.start]))
        or (after and _NAMES_IT.match(text[mention.end : after.start]))
        or (before and _IS_ON_LABEL.match(text[before.end : mention.start]))
    )


def _with_classes_in_forms(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """`found`, with depression as such in the form right before it that is one of it ("suicidality (MDD)")."""
    form: Mention | None = None
    for mention in found:
        closes = _CLOSES.match(text, mention.end) if mention.indication == "mdd" and not mention.excepted else None
        if form and closes and form.indication in FORMS_OF_MDD and _OPENS.fullmatch(text[form.end : mention.start]):
            form = replace(form, end=closes.end())
            continue
        if form:
            yield form
        form = mention
    if form:
        yield form


def named_indications(text: str) -> tuple[Indication, ...]:
    """The indications that `text` speaks of, each once, in order, without those it excepts."""
    found = mentions(text)
    return tuple(dict.fromkeys(mention.indication for mention in found if not mention.excepted))


def excepted_indications(text: str) -> tuple[Indication, ...]:
    """The indications that `text` excepts from what it says ("for all uses other than …")."""
    return tuple(dict.fromkeys(mention.indication for mention in mentions(text) if mention.excepted))


def after_exception(text: str) -> str:
    """What `text` says from the first indication on that it excepts, with who has it; "" when it excepts none."""
    start = next((mention.start for mention in mentions(text) if mention.excepted), len(text))
    people = _PEOPLE_WITH.search(text[:start], max(0, start - _WORDS_BEFORE))
    return text[people.start() if people else start :]


@lru_cache(maxsize=2048)
def is_residual(text: str) -> bool:
    """Whether the text speaks of all uses that it or the policy does not name."""
    if not RESIDUAL.may_stand_in(text):
        return False
    plain = _AND_OTHERS.sub(lambda listed: listed[1] + " " * len("others"), text)
    return _stands_free(RESIDUAL, _OTHERS_OF_A_KIND.sub(lambda kind: " " * len(kind[0]), plain))


def _stands_free(pattern: Pattern | AnyOf, text: str) -> bool:
    """Whether `pattern` is found outside the names of indications ("all psychiatric disorders" are not all uses)."""
    places = [found.span() for found in pattern.finditer(text)]
    names = [(mention.start, mention.end) for mention in mentions(text)] if places else []
    return any(all(end <= first or start >= last for start, end in names) for first, last in places)


def is_for_everything(text: str) -> bool:
    """Whether the text speaks of every use of the drug ("for any indication")."""
    return _stands_free(EVERYTHING, text)


def _is_of_a_patient(text: str, named: re.Match[str]) -> bool:
    return _stands_before(_HAD, text, named) or bool(_REMITS.match(text[named.end() :]))


def _is_no_diagnosis(text: str, named: re.Match[str]) -> bool:
    return bool(_OF_DEPRESSION.match(text, named.end())) or _stands_before(_RESPONDS, text, named)


def _stands_before(pattern: Pattern, text: str, named: re.Match[str]) -> bool:
    """Whether an expression is found right before a name. The words of the whole text are known by now."""
    start = named.start()
    return pattern.may_match(text) and bool(pattern.expression.search(text[max(0, start - _WORDS_BEFORE) : start]))


def covers(condition: tuple[Indication, ...], indication: Indication) -> bool:
    """Whether a clause for `condition` holds for `indication`; depression as such takes in its resistant forms."""
    return indication in condition or ("mdd" in condition and indication in _DEPRESSION)


def _mentions(text: str) -> Iterator[Mention]:
    left = text
    for place in _NAMES.possible(text):
        indication, spellings = _SPELLINGS[place]
        found = list(spellings.finditer(left, text))
        for match in found:
            if indication == "fda_labeled" and _is_of_no_use(text, match):
                continue
            if _stands_before(_WITHOUT, text, match):
                continue
            if indication == "bipolar_depression" and _stands_before(wording.CRITERIA_ON, text, match):
                continue
            if indication == "anesthesia" and _stands_before(wording.MEASURES_A_DOSE, text, match):
                continue
            if indication == "substance_use" and _is_of_a_patient(text, match):
                continue
            if indication == "mdd" and _is_no_diagnosis(text, match):
                continue
            excepted = _stands_before(_EXCEPTED, text, match) or _stands_before(_EXCEPTIONS, text, match)
            excepted = excepted or bool(_IS_EXCEPTED.match(text, match.end()))
            lacks = indication in FORMS_OF_MDD and _lacks_form(text, match, excepted=excepted)
            yield Mention("mdd" if lacks else indication, match.start(), match.end(), excepted)
        for match in found:
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]


def _is_of_no_use(text: str, named: re.Match[str]) -> bool:
    """Whether what the label has is denied, or its doses are spoken of and no use that it names."""
    if _stands_before(wording.LABEL_NEGATED, text, named):
        return True
    return not _LABELED_USES.search(named[0]) and _stands_before(wording.LABEL_OF_DOSES, text, named)


def _lacks_form(text: str, named: re.Match[str], *, excepted: bool) -> bool:
    """Whether a form of depression is named as one that the patient's depression does not have."""
    return bool(_IS_NEITHER.search(named[0])) or (not excepted and _stands_before(_LACKS_IT, text, named))


def apart_from_conditions(uses: tuple[Indication, ...]) -> tuple[Indication, ...]:
    """`uses` without those that patients have beside the one treated."""
    return tuple(use for use in uses if use not in PATIENT_CONDITIONS)
