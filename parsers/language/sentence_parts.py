"""The parts of one sentence that speak of different drugs, answers or uses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parsers.amounts.amounts import uses_in_turn
from parsers.answering.denied_beside import covered_beside_denied
from parsers.answering.limiting_denials import is_of_a_manner
from parsers.answering.statuses import read_status
from parsers.criteria.remnant_wording import UNMET
from parsers.drugs.names import named_products
from parsers.language.each_use import OF_EACH, USE
from parsers.language.patterns import compiled
from parsers.models import Indication, Status
from parsers.uses.indications import is_residual, mentions, named_indications
from parsers.uses.name_contexts import MEASURES_A_DOSE
from parsers.uses.scopes import PROVISO, is_label, positive_indications

_USE_PHRASE = compiled(
    r"\b(?:for|when used (?:as|for|in)|as an?)\b(?! (?:(?:the|all|any|an?|at least|at most|not|no|less|fewer|more|than|"
    r"minimum|period|duration|of|up to|about) )*[\w-]+ (?:days|weeks|months)\b)"
)
_PAIR = 2
_JOINER = compiled(r"[\s,;]*\b(?:and|or)\b[\s,]*$", re.IGNORECASE)
# "… is covered for depression, but not for pain": what the cover is not for.
_BUT_NOT = compiled(r",? (?:but|and) not (?:for|in|to treat) (?P<use>[^.;:]{3,160})\.?$", re.IGNORECASE)
# "…; in either case a psychiatrist prescribes it": said of every use that the sentence named.
_OF_EACH = compiled(
    rf"[;,] (?:and )?{OF_EACH}(?: {USE})?\b"
    # "…, and in the one case we give four months and in the other one month."
    rf"|[;,] (?:and )?(?:in|for) the (?:one|former|first) {USE}\b",
    re.IGNORECASE,
)
# "… for A in whom two drugs failed, and for B provided that one is taken": what each asks of its own patients.
_OWN_TERMS = compiled(rf"{PROVISO.pattern}|\b(?:in|for|with) (?:whom|which)\b", re.IGNORECASE)
_OF_AN_AGE = compiled(
    r"\b(?:in|for|among)\b[^.;]{0,30}\b(?:adults|patients|members|individuals|people|persons)\b[^.;]{0,20}\d"
    r"|\b(?:adults|patients|members|individuals) (?:aged? |of |who are )?(?:at least )?\d+",
    re.IGNORECASE,
)
_AND_IS = compiled(
    r"(?:,? (?:and|but|while|whereas)|,) (?:it |they )?(?=(?:is|are|remains?|will be|stays?)\b)"
    # "… is not covered for pain, and that ketamine in an operation is covered".
    r"|,? (?:and|but|while|whereas) (?:that )?(?=(?:IV |intravenous )?(?:(?:es)?ketamine|spravato)\b[^,;:]{2,80}? "
    r"(?:is|are|remains?|will be) )",
    re.IGNORECASE,
)
# "… is not medically necessary when the criteria are not met and for all other indications": one denial of both.
_WHEN_UNMET_AND = compiled(
    r"(?P<denial>[^.;]*?\b(?:is|are) [^.;]*?) (?P<unmet>(?:when|if|where) [^.;]*?),? (?:and|or) "
    r"(?P<rest>(?:for|in) (?:all|any|every) (?:other|remaining) .+)",
    re.IGNORECASE,
)
# "…, and we consider all other uses investigational": who pays, said anew.
_AND_WE = compiled(
    r",? (?:and|but|while|whereas) (?=(?:we|(?:the|our|this) (?:plan|program|policy|company|fund|benefit|payer)) \w+)",
    re.IGNORECASE,
)
# "… is not medically necessary if the criteria are not met and investigational for any other use": the verb once.
_AND_DENIED = compiled(
    r",? (?:and|or) (?=(?:(?:considered|deemed) )?(?:investigational|experimental|unproven|investigative|not covered|"
    r"not medically necessary|excluded)\b[^.;,]{0,40}\b(?:other|else|remaining)\b)",
    re.IGNORECASE,
)
_PREDICATE = compiled(r" (?:is|are|remains?|will be) (?:(?!\b(?:is|are)\b)[^,;:]){3,90}$", re.IGNORECASE)
_NEXT_SUBJECT = compiled(r",? and (?=(?:for )?(?:[\w-]+ ){0,3}?(?:(?:es)?ketamine|spravato|ketalar)\b)", re.IGNORECASE)
# "…, and intravenous ketamine is …".
_NEXT_CLAUSE = compiled(
    r"[,;]? and (?:that )?(?=(?:for )?(?:[\w-]+ ){0,3}?(?:(?:es)?ketamine|spravato|ketalar)\b"
    r"[^.,;]{0,40}?\b(?:is|are|remains?|will be)\b)",
    re.IGNORECASE,
)
# "…, and esketamine also for …", "…; only esketamine is covered for …".
_FURTHER_USE = compiled(
    r"(?:[;,]|[;,]? and) (?:also )?(?:only )?(?P<drug>(?:(?:intravenous|IV|racemic) )?(?:(?:es)?ketamine|spravato))"
    r"(?: \([^()]*\))?(?: nasal spray)?(?: (?:is|are|also|alone|only|covered|approved|payable))* (?=(?:for|in) )",
    re.IGNORECASE,
)
_IS_COVERED = compiled(r"\b(?:covered|approved|payable)\b", re.IGNORECASE)
_IN_WORDS: Mapping[Status, str] = {
    "covered": "covered",
    "excluded": "not covered",
    "investigational": "investigational",
    "not_medically_necessary": "not medically necessary",
}
_DENIED: frozenset[Status] = frozenset({"investigational", "not_medically_necessary", "excluded"})
_HAS_PREDICATE = compiled(r"\b(?:is|are|remains?|will be)\b", re.IGNORECASE)
_CONTRAST = compiled(
    r"^\s*(?:while|although|whereas|though)\b|[,;]?\s+\b(?:while|whereas|but|although|in contrast)\b"
    r"|(?<=[,;])\s+(?=(?:intravenous |IV |racemic |compounded )?(?:ketamine|esketamine|spravato)\b[^,;]{0,40}\b(?:is|"
    r"are)\b)"
    # "Although the plan does not pay for ketamine, it pays for Spravato"
    r"|(?<=,)\s+(?=(?:it|we|the (?:plan|company|program)) (?:does |do )?(?:pays?|covers?|approves?|authori[sz]es?)\b)",
    re.IGNORECASE,
)


def by_product(sentence: str) -> tuple[str, ...]:
    """A sentence that sets one drug against the other ("A is covered, whereas B is not") in its parts; or the whole."""
    if len(named_products(sentence)) < _PAIR:
        return covered_beside_denied(sentence) or (sentence,)
    if pairs := _with_one_predicate(sentence) or _with_two_predicates(sentence) or _with_one_more_use(sentence):
        return pairs
    parts = [part.strip(" ,;") for part in _CONTRAST.split(sentence) if named_products(part)]
    said = [named_products(part) for part in parts]
    apart = len(parts) == 2 and all(len(named) == 1 for named in said) and said[0] != said[1]
    return tuple(parts) if apart else (sentence,)


def by_answer(sentence: str) -> tuple[str, ...]:
    """A sentence that sets all other uses apart from what it says before ("…; any other use is unproven") in parts."""
    denied = _BUT_NOT.search(sentence)
    if denied and read_status(sentence[: denied.start()]) == "covered" and positive_indications(denied["use"]):
        return sentence[: denied.start()].rstrip(" ,"), f"not covered for {denied['use']}"
    in_turn = _denied_in_turn(sentence) or _answered_in_turn(sentence) or _refused_in_turn(sentence)
    if listed := in_turn or _denies_rest_last(sentence):
        return listed
    parts = tuple(part.strip() for part in sentence.split(";") if part.strip())
    if len(parts) > 1 and (_answer_apart(parts) or _refuses_a_manner(parts)):
        return parts
    rest = [is_residual(part) and read_status(part) is not None for part in parts]
    return parts if len(parts) > 1 and any(rest) and not all(rest) and not rest[0] else (sentence,)


def _with_one_predicate(sentence: str) -> tuple[str, ...]:
    """Drugs each with its use before one predicate ("A for pain and B for anxiety are not covered") in sentences."""
    found = _PREDICATE.search(sentence)
    subjects = _NEXT_SUBJECT.split(sentence[: found.start()]) if found else []
    each = all(len(named_products(part)) == 1 and mentions(part) for part in subjects)
    apart = len({named_products(part) for part in subjects}) == len(subjects) == _PAIR
    return tuple(f"{part.strip(' ,')}{found[0]}" for part in subjects) if found and each and apart else ()


def _with_two_predicates(sentence: str) -> tuple[str, ...]:
    """Drugs each with its own predicate ("A is unproven for pain, and B is unproven for anxiety") in two sentences."""
    parts = [part.strip(" ,;") for part in _NEXT_CLAUSE.split(sentence)]
    said = [named_products(part) for part in parts]
    apart = len(parts) == _PAIR and all(len(named) == 1 for named in said) and said[0] != said[1]
    return tuple(parts) if apart and all(map(_HAS_PREDICATE.search, parts)) else ()


def _with_one_more_use(sentence: str) -> tuple[str, ...]:
    """An answer for a use, and the same for one drug and a further use ("…, and esketamine also for B"), in two."""
    found = next(reversed(list(_FURTHER_USE.finditer(sentence))), None)
    before, rest = (sentence[: found.start()], sentence[found.end() :]) if found else ("", "")
    word = _IN_WORDS.get(read_status(before) or "unknown") if mentions(before) else None
    if not found or word is None or not mentions(rest) or named_products(rest):
        return ()
    # "While ketamine is unproven for A, esketamine is covered for B" gives each its own answer.
    if word != "covered" and _IS_COVERED.search(found[0]):
        return ()
    of_another = named_products(before) not in ((), named_products(found["drug"]))
    return (before, f"{found['drug']} is {word} {rest}") if of_another else ()


def _denied_in_turn(sentence: str) -> tuple[str, ...]:
    """A denial of drugs each with its use ("Not covered: A for pain; B for anxiety") in parts; () for any other."""
    lead, colon, rest = sentence.partition(":")
    parts = [part.strip(" .") for part in rest.split(";") if part.strip(" .")]
    if not colon or len(parts) < _PAIR or read_status(lead) in (None, "covered") or named_products(lead):
        return ()
    each = all(named_products(part) and (mentions(part) or is_residual(part)) for part in parts)
    return tuple(f"{lead}: {part}" for part in parts) if each else ()


def _answered_in_turn(sentence: str) -> tuple[str, ...]:
    """A sentence that gives its subject several answers, each for uses of its own ("… is covered for A, is not covered
    for B and is unproven for any other"), in parts; () for any other.
    """
    parts: list[str] = []
    for part in _AND_IS.split(sentence):
        own = _of_one_drug(part)
        answers = read_status(own) is not None and bool(mentions(own) or is_residual(own))
        if parts and not (answers and read_status(part) != read_status(parts[-1])):
            parts[-1] = sentence[sentence.index(parts[-1]) : sentence.index(part) + len(part)]
        else:
            parts.append(part)
    first = parts[0]
    # "… is neither proven nor necessary and is investigational for pain" answers once.
    opens = read_status(first) == "covered" or (read_status(first) and mentions(first))
    return tuple(parts) if len(parts) > 1 and opens and not is_residual(first) else ()


def _of_one_drug(part: str) -> str:
    """An answer without what is set against it of another drug ("is not paid, whereas Spravato is covered for A")."""
    own = _CONTRAST.split(part, maxsplit=1)[0]
    return own if own.strip() and not named_products(own) and named_products(part) else part


def _refused_in_turn(sentence: str) -> tuple[str, ...]:
    """A refusal of whatever misses the criteria, and the denial of all other uses behind it ("… is not approved when
    the criteria are not met, and is unproven for any other use"), in parts; () for any other sentence.
    """
    if (both := _WHEN_UNMET_AND.match(sentence)) and UNMET.search(f"{both['denial']} {both['unmet']}"):
        return f"{both['denial']} {both['unmet']}", f"{both['denial']} {both['rest']}"
    for found in (*_AND_IS.finditer(sentence), *_AND_DENIED.finditer(sentence)):
        short, rest = sentence[: found.start()], sentence[found.end() :]
        misses = UNMET.search(short) and not is_residual(short) and not mentions(short)
        if misses and is_residual(rest) and read_status(rest) in _DENIED:
            return short, rest
    return ()


def _denies_rest_last(sentence: str) -> tuple[str, ...]:
    """Cover, and the denial of all other uses in a main clause of its own behind it, in parts; () for any other."""
    for found in _AND_WE.finditer(sentence):
        covered, rest = sentence[: found.start()], sentence[found.end() :]
        if read_status(covered) == "covered" and is_residual(rest) and read_status(rest) in _DENIED:
            return covered, rest
    return ()


def _says_last_of_all(parts: Sequence[str]) -> bool:
    """Whether the last of several uses alone goes on with patients of an age: all of them are for these."""
    return all(is_label(_JOINER.sub("", part)) for part in parts[:-1]) and bool(_OF_AN_AGE.search(parts[-1]))


def _answer_apart(parts: Sequence[str]) -> bool:
    """Whether parts of a sentence give several uses opposite answers ("it covers A; it does not cover B")."""
    said = [read_status(part) for part in parts]
    opposite = all(said) and len({status == "covered" for status in said}) > 1
    return opposite and all(
        positive_indications(part) if status == "covered" else named_indications(part)
        for status, part in zip(said, parts, strict=True)
    )


def _refuses_a_manner(parts: Sequence[str]) -> bool:
    """Whether cover of a use goes on with what it does not take in ("…; home infusion is not covered")."""
    first, *rest = parts
    if read_status(first) != "covered" or not positive_indications(first):
        return False
    denied = [part for part in rest if read_status(part) in _DENIED]
    return bool(denied) and all(is_of_a_manner(part) and not mentions(part) for part in denied)


def by_use(sentence: str) -> tuple[tuple[tuple[Indication, ...], str], ...]:
    """A sentence that gives each use its own phrase ("for adults with A and for B in hospital") in parts.

    Each part comes with the uses that it is about: none for what the sentence says of all of them.
    """
    starts = [found.start() for found in _USE_PHRASE.finditer(sentence)]
    starts = [start for start in starts if not MEASURES_A_DOSE.search(sentence[:start])]
    parts = [sentence[start:end] for start, end in zip(starts, [*starts[1:], len(sentence)], strict=False)]
    if len(parts) < 2 or not all(map(positive_indications, parts)) or _says_last_of_all(parts):
        return (((), sentence),)
    if uses_in_turn(sentence):
        return (((), sentence),)
    if common := _OF_EACH.search(parts[-1]):
        named = [(positive_indications(part), part) for part in (*parts[:-1], parts[-1][: common.start()])]
        return (((), sentence[: starts[0]]), *named, ((), parts[-1][common.start() :]))
    # Where each use has conditions of its own, those of the last are its own too.
    proviso = PROVISO.search(parts[-1], next(iter(mentions(parts[-1]))).end)
    apart = proviso and parts[-1][: proviso.start()].endswith(", ")
    if all(map(PROVISO.search if apart else _OWN_TERMS.search, parts)):
        proviso = None
    last, shared = (parts[-1][: proviso.start()], parts[-1][proviso.start() :]) if proviso else (parts[-1], "")
    each = [(positive_indications(part), part) for part in (*parts[:-1], last)]
    return (((), sentence[: starts[0]]), *each, *((((), shared),) if shared else ()))
