"""What is refused of the way a drug is handed out, of what goes with it or of another benefit: no answer on the drug,
and asked of no patient.
"""

from __future__ import annotations

from parsers.language.any_of import any_phrase

_NOT_PAID = r"\bnot (?:be )?(?:covered|payable|paid|reimbursed|allowed|available|eligible|a benefit)\b"
_CODE = r"(?:(?:HCPCS|CPT|procedure|codes?) )*(?:[A-Z]\d{4}|\d{5})"
_BESIDE = (
    r"(?:in addition to|together with|along ?with|alongside|on top of|besides?|on the same (?:day|date|claim)|with)"
)
_PLACES = (
    r"(?:(?:healthcare |treatment )?(?:sites?|settings?|facilit(?:y|ies)|clinics?|pharmac(?:y|ies)|offices?|places?))"
)
_NOT_CERTIFIED = r"(?:(?:not|without|no|lack\w*)\b[^.;:]{0,20}\b(?:certif|enrol)\w*)"
_OBTAINS = (
    r"(?:(?:obtain|order|receive|get|buy|purchase)\b(?! (?:an? )?(?:pa(?:y|id)|reimburse|approv|auth))|"
    r"be (?:sent|supplied|shipped|sold)\b)"
)

OF_SUPPLY = any_phrase(
    # "Sites that are not certified cannot obtain it", "only certified clinics can order it", "it is shipped only to
    # certified pharmacies": what the maker does; where the REMS is named, that is asked for.
    rf"^(?!.*\b(?:rems|risk evaluation)\b)\W*(?:an? |the |any )?(?:{_PLACES}(?: (?:and|or) {_PLACES})? [^.;:]{{0,20}}"
    rf"{_NOT_CERTIFIED}|(?:uncertified|unenrolled) {_PLACES})[^.;:]{{0,40}}? (?:(?:can ?not|can't|will not|won't|"
    rf"may not|(?:is|are) (?:un|not )able to) {_OBTAINS}|(?:is|are) not (?:supplied|shipped|sent)\b)",
    rf"^(?!.*\b(?:rems|risk evaluation)\b)\W*only (?:certified|enrolled) {_PLACES} (?:can|may|are able to) {_OBTAINS}",
    r"^(?!.*\b(?:rems|risk evaluation)\b)\W*(?:it|spravato|esketamine|the (?:drug|spray|product)) (?:is|will be) (?:"
    rf"shipped|sent|sold|supplied|delivered) (?:only|solely|exclusively) to (?:certified|enrolled) {_PLACES}\W*$",
    # e.g. "a month of 84 mg sessions is 8 x 3 = 24 devices": how a clerk reckons, and not what is allowed
    r"^(?!.*\b(?:limit\w*|max\w*|up to|no more|not more|must|may|approv\w*|allow\w*|authori[sz]\w*|cover\w*|exceed\w*|"
    r"<=?)\b)[^.;]*\b\d+ ?(?:[x×*] ?\d+|\d+ times) ?= ?\d",
    # "G2082 and G2083 are not paid in addition to J0013": of two codes for one session.
    rf"^\W*{_CODE}(?:(?:,? (?:and|or) |, ){_CODE})* (?:is|are|will|may) {_NOT_PAID}[^.;:]{{0,30}}? {_BESIDE} "
    rf"{_CODE}\b",
    # "The pharmacy benefit does not cover it", "some groups exclude it", "members whose plan excludes the drug".
    r"\b(?:pharmacy|retail|prescription(?: drug)?|outpatient drug|family planning|dental|vision) benefits? "
    r"(?:does|do|will) not (?:cover|include|pay(?: for)?)\b",
    r"\b(?:some|certain|several|many|most|a few) (?:[\w-]+ ){0,2}?(?:groups?|plans?|contracts?|employers?|accounts?|"
    r"states|payers|insurers|carriers) (?:may |might |do |also )*(?:exclude|not cover|not pay|carve out)\b",
    r"\bnot (?:payable|paid|reimbursed) to (?:an? |any |the )?(?:[\w-]+ )?(?:pharmac(?:y|ies)|wholesalers?)\b",
    r"\bwhose (?:[\w-]+ )?(?:plan|contract|benefits?|group|employer) (?:excludes?|does not cover|do not cover)\b",
    # "Replacement of lost devices is not covered", "telehealth visits are not payable", "home use is not covered".
    r"^\W*(?:the )?(?:[\w-]+ )?(?:replacements?|lost|stolen|damaged|telehealth|telemedicine|transportation|travel|"
    r"lodging|samples?|mail[- ]order|home delivery|home use|use at home|take-home|out-of-network|(?:services|charges|"
    rf"supplies) (?:related to|associated with))\b[^.;:]{{0,60}}{_NOT_PAID}",
    r"^[^.;:]{0,40}\b(?:dispensed|shipped|sent|mailed|supplied) (?:directly )?to (?:an? |the )?(?:member|patient)s?\b"
    rf"[^.;:]{{0,20}}{_NOT_PAID}",
    r"\bnot (?:eligible|available|allowed) (?:for|by|through) (?:an? |the )?(?:\d+[- ]days? supply|mail|auto|home "
    r"delivery)\b",
    # "A 72-hour emergency supply is not possible for this product."
    r"^\W*(?:an? |the |any )?(?:(?:\d+|one|two|three|four|five|seven)[- ](?:hours?|days?) )?(?:emergency|bridge|"
    r"interim|temporary|transition(?:al)?|starter)(?: [\w-]+)? (?:suppl(?:y|ies)|fills?)\b(?: [\w-]+){0,6}? "
    rf"(?:{_NOT_PAID}|\bnot (?:be )?(?:possible|permitted|provided|offered|dispensed|given)\b)",
    r"\bexcluded from (?:the )?(?:340B|(?:[\w-]+ )?mail[- ]order|\d+[- ]days? supply)\b",
    # "This drug is not on the preferred drug list."
    r"^[^.;:]{0,30}\bnot (?:on|part of|listed (?:on|in)) (?:the|our|any) (?:[\w-]+ )?(?:preferred drug list|formulary"
    r"|pdl|drug list)\W*$",
)
