"""Agents and classes of agents that must have been tried first, by name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.listed_drugs import count_of_listed
from parsers.criteria.mixed_steps import classes_beside_agents, classes_in_a_row
from parsers.criteria.vocabulary import ANTIDEPRESSANT, ANTIDEPRESSANT_NAMES, AUGMENTER, CLASS_NAME, CLASSES, one_of
from parsers.criteria.wording import Clause, Finding, without_examples
from parsers.language.patterns import compiled

# Generic names; a brand in parentheses never decides.
_AGENTS = (
    *ANTIDEPRESSANT_NAMES,
    "dextromethorphan-bupropion", "dextromethorphan/bupropion", "auvelity",
    "olanzapine/fluoxetine", "olanzapine-fluoxetine", "symbyax", "aripiprazole", "brexpiprazole", "cariprazine",
    "quetiapine", "olanzapine", "risperidone", "lumateperone", "lithium", "lamotrigine", "liothyronine", "buspirone",
    "zuranolone", "gabapentin", "pregabalin", "topiramate", "lidocaine", "carbamazepine", "opioids", "morphine",
    "methadone", "hydromorphone", "prednisone",
    "oxycodone", "fentanyl", "tramadol", "amantadine", "acetaminophen", "clonidine", "baclofen", "valproate",
    "valproic acid", "divalproex", "dihydroergotamine", "verapamil", "propranolol", "sumatriptan", "prochlorperazine",
    "metoclopramide", "chlorpromazine", "methylprednisolone",
)  # fmt: skip
GENERIC = {"dextromethorphan/bupropion": "dextromethorphan-bupropion", "spravato": "esketamine"}
REVIEWED = ("esketamine", "spravato", "ketamine")
_RELEASE = r"(?: (?:xr|er|sr|xl|ir|cr|dr)\b)?"
AGENT = compiled(rf"\b{one_of(*sorted((*_AGENTS, *REVIEWED), key=len, reverse=True))}\b{_RELEASE}")
# e.g. "trial and failure of quetiapine as an adjunct to one of them": the one agent that must have been added.
_TRIED_AS_ADDED = compiled(
    rf"\b(?:fail\w*|trial|tried)(?: (?:and|or|of|to|with|respond|an?|adequate|failure|failed))* "
    rf"(?P<agent>{one_of(*sorted(_AGENTS, key=len, reverse=True))}) as an? (?:add-on|adjunct|augment)"
)
# "Has the member tried at least one of these as an add-on: aripiprazole or quetiapine?", "an add-on of lithium or
# aripiprazole has failed": each name of the list is an agent to add, so that which of them were tried decides.
_AS_ADDED = compiled(
    r"^(?!.*\baugment)(?=.*\b(?:tried|try|trials?|fail\w*|ineffective|(?:inadequate |no |poor )response|without "
    r"(?:success|effect|response|benefit))\b)"
    r".*(?:\bas (?:an? )?(?:add-ons?|adjuncts?)\b(?! to (?:>= )?1 of)|\b(?:an|1|any) (?:add-on|adjunct) (?:(?:trial|"
    r"course) )?(?:of|with|(?:has|have|had|was) (?:been )?(?:tried|fail\w*))\b|\badd-on trial of\b|"
    r"\bof (?:these|the following|the) (?:add-ons|adjuncts)\b)"
)
_TO_ADD_NAMES = sorted(set(_AGENTS) - set(ANTIDEPRESSANT_NAMES), key=lambda name: (-len(name), name))
_TO_ADD = compiled(rf"\b{one_of(*_TO_ADD_NAMES)}\b")
# e.g. "if mirtazapine was one of the two", "one of them was bupropion", "… or vortioxetine": of those that failed.
AGENT_NAME = one_of(*sorted(_AGENTS, key=len, reverse=True))
_ONE_AGENT = rf"(?P<agent>{AGENT_NAME})\b"
_SOME_AGENT = rf"(?P<named>{AGENT_NAME}(?>(?:(?:,|/|,? or) {AGENT_NAME})*))\b"
# "One of the four is required to have been …", "needs to be", "is to have been".
_OUGHT = (
    r"(?:must|shall|should|(?:has|have|had) to|needs? to|"
    r"(?:is|are|was|were) (?:(?:required|expected|supposed|meant|asked) )?to)"
)
_IS_ONE = rf"(?:was|is|has been|being|{_OUGHT} (?:be|have been))"
_OF_THEM = (
    r"(?:the (?:\d|failed|antidepressants|drugs)(?: \w+)?|(?:these|those)(?: (?:drugs|agents|trials|"
    r"antidepressants))?|them|which)"
)
_AMONG_THEM = compiled(
    rf"(?<!or )\b{_ONE_AGENT} {_IS_ONE} (?:>= )?1 of (?:the (?:\d|failed|antidepressants|drugs|agents)|these|those|"
    rf"them)\b|\b1 of {_OF_THEM} {_IS_ONE} {_SOME_AGENT}(?!,? or\b)|(?<!or )\b(?P<beside>{AGENT_NAME}) "
    rf"(?:{_IS_ONE} )?among (?:these|those|them|which)\b"
)
# "One must have been bupropion, and another venlafaxine": each is one of those that failed.
_ANOTHER = r"(?:(?:>= )?1|another(?: 1)?|the other(?: 1)?|(?:a|the) (?:first|second|third|last|\d(?:st|nd|rd)))"
_OF_THESE = r"(?: (?:drug|agent|antidepressant|trial|medication|of (?:these|those|them|the (?:\d|failed|others?))))?"
_ONE_IS = compiled(rf"\b{_ANOTHER}{_OF_THESE} {_IS_ONE} (?:an? )?(?:{_SOME_AGENT}|{CLASS_NAME})(?!,? or\b)")
_AND_ANOTHER = compiled(
    rf"(?:\band|[,;.]) (?:{_ANOTHER}{_OF_THESE}(?: {_IS_ONE})? {_SOME_AGENT}(?!,? or\b)"
    rf"|(?P<before>{AGENT_NAME}) (?:another|the other)\b)"
)
# "The three must include bupropion and venlafaxine", "… must both be among the three".
_NAMES_JOINED = rf"(?P<named>{AGENT_NAME}(?>(?:(?:,|/|,? or|,? and) {AGENT_NAME})*))\b"
_INCLUDED = (
    compiled(rf"\b{_OUGHT} (?:also )?(?:have )?included? {_NAMES_JOINED}"),
    compiled(rf"\b{_NAMES_JOINED} {_OUGHT} (?:both |all )?(?:be|have been) among\b"),
    # "Among the four there has to have been venlafaxine".
    compiled(rf"\bamong (?:the \d|these|those|them)(?: \w+)?,? (?:there )?{_OUGHT} (?:be|have been) {_NAMES_JOINED}"),
)


def _among_those(words: str) -> Iterator[str]:
    """The agents that are said to be among those that failed, one of them or several."""
    found = [*_AMONG_THEM.finditer(words), *_ONE_IS.finditer(words)]
    found += _AND_ANOTHER.finditer(words) if found else ()
    found += [each for form in _INCLUDED for each in form.finditer(words)]
    for each in found:
        parts = each.groupdict()
        named = parts.get("agent") or parts.get("named") or parts.get("before") or parts.get("beside") or ""
        yield from (agent.group() for agent in AGENT.finditer(named))


# "Non-preferred: Auvelity" names no drug to try.
_NOT_BEHIND_NON = r"(?<!non-)(?<!non )"
_TRIED = one_of(
    r"fail\w*", "trials?", "tried", "response", r"intoleran\w*", r"contraindicat\w*", "use", "used", "therapy",
    "treatment",
    "relief", "first", r"improv\w*", "better", _NOT_BEHIND_NON + "preferred", "following",
    r"respond\w*", "with", r"claims? for", r"step(?:s|ped|ping)? through", r"step (?:\d|drugs?|agents?|med\w+)",
)  # fmt: skip
_STEP = compiled(
    one_of(
        r"\bfail\w*", r"\btrials?\b", r"\btried\b", r"\binadequate (?:response|relief)", r"\bintolera",
        r"\bcontraindicat",
        r"\bfirst\b", r"\bsteps?\b", rf"\b{_NOT_BEHIND_NON}preferred\b", r"\bprior (?:use|therapy|treatment)",
        r"\bnot (?:been )?effective",
        r"\b(?:has|have|had) (?:an? |the )?(?:paid )?claims? for\b",
        r"\b(?:has|have|had) (?:already |previously |first )?used\b",
        r"\bhistory of (?:use|treatment|therapy|trials?)\b",
        r"\bineffective", r"\b(?:no|lack of|poor|partial) response to\b",
        r"\bnot respond", r"\bwithout (?:success|benefit|response|relief|improvement)\b",
        r"\bnot (?:\w+ )?(?:improv|get better|got better)",
    )
)  # fmt: skip
_NAMED_AFTER = compiled(rf"\b{_TRIED}\b[^.;]*$")
_TRIED_AFTER = compiled(
    r"^[^.;]{0,60}\b(?:tried|failed|first|(?:used|taken|given) without|ineffective|inadequate|not tolerated|not"
    r" (?:been )?effective)\b"
    # "Sertraline, and one of bupropion, venlafaxine or desvenlafaxine must already have been tried".
    r"|^(?:(?!\b(?:is|are|not|with|for|when|if|unless)\b)[^.;]){0,120}\b(?:must|has|have)\b[^.;,]{0,30}\b(?:tried|failed)\b"
)
_COMBINED = compiled(rf"antidepressants? (?:plus|with|combined with) (?:an? )?(?:\w+[ -]){{0,2}}{AUGMENTER}")
_AUGMENTS = compiled(r"\baugment|\badjunct(?! to\b)\w*|\badd-on\b")
# The reviewed drugs count as steps only when said to have been tried themselves.
_DRUG_WAS_TRIED = compiled(
    r"(?:(?:trial|failure|response)(?: (?:of|with|to|and|an?|adequate|generic|prior)){1,3}|not respond(?:ed)? to"
    r"|(?:tried|failed)(?: (?:of|with|to|and|an?|adequate|generic|prior)){0,3})$"
)
_HAS_BEEN_TRIED = compiled(
    r" (?:(?:must|should) )?(?:has|have|first be|be|was|were)(?: first)?(?: been)? tried"
    # "… and in whom esketamine failed".
    r"|(?: (?:has|have))? failed(?! to\b)"
    # "Esketamine tried first", as an item that leaves the verb out.
    r"|(?: nasal spray)? (?:(?:was|were) )?(?:tried|failed) (?:first|before(?:hand)?|earlier|already)\W*$"
)
# "Drugs of two of these classes: SSRI, bupropion, …" names classes, and no agent to try.
_LISTED_CLASSES = compiled(r"\b(?:classes|categories)\b[^.;:]*:[^.;]*")
# e.g. "2 antidepressants, one of them an SNRI": a class asked for among the failed ones.
_ONE_OF_THEM = compiled(
    r"(?:\b(?:1 of (?:them|which|these|those|the (?:\w+ )?\w+)|of (?:which|these|them|those|the (?:failed|tried) \w+),?"
    r" (?:>= )?1"
    r"|, (?:with )?(?:>= )?1(?= being\b))"
    r"(?: (?:must|should|has to|have to|have|been|was|be|being|is|belongs? to|from))*"
    r"|(?:^|[(,;]) ?(?:>= )?1 (?:must|should|has to) (?:be|have been)"
    r"|\b1(?= (?:(?:on|with|to|from) )?an? )|\b(?:including|inclusive of|include|among them))"
    r"(?: (?:at least|>= 1|1|an?|be|on|with|to|from))*"
    rf"(?: {CLASS_NAME},?(?: and| or)?(?: 1)?(?: an?)?)*\s*$"  # e.g. "1 of them an SSRI and 1 an SNRI"
)
# "One of them an SNRI-class drug, venlafaxine": the class only says what the agent is.
_NAMED_BEHIND_CLASS = compiled(
    r"^s?(?:[- ]class)?(?: (?:drug|agent|antidepressant|medication))?(?:[,:]|,? namely) ?(?:namely )?"
    rf"(?P<agent>{one_of(*sorted(_AGENTS, key=len, reverse=True))})\b(?!,? (?:or|and) )"
)
_A_CLASS_FIRST = compiled(r"(?:\b(?:an?|1|>= 1|the|generic|failure of|trial of|tried)) $")
# An item that is the name of a class, under "failure of each of the following:".
_IS_A_CLASS = compiled(rf"^\W*(?:an?|1|>= 1) (?:generic )?(?P<name>{CLASS_NAME})(?: {ANTIDEPRESSANT})?\W*$")
_EACH_FAILED = compiled(r"^(?=[^|]*\b(?:each|all|both) of\b)(?=[^|]*\b(?:fail|tried|trial|inadequate))(?!.*\bclass)")
# "A tricyclic is among the antidepressants that failed".
_CLASS_AMONG_THEM = compiled(
    rf"^s?(?: \(\w+\))?(?:,? (?:or|and) (?:an? )?{CLASS_NAME})* (?:was|is|has been|must be|must have been|should be) "
    rf"(?:>= )?(?:1 of|among) (?:the|these|those|them)(?: failed)?(?: (?:{ANTIDEPRESSANT}|drugs|agents"
    rf"|medications))?\w*"
    r"(?: (?:that|which) (?:have |had )?(?:been )?(?:failed|tried))?\b"
)
_CLASS_TRIED = compiled(r"^s?(?: \(\w+\))?[^.;]{0,30}\b(?:tried (?:first|before)|must (?:first )?be tried|first)\b")


# "Prior step | Esketamine", in a table on ketamine.
_TITLES_A_STEP = compiled(
    r"^\W*(?:prior|previous|required|first|earlier|preceding) (?:step|therapy|treatment|trial|drug)s?\W*$"
)
_MOST_WORDS_OF_AN_AGENT = 6
# "… have failed and ketamine infusion is not used": what must not be given is no step.
_IS_NOT_USED = compiled(r"^(?: [\w-]+){0,2} (?:is|are|was|were|will be) not (?:also )?(?:used|given|taken|combined)\b")


def _is_step(words: str, match: re.Match[str]) -> bool:
    before, after = words[: match.start()], words[match.end() :]
    if _IS_NOT_USED.match(after):
        return False
    if match.group() in REVIEWED and not (_HAS_BEEN_TRIED.match(after) or _DRUG_WAS_TRIED.search(before.strip())):
        return False
    return bool(_NAMED_AFTER.search(before) or _TRIED_AFTER.search(after))


def _agents(words: str, about: str) -> Iterator[Finding]:
    under_a_step = bool(_STEP.search(about)) and not _AUGMENTS.search(about)
    if not (_STEP.search(words) or (under_a_step and len(words.split()) <= _MOST_WORDS_OF_AN_AGENT)):
        return
    for agent in AGENT.finditer(words):
        if _is_step(words, agent) or (under_a_step and (agent.group() not in REVIEWED or _TITLES_A_STEP.match(about))):
            yield Finding("preferred_step", GENERIC.get(agent.group(), agent.group()))


def is_a_class_to_try(clause: Clause) -> bool:
    """Whether the clause is an item that names a class, and each item of its list must have failed."""
    return bool(_EACH_FAILED.search(clause.topic.rpartition("|")[2]) and _IS_A_CLASS.match(clause.plain))


def _classes(words: str) -> Iterator[Finding]:
    for name, pattern in CLASSES:
        for match in pattern.finditer(words):
            before, after = words[: match.start()], words[match.end() :]
            if _ONE_OF_THEM.search(before) and (agent := _NAMED_BEHIND_CLASS.match(after)):
                yield Finding("preferred_step", agent["agent"])
            elif (
                _ONE_OF_THEM.search(before)
                or _CLASS_AMONG_THEM.match(after)
                or (_A_CLASS_FIRST.search(before) and _CLASS_TRIED.match(after))
            ):
                yield Finding("preferred_step", name)


def names_a_class_first(words: str) -> bool:
    """Whether the words ask for a class of antidepressants before the drug, rather than for a count of them."""
    return any(
        _A_CLASS_FIRST.search(words[: match.start()]) and _CLASS_TRIED.match(words[match.end() :])
        for _, pattern in CLASSES
        for match in pattern.finditer(words)
    )


# "Two antidepressants failed (sertraline, then venlafaxine)": as many as are counted, one after the other.
_NAMED_IN_TURN = compiled(
    rf"\b(?P<n>\d) (?:\w+ ){{0,2}}antidepressants? (?:(?:have|has|must have|were) )?(?:been )?(?:tried(?: and "
    rf"failed)?|failed) "
    rf"\((?P<named>{one_of(*ANTIDEPRESSANT_NAMES)}(?:,? (?:and |and then |then |followed by "
    rf")?{one_of(*ANTIDEPRESSANT_NAMES)})+)\)"
)


def _in_turn(words: str) -> list[str]:
    """The agents in brackets behind a count of failed drugs, where they are so many and joined as all of them."""
    found = _NAMED_IN_TURN.search(words)
    named = [agent.group() for agent in AGENT.finditer(found["named"])] if found else []
    joined = found and re.search(r"\b(?:then|and|followed)\b", found["named"])
    return named if joined and found and len(named) == int(found["n"]) else []


def read(clause: Clause) -> Iterator[Finding]:
    """Named agents and classes that must have been tried; examples ("e.g.", "such as") name none."""
    words = without_examples(clause.plain)
    if is_a_class_to_try(clause):
        yield from (Finding("preferred_step", name) for name, pattern in CLASSES if pattern.search(words))
        return
    if clause.phase != "renewal" and (added := _TRIED_AS_ADDED.search(words)):
        yield Finding("preferred_step", added["agent"])
    if clause.phase != "renewal" and _AS_ADDED.match(words):
        yield from (Finding("preferred_step", agent) for agent in dict.fromkeys(_TO_ADD.findall(words)))
    if clause.phase != "renewal" and not _AUGMENTS.search(words):
        yield from (Finding("preferred_step", agent) for agent in dict.fromkeys(_among_those(words)))
    if clause.phase != "renewal":
        yield from (Finding("preferred_step", agent) for agent in _in_turn(clause.words))
    # How many of them are asked for is told by a count, and none by name.
    if count_of_listed(words):
        return
    if clause.phase == "renewal" or _AUGMENTS.search(words) or _COMBINED.search(words) or "hypersensitiv" in words:
        return
    bare = _LISTED_CLASSES.sub("", re.sub(r"\([^()]*\)", "", words))
    beside = (Finding("preferred_step", name) for name in (*classes_in_a_row(words), *classes_beside_agents(words)))
    yield from dict.fromkeys((*_agents(bare, clause.about), *_classes(words), *beside))
