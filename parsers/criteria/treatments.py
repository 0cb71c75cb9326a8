"""Treatments tried or given beside antidepressants: augmentation, psychotherapy, ECT or TMS."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.augmented_trials import AUGMENTED_TRIALS
from parsers.criteria.other_trials import ADDED_AGENT
from parsers.criteria.treatments_either_way import (
    CONSIDERED_AS_TOLD,
    GOES_ON,
    THERAPY,
    failed_or_considered,
    in_it_or_failed,
    or_only_considered,
    without_other_way,
)
from parsers.criteria.vocabulary import AUGMENTER, FAILURE, PERSON, first_number, one_of
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording
from parsers.language.patterns import compiled

_AUGMENTS = compiled(
    one_of(
        r"\baugment",
        r"\b\d+ (?:or more )?(?:\w+ )?adjuncts?\b(?! to\b)",
        r"\badjunct(?:ive|ively)? (?:\w+ ){0,2}(?:therap|agent|treatment|antipsychotic|medic|drug|lithium)",
        r"\badd-on (?:therap|agent|treatment|medic|drug)",
        r"(?<!\bas )\ban (?:adjunct|add-on) (?:(?:was|has been|to|given|taken|used|added|with) )*(?:an?|the|1|any) "
        r"(?:\w+ )?"
        r"antidepress",
        r"\bas an? (?:add-on|adjunct) to (?:>= )?1 of\b",
        rf"\badjunctive {AUGMENTER}",
    )
)
_COUNTS_SOMETHING_ELSE = one_of(
    "weeks?", "days?", "months?", r"antidepress(?!\w* augment)", "of the", r"different antidepress(?!\w* augment)",
    "have", "has", "failed", "and", "plus", "with",
)  # fmt: skip
_AUGMENTATION_COUNT = wording(
    "augmentation_trials",
    rf"(?:>=? ?)?(?<![\d./-])\b(?P<n>\d{{1,2}})(?: or more)? (?:failed )?"
    rf"(?:(?!{_COUNTS_SOMETHING_ELSE})[\w/-]+ ){{0,5}}?"
    r"(?:augment|adjunct|add-on)",
    lambda match: int(match["n"]),
)
# e.g. "augmentation: failure of 2 out of …", "2 of these used as augmentation"
_COUNT_APART = wording(
    "augmentation_trials",
    r"\baugment\w*(?: \w+)?: (?:failure of |failed |trials? of )?(?:>= )?(\d+)\b(?! ?(?:weeks?|days?|months?))"
    r"|\b(\d+) of (?:these|those|the following) (?:as|for|in) augment|\bas augmentation,? (?:>= )?(\d+)\b"
    r"(?! ?(?:weeks?|days?|months?|mg))"
    r"|\b(\d+) (?:of (?:these|those|them|the \w+) )?(?:\w+ )?(?:used|given|taken|tried) (?:as|for|in) augment"
    r"|\b(\d+) (?:or more )?of (?:the following|these|the) (?:[a-z-]+ )?(?:augment|adjunct|add-on)"
    r"|\b(\d+) of (?:(?:the|these|those|them|which|\d+|[a-z]+) ){1,4}(?:was|were|been|being|is|be) augmented"
    # e.g. "at least one of the four was an augmentation strategy"
    r"|\b(\d+) of them (?:(?!not\b)\w+ ){0,3}?augment"
    # e.g. "two attempts, each with an agent added to an antidepressant"
    r"|\b(\d+)(?: or more)? (?:failed |different |such )?(?:attempts|trials|strategies|agents|drugs|medications|"
    r"courses)\b"
    r"[^.;\d]{0,50}\b(?:added|adding|addition)\b"
    r"|\badd(?:ed|ing)\b[^.;\d]{0,60}\b(?:tried|attempted|done|failed) (?:>= )?(\d+) times"
    rf"|(?=\b(\d+)\b){AUGMENTED_TRIALS}",
    first_number,
)
_AGENTS_COUNTED = wording(
    "augmentation_trials",
    r"\b(?:augment\w*(?: therapy| strategy| trials?)?|(?:adjunctive|add-on) (?:therapy|treatment)) with "
    r"(?:>= )?(\d+)\b(?! ?(?:mg|weeks|months))",
    first_number,
)
_ADDED_ONCE = one_of(
    "agents?", "drugs?", "medications?", "medicines?", "strategies", "trials?", "attempts?", "times", "others?"
)
# e.g. "augmentation tried with 3 or more agents", "augmentation (2 agents)", "augmentation failed 2 times"
_COUNT_AFTER = wording(
    "augmentation_trials",
    r"\b(?:augment|adjunct|add-on)\w*(?:(?!\b(?:and|plus|besides|after|following|addition|"
    r"or)\b)[^.;]){0,50}?(?<![\d.])(\d+)"
    rf"(?: or more)? (?:(?:different|other|separate|distinct|such|further) ){{0,2}}{_ADDED_ONCE}\b",
    first_number,
)
_COUNT_LABELLED = wording(
    "augmentation_trials",
    r"\b(?:augment|adjunct|add-on)[^.;:\d]{0,50}: ?(?:>= )?(\d+)\b(?! ?(?:weeks?|days?|months?|mg|%))",
    first_number,
)
_COUNTS = (_COUNT_APART, _AUGMENTATION_COUNT, _AGENTS_COUNTED, _COUNT_AFTER, _COUNT_LABELLED)
# e.g. "four antidepressants or augmentation strategies" counts both together, and asks for neither alone.
_COUNTED_WITH_DRUGS = compiled(r"antidepressants?(?: \w+)? or (?:an )?(?:augment|adjunct)")
# "Three trials in total, of which one may be an augmentation": it is allowed, and not asked for.
_MAY_BE_AUGMENTATION = compiled(
    r"\b(?:may|can|could) (?:also )?(?:be|count as|have been|include|consist of|involve) (?:(?:an?|1|with|of|by) )*"
    r"(?:\w+ )?(?:augment|adjunct\w* (?:therap|treat))"
)

_STIMULATION = compiled(
    one_of(
        r"\belectroconvulsive", r"\bect\b", r"\btranscranial", r"\br?tms\b", r"\bneurostimulation",
        r"\bneuromodulation",
        r"\bbrain stimulation",
    )
)  # fmt: skip
_CONSIDERED = compiled(
    one_of(
        r"\bconsider", r"\bcontemplat",
        r"\bgiv(?:en?|ing) (?:\w+ )?thought\b", r"\bthought (?:(?:was|has|been) )*(?:given|about|over)\b",
        r"\binto (?:account|consideration)\b", r"\braised with\b", r"\btalked over\b", r"\bproposed\b",
        r"\bgone into\b",
        r"\boffered", r"\bweighed\b", r"\b(?:cannot|can not|could not) (?:have|receive|undergo|get)\b",
        r"\b(?:does|do|did) not (?:want|wish|accept|agree)", r"\b(?:unwilling|unsuitable|unable)\b",
        r"\b(?:is|are) not (?:\w+ )?(?:suitable|appropriate|possible|indicated|an option)\b",
        r"\bcontraindicated\b", r"\bdiscuss(?:ed|ion)", r"\bevaluat", r"\brecommend", r"\bdeclin", r"\brefus",
        r"\bneither\b[^.;]*\b(?:suitable|appropriate|available|possible|indicated|an option)",
        r"\bnot (?:a |an )?(?:\w+ )?candidate", r"\b(?:poor|unsuitable|bad|no) candidate", r"\bexplored",
        r"\breviewed", r"\bassessed",
        r"\bruled out",
        r"\breferr",
    )
)  # fmt: skip
_TOGETHER = compiled(
    one_of(
        r"\bconcurrent", r"\bconcomitant", r"\bconjunction", r"\bcombin", r"\balong(?:side| with)", r"\bengag",
        r"\bparticipat", r"\btak(?:es?|ing) part", r"\breceiv", r"\benrolled in\b", r"\bcontinu", r"\baccompan",
        r"\bongoing\b", r"\bas well\W*$", r"\binvolved in\b",
        r"\bat the same time", r"\bin addition to", r"\bas part of\b", r"\btogether", r"\b(?:is|remains|stays) "
        r"(?:(?:still|also|now|currently) )?in\b", r"\bundergo",
        r"\bwill (?:also )?(?:be|have|get)\b", r"\battend", r"\bwhile\b", r"\bthroughout\b", r"\bunder ?way\b",
        r"\bin progress\b", r"\btaking place\b", r"\bgo(?:es|ing) on\b", r"\b(?:currently|presently|now) in\b",
        r"\bduring (?:the )?(?:course|treat)",
        rf"^\W*is (?:the |your |this )?{PERSON} (?:\w+ )?(?:in|having|getting)\b", r"\bat (?:present|this time)\b",
        r"\b(?:currently|presently)\b", r"^\W*(?:current|present) (?!episode)",
        r"\bbeing (?:provided|given|delivered)\b",
        r"\bsees?\b", r"\bseeing\b", r"\bside by side\b",
        r"\bpart of (?:(?:the|an?|his|her|their|current|present|overall) )*"
        r"(?:(?:treatment|care) plan|plan of (?:care|treatment))\b",
        r"\b(?:treatment|care|overall) (?:plan|regimen) (?:also )?(?:includes?|contains?|comprises?|calls? for)\b",
    )
)  # fmt: skip
_TRIED = compiled(r"\bfail|\binadequate|\btried\b|\btrial\b")
_KEPT_APART = compiled(r"\b(?:not|without)\b[^.;]{0,30}\b(?:concurrent|combin|receiv)")


# "… and where psychotherapy has at least been considered", after what must have failed.
_THERAPY_CONSIDERED = compiled(
    rf"{THERAPY.pattern}\w*(?:,? (?:and|or|as well as|along with|plus) (?:\w+ )?{_STIMULATION.pattern}\w*"
    r"(?: (?:therapy|magnetic stimulation|stimulation))?,?)?(?: (?:has|have|was|were|must|should|be|been|at least"
    r"|also|>=?))* "
    r"(?:been )?(?:considered|contemplated|offered|discussed|recommended|proposed)\b"
    r"(?! (?:a |to have )?fail)"
)

# "… two antidepressants have failed, and psychotherapy is provided concurrently".
_THERAPY_BESIDE = compiled(
    rf"(?:{THERAPY.pattern})\w*(?:(?!\bfail|\btried|\btrial|\binadequate)[^.;,]){{0,40}}?"
    r"\b(?:concurrent|concomitant|alongside|at the same time|in parallel|in tandem|(?:is|be) (?:ongoing|"
    r"under ?way|in progress))"
    # "Psychotherapy alongside medication has failed" is of the past.
    r"(?! [^.;,]{0,40}\b(?:has|have|had) (?:failed|not|been without|brought no|given no))"
    # "Pain fell by half after the trial and cognitive behavioral therapy goes on".
    rf"|(?:{THERAPY.pattern})\w*(?: (?:therapy|treatment|sessions?))?(?: \([^()]*\))? (?:still )?{GOES_ON}"
    rf"|\b(?:(?:goes|keeps) (?:on )?(?:with|attending)|(?:stays|remains) (?:on )?in|carries on with|"
    rf"is still (?:in|attending)) (?:\w+ ){{0,2}}?(?:{THERAPY.pattern})"
    # "… have failed two antidepressants and be engaged in psychotherapy", "… while in psychotherapy".
    r"|\b(?:(?:is|are|be|was|were|being|while) (?:(?:now|still|also|currently|actively|presently) )*(?:in|engaged in|"
    r"receiving|undergoing|attending|participating in|taking part in|enrolled in|having)|(?:(?:also|now|currently) )?"
    r"(?:attends|receives|undergoes|participates in|takes part in)) (?:(?!trial|course)\w+ ){0,3}?"
    rf"(?:{THERAPY.pattern})\w*(?![^.;]*\b(?:without|did not|no (?:benefit|response|effect)|unsuccess\w*|in vain|to "
    r"no|"
    r"fail\w*|inadequate)\b)"
)
# "Three antidepressants at an adequate dose, and one augmentation": as much was tried as they.
_BESIDE_DRUGS = compiled(
    r"\b\d (?:\w+ ){0,2}antidepressants?\b[^.;:]*?,? (?:and|plus) (?:also )?(?:an?|(?:>= )?\d) "
    r"(?:(?:course|trial)s? of )?augment"
)


# "One of the four", where four have failed.
_OF_SO_MANY = compiled(
    r"\bof (?:the|these|those) (?:>= )?\d+(?: (?:trials?|drugs?|antidepressants?|agents?))?\b(?! weeks)"
)


def _augmentation(clause: Clause) -> Iterator[Finding]:
    words = _OF_SO_MANY.sub("of them", clause.plain)
    if clause.phase == "renewal" or not (_AUGMENTS.search(words) or ADDED_AGENT.stands_in(words)):
        return
    if _COUNTED_WITH_DRUGS.search(words) or _MAY_BE_AUGMENTATION.search(words):
        return
    failed = FAILURE.stands_in(f"{clause.about} {words}") or _BESIDE_DRUGS.search(words)
    if failed or _CONSIDERED.search(words):
        counted = list(matches(_COUNTS, words))
        yield counted[0] if counted else Finding("augmentation_trials", 1)


def _psychotherapy(clause: Clause) -> Iterator[Finding]:
    words = without_other_way(clause.plain)
    if not THERAPY.search(words):
        return
    either = _either_of_two(words)
    if either:
        yield from (Finding("psychotherapy", value) for value in either)
    elif _THERAPY_CONSIDERED.search(words):
        yield Finding("psychotherapy", "considered")
    elif _THERAPY_BESIDE.search(words):
        yield Finding("psychotherapy", "concurrent")
    elif FAILURE.stands_in(words) and "antidepress" not in words:
        yield Finding("psychotherapy", "failed")
    elif _TOGETHER.search(words) and not _TRIED.search(words):
        yield Finding("psychotherapy", "concurrent")
    elif _CONSIDERED.search(words) and not FAILURE.stands_in(words):
        yield Finding("psychotherapy", "considered")
    elif FAILURE.stands_in(words) or FAILURE.stands_in(clause.about):
        yield Finding("psychotherapy", "failed")


def _either_of_two(words: str) -> tuple[str, ...]:
    """The two things of psychotherapy one of which is enough; () where one thing is asked."""
    if in_it_or_failed(words):
        return "concurrent", "failed"
    if failed_or_considered(words) and not _STIMULATION.search(words):
        return "failed", "considered"
    at_once = _THERAPY_BESIDE.search(words) or _TOGETHER.search(words)
    return ("concurrent", "considered") if at_once and or_only_considered(words) else ()


def _stimulation(clause: Clause) -> Iterator[Finding]:
    words = clause.plain
    if not _STIMULATION.search(words) or _KEPT_APART.search(words):
        return
    if CONSIDERED_AS_TOLD.search(words):
        yield Finding("ect_tms", "considered")
    elif failed_or_considered(words) and "at least considered" not in words:
        yield from (Finding("ect_tms", "failed"), Finding("ect_tms", "considered"))
    elif _CONSIDERED.search(words):
        yield Finding("ect_tms", "considered")
    elif FAILURE.stands_in(words) or FAILURE.stands_in(clause.about):
        yield Finding("ect_tms", "failed")


def read(clause: Clause) -> Iterator[Finding]:
    """What a clause asks of other treatments, tried before or given alongside."""
    if is_waived(clause.plain):
        return
    yield from _augmentation(clause)
    yield from _psychotherapy(clause)
    yield from _stimulation(clause)
