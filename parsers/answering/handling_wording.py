"""What becomes of a request, told in the words of a status: letters, appeals, what follows an answer."""

from __future__ import annotations

from parsers.answering.late_answers import LATE_ANSWERS
from parsers.answering.other_care import OTHER_CARE
from parsers.answering.unsaid_wording import SAYS_NOT

_DRUG = r"(?:request|drug|service|treatment|claim|medication|medicine|authori[sz]ation|approval|coverage|visit)s?"
_ANSWERED = r"(?:approved|covered|denied|authori[sz]ed|refused|not (?:approved|covered|authori[sz]ed))"
HANDLING = (
    *SAYS_NOT,
    LATE_ANSWERS,
    OTHER_CARE,
    # "An approval letter shows the days on which the drug may be given", "the denial letter explains why it is not …".
    (
        r"^\W*(?:an?|the|our|each|every) (?:approval|denial|decision|authori[sz]ation|determination) (?:letter|notice|"
        r"fax|form)s? "
        r"(?:\w+ )?(?:shows?|names?|lists?|explains?|tells?|says|states|gives|sets|contains|is|are|goes)\b"
    ),
    # "Treatment that had been approved goes on during the appeal", "services are paid while a hearing is pending".
    (
        r"^(?!.*\b(?:ketamine|esketamine|spravato)\b).*\b(?:(?:during|pending|throughout) (?:an?|the|any|your) "
        r"(?:appeal|hearing|"
        r"grievance)|while an? (?:appeal|hearing|grievance) is (?:pending|open|under way)|(?:appeal|hearing|grievance) "
        r"is "
        r"(?:filed|requested|asked for|pending))\b"
    ),
    # "If the request is approved, the office gets a number", "when a drug is not covered, the member may ask for …".
    (
        rf"^\W*(?:if|when|once|after|where) (?:(?:an?|the|your|this|any) )*{_DRUG} (?:is|are|has been|was) "
        rf"{_ANSWERED},? (?:(?:an?|"
        r"the|your|you|we) )*(?:[\w-]+ )?(?:number|letter|notice|member|office|pharmac\w+|prescriber|provider|patient|"
        r"you|we) "
        r"(?:may ask|may appeal|can appeal|can ask|gets?|receives?|is (?:given|told|sent|faxed|mailed)|are (?:given|"
        r"told|sent)|will "
        r"(?:get|receive|be (?:told|sent|given))|ships?|sends?|calls?)\b"
    ),
    # "A denial because a benefit is excluded is a factual determination", "if the denial says that it is excluded, …",
    # "a claim denied because the service is not covered cannot be billed": which kind of decision it is, whatever it
    # is of.
    (
        r"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?)\b)\W*(?:(?:if|when|where) )?"
        r"(?:an?|the|any|all|some|your)? ?"
        r"(?:(?:denial|decision|refusal|finding)s?(?: (?:is|was))? (?:because|that|for|on the grounds?|based on|"
        r"says?|states)\b"
        r"|(?:claims?|requests?) (?:(?:that|which) )?(?:(?:is|are|was) )?(?:denied|refused|rejected) "
        r"(?:because|on the grounds?|as)\b)[^.;]*(?:,|\b(?:is|are|may|can|cannot|will|must)\b)"
    ),
    # "Call to find out whether a service is covered", "check the portal to see whether the drug is covered".
    (
        r"^\W*(?:please )?(?:call|check|ask|telephone|use|see|look|visit)\b[^.;]{0,50}? (?:to (?:find out|see|learn|"
        r"ask|check) )?(?:whether|if) (?:an?|the|your|it|this|these)\b[^.;]*\W*$"
    ),
    # "The member is not billed for services that are found not medically necessary."
    (
        r"^\W*(?:(?:the|an?|no) )?(?:members?|patients?|enrollees?) (?:is|are|may|can|will|must)(?: not)?(?: be)? "
        r"(?:billed|charged)\b"
    ),
    # "A physician decides every case in which a service is found not medically necessary."
    (
        r"^\W*(?:an?|the|our) (?:[\w-]+ ){0,2}(?:physician|doctor|director|reviewer|psychiatrist) (?:decides|reviews|"
        r"reads|signs) "
        r"(?:every|each|all|any)\b"
    ),
)
