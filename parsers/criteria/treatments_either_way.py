"""Treatments of which one of two things is enough: that they failed or go on, that they failed or were considered."""

from __future__ import annotations

from parsers.criteria.vocabulary import FAILURE, PERSON, one_of
from parsers.language.patterns import compiled

THERAPY = compiled(
    one_of(
        r"\bpsychotherap", r"\bcognitive[ -]behaviou?ral", r"\bcbt\b", r"\binterpersonal (?:psycho)?therapy",
        # The "counseling center" of a college is a place.
        r"\bcounsel(?!ing (?:cent(?:er|re)|office|department)s?\b)",
        r"\btalk(?:ing)? therapy", r"\bbehaviou?ral (?:health )?therapy", r"\bevidence-based therapy",
        r"\bpsychosocial (?:treatment|intervention|therapy)", r"\bpsychological (?:treatment|therapy)",
        # e.g. "has talked with a therapist every week"
        r"\b(?:sees?|saw|seen|seeing|meets?|met|talk(?:s|ed|ing)?|speaks?|spoken|works?|worked) (?:\w+ly )?"
        r"(?:(?:with|to) )?(?:an?|the|your|his|her|their|his or her) (?:\w+ )?therapists?\b",
    )
)  # fmt: skip
GOES_ON = (
    r"(?:(?:is|are|remains?|stays?) (?:(?:now|currently|presently|still) )?"
    r"(?:in\b(?! remission)|receiving|undergoing|engaged in|ongoing|under ?way|going on|continuing|taking place)"
    r"|goes on\b|(?:is|will be|has been|is still being) (?:continued|kept (?:up|going)|carried on)\b|continues\b"
    r"|(?:has|was|is) not (?:been )?(?:stopped|discontinued|broken off|given up|ended)\b"
    r"|(?:now |currently )?(?:attends|(?:is|are) attending) (?:it|1|sessions|such therapy)\b)"
)
# "… has been offered or is under way": either will do.
_OFFER = r"(?:considered|offered|discussed|recommended|proposed|planned|referred)"
_OR_ONLY_OFFERED = compiled(
    rf"\b{_OFFER}(?: to (?:the |an? )?\w+)?,? or\b"
    rf"|,? or (?:(?:it|has|have|was|were|been|at (?:the )?least|is|be) )*{_OFFER}\b"
    # An offer that was refused is told apart.
    r"(?![^.;]*\b(?:refus|declin))"
)
_ON_GOING = r"(?:ongoing|under ?way|in progress|continuing|current(?:ly)?)"
# "Psychotherapy at the same time, or a note that it was considered": either will do.
_OR_A_NOTE = compiled(
    rf",? or (?:an? )?(?:note|record|statement|documentation|reason)s?\b[^.;]{{0,20}}? "
    rf"(?:was|were|is|has been) {_OFFER}\b(?![^.;]*\b(?:refus|declin))"
)
# "Is in psychotherapy now, or has finished a course of it without response": either will do.
_IN_IT = (
    r"(?:(?:(?:is|are|be|remains?) )?(?:(?:now|currently|presently|still|actively) )*(?:in|having|receiving|undergoing|"
    r"engaged in|attending|taking part in|participating in)"
    r"|(?:(?:now|currently|presently|still) )*(?:receives?|attends?|undergoes|takes? part in|participates? in))"
)
_IN_IT_OR_FAILED = compiled(
    rf"\b{_IN_IT} (?:\w+ ){{0,2}}?(?:{THERAPY.pattern})[^.;]*?\bor (?:has|have|had)\b(?P<past>[^.;]*)"
    # "Psychotherapy is going on, or a course of it was tried without benefit."
    rf"|(?:{THERAPY.pattern})\w* (?:\([^()]*\) )?(?:for (?:\w+ ){{1,3}}?)?(?:(?:is|are) )?"
    r"(?:(?:now|currently|presently|still|either) )?"
    r"(?:ongoing|under ?way|in progress|going on|continuing|taking place|being (?:attended|received|given|provided))\b"
    r"(?: now| at present| currently| at the same time| alongside| in parallel)?,? or (?P<ended>[^.;]*)"
    # "Has tried psychotherapy without success, or is in it now", "… or it goes on beside the drug".
    rf"|(?:^|(?<=[.;]))(?P<before>[^.;]*?(?:{THERAPY.pattern})[^.;]*?),? or "
    rf"(?:(?:it|he|she|they|(?:{THERAPY.pattern})\w*|(?:the |a )?{PERSON}) )?{GOES_ON}"
    # "Psychotherapy: tried and failed, or ongoing", in a row.
    rf"|(?:{THERAPY.pattern})\w*\W{{1,3}}(?P<told>(?:tried|failed)\b[^.;]*?),? or (?:is )?(?:still |now "
    rf")?{_ON_GOING}\b"
    rf"|(?:{THERAPY.pattern})\w*\W{{1,3}}{_ON_GOING},? or (?P<late>[^.;]*)"
    # "Has the member failed psychotherapy, or is the member in it now?"
    rf"|(?:^|(?<=[.;]))(?P<asked>[^.;]*?(?:{THERAPY.pattern})[^.;]*?),? or "
    rf"(?:is|are) (?:the |a )?(?:{PERSON}|he|she|it|they) "
    r"(?:(?:now|currently|presently|still) )?(?:in\b(?! remission)|receiving|undergoing|having|engaged in|ongoing)"
)
# "ECT has failed, or has been considered and found unsuitable", "… was tried without success, or was declined".
_NO_SUCCESS = (
    r"(?:\bfail\w*|\bwithout (?:(?:an?|any|adequate|sufficient|enough|lasting|satisfactory) )*(?:success|benefit|"
    r"respon\w+|effect|relief|improvement|remission)|\bunsuccessful\w*|\bineffective|\b(?:did|has|have) not "
    r"(?:help(?:ed)?|work(?:ed)?|respond(?:ed)?|succeed(?:ed)?)|\bto no (?:avail|effect))"
)
_TO_CONSIDER = r"(?:considered|offered|weighed|discussed|declined|refused)"
_PAST = r"(?:(?:it|they|has|have|was|were|been|is|are|at least|else|also|only) )*"
_FAILED_OR_CONSIDERED = compiled(
    rf"{_NO_SUCCESS}(?: (?:in the past|before|already|to (?:it|them|both|either)|treatment|trials?))?,? or "
    rf"{_PAST}{_TO_CONSIDER}\b|\b{_TO_CONSIDER}\b[^.;]{{0,60}},? or {_PAST}(?:(?:given|tried|used) )?{_NO_SUCCESS}"
    # "Has the member tried ECT, or were both considered?", "failure of ECT, or a statement that it was considered".
    rf"|(?:\b(?:tried|fail\w*)\b|{_NO_SUCCESS})[^.;]{{0,60}}?, or (?:(?:an?|the|his or her) )?(?:(?:note|record|"
    r"statement|documentation|reason|explanation)s? (?:that|showing|why) )?"
    r"(?:(?:were|was|are|is|has|have|had) )?(?:(?:it|they|both|each|either|neither|this|these|ect|tms|psychotherapy) )?"
    rf"(?:and |or )?(?:(?:ect|tms) )?{_PAST}{_TO_CONSIDER}\b"
)
# "ECT has been considered: it was offered and declined, or has failed": the ways in which it can have been.
CONSIDERED_AS_TOLD = compiled(r"\bconsidered ?(?::|,? (?:that is|which means|meaning|i\.e\.),?)")

