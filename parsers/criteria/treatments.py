"""Treatments beside antidepressant trials: augmentation, psychotherapy, ECT or TMS, the oral antidepressant, steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.failed_trials import ADDED_AGENT, FAILURE
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording

_AUGMENTS = re.compile(
    r"\baugment|\badjunct(?:ive|ively)? (?:\w+ ){0,2}(?:therap|agent|treatment|antipsychotic|medication"
    r"|lithium)|\badd-on (?:therap|agent)"
)
_AUGMENTATION_COUNT = wording(
    "augmentation_trials",
    r"(?:>=? )?\b(?P<n>\d+)(?: or more)? (?:(?!weeks?|days?|months?|antidepress|of the"
    r"|different antidepress)[\w/-]+ ){0,5}?(?:augment|adjunct)",
    lambda match: int(match["n"]),
)

_THERAPY = re.compile(
    r"\bpsychotherap|\bcognitive[ -]behaviou?ral|\bcbt\b|\binterpersonal (?:psycho)?therapy|\bcounsel"
    r"|\btalk therapy|\bbehaviou?ral (?:health )?therapy|\bpsychosocial (?:treatment|intervention|therapy)"
    r"|\bevidence-based therapy"
)
_STIMULATION = re.compile(r"\belectroconvulsive|\bect\b|\btranscranial|\br?tms\b|\bneurostimulation|\bneuromodulation")
_CONSIDERED = re.compile(
    r"\bconsider|\boffered|\bdiscussed|\bevaluat|\brecommend|\bdeclin|\brefus|\bnot (?:a "
    r"|an )?(?:\w+ )?candidate|\bexplored|\bweighed|\breviewed|\bassessed|\bruled out|\breferr"
)
_TOGETHER = re.compile(
    r"\bconcurrent|\bconcomitant|\bconjunction|\bcombin|\balong(?:side| with)|\bengag|\bparticipat|\breceiv"
    r"|\benrolled in\b|\bcontinu|\baccompan|\bongoing\b|\bat the same time|\bin addition to|\bas part of\b"
    r"|\btogether|\bis in\b|\bundergo|\bwill (?:also )?(?:be|have|get)\b|\battend"
)

_AD = r"(?:(?:oral )?anti-?depressant\w*|oral ad\b|ssri|snri|antidepressive)"
_WITH = (
    r"(?:concomitant|concurrent|conjunction|combin|along ?side|along with|together|at the same time|in addition"
    r"|simultaneous|adjunct|accompan|coadminist|co-administ|paired|\bplus\b)"
)
_ORAL_NOT = re.compile(
    rf"{_AD}[^.;]{{0,60}}\b(?:(?:is|are) )?(?:no longer|not)(?: \w+)? (?:required|needed|necessary|mandatory)"
    rf"|\bneed not\b[^.;]{{0,50}}{_AD}|{_AD}[^.;,]{{0,25}}\boptional\b"
    r"|\b(?:as )?(?:mono-?therapy|alone|by itself|on its own"
    rf"|single agent)\b,?(?: therapy)?,?(?: \([^)]*\))? (?:or|and/or|as well as)\b[^.;]{{0,50}}(?:with|{_WITH})"
    rf"|\bwith or without\b[^.;]{{0,40}}{_AD}"
    rf"|(?:{_WITH}|\bwith\b)[^.;]{{0,50}}{_AD}\w*\)?,? or (?:\w+ )?(?:as )?(?:mono-?therapy|alone)"
    r"|\bmono-?therapy (?:use )?(?:is|will be|may be) (?:also )?(?:permitted|allowed|accept\w+|covered"
    r"|approv\w+|considered)"
    r"|\b(?:may|can) (?:also )?be (?:used|given|prescribed|taken"
    r"|approved)(?: \w+){0,3} (?:as (?:a )?mono-?therapy|alone|by itself)|\beither alone\b"
)
_ORAL_MUST = re.compile(
    rf"{_WITH}[^.;]{{0,70}}{_AD}|{_AD}[^.;]{{0,90}}?(?:{_WITH})"
    rf"|\bmono-?therapy\b[^.;]{{0,30}}\bnot (?:be )?(?:approv|cover|permit|allow|accept|author)"
    r"|\bnot (?:be )?(?:\w+ )?(?:as |for )?(?:a )?mono-?therapy|\bno mono-?therapy"
    r"|\b(?:will|shall|must|to) (?:also )?(?:continue|take|use|receive|be (?:on|taking|used with|prescribed"
    rf"|given with|initiated on|started on|maintained on))(?: \w+){{0,5}}? {_AD}"
    rf"|{_AD}[^.;,]{{0,40}}\b(?:will be (?:continued|used|taken|prescribed|initiated)|is (?:still )?(?:being "
    r"|also )?(?:taken|used|prescribed|continued)|are (?:still )?(?:being )?(?:taken|used)|during (?:treatment"
    r"|therapy)|remains? in (?:place|use)|all along|throughout)"
    rf"|{_AD}[^.;,]{{0,30}}\b(?:continues|is (?:being )?continued)\b|\bstable (?:dose of "
    rf"|regimen of )?(?:an? )?(?:oral )?{_AD}|\b(?:stabili[sz]ed|established"
    rf"|maintained)\b[^.;]{{0,30}}\bon (?:an? |1 )?(?:\w+ )?{_AD}|\b(?:currently|still|presently) (?:taking|on"
    rf"|using|receiving)\b[^.;]{{0,25}}{_AD}"
    r"|\b(?:used|given|administered|prescribed|taken|initiated) with (?:an? |>= 1 "
    rf"|1 )?(?:new(?:ly initiated)? |optimized |different )?{_AD}|\bis (?:taking|on|receiving) (?:an? |>= 1 "
    rf"|1 )?{_AD}|\b(?:has|have) (?:used|taken|continued|remained on)\b[^.;]{{0,25}}{_AD}[^.;]*\b(?:all along"
    rf"|throughout|since|during)\b|\bremains? on\b[^.;]{{0,25}}{_AD}|\bcontinu\w+ (?:to (?:take|use"
    rf"|receive) )?(?:an? |the |(?:his|her|their) |1 )?{_AD}"
)
_ONLY_FAILED = re.compile(
    r"\b(?:trial|failed|tried|inadequate|nonrespon"
    rf"|fail\w*)\b[^.;]{{0,80}}{_AD}[^.;]{{0,60}}(?:{_WITH})[^.;]{{0,30}}(?:augment|antipsychotic|lithium"
    r"|psychotherap|therapy)"
)

# Agents that payers ask for by name before the reviewed drug; generic names, brands in parentheses never decide.
_AGENTS = (
    "bupropion", "citalopram", "escitalopram", "fluoxetine", "paroxetine", "sertraline", "venlafaxine",
        "desvenlafaxine",
        "duloxetine",
        "levomilnacipran",
    "mirtazapine", "trazodone", "vilazodone", "vortioxetine", "nefazodone", "amitriptyline", "nortriptyline",
        "imipramine",
        "desipramine",
        "clomipramine",
    "phenelzine", "tranylcypromine", "selegiline", "isocarboxazid", "dextromethorphan-bupropion",
        "dextromethorphan/bupropion",
        "auvelity",
        "olanzapine/fluoxetine",
        "symbyax",
    "aripiprazole", "brexpiprazole", "cariprazine", "quetiapine", "olanzapine", "risperidone", "lithium", "lamotrigine",
        "liothyronine",
        "buspirone",
        "zuranolone",
    "esketamine", "spravato", "ketamine", "gabapentin", "pregabalin", "duloxetine", "topiramate", "lidocaine",
        "opioids",
)  # fmt: skip
_AGENT = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _AGENTS), key=len, reverse=True))})\b")
_STEP = re.compile(
    r"\bfail\w*|\btrial\b|\btried\b|\binadequate (?:response|relief)|\bintolera|\bcontraindicat|\bfirst\b"
    r"|\bstep\b|\bpreferred\b|\bprior (?:use|therapy|treatment)"
)


def _augmentation(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if clause.phase == "renewal" or not (_AUGMENTS.search(words) or ADDED_AGENT.search(words)):
        return
    if not FAILURE.search(f"{clause.topic} {words}") and not _CONSIDERED.search(words):
        return
    counted = list(matches((_AUGMENTATION_COUNT,), words))
    yield from counted[:1] or [Finding("augmentation_trials", 1)]


def _psychotherapy(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if not _THERAPY.search(words):
        return
    if FAILURE.search(words) and "antidepress" not in words:
        yield Finding("psychotherapy", "failed")
    elif _TOGETHER.search(words) and not re.search(r"\bfail|\binadequate|\btried\b|\btrial\b", words):
        yield Finding("psychotherapy", "concurrent")
    elif FAILURE.search(words) or FAILURE.search(clause.topic):
        yield Finding("psychotherapy", "failed")
    elif _CONSIDERED.search(words):
        yield Finding("psychotherapy", "considered")


def _stimulation(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if not _STIMULATION.search(words) or re.search(
        r"\b(?:not|without)\b[^.;]{0,30}\b(?:concurrent|combin|receiv)", words
    ):
        return
    if _CONSIDERED.search(words):
        yield Finding("ect_tms", "considered")
    elif FAILURE.search(words) or FAILURE.search(clause.topic):
        yield Finding("ect_tms", "failed")


def _oral_antidepressant(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if _ORAL_NOT.search(clause.words):
        yield Finding("oral_ad", "not_required")
    elif (
        not is_waived(words)
        and _ORAL_MUST.search(words)
        and not (_AUGMENTS.search(words) and _ONLY_FAILED.search(f"{clause.topic} {words}"))
    ):
        yield Finding("oral_ad", "required")


def _steps(clause: Clause) -> Iterator[Finding]:
    words = re.sub(r"\([^()]*\)", "", clause.plain)
    if clause.phase == "renewal" or not _STEP.search(words) or _AUGMENTS.search(words) or "hypersensitiv" in words:
        return
    before = (
        r"(?:trial|tried|fail\w*|response|intoleran\w*|contraindicat\w*|use|therapy|treatment|relief|first"
        r"|preferred)\b[^.;]*$"
    )
    after = r"^[^.;]{0,60}\b(?:tried|failed|first|ineffective|inadequate|not tolerated)\b"
    for agent in _AGENT.finditer(words):
        named_drug = agent.group() in ("esketamine", "spravato", "ketamine")
        if (
            named_drug
            and not re.match(r" (?:has|have) been tried", words[agent.end() :])
            and not re.search(
                r"(?:trial|failure|response|tried|failed)(?: (?:of|with|to|and|an?|adequate|generic|prior)){1,3}$",
                words[: agent.start()].strip(),
            )
        ):
            continue
        if re.search(before, words[: agent.start()]) or re.search(after, words[agent.end() :]):
            yield Finding("preferred_step", agent.group().replace("/", "-") if "-" in agent.group() else agent.group())


def read(clause: Clause) -> Iterator[Finding]:
    """What a clause asks of other treatments, tried before or given alongside."""
    yield from _oral_antidepressant(clause)
    if is_waived(clause.plain):
        return
    yield from _augmentation(clause)
    yield from _psychotherapy(clause)
    yield from _stimulation(clause)
    yield from dict.fromkeys(_steps(clause))
