"""What codes look like, and the words that say of which system and in which role they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.language.patterns import compiled

# Those that every page is asked for open with their first sign, and then say what may not stand before it: what stands
# before a sign would be looked at behind every letter.
NDC = compiled(r"\d(?<![\d-].)(?:\d{4}-\d{4}-\d{2}|\d{4}-\d{4}-\d|\d{4}-\d{3}-\d{2}|\d{3}-\d{4}-\d{2})(?![\d-])")
# A line of a narrow column ends behind the hyphen: "50458-0028- 02".
NDC_OVER_LINES = compiled(r"(?<![\d-])\d{4,5}- ?\d{3,4}- ?\d{1,2}(?![\d-])")
NDC_BARE = compiled(r"(?<![\d-])\d{11}(?![\d-])")
ICD_DOTTED = compiled(r"(?<![A-Za-z0-9.])[A-TV-Z]\d[\dAB]\.[\dA-Z]{1,4}(?![A-Za-z0-9])")
ICD_PLAIN = compiled(
    r"(?:(?<![A-Za-z0-9.-])|(?<=\b[A-Z]\d\d-)|(?<=\b[A-Z]\d\d\w-)|(?<=\b[A-Z]\d\d\w\w-))"
    r"(?:[A-TV-Z]\d[\dAB][\dA-Z]{0,4})+(?![A-Za-z0-9.])"
)
# A diagnosis by its form alone, of six signs or with an F; Medicare numbers articles and determinations with A and L.
ICD_ALONE = compiled(r"[B-EG-KM-TV-Z]\d[\dAB][\dA-Z]{3,4}|F\d{2}[\dA-Z]{1,3}")
ICD_UNGLUE = compiled(r"[A-TV-Z]\d[\dAB][\dA-Z]{0,4}?(?=[A-TV-Z]\d\d|$)")
# Not inside a number in parts ("09-J3000-34"), though at the end of a range ("G2082-G2083").
HCPCS = compiled(r"[A-CEGHJ-MP-V](?<![A-Za-z0-9.].)(?<!\b\d\d-.)\d{4}(?![A-Za-z0-9]|\.\d)")
# "G2082-83": the end of a range without what both codes share.
SHORT_RANGE = compiled(r"(?P<shared>[A-CEGHJ-MP-V](?<![\w-].)\d\d)(?P<first>\d\d) ?[-–] ?(?P<last>\d\d)(?![\w.-])")
CPT = compiled(
    r"\d(?:(?<![A-Za-z0-9.,$#-].)|(?<=\b\d{5}-.))(?:\d{4}|\d{3}[TUFM])"
    r"(?![A-Za-z0-9]|,\d{3}(?!\d)|-\d{4}(?!\d)|\.\d)"
)
# What any code has, from its first digit on; a block without it is not looked at.
CODE_LIKE = compiled(r"\d(?:(?<=[A-Z]\d)[\dAB]|(?<=[a-z]\d)\d|\d{3})")
# Codes that a payer writes in small letters, after a word that says what they are.
SMALL = compiled(r"(?<![A-Za-z0-9.-])(?:[a-ceghj-mp-v]\d{4}|[a-tv-z]\d\d\.[\da-z]{1,4})(?![A-Za-z0-9])")
# Letters whose codes stand for drugs and services around them; the others need a word such as "code" beside them.
DRUG_LETTERS = "JSGQC"

OUTSIDE = compiled(
    r"^(?!.*\bcod(?:e|es|ing)\b).*\b(?:history|revisions?|references?|sources|bibliography|literature|"
    r"changes? (?:log|summary)|summary of changes|what's new|updates? information|"
    r"what (?:was |has been |has )?changed\b|updates? log|document control|"
    r"version control|contractor information|amendments?|addend(?:um|a))\b",
    re.IGNORECASE,
)
HISTORY = compiled(r"\b(?:history|revisions?|log|control|amendments?|addend(?:um|a)|changes?)\b", re.IGNORECASE)
# "Revision Date:", as a field of a document's head.
LABEL_OF_A_DATE = compiled(r"\W*(?:last |latest |next )?(?:revision|revised|amendment|change) dates?\W*", re.IGNORECASE)
DATED_EDIT = compiled(
    r"^(?:addendum\b|(?:effective\s+)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{4}|"
    r"[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4})\W.{0,200}"
    # "Will be added to the drugs that need prior authorization" is said to those who bill.
    r"\b(?<!will be )(?:added|deleted|removed|replaced|updated|revised|annual review|reviewed)\b)",
    re.IGNORECASE | re.DOTALL,
)
# "Change Summary: replaced S0013 by J0013": a line of a document's head that tells what was done to it.
LABEL_OF_EDITS = compiled(
    r"^\W*(?:(?:change|revision|update|edit) (?:summary|history|log|notes?)|summary of (?:the )?(?:changes|revisions|"
    r"updates)|(?:recent |latest )?(?:changes|revisions?|updates?)|what(?:'s| is| has)? (?:changed|new))\s*:",
    re.IGNORECASE,
)
ONLY_A_DATE = compiled(r"\W*(?:\d{1,2}[/.-](?:\d{1,2}[/.-])?\d{2,4}|[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4})\W*")
ICD_WORDS = compiled(r"\bicd\b|\bicd-?\s?(?:9|10)|\bdiagnos[ie]s\b", re.IGNORECASE)
ICD_NAMED = compiled(r"\bicd\b|\bicd-?\s?(?:9|10)|\bdiagnos[ie]s codes?\b", re.IGNORECASE)
HCPCS_WORDS = compiled(r"\bhcpcs\b|\bj-?codes?\b", re.IGNORECASE)
CPT_WORDS = compiled(
    r"\bcpt\b|\bprocedur(?:e|al) (?:and \w+ )?codes?\b|^\W*(?:\w+ )?procedures?\b(?! manual)", re.IGNORECASE
)
NDC_WORDS = compiled(r"\bndc\b|national drug code", re.IGNORECASE)
CODE_WORDS = compiled(
    r"\b(?:cod(?:es?|ing)|cpt|hcpcs|procedures?|billing|icd|(?:billed|reported|submitted) (?:with|under|as|using))\b",
    re.IGNORECASE,
)
# Columns of codes by what is done with them: "Bill", "Report as", "… and bill".
TITLES_BILLING = compiled(
    r"^\W*(?:and )?(?:what to )?(?:bill|report|submit|claim)(?: (?:it|this|these))?(?: (?:with|as|under|using|by))?\W*$"
    # e.g. "...for esketamine, use"
    r"|^\W*for [\w -]{3,40}, (?:use|bill|report|submit)\W*$",
    re.IGNORECASE,
)
BILLED = compiled(r"\b(?:billed|coded)\s+$", re.IGNORECASE)
# "Claims that report 96365 or 96372 for it": the codes are what is reported.
REPORTED = compiled(
    r"\b(?:bills?|billing|report|reporting|claims? (?:for|with|of|under))\s+"
    r"(?:\d{5}\s*(?:[,;/|&]\s*(?:and\b|or\b)?|and\b|or\b)\s*)*$"
    # "the drug (J3490) and its administration (96365, 96366)": in brackets behind a service, after a code read before.
    r"|\0[^.;]*\b(?:administration|infusions?|injections?|services?|procedures?|visits?|observation|monitoring) "
    r"\((?:\d{5}\s*(?:[,;/|&–-]|and\b|or\b|to\b|through\b)+\s*(?:(?:and|or)\s+)?)*$",
    re.IGNORECASE,
)
# "99415 for the first hour", "99416 (each added 30 minutes)": no number but a code is so counted in time.
TIMED = compiled(
    r"\s*(?:for|is|covers|[,(:=–-])\s*(?:(?:the|an?|up to|for) )*(?:first|initial|each|every|further|added|additional|"
    r"more|next|subsequent|later|extra)(?: (?:further|added|additional|more|full|extra))?(?: \d{1,2}| half| one)?[ -]?"
    r"(?:hours?|minutes?|mins?|half[ -]hours?)\b"
    # "99415, then 99416 for each half hour after it".
    r"|[,;]? (?:then|and|plus|with) (?=\d{5} (?:for|,|\() ?(?:the |an? )?(?:each|every|further|added|additional|"
    r"next)\b)",
    re.IGNORECASE,
)
# A sentence that says what to bill, up to its number, and what may follow a code that it names.
BILLING = compiled(
    r"\b(?:bill|report|submit|code|use|claim)(?:s|ed|ing|ted|ting)?\b[^.]*(?:\0[^.]*\b(?:with|and|or|plus|under|as|by|to|through)|"
    r"\b(?:with|under|as|using|by)|\0[^.]*,)\s+$"
    # "Evaluation and management 99202 - 99205 or 99212 - 99215"
    r"|\b(?:evaluation (?:and|&) management|E ?/ ?M)\b[^\d.;]{0,20}"
    r"(?:\d{5}\s*(?:[,;/|&–-]|and\b|or\b|to\b|through\b)\s*)*$",
    re.IGNORECASE | re.DOTALL,
)
AFTER_CODE = compiled(
    r"\s*(?:$|[.,;:()|/–-]|(?:for|and|or|when|if|per|on|with|as|to|through|is|are|will|may|must|plus|once|where|in|only|each)\b)",
    re.IGNORECASE,
)
# What else has a number: a row that opens so lists no codes.
OTHER_NUMBERS = compiled(
    r"^(?!.*\bcod(?:es?|ing)\b)\D{0,12}\b(?:contract(?:or)?|phone|fax|telephone|zip|bin|pcn|npi|tin|licen[sc]e|box|tax|"
    r"article|document|policy)\b\D{0,20}$",
    re.IGNORECASE,
)
# A column of what a claim that is sent back was told: "Reason code | 39721".
OF_CLAIMS_ANSWERED = compiled(
    r"^\W*(?:(?:claim|payer|common|CARC|RARC) )*(?:reason|remark|denial|reject(?:ion)?|error|edit|message|return|"
    r"adjustment)(?:[ /](?:reason|remark|edit))? (?:codes?|numbers?|no\.?)\W*$",
    re.IGNORECASE,
)
# Behind a state ("OH 43215"), behind the word for a maker's part of an NDC ("labeler code 50458"), or for what a claim
# that is sent back is told ("returned with reason code 39721").
OF_ANOTHER_KIND = compiled(
    r"\b[A-Z]{2} $|\b[Ll]abell?er (?:codes?|numbers?|IDs?)\b(?:[:#,( ]|\d|and|or)*$"
    r"|\b(?i:reason|remark|denial|reject(?:ion)?|error|edit|message|adjustment|CARC|RARC)"
    r"(?i:[ /](?:reason|remark|edit))? (?i:codes?|numbers?|no\.)(?:[:#,( ]|\d|and|or)*$"
)
# What five digits behind a caption may be beside codes: of an address, or of what a claim was told.
OF_A_PLACE = compiled(rf"\b(?i:box|suite|zip|fax|street|avenue)\b|(?:{OF_ANOTHER_KIND.pattern})")
# Titles of columns that number drugs or services, and what a row under them has; "ICD-10" is a name.
IDENTIFIERS = compiled(r"\b(?:codes?|hcpcs|cpt|icd|ndc|gcn|gpi|gsn)\b", re.IGNORECASE)
NUMBERED = compiled(r"(?<!ICD-)(?<!ICD )\d{2}|[A-Z]\d{2}")
LONGEST_TITLES, LONGEST_CELL = 80, 40
# What stands for a HCPCS code that was read, and the five digits that follow such a code in its list.
TAKEN = "\0"
# "J3490 with 96365", "J3490 plus 96365 and 96366", "J3490 when billed with 96365".
_WITH = (
    r"(?:(?:(?:when |if )?(?:billed|reported|given|used|infused|paired) )?(?:(?:together|along) )?with|plus|"
    r"under|by|alongside)\b|\+"
)
BESIDE_HCPCS = compiled(rf"\0\s*(?:[,;/|&]|and\b|or\b|{_WITH})\s*(?:\d{{5}}\s*(?:[,;/|&]|and\b|or\b)\s*)*$")
# "An added 99415 or S0013 line": five digits before such a code.
BEFORE_HCPCS = compiled(rf"\s*(?:[,/|&]|and\b|or\b|{_WITH})\s*\0")
# A cell with nothing in it but the codes of visits and of staying on after them, whatever its column is called.
VISITS = compiled(r"\W*99[2-4]\d\d(?:\s*(?:[,;/&–-]|and|or|to|through)\s*99[2-4]\d\d)+\W*")
# "99214 with 99415 or 99416, when the time is documented": such codes joined, wherever they stand.
VISIT_RUN = compiled(
    # "A visit (99213 or 99214) with staff time (99415)": each name with its codes in brackets.
    r"(?<![\w.,$#-])99[2-4]\d\d(?:(?:(?:\s*(?:[,;/&+–-]|\b(?:together|with|and|or|plus|to|through)\b))+\s*"
    r"|\),? (?:with|and|or|plus|together with) [^.;:()\d]{3,45}\()99[2-4]\d\d)+"
    r"(?![\w-]|,\d|\.\d)"
)
ONLY_CODES = compiled(r"\s*(?:(?:[A-Z]?\d{4,5}[TUFM]?|and|or|through|to|[,;/|–-])\s*)*", re.IGNORECASE)
LISTED_CODES = compiled(r"(?:\s*(?:[A-TV-Z]\d[0-9A-Z](?:\.?\d[0-9A-Z]{0,3})?|\d{5})[,;]?){2,}\s*")
# "96365 Intravenous infusion, for therapy or diagnosis": a line of a list, whose words name what the code is of.
CODE_WITH_NAME = compiled(r"\W*(?:\d{5}|[A-Z]\d{4})[ :–-]+[A-Z][a-z]")
LIST_OF_CODES = compiled(rf"(?=.*\d)(?:{ONLY_CODES.pattern})", re.IGNORECASE)
UNDER_A_LABEL = compiled(r"[^\d:]{0,40}\bcod(?:es?|ing)\b[^\d:]{0,20}:", re.IGNORECASE)
# "Medically necessary: 64510, 64520 Investigational: 96365": labels with nothing but codes behind them.
CODES_OF_A_LABEL = compiled(rf"(?:[^\d:]{{1,60}}: *(?=[A-Z]?\d)(?:{ONLY_CODES.pattern})\.?\s*)+$", re.IGNORECASE)
# "COVERED WHEN THE CRITERIA ARE MET 64510, 64520": a caption without a number over codes and nothing else.
CAPTION_OF_CODES = compiled(rf"[^\d]{{1,200}}?[\s:](?=\d{{5}})(?P<codes>{ONLY_CODES.pattern})\.?\s*$", re.IGNORECASE)
# "CPT* 96365 96366 HCPCS J3490": codes behind the names of their systems.
CODES_BY_SYSTEM = compiled(
    r"\W*(?:(?:CPT|HCPCS|ICD-10(?:-CM)?)(?: codes?)?[\s*®:|-]*(?:(?:[A-Z]?\d{4,5}|[A-Z]\d\d\.\d+)\b[\s,;]*)+)+",
    re.IGNORECASE,
)
# "CPT*", "HCPCS codes:", "Codes: (for information only)": a line that only names what the next one lists.
LABEL_OF_CODES = compiled(
    r"\W*(?:(?:applicable|procedure|diagnosis|billing|level|II|CPT|HCPCS|ICD-10(?:-CM)?|codes?|number(?:\(s\)|s)?)[\s*®/:-]*"
    r")+(?:\([^()\d]*\))?\W*",
    re.IGNORECASE,
)
NOT_COVERED = compiled(
    r"\bnot[- ]covered|non-?covered|\bnot (?:considered )?medically necessary|investigational|experimental|"
    r"unproven|exclu(?:ded|sion)|denied|\b(?:do(?:es)?|will|can|may) not (?:support|qualify|justify|establish)",
    re.IGNORECASE,
)
INFORMATIONAL = compiled(
    r"informational|\bother\b.{0,30}\bcodes?|related (?:to the|codes)|not all[- ]inclusive|"
    r"for reference",
    re.IGNORECASE,
)
COVERED = compiled(
    r"\bcovered\b|medically necessary|\bsupport|\bapplicable|payable|preferred|prior authorization", re.IGNORECASE
)


def is_named_in_run(text: str, place: int, above: Iterable[str]) -> bool:
    """Whether a code stands with its name in a run of such under a title of codes ("J3490 … 96365 Infusion, first")."""
    opens = CODE_WITH_NAME.match(text) or text.startswith(TAKEN)
    return bool(opens and CODE_WITH_NAME.match(text, place)) and any(map(CODE_WORDS.search, above))