# "Psychotherapy is taking place, or augmentation has failed": two treatments, and one way for each.
_ANOTHER = (
    r"(?:(?:an?|the|one|1|prior|adequate) )*(?:augment\w*|adjunctive|ect\b|r?tms\b|electroconvulsive|transcranial|"
    r"lithium|antidepressants?|neuromodulation)"
)
_OF_ANOTHER_TREATMENT = compiled(rf"^\W*{_ANOTHER}")
_OR_ANOTHER = compiled(rf",? or {_ANOTHER}[^.;]*? (?:has|have|had|was|were) [^.;]*\W*$")
_HAS_A_VERB = compiled(r"\b(?:is|are|goes|runs|takes|occurs|receives?|attends?|undergoes|participates)\b")


def without_other_way(words: str) -> str:
    """A clause without the other treatment, which has failed, that it sets beside psychotherapy."""
    alone = _OR_ANOTHER.sub("", words)
    # "Psychotherapy or TMS has failed" has one verb for both.
    told = THERAPY.search(alone) and _HAS_A_VERB.search(alone) and not FAILURE.stands_in(alone)
    return alone if told else words


def in_it_or_failed(words: str) -> bool:
    """Whether a clause asks that psychotherapy goes on or has failed."""
    either = _IN_IT_OR_FAILED.search(words)
    told = next(filter(None, either.groups()), "") if either else ""
    return FAILURE.stands_in(told) and not _OF_ANOTHER_TREATMENT.search(told)


def failed_or_considered(words: str) -> bool:
    """Whether a clause asks that a treatment has failed or has been considered."""
    return bool(_FAILED_OR_CONSIDERED.search(words))


def or_only_considered(words: str) -> bool:
    """Whether psychotherapy that a clause says to go on may only have been considered."""
    return bool(_OR_A_NOTE.search(words) or _OR_ONLY_OFFERED.search(words))
