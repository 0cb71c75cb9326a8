"""How payers word, among criteria, by which codes a session is reported, and what is not paid beside it. Words only."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

# What is asked of patients or requests may name codes as well.
_ASKS_MORE = (
    r"(?![^.;]*\b(?:diagnos\w+|criteri\w+|fail\w*|medically necessary|cover(?:ed|s|age)?|approv\w+|authori[sz]\w+|"
    r"years?|psychiatr\w+|prescrib\w+|enroll\w*|certif\w*|unless|until)\b)"
)
_CODE = (
    r"(?:\b[A-Z]\d{4}\b|\b\d{5}\b|\b(?:hcpcs|cpt|procedure|billing|revenue|management|service|drug|ndc)(?: level ii)? "
    r"codes?\b|\bNDCs?\b)"
)
_REPORTERS = (
    r"(?:providers?|sites?|practices?|clinics?|clinicians?|physicians?|facilit(?:y|ies)|hospitals?|pharmac(?:y|ies)|"
    r"offices?|suppliers?|billers?|claims?|(?:out)?patient departments?)"
)
_REPORT = r"(?:reports?|bills?|uses?|enters?|submits?|carr(?:y|ies)|codes?|shows?|lists?|sends?)"
_REPORTED = r"(?:reported|billed|used|entered|submitted|coded|claimed|listed|sent)"
_OF_CODES = compiled(
    # "Providers report the session with code …", "practices that did not buy the drug bill …".
    rf"^\W*{_ASKS_MORE}(?:(?:the|an?|each|any|all|network|treating|administering|outpatient) )*{_REPORTERS}\b"
    rf"[^.;:]{{0,60}}? (?:(?:must|should|shall|may|can|will|then|also) )*{_REPORT}\b[^.;]{{0,80}}?{_CODE}[^.;]*\W*$"
    # "Report the visit with code …", "use one or the other code, as the dose requires".
    rf"|^\W*{_ASKS_MORE}(?:please )?(?:report|bill|use|enter|submit|code)\b(?! (?:of|in|by|at|for)\b)[^.;]{{0,80}}?"
    rf"{_CODE}[^.;]*\W*$"
    # "Where the site did not buy the drug, code … may be reported instead", "either … or … is reported, never both".
    rf"|^\W*{_ASKS_MORE}[^.;]{{0,140}}?{_CODE}[^.;]{{0,60}}? "
    rf"(?:(?:is|are|be|may|can|must|should|shall|also|then|only|never|not|instead) )+{_REPORTED}\b[^.;]*\W*$"
    # "The observation is reported with code …".
    rf"|^\W*{_ASKS_MORE}[^.;]{{3,120}}? (?:(?:is|are|be|may|can|must|should|shall|also|then) )+{_REPORTED} "
    rf"(?:with|under|by|as|using|on)\b[^.;]{{0,40}}?{_CODE}[^.;]*\W*$",
    re.IGNORECASE,
)
# "Observation time belongs to the session and is not paid again."
_NOT_PAID_AGAIN = compiled(
    r"^\W*(?:(?:the|such|any) )?(?:observation|monitoring|(?:office )?visits?|supplies|administration|preparation)\b"
    r"[^.;:]{0,80}? (?:is|are|will be) (?:not|never) (?:paid|billed|reimbursed|reported|payable)(?: for)? "
    r"(?:again|separately|twice|apart|on its own|on their own|in addition)\W*$",
    re.IGNORECASE,
)
OF_BILLING = (_OF_CODES, _NOT_PAID_AGAIN)
