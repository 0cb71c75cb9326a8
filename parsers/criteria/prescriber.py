"""Who may prescribe, and whether consulting such a person is enough."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.prescribers_named import circle_named
from parsers.criteria.vocabulary import PERSON
from parsers.criteria.wording import Clause, Finding, is_waived, without_examples
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

# "A psychiatrist has recommended it", "… prescribes or recommends the drug", "… agrees with the treatment".
_IT = (
    r"(?:it|this|its use|(?:the|this) (?:use of )?(?:drug|spray|treatment|therapy|request|medication|plan|medicine)"
    r"|(?:treatment|therapy)|(?:use of )?(?:esketamine|spravato|ketamine))\b"
)
_ENDORSES = (
    r"(?:(?:has|have|also|then|1st|first) )*(?:recommend(?:s|ed)?|supports?|supported|endorse[sd]?|"
    rf"agree[sd]? (?:with|to|on)|concur(?:s|red)? with|approve[sd]? of) {_IT}"
)
_PRESCRIBES = any_of(
    r"\b(?:ask(?:s|ed)? for|request(?:s|ed)?) (?:it|spravato|esketamine|ketamine|the (?:drug|spray|treatment|"
    r"medication))\b",
    r"\b(?:ask(?:s|ed)?|appl(?:y|ies|ied)) (?:(?:the|your|our|its) plan )?for (?:(?:prior|the|an?|our|plan) )*"
    r"(?:approvals?|(?:pre-?)?authori[sz]ations?|pre-?certifications?)\b",
    r"\bat the (?:helm|wheel)\b",
    r"\bprescri(?:be[drs]?|bing|ption|ptive)", r"\border(?:ed|s|ing)?\b",
    r"\brequest(?:s|ed|ing|or)?\b(?! (?:an? )?(?:further|another|additional|more|extension|exception)\b)",
    r"\b(?:managed|supervised|initiated|started|begun|continued|administered|overseen|directed|treated) by\b",
    r"\b(?:treatment|therapy|care|use) (?:is|must be|has to be|will be) by\b",
    r"\bwritten (?:only |solely )?by\b",
    r"\b(?:writes?|signs?) (?:the|this|each|every|any) (?:\w+ )?(?:order|request|renewal|prescription"
    r"|application)\b",
    # e.g. "only a psychiatrist may write for it", "scripts are honored from psychiatrists only"
    r"\bwrites? for (?:it|this|the (?:drug|spray|medication|medicine)|spravato|esketamine|ketamine)\b",
    r"\bscripts?\b(?! ?(?:pad|count))",
    # e.g. "a psychiatrist is either treating the patient or advising whoever does"
    r"\bpsychiatrist (?:either )?(?:is |must be )?(?:either )?treat(?:s|ing)? the (?:patient|member|person)\b",
    r"\bunder the (?:care|supervision|direction|management) of\b", r"\bconsult", r"\bin the (?:hands|care) of\b",
    r"\b(?:from|under|through) an? (?:[\w-]+ ){0,3}?(?:psychiatr|mental|behavioral|specialist)",
    r"\b(?:is |be )?(?:responsible|in charge)\b", r"(?:^|[,;:(] ?)(?:psychiatrists?|pmhnp) only\b",
    r"\b(?:comes?|sent|submitted|led|given|guided) (?:from|by)\b",
    r"\b(?:direct|lead|oversee|overse|manag|supervis|guid|administer|start|initiat|follow|conduct|continu)(?:e?s|es|e|"
    r"ing)? (?:the |this |all )?(?:\w+ )?(?:treatment|therapy|drug|medication|care|esketamine|spravato|ketamine)\b",
    r"\bspecialty\b",
    r"\btreating (?:provider|physician|clinician)\b",
    r"\bcollaborat", r"\b(?:started|initiated|begun|continued) on the (?:advice|recommendation) of an?\b",
    r"^\W*(?:(?:the|their|your|his or her) )?(?:provider|clinician|physician|doctor|practitioner) "
    r"(?:is|must be|has to be) an?\b",
    # "The provider enrolls the patient, and is a psychiatrist": what the one who asks for it is, behind what he does.
    r"^\W*(?:(?:the|their|your|his or her) )?(?:treating )?(?:provider|clinician|physician|doctor|practitioner) "
    r"[^.;]*(?:,| and|,? both) (?:and )?(?:(?:is|must be|has to be) )?(?:either )?an? (?:[\w-]+ ){0,3}?psychiatrist\b",
    # "A psychiatrist follows the insured".
    rf"\bpsychiatrist (?:follows|treats|manages|looks after) (?:the |this |an? )?{PERSON}\b",
    r"\bpsych rx\b",
    r"\b(?:treatment|therapy|drug|medication|esketamine|spravato|it) "
    r"(?:(?:is|was|has|been|must|be) ){1,3}recommended by\b",
    # "Recommended by a psychiatrist", "a psychiatrist recommends the treatment", as a whole item.
    r"^\W*recommended by an?\b", rf"\b(?:psychiatrist|specialist|professional|prescriber|provider)s? {_ENDORSES}",
)  # fmt: skip
_CONSULTS = any_of(
    r"\bworks? (?:together )?with the (?:doctor|prescriber|clinician|physician|one) (?:who|that)\b",
    r"\bconsult", r"\bcollaborat", r"\bconfer(?:s|red|ring)? with\b",
    r"\b(?:talked|gone|worked|thought|spoken) (?:(?:it|this|the (?:case|patient|treatment|matter)) )?"
    r"(?:over|through) with\b",
    r"\b(?:has|have|had) (?:an? psychiatrist )?(?:weighed in|signed off)\b", r"\b(?:co|counter)-?sign(?:s|ed)?\b",
    r"\bin conjunction with an?\b", r"\bjointly with (?:1|an?|such)\b",
    # "Prescribed by, or together with, a psychiatrist".
    r"\bby,? or (?:only )?(?:(?:together|jointly|along|in \w+) )?with\b",
    # Not of a patient "seen by a psychiatrist, who prescribes the drug".
    r"\b(?:evaluated|seen|assessed) by\b(?![^.;]*\bwho (?:(?:also|will|must|has to|is to|is|be|the|1|one|person) )*"
    r"(?:prescrib(?:es?|ing|er)|orders?|ordering|writes?|writing)\b)",
    # Not of one who "has seen the patient and prescribes the drug".
    r"\bpsychiatrist (?:has|have) (?:seen|evaluated|assessed|examined)\b"
    r"(?![^.;]*\band (?:also |will )?(?:prescribes?|is the prescriber|has prescribed|orders?|ordered|writes)\b)",
    r"\b(?:the )?(?:advice|input|guidance|involvement) (?:of|from)\b",
    r"\brecommend(?:ed|ation) (?:by|of|from)\b",
    rf"\b(?:psychiatrist|specialist|professional|prescriber|provider)s? (?:has |have )?"
    rf"(?:[^.;]{{0,40}}? (?:or|and|but) (?:also )?)?{_ENDORSES}",
    r"(?<!psychiatrist )(?<!psychiatrist, )\b(?:after|following|upon|with) (?:an? |the )?(?:\w+ )?"
    r"(?:evaluation|assessment|examination) (?:by|from) an? (?:[\w-]+ ){0,2}?(?:psychiatr|specialist|mental)",
    r"\b(?:psychiatrist|specialist|professional)s? (?:was|has been|is|were|must be) asked (?:for|about)\b",
    r"\bcoordinat\w+ with\b",
    # e.g. "a psychiatrist, or someone working with one", "is a psychiatrist or works alongside one"
    r"\bor (?:[a-z-]+ ){0,3}?work(?:s|ing)? (?:closely |together |jointly |alongside |hand in hand )?(?:with )?"
    r"(?:1\b|an? (?:[\w-]+ ){0,2}?psychiatr)",
    r"\bpsychiatrist (?:works|working) (?:alongside|with (?:him|her|them))\b",
    # "A psychiatrist prescribes it or advises whoever does", "is the prescriber's adviser".
    r"\b(?:advis|guid)(?:ed?|es|ing) (?:(?:the|an?|whoever|that|those|any|one|1) )*(?:[a-z]+ )?"
    r"(?:who(?:ever)? )?(?:then |actually )?(?:prescri|order|treat|does\b|do\b)",
    # "Orders the drug or gives advice on it", "offers guidance about the treatment".
    r"\bor (?:at least |else )?(?:gives?|offers?|provides?|lends?) (?:(?:his or her|their|expert|written|the) )?"
    r"(?:advice|counsel|guidance|input)\b",
    rf"\bor (?:at least |else )?(?:advises|weighs in) (?:on|about) (?:{_IT}|the product)",
    r"\badvised,? by\b", r"\b(?:whom|which) an? (?:[\w-]+ ){1,3}?(?:has )?(?:advise[sd]|guide[sd])\b",
    r"\b(?:as|or) (?:an? |"
    r"the )?advis[eo]r\b",
    r"\b(?:prescriber|clinician|provider|physician)(?:'s)?(?:, or [^,;.]{0,30}?)? advis[eo]r\b",
    r"\b(?:psychiatrist|specialist|professional|provider|prescriber)(?:'s|s') (?:written )?(?:advice|opinion|input|"
    r"guidance|recommendation|referral|view)\b",
    r"\b(?:asked|sought|seeks?|ask|taken|takes?) (?:the )?(?:an? )?(?:[\w-]+ ){0,3}?"
    r"(?:psychiatrist|specialist|professional|clinician)(?:'s)? (?:for )?(?:advice|opinion|input|view)\b",
    # e.g. "a clinician who asked one", "has asked a psychiatrist"
    r"\b(?:asks|asked) (?:an? (?:[\w-]+ ){0,2}?(?:psychiatrist|specialist)\b"
    r"|1\b(?=\W*$|[,;]| (?:prescri|orders|to)))",
    r"\b(?:sp(?:ok|eak)\w*|talk(?:s|ed|ing)?|discuss\w*(?: (?:it|this|the (?:case|patient|treatment)))?) "
    r"(?:to|with),? (?:an?|1)\b",
)  # fmt: skip
# Not of "a psychiatrist is consulted where the prescriber is not one".
_CONSULTING_FALLS_SHORT = compiled(
    # "None prescribing and none consulted: not approved" is refused for want of both.
    r"(?<!none )(?<!none is )(?<!none was )(?<!nor )\bconsult(?:(?!\b(?:if|where|when|"
    r"unless)\b)[^.;]){0,70}"
    r"(?:\b(?:not|insufficient|never|inadequate|no substitute|too little|falls? short)\b|n['’]t\b)"
    r"|\b(?:not|never|no) (?:\w+ ){0,2}consult"
)
_JUDGES = compiled(
    r"\b(?:opinion|judg\w+|discretion|diagnos(?:ed|is)[^.;]{0,40} (?:made |confirmed )?by|has made the diagnosis)\b"
)
_REVIEWS = compiled(
    r"\bpsychiatrists? (?:on|of|from) (?:the|our|its) (?:review |advisory |clinical |medical )?(?:panel|staff|board|"
    r"committee|team)\b|\bpsychiatrists? (?:who )?(?:reads?|reviews?|decides?|looks? at|rules on|goes over|hears?) "
    r"(?:(?:the|all|any|each|close|hard|difficult|every|such|such an?|those) )*(?:cases?|requests?|files?|appeals?|"
    r"ones|denials?)\b|"
    r"\bpeer[- ]to[- ]peer\b|\bappeal|\b(?:plan|payer|insurer|company)(?:'s)? (?:\w+ )?psychiatr"
    r"|\b(?:requests?|cases?|applications?) (?:\w+ ){0,3}?(?:reviewed|decided|considered|evaluated|judged|looked at) "
    r"(?:[\w-]+ ){0,6}?by (?:an?|the|our) (?:\w+ )?psychiatr"
)  # whom the payer sends
_HAS_A_PRESCRIBER = compiled(r"\bprescri(?:bed|ber|bes|bing|ption)\b|\border(?:ed|s)?\b|\bconsult")
# A cell of a table under "Prescriber" names only the person.
_TITLE = compiled(r"^\W*(?:(?:who may|ordering|requesting|required) )?prescri(?:be|bers?|bing)(?: \w+){0,3}\W*$")
# An item that names such persons and says no more.
_IS_A_PERSON = compiled(
    r"^\W*(?:\d{1,2}\)\W*)?(?:(?:(?:initial|renewal|continuation|first|both)(?: \w+)?\s*:"
    r"|(?:(?:use|drug) (?:is )?)?(?:restricted|limited|reserved) (?:to|for)(?: use by)?\b)\W*)?"
    r"(?:(?:an?|the|or|and|by|with|only|alone|board|certified|licensed|qualified|psychiatrists?|psychiatric|mental"
    r"|behavioral|health|nurses?|practitioners?|providers?|specialists?|professionals?|prescribers?|physicians?|np|"
    r"pmhnp|aprn|pa|assistants?)\b\W*){1,10}$"
)


_GRANTED_IF = compiled(
    r"^\W*(?:granted|approved?|covered|authori[sz]ed?|given) (?:if|when|where) [^;:]*, "
    r"[^;:]*, [^;:]*$"
)


_JOINED = compiled(r":\s+| AND ")
# "Failure of two antidepressants and psychiatrist", "…, oral antidepressant, psychiatrist": the last of a terse row.
_LAST_OF_A_ROW = compiled(
    r"^(?!.*\b(?:by|with|from|between|of the|to|for|include\w*|including|such as|or|nor|not|no|if|when|unless)\b)"
    r".*(?:,? and|,) ((?:an? )?(?:board[ -]certified )?psychiatrist)\W*$"
)


def _demands_a_prescriber(clause: Clause, words: str) -> bool:
    if _JUDGES.search(words) and not _HAS_A_PRESCRIBER.search(_JUDGES.sub("", words)):
        return False
    # "Granted if 18 or older, two antidepressants failed, psychiatrist.": the last of what is asked for.
    last = words.rpartition(", ")[2] if _GRANTED_IF.match(words) else words
    named = (last, *_joined_in_capitals(clause.text), *_LAST_OF_A_ROW.findall(words))
    return bool(_PRESCRIBES.stands_in(words) or _TITLE.match(clause.title) or any(map(_IS_A_PERSON.match, named)))


def _joined_in_capitals(text: str) -> list[str]:
    """The demands that "AND" in capitals joins behind a label ("Start: psychiatrist AND failure of two drugs")."""
    return [part.lower() for part in _JOINED.split(text)] if " AND " in text else []


# "A psychiatrist need not prescribe, but one must be consulted": what is asked for stands behind the "but".
_NEED_NOT_WRITE = compiled(
    r" (?:need not|(?:does|do) not (?:need|have) to|(?:is|are) not (?:required|obliged) to) (?:(?:himself|herself|"
    r"personally|also) )?(?:be the prescriber|prescribe|order|write|request)\b[^.;:,]{0,30}[,;:]? (?:but|yet|though|"
    r"provided(?: that)?|so long as|as long as|if)(?: that)? (?:he or she|they|1|one|such (?:an? )?\w+)\b"
)
# "Prescribing is not restricted to psychiatrists."
_OPEN_TO_OTHERS = compiled(r"\bnot (?:restricted|limited|confined|reserved)(?: only)? to\b")


# "No psychiatrist has to prescribe, so long as one has been consulted."
_ALL_THE_SAME = compiled(
    r",? \b(?:(?:so|as) long as|provided(?: that)?|but|if) (?P<asked>[^.;]*\bconsult(?!\w* (?:is|are) not)[^.;]*)"
)

# "Send the notes of the requesting provider and/or specialist": whose papers are wanted, whoever that is.
_PAPERS_OF_EITHER = compiled(
    r"\b(?:notes?|records?|documentation|letters?|reports?) (?:\w+ )?(?:from|of|by) (?:the |an? |your )?"
    r"(?:(?:requesting|ordering|treating|referring|prescribing) )?(?:provider|physician|prescriber|practitioner|"
    r"clinician)s?,? (?:and/or|or|and) (?:the |an? |any )?(?:\w+ )?specialists?\b"
)

# "A psychiatrist prescribes it and is the attending or a consulting provider on the claim": whoever prescribes has a
# standing there; no other may prescribe after a consultation.
_STANDING = compiled(
    r",? ?\b(?:(?:and|who|acting|serving)(?: (?:is|are|be|must|has|to|either|acts?|serves?|also|as)){0,5}"
    r"|as(?: either)?|(?:may|can|must) be(?: either)?) (?:(?:the|an?|claim's) )*attending(?: \w+)?(?:,? or|/)"
    r"(?: (?:the|an?|as))* ?consult(?:ing|ant)\b(?! (?:an?|with) )(?: (?:provider|physician|doctor|practitioner))?"
    r"| and (?:is|acts|serves)(?: (?:also|listed|named|as))* (?:the|an?) "
    r"consult(?:ing (?:provider|physician|doctor|practitioner)|ant)\b"
)
# "… prescribes the drug and has been consulted on the diagnosis".
_ALSO_ASKED = compiled(r" and (?:has|was|is)(?: also)?(?: been)? consulted\b[^.;]*")
_WRITES = compiled(r"\bprescri(?:bed by|bes|ber is|bing)\b|\bordered by\b|\bwrites the (?:prescription|order)\b")


def _is_consulted(words: str) -> bool:
    """Whether a consultation is enough, and not the standing of the one who prescribes."""
    rest = _ALSO_ASKED.sub("", _STANDING.sub("", words))
    if rest != words and _WRITES.search(rest) and circle_named(rest):
        words = rest
    return bool(_CONSULTS.stands_in(words)) and not _CONSULTING_FALLS_SHORT.search(words)


def _consulted_all_the_same(words: str) -> Iterator[Finding]:
    """Whom a clause wants consulted that lets others prescribe."""
    asked = _ALL_THE_SAME.search(words)
    if asked and is_waived(words[: asked.start()]):
        circle = circle_named(words)
        yield from [Finding("prescriber", f"{circle}_or_consult")] if circle else []


def read(clause: Clause) -> Iterator[Finding]:
    """The circle of prescribers a clause demands, with "…_or_consult" when a consultation is enough."""
    words = _NEED_NOT_WRITE.sub("", without_examples(clause.plain))
    yield from _consulted_all_the_same(words)
    if is_waived(words) or any(form.search(words) for form in (_OPEN_TO_OTHERS, _REVIEWS, _PAPERS_OF_EITHER)):
        return
    # Few clauses name a circle, and what they say of it is asked in vain of all others.
    circle = circle_named(words)
    if circle and _demands_a_prescriber(clause, words):
        yield Finding("prescriber", f"{circle}_or_consult" if _is_consulted(words) else circle)
