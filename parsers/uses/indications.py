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
from parsers.uses.indication_wording import NAMES
from parsers.uses.name_contexts import WORDS_BEFORE, is_excepted, lacks_form, names_no_use
from parsers.uses.residual_wording import EVERYTHING, RESIDUAL

# A disorder that a patient has beside the one treated: barring it denies no use, and no criteria ask for it.
PATIENT_CONDITIONS: frozenset[Indication] = frozenset({"substance_use"})

_PEOPLE_WITH = compiled(
    r"\b(?:adult )?(?:adults?|members?|patients?|individuals?|people|persons?|those)"
    r" (?:with|having|(?:who|that) (?:has|have)|diagnosed with|treated for) (?:an? )?$",
    re.IGNORECASE,
)
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


_NAMES = Choice(tuple(compiled(_named(names), re.IGNORECASE) for _, names in NAMES))
# Each spelling by itself: a text that may hold one of a dozen holds words of two or three.
_SPELLINGS = tuple(
    (indication, any_of(*map(_named, split_alternatives(names)), flags=re.IGNORECASE)) for indication, names in NAMES
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
    people = _PEOPLE_WITH.search(text[:start], max(0, start - WORDS_BEFORE))
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


def covers(condition: tuple[Indication, ...], indication: Indication) -> bool:
    """Whether a clause for `condition` holds for `indication`; depression as such takes in its resistant forms."""
    return indication in condition or ("mdd" in condition and indication in _DEPRESSION)


def _mentions(text: str) -> Iterator[Mention]:
    left = text
    for place in _NAMES.possible(text):
        indication, spellings = _SPELLINGS[place]
        found = list(spellings.finditer(left, text))
        for match in found:
            if names_no_use(text, match, indication):
                continue
            excepted = is_excepted(text, match)
            lacks = indication in FORMS_OF_MDD and lacks_form(text, match, excepted=excepted)
            yield Mention("mdd" if lacks else indication, match.start(), match.end(), excepted)
        for match in found:
            left = left[: match.start()] + "\x00" * len(match[0]) + left[match.end() :]


def apart_from_conditions(uses: tuple[Indication, ...]) -> tuple[Indication, ...]:
    """`uses` without those that patients have beside the one treated."""
    return tuple(use for use in uses if use not in PATIENT_CONDITIONS)
