"""Setting and safety: REMS, observation, place, staff, drug screens, prescription-monitoring database."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.any_of import any_of
from parsers.criteria.numbers import durations, whole
from parsers.criteria.vocabulary import PERSON, near, one_of
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording
from parsers.patterns import compiled

_REMS = compiled(r"\brems\b|\brisk evaluation (?:and|&) mitigation strateg")
_REMS_DEMANDED = compiled(
    one_of(
        r"\bcertif", r"\benrol", r"\bsigned up (?:with|in|for)\b",
        r"\bregist", r"\bparticipa", r"\btakes? part", r"\bcompl[iy]", r"\baccord",
        r"\brequire",
        r"\bunder (?:the|REMS|rems)\b", r"\bon the\b", r"\badher", r"\bsite", r"\bsetting", r"\bfacility", r"\bpharmac",
        r"\bthrough the\b",
        r"\b(?:meets?|satisf(?:y|ies)|follow\w*|agree\w*|attest\w*|approved|criteria|(?:allow|permit)s)\b",
        # The name alone, as an item of a list.
        r"^\W*(?:(?:the|spravato|esketamine) )*rems(?: program)?\W*$",
        r"\b(?:remains?|continues?|stays?|kept|is|are) (?:(?:\w+ )?in|with|on) "
        r"(?:(?:the|spravato|esketamine|drug'?s?) )*(?:rems|risk evaluation)\b",
    )
)  # fmt: skip
_REMS_CITED = compiled(
    # The federal program as the place where uses are listed.
    r"\b(?:lists? of|listed (?:in|by|on|under)|looked up (?:in|on)|found (?:in|on|through|via|by way of|with)|"
    r"available (?:from|through|on)|obtained (?:from|through)|read (?:in|on))\b[^.;]{0,60}\b(?:rems|risk "
    r"evaluation)\b"
    r"|\b(?:rems|risk evaluation (?:and|&) mitigation strategy)(?: \(rems\))?(?: program)? (?:lists|names|pages?)\b|"
    rf"\brecommend(?:ed|s|ation)?\b{near(90)}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:indications?|uses?)\b{near(90)}\b(?:lists?|names?|shows?|publishe[sd]|gives) in\b{near(30)}"
    r"\b(?:rems|risk evaluation)\b"
    rf"|\b(?:lists?|names?|shows?|publishes|gives)\b{near(40)}\b(?:indications?|uses?)\b{near(30)}"
    r"\b(?:rems|risk evaluation)\b"
    rf"|\b(?:indications?|uses?)\b{near(90)}\b(?:that|which) (?:its|the)\b{near(30)}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:listed|shown|found in|described|named|outlined|explained|labeled)\b{near(40)}\b(?:rems|risk evaluation)\b"
    rf"|\blists?\b{near(30)}\b(?:kept|maintained|held|published|printed) (?:by|in|on)\b{near(30)}\b(?:rems|"
    rf"risk evaluation)\b"
    rf"|\b(?:can|may) (?:ask|call|contact|phone|write to)\b{near(40)}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:rems|risk evaluation)\b{near(30)}\bform\b"
    rf"|\b(?:rems|risk evaluation)\b{near(40)}\b(?:lists|names|enumerates|shows) (?:these|them|those|which|"
    r"its|the uses)\b"
    # e.g. "uses that the agency lists with the REMS program", "the current uses stand on the page of the REMS"
    rf"|\b(?:uses|indications)\b{near(60)}\b(?:lists?|pages?|web\w*)\b{near(60)}\b(?:rems|risk evaluation)\b"
)

# Under a lead-in that names the REMS: "Pharmacies that supply these sites hold the certification, too".
_HOLDS_CERTIFICATE = compiled(
    r"\b(?:pharmac\w+|sites?|settings?|facilit\w+|clinics?|places?)\b[^.;]{0,60}\b(?:certif\w+|enrol\w+)"
    r"|\b(?:patients?|members?|clients?|individuals?|beneficiar\w+)\b[^.;]{0,30}\benrol"
)
_WATCHED = rf"(?:the |an? |each |every |all )?{PERSON}\b"
_OBSERVED = compiled(
    one_of(
        r"\b(?:monitor|observ|watch|supervis|remain|stay|surveill|kept|attend)\w*\b|\bnot (?:\w+ )?leave\b",
        r"\bvital signs (?:(?:are|is|will|be|must) ){1,2}(?:checked|taken|measured|recorded|followed) for\b",
        # e.g. "the site holds the recipient for two hours", "patients are retained", "rests on site"
        rf"\b(?:holds?|holding|keeps?|keeping|retains?|retaining|looks? after|looking after) {_WATCHED}",
        rf"\b{PERSON}s? (?:\w+ ){{0,2}}?(?:held|retained|looked after|rests?)\b",
        # e.g. "may not go home until two hours have passed", "discharge is no sooner than 2 hours after"
        r"\b(?:leaves?|leaving|goes home|go home|going home|sent home|departs?|dischar\w+|releas\w+)\b[^.;]{0,40}"
        r"\b(?:until|before|sooner|earlier|earliest|after|>=)",
        r"\btime (?:on|at) (?:the )?(?:site|clinic|office)\b",
        r"\bhours? (?:in|at) the (?:clinic|office|site|cent(?:er|re)|facility) (?:\w+ )?(?:follow|after)",
    )
)
# What a visit takes, as it is told to who comes or who bills.
_OBSERVED_THERE = compiled(
    r"\b(?:visit|observation code|g208[23]|supplied)\b|\bplan (?:on|for)\b"
    r"|\b(?:sessions?|appointments?) (?:usually |typically |generally )?"
    r"(?:lasts?|runs?|takes? (?:about|up to|longer|more|\d))\b"
)

_GIVEN = any_of(
    r"\badminist", r"\bgiven", r"\bperform", r"\bprovid", r"\bplac(?:e|ed) of service",
    r"\bsite[ -]of[ -](?:care|service)",
    r"\bsetting", r"\btreat(?:ed|ment|ments)\b", r"\btaken", r"\btakes? place", r"\bdeliver", r"\buse[ds]?\b",
    r"\bdosed", r"^\W*(?:it|this|that|the (?:site|place|setting|facility|location)) is (?:an?|the)\b",
    r"\binfus", r"\breceiv", r"\bsites?\b", r"\bcovered\b", r"^\W*(?:[\w']+\W+){1,9}$",
    # A line of a table or form: "Place: physician office", "Where given: clinic".
    r"^\W*(?:(?:permitted|allowed|approved|covered) )?(?:where|places?|locations?|facility|facilities)(?: "
    r"\w+){0,2}\W*:",
)  # fmt: skip
# "Given in one of these settings:" leads in places.
_LEADS_IN_PLACES = compiled(
    r"\b(?:settings?|sites?|places?|locations?|facilit(?:y|ies)|(?:administered|given|provided) (?:in|at))\b"
    r"|^\W*where(?: (?:it |the \w+ )?(?:is|may be|can be|must be|to be)?(?: \w+)?)?\W*$"
)
_MOST_WORDS_OF_A_PLACE = 9
# "Hospital outpatient department", as an item of a checklist.
_IS_A_PLACE = compiled(
    r"\W*(?:(?:in|at) )?(?:an? |the )?(?:hospital outpatient (?:department|clinic|facility|setting)|outpatient hospital"
    r"(?: department)?|(?:physician|doctor|prescriber|psychiatrist)(?:'s|s')? office|office setting"
    r"|inpatient (?:hospital|unit|facility))\W*"
)
_DOCTOR = one_of("physician", "doctor", "provider", "prescriber", "practitioner", "psychiatrist")
_SITE = (
    wording(
        "site",
        r"\b"
        + one_of(
            rf"{_DOCTOR}(?:'s|s'?)? (?:or clinic )?office",
            r"(?:medical )?office(?:[ -]based)?(?: setting| visit)?",
            r"(?:outpatient |mental health |treatment )?(?<!hospital )(?<!hospital outpatient )clinic",
        )
        + r"\b(?! (?:visit |chart |progress )?(?:notes?|records?)| of | (?:visit )?(?:benefits?|co-?pay\w*|charges?)\b"
        r"| (?:contact|phone|telephone|fax|staff|manager|address)\b)",
        "office",
    ),
    wording(
        "site",
        r"\bhospital[ -](?:based )?outpatient|\boutpatient (?:hospital|department|facility)|\bhopd\b"
        r"|\bhospital\b[^.;]{0,12}\bas an? (?:inpatient or (?:an )?)?outpatient\b"
        # "In a hospital, inpatient or outpatient", "in an outpatient or inpatient hospital".
        r"|\bhospital(?:,| \(|:)? ?(?:either )?(?:inpatient (?:or|and) )?outpatient\b"
        r"|\boutpatient (?:or|and) inpatient hospital\b",
        "outpatient_hospital",
    ),
    wording(
        "site",
        r"\binpatient (?:hospital|facility|setting|unit|stay|psychiatric (?:hospital|facility|unit))"
        r"|\bas (?:an (?:outpatient or (?:an )?)?inpatient|inpatients)\b|\bto inpatients\b"
        r"|\bhospital(?:,| \(|:)? ?(?:either )?(?:outpatient (?:or|and) )?inpatient\b"
        r"|\binpatient (?:or|and) outpatient (?:hospital|facility|setting)"
        r"|\b(?:for|to|in) (?:an? |the )?hospital inpatients?\b|\bduring (?:an? |the )?hospital (?:stay|admission)\b",
        "inpatient",
    ),
    wording("site", r"\bemergency (?:department|room)\b", "emergency"),
    wording(
        "site",
        rf"\b(?:in|at) (?:the |an? )?(?:{PERSON}'s )?home\b|\bhome (?:setting|administration|infusion|use)\b",
        "home",
    ),
)
# "The clinic will not let you drive" says what it does, and "if given in a clinic" asks for none.
_AS_ACTOR = compiled(
    r"\b(?:the|your|each|every) (?:\w+ing )?(?:clinic|office)(?: (?:where|in which|at which|that|which) "
    r"[^.;,]{3,40}?)? "
    r"(?:will|must|should|shall|can|may|has to|needs to) (?!be\b)"
    r"|\b(?:ship|mail|send|deliver)(?:s|ped|ed)? (?:it |the drug )?to (?:the|your|an?) (?:clinic|office)\b"
    # e.g. "a clinic bills the visit", "clinics that buy the drug", "an office is paid for"
    r"|(?<!\bin )(?<!\bat )\b(?:(?:the|an?|each|every|any|this|that|your) (?:[\w-]+ ){0,2}?(?:clinic|office)|clinics|"
    r"offices),? (?:that |which )?"
    r"(?:bills?|buys?|purchases?|orders?|stores?|stocks?|calls?|faxe?s?|sends?|submits?|reports?|keeps?|logs?|files?|"
    r"registers?|asks?|(?:is|are) (?:paid|reimbursed|billed|charged))\b"
    r"|\bif (?:it is |to be )?(?:administered|given|used) (?:in|at) (?:an? |the )?(?:clinic|office)\b"
)
_SITE_REFUSED = compiled(
    r"\bbilled (?:as|by|with|under|through)\b|\bnot dispensed\b|\b(?:your|our) office\b|(?<!in[ -])\boffice use\b|"
    r"\bfax\b|"
    r"\b(?:completed|filled (?:in|out)|prepared|signed|sent)"
    r" by (?:the|an?) (?:\w+ )?office\b"
    r"|\bpharmac\w+ to (?:the|an?) |\b(?:ship(?:s|ped)?|sent|sends|mail(?:s|ed)|deliver(?:s|ed)) (?:\w+ )?to\b"
    r"|\b(?:not|never) (?:\w+ ){0,7}(?:home|office|hospital|inpatient|clinic"
    r"|at)\b|\bno home\b"
    r"|\b(?:home|office|hospital|inpatient|clinic)\b[^.;,]{0,40}\b(?:not (?:be )?(?:allowed|permitted|covered|approved"
    r"|acceptable)|prohibited|excluded)\b"
    # Who looks at it is told of a place that nobody asks for.
    r"|\binpatients? (?:is|are|will be) (?:looked at|(?:individually |separately )?reviewed|referred|sent)\b"
    # "In the emergency department or after surgery": there, or at another time.
    r"|\b(?:department|room|stay|hospital|office|clinic|unit) or (?:after|before|following|when|if)\b"
    # "An inpatient or outpatient infusion" is one at any place.
    r"|\b(?:inpatient (?:or|and) outpatient|outpatient (?:or|and) inpatient) "
    r"(?:infusions?|treatments?|use|care|services?|sessions?|requests?)\b"
)
# Where the program certifies the place, the program is what is asked for.
_CERTIFIED = one_of("certified", "enrolled", "registered")
# "A clinic-administered drug", "a provider-administered drug, given in a clinic" say what the drug is, as on the list
# of a medical benefit.
_KIND_OF_DRUG = compiled(
    r"\b(?:clinic|office|hospital|physician|provider)[ -]administered\b"
    r"(?: (?:drug|product|medication|medicine|benefit),? (?:that is |which is )?(?:given|administered|used) (?:in|at) "
    r"(?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)s?\b)?"
    r"|\b(?:drugs|products|medications|medicines),? (?:that are |which are )?(?:given|administered|used) (?:in|at) "
    r"(?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)s?\b"
)
_CERTIFIED_PLACE = compiled(
    rf"\b(?:clinics?|offices?|sites?)(?: (?:where|in which|at which|that|which) [^.;,]{{3,50}}?)??"
    rf"(?: (?:that|which|is|are|be|must|has been|have been))* {_CERTIFIED}"
    r" (?:in|by|under|with|through)\b[^.;]{0,30}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:rems|program)[- ]{_CERTIFIED} (?:(?!hospital|outpatient)\w+ ){{0,2}}(?:clinics?|offices?)\b"
    # Who else certifies is named: "board-certified", "state-certified".
    rf"|(?<![\w-])(?<!board ){_CERTIFIED} (?:(?:health ?care|treatment|medical|spravato|esketamine|or|an?) )"
    r"{0,3}(?:clinics?|offices?)\b"
    rf"|\b(?:clinics?|offices?)(?: (?:is|are|be|must|has been|have been))* rems[- ]{_CERTIFIED}\b"
    r"|\b(?:clinics?|offices?)\b[^.;]{0,25}\brems certif"
    rf"|\b(?:clinics?|offices?)\b(?:,| and| or) [^.;]{{0,20}}pharmac[^.;]{{0,45}}?\b{_CERTIFIED}\b"
)
_IS_ABOUT_SUICIDALITY = compiled(
    rf"\bsuicid|\bdischarged\b|\b{PERSON} (?:is|was|has been) (?:now |currently )?(?:in|on|admitted)\b"
)

_PERSONNEL = (
    wording("personnel", r"\bacls\b|\badvanced cardi\w+ life support\b", "acls"),
    wording(
        "personnel",
        r"\ban(?:a)?esthesiologist|\ban(?:a)?esthetist|\bcrna\b"
        r"|\b(?:trained|qualified|experienced|skilled) in (?:general )?ana?esthesia\b"
        r"|\ban(?:a)?esthesia (?:provider|clinician|professional|practitioner|staff)",
        "anesthesia_clinician",
    ),
)
# Who orders the drug is its prescriber, and need not attend.
_ORDERED_BY = compiled(r"\b(?:prescribed|ordered|requested) by\b[^.;]*")
_SCREEN = compiled(
    r"\b(?:urine|drug|toxicology|substance)[ -](?:drug |toxicology )?(?:screen|test|toxicology)\w*"
    r"|\buds\b|\budt\b|\burine tox|\burine (?:\w+ ){0,3}(?:tested|screened|checked|examined)\b"
    r"|\b(?:test|screen)\w* (?:of )?(?:the |his or her )?urine\b"
)
_SCREEN_AT_START = compiled(
    r"\b(?:baseline|before|prior to|initial|at the start|at initiation|within|recent|pre-?treatment|negative)\b"
)
_SCREEN_AFTER = compiled(
    r"\b(?:ongoing|periodic\w*|each|every|continu\w+|random|monthly|quarterly|annual\w*|regular\w*|throughout"
    r"|(?:during|over) (?:the )?(?:course of )?(?:the )?(?:treatment|therapy)|while (?:on|under|in) "
    r"(?:treatment|therapy)"
    r"|again|repeat\w*|thereafter|subsequent)\b"
)
_MONITORING_PROGRAM = wording(
    "pdmp_check",
    one_of(
        r"\bp?pdmp\b", r"\bpmp\b", r"\bdrug monitoring (?:database|program|system|registry)\b",
        r"\bprescription(?: drug)?[ -](?:monitoring|database|registry)\b",
        r"\bcontrolled[ -]substances?(?: prescription)?"
        r" (?:monitoring|database|registry|utilization|history report|reporting)\b",
        # e.g. "the controlled-substance history in the state monitoring program"
        r"\b(?:state(?:'s|’s)?|statewide) (?:[\w-]+ ){0,3}monitoring (?:program|system|database)\b",
        r"\bstate (?:prescription |controlled )?drug (?:registry|database)\b[^.;]{0,60}\b(?:search|check|review|quer|"
        r"consult)\w*",
        r"\bcontrolled[ -]substances? (?:[\w-]+ ){0,2}(?:history|records?|report) (?:\w+ ){0,2}(?:in|from|of) "
        r"the state\b",
    ),
    True,
)  # fmt: skip


def _screens(clause: Clause) -> Iterator[Finding]:
    if not _SCREEN.search(clause.plain):
        return
    after = bool(_SCREEN_AFTER.search(clause.plain)) or clause.phase == "renewal"
    at_start = clause.phase == "initial" and _SCREEN_AT_START.search(clause.plain)
    if at_start or not after:
        yield Finding("uds", "baseline")
    if after:
        yield Finding("uds", "ongoing")


_AT_MOST = ("<", "<=")
# "Within 2 hours", "blood pressure at 40 minutes": when something is done, and not how long.
_POINT_OF_TIME = compiled(r"\b(?:within|at|after) (?:the |an? )?$")


def _observation(clause: Clause) -> Iterator[Finding]:
    if not _OBSERVED.search(clause.plain) or _OBSERVED_THERE.search(clause.plain):
        return
    hours = [
        length
        for length in durations(clause.plain)
        if length.unit == "hour" and length.hours <= 24 and length.sign not in _AT_MOST
    ]
    if hours and not _POINT_OF_TIME.search(clause.plain[: hours[0].start]):
        yield Finding("monitoring_hours", whole(hours[0].hours))


def _sites(clause: Clause) -> Iterator[Finding]:
    """Kinds of place; a stay in hospital because of suicidality is the patient's state, not the place of a dose."""
    words = clause.plain
    given = _GIVEN.stands_in(words) or (
        len(words.split()) <= _MOST_WORDS_OF_A_PLACE
        and (_LEADS_IN_PLACES.search(clause.title) or _IS_A_PLACE.fullmatch(words))
    )
    if given and not _SITE_REFUSED.search(words) and not _IS_ABOUT_SUICIDALITY.search(words):
        place = _AS_ACTOR.sub(" ", _KIND_OF_DRUG.sub(" ", _CERTIFIED_PLACE.sub(" ", words)))
        yield from matches(_SITE, place)


def read(clause: Clause) -> Iterator[Finding]:
    """What a clause demands of the place, the staff and the checks around a session."""
    words = clause.plain
    if is_waived(words):
        return
    under_rems = _REMS.search(clause.title) and _HOLDS_CERTIFICATE.search(words)
    if under_rems or (_REMS.search(words) and _REMS_DEMANDED.search(words) and not _REMS_CITED.search(words)):
        yield Finding("rems", True)
    yield from _observation(clause)
    yield from _sites(clause)
    yield from matches(_PERSONNEL, _ORDERED_BY.sub(" ", words))
    yield from _screens(clause)
    yield from matches((_MONITORING_PROGRAM,), words)
