"""The kinds of place where a dose is to be given, and the places that are named without being asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.descriptions import tells_member
from parsers.criteria.listed_bars import under_exclusion
from parsers.criteria.offices_told import AS_ACTOR, SENDS_PAPERS, but_for_parties
from parsers.criteria.vocabulary import PERSON, one_of
from parsers.criteria.wording import Clause, Finding, matches, wording
from parsers.drugs.things_beside import HOME_REFUSED_BEHIND, REFUSES_HOME
from parsers.language.any_of import Choice, any_of
from parsers.language.patterns import compiled

# "Inpatient intravenous ketamine is covered for …": an adjective of the infusion.
_TO_INPATIENTS = r"\binpatient (?:(?:intravenous|iv|low-dose|sub-?an[ae]sthetic) ){1,2}ketamine\b"
_GIVEN = any_of(
    r"\b(?:procedure|sedation|infusion|session|service)s? (?:is|are) (?:done|carried out)",
    r"\badminist", r"\bgiven", r"\bperform", r"\bprovid", r"\bplac(?:e|ed) of service",
    r"\bsite[ -]of[ -](?:care|service)",
    r"\bsetting", r"\btreat(?:ed|ment|ments)\b", r"\btaken", r"\btakes? place", r"\bdeliver", r"\buse[ds]?\b",
    r"\bdosed", _TO_INPATIENTS,
    r"\bhappens?\b", r"\boccurs?\b", r"\bsupervised (?:in|at)\b", r"\bcarried out\b",
    r"\b(?:nowhere else|no other (?:place|setting|location|site)(?! is))\b",
    r"^\W*(?:confined|limited|restricted) (?:strictly |solely )?to (?:(?:the|an?|use in) )*(?:in|out)patient\b",
    # "Seen at an office": not of a visit in the past.
    rf"^\W*(?:(?:the )?{PERSON} )?(?:(?:is|are|will|must|be) )*seen (?:in|at|as)\b(?!.*\b(?:last|past|within|before|"
    r"prior|ago|since)\b)",
    # "Therapy is started in an inpatient unit or an emergency department"; begun in one place it may go on in another.
    r"^(?=.*\b(?:emergency|ed)\b).*\b(?:start|beg[aiu]n|initiat)\w*\b",
    r"^\W*(?:it|this|that|the (?:site|place|setting|facility|location)) is (?:an?|the)\b",
    r"\binfus", r"\breceiv", r"\brender", r"\b(?:paid|payable|reimbursed) (?:only|solely|exclusively) (?:in|at|for)\b",
    r"\bsites?\b", r"\bcovered\b", r"^\W*(?:[\w']+\W+){1,9}$",
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
_ONE_PLACE = (
    r"(?:(?:in|at) )?(?:an? |the )?(?:hospital outpatient (?:department|clinic|facility|setting)|outpatient hospital"
    r"(?: department)?|(?:(?:physician|doctor|prescriber|psychiatrist)(?:'s|s')? )?office(?: setting)?"
    r"|inpatient (?:psychiatric )?(?:hospital|unit|facility|setting)|emergency (?:department|room)|clinic)"
)
_PLACES = rf"{_ONE_PLACE}(?:(?:,|,? or|,? and|/| /) {_ONE_PLACE})*"
# "Hospital outpatient department", "office or inpatient unit", as an item of a checklist; no office or clinic alone,
# which may be whose field a form has.
_IS_A_PLACE = compiled(rf"(?!\W*(?:the )?(?:office|clinic)\W*$)\W*{_PLACES}\W*")
# "In an office, or in a hospital outpatient department, with somebody trained in attendance".
_OPENS_WITH_PLACE = compiled(rf"^\W*(?:(?:only|given) )?(?=(?:in|at) ){_PLACES}, (?:with|by|under|where|while)\b")
_DOCTOR = one_of("physician", "doctor", "provider", "prescriber", "practitioner", "psychiatrist")
_SITE = (
    wording(
        "site",
        r"\b"
        + one_of(
            rf"{_DOCTOR}(?:'s|s'?)? (?:or clinic )?office|{_DOCTOR}(?:'s|s') (?:private )?practice",
            # Not what comes from there or is sent there.
            rf"(?<!from )(?<!by )(?<!to )(?<!from the )(?<!by the )(?<!to the )(?:office|clinic) of "
            rf"(?:the|an?|(?:his|her|their) (?:or her )?|its) ?(?:[\w-]+ )?{_DOCTOR}",
            r"(?:medical )?office(?:[ -]based)?(?: setting| visit)?",
            # Not "Spravato (esketamine) CLINIC", a mark in a list of drugs: who bills it.
            r"(?:outpatient |mental health |treatment )?(?<!hospital )(?<!hospital outpatient )"
            r"(?<!esketamine\) )(?<!spravato )clinic",
        )
        + r"\b(?! (?:visit |chart |progress )?(?:notes?|records?)| of | (?:visit )?(?:benefits?|co-?pay\w*|charges?)\b"
        r"| (?:contact|phone|telephone|fax|staff|manager|address)\b)",
        "office",
    ),
    wording(
        "site",
        r"\bhospital[ -](?:based )?outpatient|\boutpatient (?:hospital|department|facility)|\bhopd\b"
        r"|\bhospital(?:-based)? clinics?\b|\bhospital(?:'s)? ambulatory\b|\bambulatory (?:department|clinic) of "
        r"(?:an?|the) hosp"
        r"|\bhospital\b[^.;]{0,12}\bas an? (?:inpatient or (?:an )?)?outpatient\b"
        # "In a hospital, inpatient or outpatient", "in an outpatient or inpatient hospital".
        r"|\bhospital(?:,| \(|:)? ?(?:either )?(?:inpatient (?:or|and) )?outpatient\b"
        r"|\boutpatient (?:or|and) inpatient hospital\b",
        "outpatient_hospital",
    ),
    wording(
        "site",
        r"\binpatient (?:hospital|facility|setting|unit|stay|psychiatric (?:hospital|facility|unit))|\bhospital beds?\b"
        r"|\bas (?:an (?:outpatient or (?:an )?)?inpatient|inpatients)\b|\bto inpatients\b"
        r"|\bhospital(?:,| \(|:)? ?(?:either )?(?:outpatient (?:or|and) )?inpatient\b"
        rf"|\binpatient (?:or|and) outpatient (?:hospital|facility|setting)|{_TO_INPATIENTS}"
        r"|\binpatient (?:or|and) (?:emergency settings?|office)\b|\bon an inpatient basis\b"
        r"|\bhospital\b[^.;]{0,25}\bon (?:an?|the|its) (?:\w+ )?wards?\b"
        r"|\b(?:for|to|in) (?:an? |the )?hospital inpatients?\b|\bduring (?:an? |the )?hospital (?:stay|admission)\b",
        "inpatient",
    ),
    wording("site", r"\bemergency (?:department|room|setting)\b|\b(?:or|in|at) (?:an |the )?ed\b", "emergency"),
    wording(
        "site",
        rf"\b(?:in|at) (?:the |an? )?(?:{PERSON}'s )?home\b|\bhome (?:setting|administration|infusion|use)\b",
        "home",
    ),
)
_KINDS = Choice(tuple(row.pattern for row in _SITE))
# "In the perioperative period", "postoperatively": when a dose is given, and not where.
_ABOUT_SURGERY = r"(?:peri|post|pre|intra)-?(?:operative(?:ly)?|procedural(?:ly)?|surgical(?:ly)?)\b"
_SITE_REFUSED = any_of(
    # "The code for a spray given in an office changes", "for a dose given in a clinic report J0013": how it is billed.
    r"^(?!.*\b(?:must|only|shall|has to|have to|limited|restricted|confined|solely)\b)\W*(?:the |an? |our |its |new )*"
    r"(?:[a-z-]+ )?(?:codes?|fees?|rates?|"
    r"modifiers?|reimbursement|payment)\b[^.;]*\b(?:given|administered|used|furnished|provided|in|at)\b",
    r"^(?!.*\b(?:must|only|shall|has to|have to)\b)(?=.*\b[a-z]?\d{4,5}\b).*\b(?:(?:is|are|be) (?:replaced|reported|"
    r"billed|coded|claimed|paid) (?:by|with|under|as|on)|(?:report|bill|use|replaces|code (?:it|them)) "
    r"(?:it )?(?:(?:as|with|under) )?(?:(?:hcpcs|cpt|code) )*[a-z]?\d{4,5})\b",
    # "Has a companion at home", "somebody stays with the patient at home": where he lives.
    r"\b(?:companions?|caregivers?|adults?|someone|somebody|help|support|family|relatives?|escorts?|firearms?|"
    r"stays? with [\w ]{3,20})(?: \w+){0,2} (?:in|at) (?:the |his or her |their )?home\b",
    # "Drugs on the carve-out list are billed to the state; a spray given in an office is not among them."
    r"\b(?:is|are) not (?:among|one of|part of) (?:them|these|those|the label)\b|"
    r"\bbilled (?:as|by|with|under|through)\b|\bnot dispensed\b|\b(?:your|our) office\b|(?<!in[ -])\boffice use\b|"
    r"\bfax\b|"
    # "Infused drugs on the site-of-care list move to an office": others, by their list.
    r"\b(?:drugs|products|medications|medicines) on (?:the|our|this|that|a) (?:[\w-]+ ){0,3}list\b|"
    r"\b(?:completed|filled (?:in|out)|prepared|signed|sent|supplied|provided|purchased|ordered)"
    r" by (?:the|an?) (?:\w+ )?office\b"
    r"|\bpharmac\w+ to (?:the|an?) |\b(?:ship(?:s|ped)?|sent|sends|mail(?:s|ed)|deliver(?:s|ed)) (?:\w+ )?to\b"
    # "With review by the medical director's office": who decides.
    r"|\b(?:director|commissioner|examiner|administrator|reviewer|ombudsman|board|state|agency|department|payer|insurer|"
    r"plan|carrier)(?:'s|s')? office\b|\boffice of (?:the |our |its )?(?:\w+ )?(?:director|commissioner|examiner|"
    r"administrator|ombudsman|board|general counsel)\b"
    r"|\bneither\b[^.;]* nor\b|\b(?:not|never) (?:\w+ ){0,7}(?:home|office|hospital|inpatient|clinic"
    r"|at)\b|\bno home\b"
    r"|\b(?:home|office|hospital|inpatient|clinic|emergency)\b[^.;,]{0,40}\b(?:not (?:be )?(?:allowed|permitted|"
    r"covered|approved|acceptable)|prohibited|excluded)\b"
    # e.g. "the rule holds in any setting other than an inpatient hospital"
    r"|^(?!.*\b(?:not|only|den(?:y|ied))\b).*\b(?:other than|except(?: for)?(?: in| at)?|outside(?: of)?) "
    r"(?:an? |the )?(?:\w+ )?(?:inpatient|hospital inpatient)\b"
    # "Eligible for coverage as an inpatient procedure only in special circumstances": the place that is the exception.
    r"|\b(?:typically|usually|normally|generally|ordinarily) (?:an? )?outpatient\b[^.;]*\binpatient\b"
    r"|\binpatient\b[^.;]{0,40}\b(?:only )?in (?:special|exceptional|unusual|certain|rare) (?:circumstances|cases|"
    r"situations)\b"
    # "The usual place of service is the office", "sessions are usually given in a clinic": what is done mostly.
    r"|^(?!.*\b(?:must|only|required|shall|has to|have to)\b).*(?:\b(?:is|are) (?:the )?(?:usual|common|typical|"
    r"customary)\b|\busual (?:place|site|setting)s? of (?:service|care|treatment)\b|\b(?:usually|typically|commonly|"
    r"ordinarily|normally|most often) (?:(?:given|administered|used) )?(?:in |at )?(?:the |an? )?"
    r"(?:(?:doctor|physician)'?s? )?(?:office|clinic)\b|\btypically the (?:drug|spray) is given\b)"
    # Who looks at it is told of a place that nobody asks for.
    r"|\binpatients?(?: (?:stays?|care|admissions?))? (?:is|are|will be) (?:looked at|"
    r"(?:individually |separately )?reviewed|referred|sent)\b"
    # "Inpatient stays are covered only if the member's state calls for them": another service than the drug's.
    r"|\binpatient (?:stays?|care|admissions?|days) (?:is|are|will be) (?:only )?(?:paid|covered|reimbursed|payable)\b"
    # "Doses given during a hospital stay are part of the DRG payment": how these are paid.
    r"|\b(?:hospital|inpatient)\b[^.;]{0,30}\b(?:is|are) (?:(?:a )?part of|included in|bundled (?:in|into|with)) "
    r"(?:the |that |its )?(?:[\w-]+ ){0,3}?(?:drg|payments?|rates?|per diem)\b"
    # "Authorization is needed whenever the setting is an office": where it is asked for, and not where a dose is given.
    r"|\b(?:authori[sz]ation|approval|certification)s? (?:is|are|becomes?|remains?) (?:\w+ )?(?:needed|required|"
    r"necessary|mandatory)\b[^.;]{0,80}\b(?:when(?:ever)?|if|where(?:ver)?|for) [^.;]{0,60}\b(?:office|clinic|hospital|"
    r"outpatient|inpatient|home|department)\b"
    # "In the emergency department or after surgery": there, or at another time.
    r"|\b(?:department|room|stay|hospital|office|clinic|unit) or (?:after|before|following|when|if)\b"
    rf"|\b(?:department|room|stay|hospital|office|clinic|unit),? or (?:in |for )?(?:the |an? )?"
    rf"(?:during surgery\b|{_ABOUT_SURGERY})"
    # "Perioperatively or in an emergency department".
    rf"|\b(?:{_ABOUT_SURGERY}(?: (?:period|phase|setting|care|use))?|(?:during|after|around) surgery),? or (?:in|at) "
    r"(?:the |an? )?(?:emergency|hospital|inpatient|clinic|office)\b"
    # "The plan is responsible for those that are given in an office": which drugs are its own to pay.
    r"|^(?!.*\b(?:only|must|required|when|if)\b).*\b(?:responsible for|pays? for|carved (?:out|in))\b[^.;]*"
    r"\b(?:given|administered|used|infused) (?:in|at)\b"
    # "Treatment may start on an inpatient unit" allows a beginning there, wherever it goes on.
    r"|\b(?:may|can) (?:also )?(?:start|begin|(?:be )?(?:started|begun|initiated)) (?:\w+ ){0,2}?"
    r"(?:in|on|during|as) (?:an? |the )?(?:\w+ )?(?:inpatient|hospital)\b"
    # "Practices that buy the drug and give it in an office send requests here": who reads the page.
    r"|^\W*(?:providers?|prescribers?|practices|physicians|clinicians|practitioners|facilities),? (?:who|that|which)\b"
    r"[^.;]*\b(?:buys?|gives?|administers?|purchases?|stocks?|bills?)\b[^.;]*\b(?:asks?|sends?|submits?|fax(?:es)?|"
    r"requests?|apply|applies|uses?|files?|writes?|calls?)\b(?! only\b)[^.;]*"
    r"\b(?:here|authori[sz]ation|requests?|forms?)\b"
    # "It is offered at facilities that have an infusion clinic": where the payer has it to offer.
    r"|\b(?:offered|available|provided|found) (?:at|by|in|through|where|wherever) "
    r"(?:(?:the|those|some|any|an?|local|\d+) )*"
    r"(?:facilities|hospitals|sites|centers|stations|locations|regions|infusion clinics?),? (?:(?:that|which) )?"
    r"(?:ha(?:s|ve)|run|runs|operates?|exists?|with|keeps?|maintains?)\b"
    r"(?: (?:an?|the|its|their|own)\b)*(?: [\w-]+){0,2}?(?: (?:clinic|suite|center|program|service|unit)s?\b|\W*$)"
    # "An inpatient or outpatient infusion" is one at any place.
    r"|\b(?:inpatient (?:or|and) outpatient|outpatient (?:or|and) inpatient) "
    r"(?:infusions?|treatments?|use|care|services?|sessions?|requests?)\b",
)
# Where the program certifies the place, the program is what is asked for.
_CERTIFIED = one_of("certified", "enrolled", "registered", "approved(?= by (?:the )?(?:\\w+ )?rems)")
# "A clinic-administered drug", "a provider-administered drug, given in a clinic" say what the drug is, as on the list
# of a medical benefit.
_KIND_OF_DRUG = compiled(
    # e.g. in a row "Benefit": "Medical (given by the clinic)"
    r"^\W*(?:benefit ?[:|] )?(?:medical|pharmacy)(?: benefit)? \(?(?:given|administered|used|supplied|billed) "
    r"(?:by|in|at) [\w ,'-]{3,50}\)?\W*$|"
    r"\b(?:clinic|office|hospital|physician|provider)[ -]administered\b"
    r"(?: (?:drug|product|medication|medicine|benefit),? (?:that is |which is )?(?:given|administered|used) (?:in|at) "
    r"(?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)s?\b)?"
    # e.g. "a nasal spray given in a clinic may be approved for them"
    r"|^\W*an? (?:\w+ )?(?:spray|drug|medication|medicine),? (?:that is |which is )?(?:given|administered|used) "
    r"(?:in|at) (?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)(?= (?:may|can|might) )"
    # e.g. "Spravato (esketamine), a nasal spray that is used in the clinic, is a benefit"
    r"|, an? (?:\w+ )?(?:spray|drug|medication|medicine),? (?:that is |which is )?(?:given|administered|used|taken) "
    r"(?:in|at) (?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)(?=, (?:is|has|was|will|needs|requires)\b)"
    # e.g. "your doctor may suggest Spravato, a nasal spray given at a clinic"
    r"|\b(?:suggests?|recommends?|offers?|proposes?|mentions?)\b[^.;]*, an? (?:\w+ )?"
    r"(?:spray|drug|medication|medicine),? (?:that is |which is )?(?:given|administered|used|taken) (?:in|at) "
    r"(?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)(?=\W*$)"
    r"|\b(?:drugs|products|medications|medicines),? (?:that are |which are )?(?:given|administered|used) (?:in|at) "
    r"(?:an? |the )?(?:\w+(?:'s)? )?(?:clinic|office|hospital)s?\b"
    # e.g. "Handbook, part 4: office drugs"
    r"|\b(?:clinic|office|hospital) (?:drugs|medications|medicines|injectables)\b"
)
# e.g. "Not authorized: home administration"
_REFUSED_LABEL = compiled(
    r"^\W*(?:never |not )(?:authori[sz]ed|approved|covered|allowed|permitted|acceptable)(?: \w+){0,2}: ", re.IGNORECASE
)
# "A certified office or outpatient hospital" are two kinds of place, of which either is asked for.
_NO_HOSPITAL = r"(?!,? (?:or|and) (?:an? |the )?(?:hospital|(?:hospital )?(?:out|in)patient)\b)"
_CERTIFIED_PLACE = any_of(
    # e.g. "the clinic must be in the REMS", "an office that takes part in the REMS"
    r"\b(?:clinics?|offices?) (?:(?:that|which|where|must|has to|have to|needs? to|shall|should|will|is|are|be|itself|"
    r"also) ){0,4}(?:(?:takes? part|participat\w+|belongs?|listed|registered) )?(?:in|on|with|to|(?<!'s office )under) "
    r"(?:(?:the|spravato|esketamine|its|drug'?s?) )*(?:rems|risk evaluation)\b",
    rf"\b(?:clinics?|offices?|sites?)(?:,? (?:and |or )?(?:hospital|facilitie?|center|clinic|office)\w*)*"
    rf"(?: (?:where|in which|at which|that|which) [^.;,]{{3,50}}?)??"
    rf"(?: (?:that|which|is|are|be|must|has been|have been))* {_CERTIFIED}"
    r" (?:in|by|under|with|through)\b[^.;]{0,30}\b(?:rems|risk evaluation)\b"
    rf"|\b(?:rems|program)[- ]{_CERTIFIED} (?:(?!hospital|outpatient)\w+ ){{0,2}}(?:clinics?|offices?)\b{_NO_HOSPITAL}"
    # Who else certifies is named: "board-certified", "state-certified".
    rf"|(?<![\w-])(?<!board ){_CERTIFIED} (?:(?:health ?care|treatment|medical|spravato|esketamine|rems|or|an?) )"
    rf"{{0,3}}(?:clinics?|offices?)\b{_NO_HOSPITAL}"
    rf"|\b(?:clinics?|offices?)(?: (?:is|are|be|must|has been|have been))* rems[- ]{_CERTIFIED}\b"
    r"|\b(?:clinics?|offices?)\b[^.;]{0,25}\brems certif"
    rf"|\b(?:clinics?|offices?)\b(?:,| and| or) [^.;]{{0,20}}pharmac[^.;]{{0,45}}?\b{_CERTIFIED}\b",
)
_IS_ABOUT_SUICIDALITY = compiled(
    # e.g. "begun during an inpatient stay or within 7 days of discharge from one"
    rf"\bsuicid|\bdischarged\b|\b(?:days|weeks) (?:of|after|from) (?:an? |the |such )?(?:\w+ )?discharge\b"
    rf"|\b{PERSON} (?:is|was|has been) (?:now |currently )?(?:in|on|admitted)\b"
)
# "Preauthorization is needed for inpatient stays and for the drug": another service beside it.
_AUTHORIZES = compiled(r"\b(?:pre-?|prior )?(?:authori[sz]ation|approval|certification|cert)s?\b|\bprecert\w*")
_OTHER_SERVICE = compiled(
    r"\b(?:inpatient(?: (?:hospital|psychiatric|facility))?|hospital|office|clinic|emergency (?:room|department)|home) "
    r"(?:stays|admissions|hospitali[sz]ations|confinements|visits|services|days)\b"
)


# "Sessions outside an office or clinic are not covered": there alone they are.
_NOT_OUTSIDE = compiled(
    r"\b(?:outside(?: of)?|(?:anywhere )?other than(?: in| at)?|except in) (?P<places>(?:an? |the )?[^.;:]{4,80}?) "
    r"(?:is|are|will be|shall be) (?:not|never) (?:be )?(?:covered|approved|paid(?: for)?|authori[sz]ed|allowed"
    r"|payable)\b"
)


def read(clause: Clause) -> Iterator[Finding]:
    """Kinds of place; a stay in hospital because of suicidality is the patient's state, not the place of a dose."""
    words = _asked_of_the_dose(clause)
    if not _KINDS.may_stand_in(words):
        return
    if inside := _NOT_OUTSIDE.search(words):
        yield from matches(_SITE, inside["places"])
        return
    given = _GIVEN.stands_in(words) or (
        len(words.split()) <= _MOST_WORDS_OF_A_PLACE
        and (_LEADS_IN_PLACES.search(clause.title) or _IS_A_PLACE.fullmatch(words))
    )
    given = given or _OPENS_WITH_PLACE.match(words)
    refused = _SITE_REFUSED.search(words) or under_exclusion(clause.topic) or _REFUSED_LABEL.match(clause.text)
    refused = refused or SENDS_PAPERS.match(words)
    if given and not refused and not _IS_ABOUT_SUICIDALITY.search(words):
        place = AS_ACTOR.sub(" ", _KIND_OF_DRUG.sub(" ", _CERTIFIED_PLACE.sub(" ", words)))
        yield from matches(_SITE, but_for_parties(place))


# e.g. "not at home: an office has to give it", "not for home use: office or outpatient hospital only"
_HOME_REFUSED = compiled(
    r"^[^:;,]*\b(?:not|never|no)\b[^:;,]*?\bhome\b[^:;,]*?(?:[:;] (?=.*\b(?:must|only|has to|have to|needs? to|gives?|"
    r"administers?)\b)|,? but(?: rather| only| instead)? (?:for use )?(?=(?:in|at)\b))"
)


def _asked_of_the_dose(clause: Clause) -> str:
    """The words of a clause but for other services that need authorization too; "" where it only tells a member."""
    if tells_member(clause.text, clause.topic):
        return ""
    plain = HOME_REFUSED_BEHIND.sub("", _HOME_REFUSED.sub("given in ", clause.plain))
    if REFUSES_HOME.match(plain):
        return ""
    return _OTHER_SERVICE.sub(" ", plain) if _AUTHORIZES.search(plain) else plain
