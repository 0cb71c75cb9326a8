"""Offices and clinics that do something or are told something, and are no place that a dose is to be given at."""

from __future__ import annotations

import re

from parsers.criteria.vocabulary import one_of
from parsers.language.patterns import compiled

# "The clinic will not let you drive" says what it does, and "if given in a clinic" asks for none.
AS_ACTOR = compiled(
    # e.g. "a report by the clinic", "notes from the office"
    r"\b(?:reports?|letters?|statements?|forms?|confirmation|attestation|documentation) (?:by|from) (?:the|an?|your) "
    r"(?:\w+ )?(?:clinic|office)\b|"
    r"\b(?:the|your|each|every) (?:\w+ing |(?:new |next |other )(?:(?:provider|prescriber|physician|doctor)'?s?'? )?)?"
    r"(?:clinic|office)(?: (?:where|in which|at which|that|which) "
    r"[^.;,]{3,40}?)? "
    r"(?:(?:also|then|itself) )?(?:will|must|should|shall|can|may|has (?:also )?to|needs (?:also )?to) "
    r"(?:also )?(?!(?:also|be)\b)"
    r"|\b(?:ship|mail|send|deliver)(?:s|ped|ed)? (?:it |the drug )?to (?:the|your|an?) (?:clinic|office)\b"
    # e.g. "when a patient moves to another clinic"
    r"|\b(?:mov|chang|transferr?|switch|relocat)(?:es?|ed|ing|s)? (?:\w+ )?(?:to|from|between|into) (?:the |an? )?"
    r"(?:(?:another|new|different|second|other) )?(?:clinics?|offices?)\b"
    # e.g. "a routine office evaluation will not suffice": how somebody was seen
    r"|\b(?:routine|ordinary|regular|usual|standard|brief|normal|everyday) (?:office|clinic)(?:[ -]based)? "
    r"(?:evaluation|visit|assessment|exam(?:ination)?|encounter|appointment|interview|consultation)s?\b"
    # e.g. "use an office visit with prolonged services, for instance 99214": what is billed
    r"|\b(?:use|bill|submit|claim|pick|choose|report|enter)s? (?:an?|the) (?:(?:established|new)(?:[ -]patient)? )?"
    r"(?:office|clinic)(?: or outpatient)? visits?\b"
    r"|\b(?:office|clinic)(?: or outpatient)? visits?,? (?:codes?\b|levels?\b|(?:with|and|plus) prolonged\b"
    r"|\(?(?:(?:e\.?g\.?|for (?:instance|example)|such as|code),? )?\d{5}\b)"
    # e.g. "notes for the office": whom a form tells something
    r"|\b(?:notes?|instructions?|information|reminders?|tips?|messages?) (?:for|to) (?:the|an?|your) (?:[\w-]+ )?"
    r"(?:clinic|office)\b"
    # e.g. "a reviewer calls the clinic with the decision"
    r"|\b(?:calls?|phones?|notif(?:y|ies)|tells?|informs?|reminds?|visits?|audits?|names) (?:the|your|an?|each) "
    r"(?:[\w-]+ )?(?:clinic|office)\b"
    # e.g. "the certificate number of the clinic": what is to be told of it
    r"|\b(?:numbers?|names?|address(?:es)?|npi|certificates?|licen[sc]es?|id) of (?:the|an?|each|your) (?:[\w-]+ ){0,3}"
    r"(?:clinic|office)\b"
    # e.g. "a clinic bills the visit", "clinics that buy the drug", "an office is paid for"
    r"|(?<!\bin )(?<!\bat )(?<!\bis )(?<!\bbe )\b(?:(?:the|an?|each|every|any|this|that|your) "
    r"(?:(?:clinic|office) or )?(?:[\w-]+ ){0,2}?(?:clinic|office|hospital|outpatient department)|clinics|offices),? "
    # e.g. "the office where the drug is given has an emergency plan"
    r"(?:(?:where|in which|at which) [^.;,]{3,40}? |that |which )?"
    r"(?:bills?|buys?|purchases?|orders?|stores?|stocks?|calls?|faxe?s?|sends?|submits?|reports?|keeps?|logs?|files?|"
    r"registers?|asks?|ha(?:s|ve) (?!to\b|been\b)|holds?|maintains?|owns?|employs?|follows?|"
    r"(?:is|are) (?:paid|reimbursed|billed|charged))\b"
    # e.g. "the Office approves it when", "the Office of Pharmacy": a payer, and no place of a dose
    r"|\boffice (?:(?:will|may|shall|can|does|has) )?(?:approves?|authori[sz]es?|covers?|den(?:y|ies)|reviews?|"
    r"decides?|"
    r"grants?|pays?|considers|expects|adopts?|publishes|posts)\b"
    r"|\boffice of (?:the )?(?:pharmacy|medicaid|medical assistance|health|insurance|(?:\w+ )?(?:programs?|services|"
    r"polic(?:y|ies)|director))\b"
    # e.g. "nothing is asked of the office", "page 3 belongs to the Fund office": what is whose
    r"|\b(?:asked|wanted|required|expected|demanded|heard) (?:of|from) (?:the|an?|your) (?:\w+ )?(?:clinic|office)\b"
    r"|\b(?:belongs?|falls?|goes|is left|is up|is known) to (?:the|your|our) (?:[\w-]+ ){0,2}(?:clinic|office)\b"
    r"|\b(?:fund|plan|union|trust|claims|enrollment|administrative|program)(?:'s)? offices?\b"
    # e.g. "by a call to the county office"
    r"|\b(?:county|state|local|district|regional|field|business|billing|home|main|eligibility) offices?\b"
    r"|\bif (?:it is |to be )?(?:administered|given|used) (?:in|at) (?:an? |the )?(?:clinic|office)\b"
)

