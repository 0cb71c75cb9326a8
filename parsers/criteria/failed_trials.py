"""Failed antidepressants: how many, of how many classes, and what counts as a failed trial."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.numbers import durations
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording

FAILURE = re.compile(
    r"\bfail|\b(?:inadequate|insufficient|unsatisfactory|suboptimal|sub-optimal|poor|partial|incomplete|limited"
    r"|minimal|less than adequate|no|lack of|absence of|without)"
    r"(?: (?:or|to|and|/|an?|any|adequate|clinical|clinically|meaningful|significant|partial|no|therapeutic"
    r"|treatment|sufficient|inadequate|symptom\w*)){0,5}[ /-]*(?:respon|efficacy|benefit|improvement|remission"
    r"|relief)"
    r"|\b(?:not|n't|never|inadequately|poorly|incompletely|insufficiently|partially)(?: \w+){0,3} (?:respon"
    r"|improv|benefi|help|remit|achiev|experienc|work|effective|reliev)"
    r"|\bnon[ -]?respon|\brefractory\b|\bresistan(?:t|ce) to\b|\bineffective|\bunsuccessful|\btried\b|\btrial"
    r"|\bunrespons|\brespond\w* (?:inadequately|poorly|insufficiently|incompletely|only)"
    r"|\btreatment history of\b|\bdid not adequately respond|\bdespite\b"
    r"|\bpreviously (?:treated|used|taken)\b|\bprior (?:use|treatment|therapy)\b|\bnonremission\b"
)
_DRUG = r"(?:anti-?depressant|ssri|snri|anti-?depressive)"
_THING = (
    rf"(?:{_DRUG}\w*|psychopharmac\w+|pharmacotherap\w+|medications?|agents?|drugs?|trials?|therap(?:y|ies)"
    r"|treatments?|regimens?|courses?)"
)
_BETWEEN = (
    r"(?:(?!(?:of (?:those|these|the|them|which)|which|augment\w*|adjunct\w*|class\w*|mechanism\w*|weeks?"
    r"|months?|days?|years?|hours?|mg|time\w*|sessions?|devices?|kits?|units?|points?|infusions?"
    r"|psychotherap\w*|behavioral|the following)\b)[a-z/'-]+,?[ ]+){0,7}?"
)


def _number(match: re.Match[str]) -> int | None:
    number = int(match["n"])
    return number if 1 <= number <= 12 else None


_N = r"(?:>=? )?\b(?<![\d./@-])(?P<n>\d+)(?:\s*\(\w+\))?(?: or (?:more|greater)|\+)?,? "
_COUNT = (
    wording("failed_ad_count", rf"{_N}{_BETWEEN}{_DRUG}", _number),
    wording(
        "failed_ad_count",
        rf"{_N}(?:oral |prior |previous |adequate |different |separate |distinct |other |generic |preferred "
        r"|drug |medication |treatment )*(?:trials?|courses?|regimens?) (?:of|with"
        rf"|from) (?:\w+[ -]){{0,4}}?{_DRUG}",
        _number,
    ),
)
_COUNT_UNDER_TOPIC = wording(
    "failed_ad_count",
    rf"{_N}(?:oral |prior |previous |adequate |different |separate |distinct |other |generic |preferred "
    rf"|formulary |alternative |psychiatric |covered |standard )*{_THING}\b(?! (?:classes|class\b|week))",
    _number,
)
_COUNT_OF_ONE = wording(
    "failed_ad_count",
    r"\b(?:an?|any)(?: (?:other|different|oral|generic|preferred|single|adequate|trial|course|prior|previous"
    rf"|of|an?|formulary|first-line)){{0,5}} {_DRUG}",
    1,
)
_CLASSES = (
    wording(
        "failed_ad_classes",
        rf"{_N}(?:or more )?(?:(?:different|distinct|separate|pharmacologic\w*|drug|medication|therapeutic"
        rf"|{_DRUG}\w*|of|chemical|major|unique)[ /]+)*class(?:es)?\b",
        _number,
    ),
    wording("failed_ad_classes", rf"{_N}(?:(?:different|distinct|separate)[ ]+)*mechanisms? of action", _number),
)
_SOME_OF_OTHER_CLASSES = wording(
    "failed_ad_classes",
    rf"{_N}(?:of (?:them|which|these|those|the \w+) )?(?:(?:must|should|have to) )?(?:be|are|were"
    r"|being)? ?(?:from|of|in|representing) (?:different|distinct|separate) (?:\w+ )?class",
    _number,
)
_ONE_OF_ANOTHER_CLASS = re.compile(
    r"\b1(?: of (?:them|which|these|those))?(?: (?:must|should|has|have|to|be|being|is|are))* (?:from|of|in) (?:an? )?"
    r"(?:another|other|different) (?:\w+ )?class"
)
_EACH_OF_ITS_OWN = re.compile(
    r"\b(?:different|distinct|separate|unique|own|another|dissimilar)(?: (?:pharmacologic\w*|drug|medication"
    r"|therapeutic|chemical|antidepressant\w*|or|and|major))* (?:class(?:es)?|mechanisms? of action|categor(?:y"
    r"|ies))\b"
    r"|\bno 2(?: of (?:them|which|these))? (?:\w+ ){0,3}(?:from|of|in|sharing|share) the same (?:\w+ )?class"
    r"|\bnot (?:of|from|in) the same (?:\w+ )?class"
)
_DOSE_RANGE_FLOOR = re.compile(
    r"\bminim(?:um|al)(?:ly)?(?: \w+){0,3} (?:dos|level)|\blowest (?:\w+ ){0,2}dos|\bminimum[ -]dose\b|\bdose of minim"
)
_DOSE_CEILING = re.compile(
    r"\bmaxim(?:um|al|ally)(?:[ -](?:\w+)){0,3}[ -](?:dos|tolerated|label)|\bhighest (?:\w+ ){0,3}dos"
    r"|\bmaximally (?:tolerated|indicated|dosed)|\bmaximum tolerated|\bmax(?:imum)?\.?(?: \w+){0,2} dose"
)
_DOSE_ADEQUATE = re.compile(
    r"\b(?:adequate|therapeutic|effective|sufficient|optimal|optimized|appropriate|recommended"
    r"|generally accepted|accepted|standard|labeled|fda[ -](?:approved|recommended)|usual|target|full|approved)"
    r"(?:,? (?:and|or|antidepressant|treatment|duration|daily|label\w*|dose-duration|length"
    r"|time)){0,3}[ /-]*dos|\badequately dosed|\badequate(?: in)?(?: duration)?(?: and)?[ /]dos|\bdos(?:e|age"
    r"|ing)s?(?: and duration)? (?:that (?:is|was|were) )?(?:adequate|therapeutic|considered adequate)\b"
    r"|\btherapeutically (?:adequate|effective) dos|\badequate (?:\w+ ){0,3}(?:in"
    r"|of) (?:both )?(?:terms of )?(?:dos|duration and dos)"
)
_ADHERENCE = (
    wording(
        "trial_adherence_pct",
        r"(\d+)%(?: or (?:more|greater|better|higher))?(?: [a-z-]+){0,4} (?:adheren|complian)",
        lambda match: int(match[1]),
    ),
    wording(
        "trial_adherence_pct",
        r"\b(?:adheren|complian|proportion of days covered|pdc|medication possession|mpr)\w*[^.;%\d]{0,50}?(\d+)%",
        lambda match: int(match[1]),
    ),
)
_IMPROVED = r"(?:improve\w*|reduc\w*|decreas\w*|decline|fall|drop|change|respon\w*)"
_CUTOFF = (
    wording("nonresponse_cutoff_pct", rf"(?:<= )(\d+)%[^.;%]{{0,40}}?{_IMPROVED}", lambda match: int(match[1])),
    wording(
        "nonresponse_cutoff_pct",
        rf"(\d+)%,? or (?:less|lower|below|smaller)[^.;%]{{0,25}}?{_IMPROVED}",
        lambda match: int(match[1]),
    ),
    wording(
        "nonresponse_cutoff_pct",
        rf"\b{_IMPROVED}[^.;%\d]{{0,60}}?(?:<= )?(\d+)%,? (?:or (?:less|lower|below|smaller)|at (?:most|best))",
        lambda match: int(match[1]),
    ),
    wording(
        "nonresponse_cutoff_pct", rf"\b{_IMPROVED}[^.;%\d]{{0,60}}?<= (?:an? )?(\d+)%", lambda match: int(match[1])
    ),
    wording(
        "nonresponse_cutoff_pct", rf"(?:< )(?:an? )?(\d+)%[^.;%]{{0,40}}?{_IMPROVED}", lambda match: int(match[1]) - 1
    ),
    wording(
        "nonresponse_cutoff_pct", rf"\b{_IMPROVED}[^.;%\d]{{0,60}}?< (?:an? )?(\d+)%", lambda match: int(match[1]) - 1
    ),
    wording(
        "nonresponse_cutoff_pct",
        rf"\b(?:not|never|without|failed to|no)\b[^.;%\d]{{0,60}}?(?:>= )?(?:an? )?(\d+)%[^.;%]{{0,25}}?{_IMPROVED}",
        lambda match: int(match[1]) - 1,
    ),
)
_INTOLERANCE = re.compile(
    r"\bintoleran|\bcontraindicat|\bside[ -]effects?\b|\badverse (?:\w+ )?(?:effect|event|reaction|drug)"
    r"|\bnot (?:be )?(?:been )?(?:able to )?tolerate|\b(?:un|in)ab(?:le|ility) to tolerate"
    r"|\bcould not (?:be )?(?:take|tolerate)|\bpoor(?:ly)? tolera|\btolerability|\bdid not tolerate"
)
_LOOKBACK = re.compile(
    r"\b(?:past|last|previous|prior|preceding|most recent) (?:[<>]=? )?$|\b(?:with ?in|inside)(?: the)? (?:[<>]=? )?$"
)
_EPISODE = re.compile(
    r"\b(?:current|present|ongoing|index|existing|this)(?: (?:\w+|\(\w+\))){0,4}? episode\b|\bepisode (?:now"
    r"|currently) (?:being )?(?:treated|under)|\bsame episode\b"
)
ADDED_AGENT = re.compile(
    r"\baddition of (?:an? |1 )?(?:\w+[ -]){0,3}(?:antipsychotic|lithium|thyroid|buspirone|augment)|\b(?:plus"
    r"|with) (?:an? |1 )?(?:augment|adjunct)"
    r"|\b(?:antipsychotic|lithium|thyroid(?: hormone)?|buspirone|liothyronine)s?\b[^.;]{0,30}\b(?:added"
    r"|combined|in addition|together) (?:to|with)"
)
_OTHER_TRIALS = re.compile(
    r"\baugment|\badjunct\w* (?:therap|agent|treat|antipsych|medic)|\bpsychotherap|\bcognitive[ -]behav|\bcbt\b"
    r"|\bstabili[sz]ed\b|\bremission\b|\bsobriety|\babstin|\belectroconv|\btranscranial"
)
_REFERS_BACK = re.compile(
    r"\b(?:each|both|all|every)(?: (?:of|such|one|these|those|the|them|which|prior|previous"
    rf"|\d)){{0,4}} ?(?:{_DRUG}\w*|agents?|medications?|drugs?|trials?|was|were|has|have|must|used|taken"
    r"|given)\b[^.;]*(?:\bdos(?:e|age|ing)|\bweeks?\b|\bmonths?\b|\bepisode\b|\bclass)"
)
_OTHER_TREATMENT = re.compile(
    r"\bpsychotherap|\bcognitive[ -]behav|\bcbt\b|\belectroconv|\bect\b|\btranscranial|\br?tms\b|\brems\b"
    r"|\besketamine\b|\bspravato\b|\bhypersensitiv"
)
_CLASS_NAMES = (
    r"(?:ssri|snri|tca|maoi|ndri|tricyclic(?: antidepressant)?|selective serotonin reuptake inhibitor"
    r"|serotonin[- /]norepinephrine reuptake inhibitor|monoamine oxidase inhibitor"
    r"|atypical antidepressant)s?(?: \(\w+\))?"
)
_ONE_OF_EACH = re.compile(
    rf"\b(?P<first>\d+|an?) (?:different |adequate |trial of |oral )*{_CLASS_NAMES},? and (?P<second>\d+"
    rf"|an?) (?:different |adequate |trial of |oral )*{_CLASS_NAMES}"
)


def is_about_failure(clause: Clause) -> bool:
    """Whether the clause, or the lead-in it stands under, speaks of trials of antidepressants."""
    if FAILURE.search(clause.plain) or _REFERS_BACK.search(clause.plain):
        return True
    # A percentage of adherence describes trials, even where a sentence of its own states it.
    if any(row.pattern.search(clause.plain) for row in _ADHERENCE):
        return True
    return bool(FAILURE.search(clause.topic) and re.search(rf"{_DRUG}|trial|medication", clause.topic))


def _counts(clause: Clause) -> list[Finding]:
    words = clause.plain
    if each := _ONE_OF_EACH.search(words):
        return [
            Finding(
                "failed_ad_count",
                sum(int(number) if number.isdigit() else 1 for number in each.group("first", "second")),
            )
        ]
    found = list(matches(_COUNT, words))
    if (
        not found
        and re.search(
            r"antidepress|\bagents?\b|\bmedications?\b|\bdrugs?\b|\bpharmacotherap|\btreatments?\b|\btherap"
            r"|\btrials?\b",
            words,
        )
        and not _OTHER_TRIALS.search(words)
    ):
        found = list(matches((_COUNT_UNDER_TOPIC,), words))
    if (
        not found
        and not re.search(
            r"\bconcomitant|\bconcurrent|\bconjunction|\bcombin|\balong|\bwill be\b|\bcontinu|\bnot \d"
            r"|\btogether|\bmonotherapy|\beach\b|\bevery\b",
            words,
        )
        and not _OTHER_TRIALS.search(words)
        and not ADDED_AGENT.search(words)
    ):
        found = list(matches((_COUNT_OF_ONE,), words))
    return found


def _classes(words: str, counts: list[Finding]) -> Iterator[Finding]:
    found = list(matches((*_CLASSES, _SOME_OF_OTHER_CLASSES), words))
    if (not found and _ONE_OF_ANOTHER_CLASS.search(words)) or (not found and _ONE_OF_EACH.search(words)):
        yield Finding("failed_ad_classes", 2)
    elif found:
        yield from found[:1]
    elif counts and _EACH_OF_ITS_OWN.search(words) and isinstance(counts[0].value, int):
        yield Finding("failed_ad_classes", counts[0].value)


def _dose(words: str) -> Iterator[Finding]:
    """The dose of a trial; of a range ("up to the maximum but no less than the minimum") the floor decides."""
    if _DOSE_RANGE_FLOOR.search(words):
        yield Finding("trial_dose", "minimum_effective")
        if (
            re.search(
                r"\bmaxim\w+[^.;]*\bor\b[^.;]*\bminim"
                r"|\bminim[^.;]*\bweeks?\b[^.;]*\bor\b[^.;]*\bmaxim[^.;]*\bweeks?\b"
                r"|\bminim[^.;]*\bor\b[^.;]*\bweeks?\b[^.;]*\bmaxim",
                words,
            )
            and len(durations(words)) > 1
        ):
            yield Finding("trial_dose", "maximum")
    elif _DOSE_CEILING.search(words):
        yield Finding("trial_dose", "maximum")
    elif _DOSE_ADEQUATE.search(words):
        yield Finding("trial_dose", "adequate")


def _times(words: str) -> Iterator[Finding]:
    """Length of a trial and look-back: a length after "within the past" looks back, any other is a trial's."""
    for length in durations(words):
        if _LOOKBACK.search(words[: length.start]) or (length.sign == "<=" and length.unit == "year"):
            yield Finding("lookback_months", length.months)
        elif length.unit in ("day", "week", "month") and length.weeks >= 1:
            yield Finding("trial_weeks", length.weeks)


def read(clause: Clause) -> Iterator[Finding]:
    """Findings of a clause about failed antidepressant trials, in the order in which payers name them."""
    if clause.phase == "renewal" or is_waived(clause.plain) or not is_about_failure(clause):
        return
    words = clause.plain
    if re.search(r"\btrials? (?:in|of) (?:adults|patients|esketamine|spravato)", words):
        return
    counts = _counts(clause)
    others = _OTHER_TRIALS.search(words)
    classes = list(_classes(words, counts))
    yield from counts
    yield from classes
    if not others or counts:
        yield from dict.fromkeys(_times(words))
        yield from _dose(words)
    yield from list(matches(_CUTOFF, words))[:1]
    yield from list(matches(_ADHERENCE, words))[:1]
    if _EPISODE.search(words):
        yield Finding("episode_scope", "current")
    if _INTOLERANCE.search(clause.words) and not (_OTHER_TREATMENT.search(words) and not counts):
        yield Finding("intolerance_counts", True)
