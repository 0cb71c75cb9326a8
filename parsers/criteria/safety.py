"""Setting and safety: REMS, observation, place, staff, drug screens, prescription-monitoring database."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria import sites
from parsers.criteria.durations import durations
from parsers.criteria.numbers import whole
from parsers.criteria.vocabulary import AS_USUAL, PERSON, near, one_of
from parsers.criteria.wording import Clause, Finding, is_waived, matches, wording
from parsers.language.patterns import compiled

_REMS = compiled(r"\brems\b|\brisk evaluation (?:and|&) mitigation strateg")
_REMS_DEMANDED = compiled(
    one_of(
        r"\bcertif", r"\benrol", r"\bsigned up (?:with|in|for)\b",
        r"\bregist", r"\bparticipa", r"\btakes? part", r"\bcompl[iy]", r"\baccord",
        r"\brequire",
        r"\bunder (?:the|REMS|rems)\b", r"\bon the\b", r"\badher", r"\bsite", r"\bsetting", r"\bfacility", r"\bpharmac",
        r"\b(?:through|within|inside) (?:the|spravato|rems)\b",
        r"\b(?:belong(?:s|ing)?|admitted) to (?:(?:the|spravato|esketamine) )*(?:rems|risk evaluation)\b",
        r"\b(?:part|members?) of (?:(?:the|spravato|esketamine) )*(?:rems|risk evaluation)\b",
        r"\b(?:meets?|satisf(?:y|ies)|follow\w*|agree\w*|attest\w*|approved|criteria|(?:allow|permit)s)\b",
        # The name alone, as an item of a list.
        r"^\W*(?:(?:the|spravato|esketamine) )*rems(?: program)?\W*$",
        rf"\b(?:clinics?|sites?|offices?|prescribers?|{PERSON}s?) (?:(?:must|shall|should|(?:has|have|needs?) to) "
        r"be )?in (?:(?:the|spravato|esketamine) )*rems\b",
        r"\b(?:remains?|continues?|stays?|kept|is|are|(?:will|'ll) be|still) (?:(?:\w+ )?in|with|on) "
        r"(?:(?:the|spravato|esketamine|drug'?s?) )*(?:rems|risk evaluation)\b",
    )
)  # fmt: skip
_REMS_CITED = compiled(
    # e.g. "the plan follows the REMS as the agency has set it": what the payer itself does
    r"^\W*(?:note: )?(?:the |our |this )?(?:plan|program|payer|company|policy|fund|"
    r"department) (?:also )?(?:follows?|honou?rs?|adopts?|"
    r"relies on|refers to|supports?|recognizes?) (?:the |its )?(?:(?:spravato|esketamine|drug'?s?) )*rems\b|"
    # e.g. "the manufacturer ships it only to pharmacies that take part in its REMS": what is done anyway
    r"^\W*(?:the |its )?(?:manufacturer|maker|company|distributor) (?:only )?(?:delivers?|ships?|supplies|sells?|"
    r"sends?|distributes?)\b|"
    # e.g. "because of sedation the FDA approved it with a REMS": how the program came to be
    r"^(?!.*\b(?:must|shall|certif\w+|enrol\w+|only)\b).*\b(?:fda|food and drug administration|agency|manufacturer|"
    r"maker)\b[^.;]{0,40}?\b(?:approved|required|imposed|mandated|established|set up|asked for|runs?|operates?|"
    r"maintains?|keeps?)\b[^.;]{0,60}\b(?:rems|risk evaluation)\b|"
    r"^(?!.*\b(?:must|shall|certif\w+|enrol\w+|only)\b).*\b(?:was|were) (?:first )?approved\b[^.;]{0,40}\b(?:with|"
    r"under|subject to) an? (?:[\w-]+ )?(?:rems|risk evaluation)\b|"
    # e.g. "it comes only to places that take part in the REMS"
    r"^\W*(?:it|they|spravato|esketamine|the (?:drug|spray|medication))(?: nasal spray)? (?:comes?|goes|(?:is|are) (?:"
    r"shipped|delivered|sold)) (?:only|solely|exclusively) (?:to|through)\b|"
    # e.g. "sites report sessions to the REMS in the usual way", "reporting to the REMS is between site and maker"
    r"^(?!.*\b(?:must|shall|has to|have to|required?|requires|certif\w+)\b).*\b(?:rems|risk evaluation)\b"
    rf"[^.;]*\b{AS_USUAL}(?=\W*$|;)|"
    r"^\W*report(?:s|ing)\b[^.;]*\b(?:rems|risk evaluation)\b[^.;]*\b(?:goe?s? on|(?:is|are) between)\b|"
    # The federal program as the place where uses are listed.
    r"\b(?:lists? of|listed (?:in|by|on|under)|looked up (?:in|on)|found (?:in|on|through|via|by way of|with)|"
    r"available (?:from|through|on)|obtained (?:from|through)|read (?:in|on))\b[^.;]{0,60}\b(?:rems|risk "
    r"evaluation)\b"
    r"|\b(?:rems|risk evaluation (?:and|&) mitigation strategy)(?: \(rems\))?(?: program)?(?:['’]s)?(?: web ?sites?|"
    r" portal| pages?)? "
    r"(?:lists|names|shows|pages?)\b|"
    rf"\brecommend(?:ed|s|ation)?\b{near(90)}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:indications?|uses?)\b{near(90)}\b(?:lists?|names?|shows?|publishe[sd]|gives) in\b{near(30)}"
    r"\b(?:rems|risk evaluation)\b"
    rf"|\b(?:lists?|names?|shows?|publishes|gives)\b{near(40)}\b(?:indications?|uses?)\b{near(30)}"
    r"\b(?:rems|risk evaluation)\b"
    # e.g. "for uses that the REMS admits", and not "for both uses we ask that the clinic be REMS certified"
    rf"|\b(?:indications?|uses?)\b{near(90)}\b(?:that|which) (?:its|the)\b(?! (?:[\w-]+ )?(?:clinic|site|setting|"
    rf"facility|office|place|pharmacy|provider|prescriber|{PERSON})s?\b){near(30)}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:listed|shown(?! that\b)|found in|described|named|outlined|explained|labeled(?! (?:uses?|indications?)))"
    rf"\b{near(40)}\b(?:rems|risk evaluation)\b"
    rf"|\blists?\b{near(30)}\b(?:kept|maintained|held|published|printed) (?:by|in|on)\b{near(30)}\b(?:rems|"
    rf"risk evaluation)\b"
    rf"|\b(?:can|may) (?:ask|call|contact|phone|write to)\b{near(40)}\b(?:rems|risk evaluation)\b"
    r"|\b(?:rems|risk evaluation)\b(?:(?!\benrol)[^.;]){0,30}\bform\b"
    rf"|\b(?:rems|risk evaluation)\b{near(40)}\b(?:lists|names|enumerates|shows) (?:these|them|those|which|"
    r"its|the uses)\b"
    # e.g. "Site REMS no.: ____": a blank of a form for what is known there
    r"|^\W*(?:\w+ ){0,3}rems(?: (?:certificat\w+|enrol\w+|site))? (?:id\b|no\b|numbers?\b|#)"
    r"(?: (?:of|for) the \w+)?[^\w_]*(?:_[\W_]*)?$"
    # e.g. "Under the REMS it cannot be taken home": what the program forbids
    r"|^\W*under (?:the|its) (?:(?:spravato|esketamine|drug'?s?) )*(?:rems|risk evaluation)(?: program)?,? "
    r"(?:it|spravato|esketamine|the (?:drug|spray|medication|medicine|product))\b(?![^.;]*\b(?:certif|enrol|regist))"
    r"[^.;]{0,20}\b(?:cannot|can'?t|not|never)\b"
    # e.g. "uses that the agency lists with the REMS program", "the current uses stand on the page of the REMS"
    rf"|\b(?:uses|indications)\b{near(60)}\b(?:lists?|pages?|web\w*)\b{near(60)}\b(?:rems|risk evaluation)\b"
)

# Under a lead-in that names the REMS: "Pharmacies that supply these sites hold the certification, too".
_HOLDS_CERTIFICATE = compiled(
    r"\b(?:pharmac\w+|sites?|settings?|facilit\w+|clinics?|places?)\b[^.;]{0,60}\b(?:certif\w+|enrol\w+)"
    r"|\b(?:patients?|members?|clients?|individuals?|beneficiar\w+)\b[^.;]{0,30}\benrol"
)
# "Spravato is given at a certified site only": by the program, which alone certifies places for the drug.
_AT_CERTIFIED_PLACE = compiled(
    # "Dispensed and given only in a certified health care setting", as an item of its own.
    r"^\W*(?:(?:dispensed|given|administered|taken|used|dosed|and|to be|is|must be|only) )+(?:only )?(?:in|at|by)"
    r" (?:an? )?certified (?:(?:treatment|health ?care|medical|outpatient) )?(?:sites?|settings?|facilit(?:y|ies)|"
    r"cent(?:er|re)s?)\W*$|"
    r"\b(?:spravato|esketamine|nasal spray)(?: \([\w ]+\))? (?:(?:is|are|must|may|can|will|only|be|to) ){1,3}"
    r"(?:given|administered|used|taken|provided|dosed)\b[^.;]{0,30}? (?:in|at|by) (?:an? |the |only )*"
    r"(?:certified|enrolled) (?:(?:treatment|health ?care|medical|outpatient) )?"
    r"(?:sites?|settings?|facilit(?:y|ies)|clinics?|cent(?:er|re)s?|offices?|places?|locations?)\b"
)
_WATCHED = rf"(?:the |an? |each |every |all )?{PERSON}\b"
_OBSERVED = compiled(
    one_of(
        r"\b(?:monitor|observ|watch|supervis|remain|stay|surveill|kept|attend)\w*\b|\bnot (?:\w+ )?leave\b",
        r"\bvital signs (?:(?:are|is|will|be|must) ){1,2}(?:checked|taken|measured|recorded|followed) for\b",
        # e.g. "the site holds the recipient for two hours", "patients are retained", "rests on site"
        rf"\b(?:holds?|holding|keeps?|keeping|retains?|retaining|looks? after|looking after) (?:you\b|{_WATCHED})",
        rf"\b{PERSON}s? (?:\w+ ){{0,2}}?(?:held|retained|looked after|rests?)\b",
        # e.g. "may not go home until two hours have passed", "discharge is no sooner than 2 hours after"
        r"\b(?:leaves?|leaving|goes home|go home|going home|sent home|departs?|dischar\w+|releas\w+)\b[^.;]{0,40}"
        r"\b(?:until|before|sooner|earlier|earliest|after|>=)",
        # e.g. "someone has to be with the patient for two hours afterwards"
        rf"\b(?:be|stay|sit|remain) with (?:you|{_WATCHED})",
        # e.g. "staff keep an eye on the patient", "the chair is not vacated until", "departure earlier than"
        rf"\b(?:keeps? (?:an eye|watch) (?:on|over)|sits? with) (?:you\b|{_WATCHED})",
        r"\b(?:vacated?|departure|let go)\b[^.;]{0,40}\b(?:until|before|sooner|earlier|>=)",
        r"\b(?:time|hours?) (?:on|at) (?:the )?(?:site|clinic|office)\b",
        r"\bhours? (?:in|at) the (?:clinic|office|site|cent(?:er|re)|facility) (?:\w+ )?(?:follow|after)",
    )
)
# What a visit takes, as it is told to who comes or who bills.
_OBSERVED_THERE = compiled(
    r"\b(?:(?<!each )(?<!every )(?<!per )visit|observation code|g208[23]|supplied)\b|\bplan (?:on|for)\b"
    # e.g. "members stay for two hours, as the label says"
    r"|^(?!.*\b(?:must|shall|will|should|is to|are to|requir\w+|agree\w*|attest\w*|be)\b)"
    r".*\bas (?:the|its) (?:\w+ )?(?:label\w*|insert|prescribing information) (?:says|states|tells|describes|puts it)\b"
    # e.g. "billing for 2 hours of observation is explained in a bulletin"
    r"|^(?!.*\b(?:must|shall|will|should|is to|are to|requir\w+|observed|monitored|watched|remains?|stays?)\b)"
    r".*\b(?:billing (?:for|of)|how to bill|(?:is|are) (?:not )?(?:separately )?billed|(?:payment|rate|fee) includes)\b"
    r"|\b(?:sessions?|appointments?) (?:usually |typically |generally )?"
    r"(?:lasts?|runs?|takes? (?:about|up to|longer|more|\d))\b"
)

_PERSONNEL = (
    wording("personnel", r"\bacls\b|\badvanced cardi\w+ life support\b", "acls"),
    wording(
        "personnel",
        # "What an anesthetist gives during surgery is covered": the use is named by who gives it.
        r"(?:\ban(?:a)?esthesiologist|\ban(?:a)?esthetist)"
        r"(?!s? (?:during|in|for) (?:an? |the )?(?:[\w-]+ )?(?:surger|operation|procedure)\w* (?:is|are) covered)"
        r"|\bcrna\b"
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
    r"|\b(?:test|screen)(?:ed|ing|s)? for (?:(?:illicit|illegal|street|recreational) )?"
    r"(?:drugs?(?: of abuse)?|substances?)\b"
    r"|\b(?:test|screen)\w* (?:of )?(?:the |his or her )?urine\b"
)
_SCREEN_AT_START = compiled(
    r"\b(?:baseline|before|prior to|initial|at (?:the )?(?:start|outset|beginning)|at initiation|at first|within"
    r"|recent|pre-?treatment|negative)\b"
)
_SCREEN_AFTER = compiled(
    r"\b(?:ongoing|periodic\w*|each|every|continu\w+|random|monthly|quarterly|annual\w*|regular\w*|throughout"
    r"|(?:during|over) (?:the )?(?:course of )?(?:the )?(?:treatment|therapy)|while (?:on|under|in) "
    r"(?:treatment|therapy)"
    r"|again|repeat\w*|thereafter|subsequent|for as long as|for the duration|while (?:being )?treated)\b"
)
_MONITORING_PROGRAM = wording(
    "pdmp_check",
    one_of(
        r"\bp?pdmp\b", r"\bpmp\b", r"\bautomated (?:rx|prescriptions?) (?:reporting |tracking )?system\b",
        # States' own names: those of Ohio, California, Kentucky, New York, Florida, New Jersey and Michigan.
        r"\b(?:oarrs|maps (?:report|search|query|check|database|record)s?"
        r"|cures (?:2\.0|database|report|system)|i-?stop|kasper|e-?forcse|njpmp)\b",
        # "Looked the patient up in MAPS again", "has checked MAPS", "MAPS was reviewed".
        r"\blook(?:s|ed|ing)? (?:[\w'’]+ ){0,3}up (?:again )?in (?:the )?(?:maps|crisp|inspect|csmd)\b",
        r"\b(?:check|review|search|consult|quer)\w* (?:(?:in|the) )?(?:maps|crisp|csmd)\b",
        r"^\W*(?:maps|crisp|csmd) (?:(?:has|have) been|was|is) (?:again )?"
        r"(?:checked|reviewed|searched|consulted|queried)\b",
        r"\b(?:pmp )?awarxe\b", r"\bnarxcare\b",
        r"\bdrug monitoring (?:database|program|system|registry)\b",
        r"\bcontrolled[ -](?:drugs?|substances?) (?:database|registry|register)\b",
        r"\bstate(?:'s|’s|wide)? (?:database|registry|register) of controlled (?:drugs|substances|medicines)\b",
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


# "The clinic is REMS certified already": a payer's own, of which it tells.
_CERTIFIED_ALREADY = compiled(
    r"^\W*(?:the|our|this|its) (?:[\w'-]+ ){0,2}(?:clinic|center|site|facility|hospital)s? (?:is|are|has been|have "
    r"been) (?:rems[ -])?(?:certified|enrolled)(?: (?:in|with|under|by) (?:the )?(?:spravato )?rems)?,? "
    r"(?:already|since (?:19|20)\d\d)\W*$"
)


def read(clause: Clause) -> Iterator[Finding]:
    """What a clause demands of the place, the staff and the checks around a session."""
    words = clause.plain
    if is_waived(words) or _CERTIFIED_ALREADY.match(words):
        return
    under_rems = _REMS.search(clause.title) and _HOLDS_CERTIFICATE.search(words)
    under_rems = under_rems or _AT_CERTIFIED_PLACE.search(words)
    if under_rems or (_REMS.search(words) and _REMS_DEMANDED.search(words) and not _REMS_CITED.search(words)):
        yield Finding("rems", True)
    yield from _observation(clause)
    yield from sites.read(clause)
    yield from matches(_PERSONNEL, _ORDERED_BY.sub(" ", words))
    yield from _screens(clause)
    yield from matches((_MONITORING_PROGRAM,), words)
