"""Care beside the drug that a payer pays for, in a sentence that names none of our drugs."""

from __future__ import annotations

# "Crises belong in the emergency department, which the plan pays for": other care than the drug.
_CARE = (
    r"(?:emergency|inpatient|hospital|crisis|ambulance|psychiatric)"
    r"(?:,? (?:and|or|and/or) (?:emergency|inpatient|hospital|crisis|ambulance|psychiatric))?"
    r" (?:(?:services?|care|treatments?|stays?|admissions?|departments?|rooms?|units?|visits?)\b(?: (?:and|or) )?)+"
)
OTHER_CARE = (
    rf"^(?!.*\b(?:(?:es)?ketamine|spravato|infusions?|it|spray|drug)\b)[^.]*\b(?:{_CARE}|(?:the|a) hospital),? "
    r"(?:(?:all|both|each)(?: of)? )?(?:(?:which|that) (?:the |our |this )?[\w&-]+ (?:(?:already|also|always) )?"
    r"(?:pays?(?: for)?|covers?|reimburses?)|(?:(?:which|that) )?(?:is|are|remains?) (?:\w+ )?(?:an? )?"
    r"(?:covered|paid|payable|benefits?|reimbursed))\b"
)