_PAPERS = one_of(
    r"(?:re)?applications?", r"forms?", r"requests?", r"pages?", r"records", r"letters?", r"decisions?",
    r"determinations?", r"approvals?", r"denials?", r"answers?", r"repl(?:y|ies)", r"notices?", r"notifications?",
    r"cop(?:y|ies)", r"originals?", r"questions?", r"documents?", r"papers?", r"paperwork", r"faxes", r"changes?",
    r"questionnaires?", r"checklists?", r"nurse", r"reviewers?", r"pharmacists?",
)  # fmt: skip
_PASSED_ON = one_of(
    r"go(?:es)?", r"comes?", r"sen[dt]s?", r"returne?d?s?", r"fax(?:ed|es)?", r"(?:e-?)?mail(?:ed|s)?",
    r"communicat\w+", r"request(?:ed|s)", r"reported", r"given to", r"filled (?:in|out)", r"completed", r"ke(?:ep|pt)",
    r"forward(?:ed|s)?", r"reach(?:es)?", r"contacts?", r"get in touch", r"signed",
)  # fmt: skip
# "Incomplete forms go back to the office", "an answer is given to the clinic within a day": papers and who gets them.
SENDS_PAPERS = compiled(
    rf"^(?!.*\b(?:doses?|dosing|drug|spray|treat\w*|sessions?|infus\w+|administ\w+|esketamine|spravato|ketamine|"
    rf"medication|medicine|site|setting)\b)(?=.*\b{_PAPERS}\b)(?=.*\b{_PASSED_ON}\b)"
)

_REMS = compiled(
    r"\brems\b|\brisk evaluation\b|\b(?:clinic|office)s? (?:is|are|must be|being) (?:certified|enrolled|registered)\b"
)
# "The clinic", "each office", "clinic certified", "the clinic's certificate": of a sentence on the program that names
# the clinic beside the patient as one who takes part in it, as against the kind of place where a dose is given.
_PARTY = compiled(
    r"\b(?:(?:the|each|both|its|every|your|that|administering|dosing|treating|treatment|prescribing) )+"
    r"(?:clinic|office)s?\b(?!-)(?:'s|s')?"
    r"|(?<![\w-])(?:an? )?(?:clinic|office)s?\b(?=(?:'s|s')? (?:(?:is|are|has|have|must|shall|being|itself|also|that|"
    r"which|and|enrol\w+|regist\w+|certif\w+|compl(?:y|ies)|holds?|follows?|participates?|takes part|meets?)\b))"
)
# "Given in a", "at the doctor's": a party named so is the place after all, unless the program is what it is in.
_IN_IT = compiled(
    r"\b(?:in|at|within|inside|site|setting|place|location)\W{1,3}"
    r"(?:(?!(?:rems|program|with|where|that|which|by|of|and|is|are|line|full|part|writing|advance|all|both)\b)"
    r"[\w'-]+,? ){0,5}$"
)


def but_for_parties(words: str) -> str:
    """The words of a clause without the clinics that take part in the program, where the clause is about that."""
    if not _REMS.search(words):
        return words
    return _PARTY.sub(lambda party: _kept(party, words), words)


def _kept(party: re.Match[str], words: str) -> str:
    return party.group() if _IN_IT.search(words[: party.start()]) else " "
