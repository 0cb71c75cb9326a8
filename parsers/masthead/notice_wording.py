"""How sentences of a policy or notice state its dates, and how a notice is dated. Words only."""

from __future__ import annotations

import re

from parsers.language.patterns import Pattern, compiled
from parsers.masthead.fact_labels import FactKind

_COMES_IN_FORCE = (
    r"\b(?:tak(?:es?|ing|en)|took|go(?:es|ing|ne)?|went|com(?:es?|ing)|came)\s+(?:in)?(?:to\s+)?(?:effect|force)"
    # "The changes take effect on our commercial lists (Ohio, Utah) on …".
    r"(?:\s+(?:on|in|for|across)\s+(?:our|the|all|these|its)\s+[^.;:\d]{3,120}?(?=\s+(?:on|from|as\s+of)\s*$))?"
    r"(?:\s+(?:on|from|as\s+of))?,?\s*$"
)
NOTICE = compiled(
    r"\beffective(?:\s+(?:for|with))?(?:\s+dates?\s+of\s+service)?(?:\s+(?:on|from|beginning|"
    r"starting)(?:\s+(?:or|and)\s+after)?)?,?\s*$|"
    r"\b(?:dates?\s+of\s+service\s+(?:on\s+or\s+after|from|beginning)|"
    r"(?:from|with|for)\s+(?:dates?\s+of\s+service|(?:service|billing|claim)\s+dates?)(?:\s+of)?|"
    r"as\s+of|on\s+(?:or|and)\s+after)\s*$|"
    r"(?:^|[.;:]\s+)(?:from|since)\s*$|"
    # "For requests received from …", "For use with requests as of …".
    r"\b(?:for|with)\s+(?:(?:all|any|new)\s+)*requests?(?:\s+(?:that\s+(?:are|we|come))?)?"
    r"(?:\s*(?:received|sent|submitted|made|dated|filed|in))?\s+(?:from|as\s+of|since|starting|beginning)(?:\s+on)?\s*$|"
    r"\b(?:begin|start|commenc|chang|appl)(?:s|es?|y|ies|ing|ning|ed)?(?:\s+(?:below|here))?"
    r"(?:\s+with\s+(?:(?:all|any)\s+)?(?:dates?\s+of\s+service|service\s+dates?))?(?:\s+(?:on|from|as\s+of))?\s*$|"
    rf"{_COMES_IN_FORCE}",
    re.IGNORECASE,
)
# "May 4, 2031", then "Dear Provider": a letter's date.
SALUTATION = compiled(r"^\W*dear\b.{3,60}$|^\W*to whom it may concern\b", re.IGNORECASE)
# What a bulletin says so, it says of all its changes, wherever it stands.
COMES_IN_FORCE = compiled(_COMES_IN_FORCE, re.IGNORECASE)
MASTHEAD = compiled(r"\b(?:volume|vol\.|issue)\s*\d+", re.IGNORECASE)
# A date that opens with its day of the week is a dateline, where no sentence runs up to it ("until Monday, …").
WEEKDAY = compiled(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
RUNS_UP_TO = compiled(
    r"\b(?:on|by|until|till|from|after|since|starting|beginning|effective|before|through|of|is|was|to)\W*$",
    re.IGNORECASE,
)
# "Current through Register 47, September 10, 2031": up to when a text was kept, or when it was seen.
IS_STATE = compiled(
    r"\b(?:current|accurate|up to date|printed|accessed|downloaded|retrieved) "
    r"(?:through|thru|as of|until|on)\b.{0,60}$",
    re.IGNORECASE,
)
# "Date: August 20, 2031 | To: All prescribers".
MEMO_GOES_ON = compiled(r"[\s|]*(?:to|from|re|subject)\s*:", re.IGNORECASE)
DATE_LABEL = compiled(r"^\W*date\W*$", re.IGNORECASE)
# What names a paper as news of a payer: all that stands beside its date.
NEWS = compiled(
    r"(?:[A-Za-z&'-]+\s+){0,4}(?:news|newsletter|notices?|notifications?|bulletins?|updates?|alerts?|announcements?|communications?|memo|"
    r"memorandum|advisory|articles?|blog)(?:\s+(?:article|release|to\s+providers))?",
    re.IGNORECASE,
)
# A standing document; the bare date under its title may be that of its printing or that of its rules. A notice of
# changes to it ("Drug list changes for August") is none.
STANDING = compiled(
    r"^(?!.*\b(?:notices?|notifications?|bulletins?|newsletters?|announcements?|changes|updates?)\b)"
    r".*(?:\b(?:drug lists?|formular(?:y|ies)|PDL|manuals?|handbooks?)\b|\bcriteria\W*$)",
    re.IGNORECASE,
)
# What a standing document says of itself in a sentence: "These changes take effect on …".
IN_FORCE = compiled(
    r"\b(?:changes?|revisions?|updates?|policy|guideline|criteria|version|section|services|edits|list)\b"
    r"(?: below| above| here| (?:in|of) this \w+)? (?:are|is|will be|becomes?|takes?|"
    r"will (?:become|take)) effect(?:ive)?(?: for (?:claims with )?dates? of service)?"
    r"(?: on| from| as of)?(?: (?:or|and) after)?\s*$",
    re.IGNORECASE,
)
# "On July 1, 2031, an updated coverage policy takes effect": the day in front of what it is said of.
OPENS_SENTENCE = compiled(r"(?:^|[.;:]\s+)(?:on|from|as of|beginning|starting)\s*$", re.IGNORECASE)
THEN_IN_FORCE = compiled(
    r"^,?\s+(?:the|this|an?|our|these|its)\s+(?:(?!\b(?:label|law|statute|contract)\b)[\w&'’()-]+\s+){0,4}?"
    r"(?:polic(?:y|ies)|guidelines?|criteria|rules?|changes?|revisions?|updates?|requirements?|version|edition)"
    r"(?:\s+[A-Z]*[\d.-]+[\w.-]*)?\s+(?:(?:will|shall|is|are|be|to)\s+)*"
    r"(?:(?:takes?|goes?|go|comes?|come)\s+(?:in)?(?:to\s+)?(?:effect|force)|(?:becomes?\s+)?effective\b|in\s+(?:effect|force))",
    re.IGNORECASE,
)

# What a sentence speaks of when it speaks of the document.
_ITSELF = (
    r"\b(?:this|the|our|these|its|current|revised|new)\s+(?:[\w&'’-]+\s+){0,3}?"
    r"(?:policy|guideline|document|version|criteria|bulletin|article|page|notice|rules?|determination|edition|changes?|"
    r"revisions?|updates?)"
)
_SUBJECT = (
    rf"(?:{_ITSELF}(?:\s+[A-Z]*[\d.-]+[\w.-]*)?|\b(?:policy|guideline|bulletin|article)\s+[\w.-]*\d[\w.-]*|(?:^|\s)it)"
)
# The rest of a sentence after its first date: ", and takes effect on".
_GOES_ON = r"^\s*,?\s*and"
_ON = r"(?:\s+(?:on|in|for|by|from|as\s+of|since|of|beginning|starting))?\s*$"
_COMMITTEE = r"(?:\s+(?:by|at)\s+[\w&'’-]+(?:\s+[\w&'’-]+){0,7}?)?"
# The clause before a date, up to the date.
SENTENCES: dict[FactKind, Pattern] = {
    "next_review": compiled(
        r"(?:\b(?:next|upcoming|following)\s+(?:[\w&]+\s+)?review(?:\s+date)?(?:\s+(?:is|are|falls?|will|be|takes?|take|place|"
        r"occurs?|happens?|due|scheduled|planned|expected|set|no\s+later\s+than))*|"
        r"\b(?:will\s+be|to\s+be|is\s+(?:due|scheduled|planned|set)\s+(?:to\s+be|for))\s+(?:re-?)?review(?:ed)?"
        r"(?:\s+(?:again|next|no\s+later\s+than|before))*|"
        r"\breview\s+is\s+(?:next\s+)?(?:due|scheduled|planned|expected))" + _ON,
        re.IGNORECASE,
    ),
    "last_reviewed": compiled(
        r"(?:\b(?:last|latest|most\s+recent(?:ly)?|newest|previous(?:ly)?)\s+(?:[\w&]+\s+)?review(?:ed)?"
        r"(?:\s+(?:and|or)\s+\w+ed)?"
        rf"(?:\s+{_ITSELF})?{_COMMITTEE}"
        r"(?:\s+(?:took\s+place|occurred|was|is|held|done|completed|finished|dates?))*|"
        rf"{_SUBJECT}\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:reviewed|re-?approved)"
        rf"(?:\s+and\s+\w+ed)?{_COMMITTEE})" + _ON,
        re.IGNORECASE,
    ),
    "published": compiled(
        rf"(?:{_SUBJECT}|{_GOES_ON})\s+(?:was|is|were)\s+(?:first\s+)?(?:published|issued|posted|released)(?:\s+online)?"
        + _ON,
        re.IGNORECASE,
    ),
    "effective": compiled(
        rf"(?:(?:{_SUBJECT}|{_GOES_ON})\s+(?:(?:is|are|was|were|has|have|been|will|be|becomes?|became|goes|go|went|comes?|came|takes?|take|took|"
        r"remains?|first)\s+)*(?:in(?:to)?\s+)?(?:effective|effect|force)|"
        r"\b(?:its|the|current|this\s+(?:policy|version)['’]s)\s+(?:current\s+|new\s+)?effective\s+date\s+(?:is|was)|"
        r"\b(?:has|have|bears?|carr(?:y|ies)|for|with)\s+an?\s+effective\s+date(?:\s+of)?|"
        # "Criteria in effect from …", in front.
        r"^\W*(?:[\w-]+\s+){0,2}?(?:criteria|rules|policy|guidelines?|requirements|version|edition)\s+in\s+"
        r"(?:effect|force))" + _ON,
        re.IGNORECASE,
    ),
}
# Whose day in force is not the payer's.
OTHERS_RULE = compiled(
    r"\b(?:LCD|NCD|FDA|label(?:ing)?|statute|law|contracts?)\b[^.;]*$"
    # What takes the place of this one, or the one that this has replaced.
    r"|\b(?:superseded|replaced|retired|archived) (?:by|with)\b[^.;]*$"
    r"|\b(?:supersed|replac)\w+ (?:[\w-]+ ){0,4}effective\s*$"
    # A page as it was seen, or a list as it was on a day.
    r"|\b(?:shown|printed|viewed|displayed|downloaded|captured|retrieved|current|accurate|up to date|"
    r"criteria|contents?|information|pages?|texts?) as of\s*$",
    re.IGNORECASE,
)
# "Use HCPCS code S0013 for dates of service on or after …": from when a claim bears a code, and no rule of cover.
_A_CODE = r"(?:[A-Z]\d{4}|codes?)\b"
_ON_CLAIMS = r"(?:claims?|dates?\s+of\s+service)\b"
BILLED_FROM = compiled(
    # A notice puts the day of its rule in front: "From date of service March 6, 2031 on, the claim carries …".
    r"^(?!\W*(?:for|from|with|on|as of|since|starting|beginning|effective)\b)"
    r"(?!.*\b(?:effective|pay(?:s|ment)?|paid|authori[sz]\w+|approv\w+|criteria|cover\w*|polic(?:y|ies)|requir\w+)\b).*?"
    rf"(?:\b(?:use|bill(?:ed|s)?|report(?:ed|s)?|submit(?:ted)?|enter|put)\b.*?\b{_A_CODE}"
    rf"|\b{_A_CODE}.*?\b{_ON_CLAIMS}|\b{_ON_CLAIMS}.*?\b{_A_CODE})",
    re.IGNORECASE | re.DOTALL,
)
# What else is reviewed, issued or in force on a day.
OTHERS_DATE = compiled(
    r"\b(?:label(?:ing)?|literature|evidence|trials?|stud(?:y|ies)|fda|lcd|ncd|compendi\w+|members?|patients?|requests?|"
    r"claims?|rems|replac\w+|supersed\w+|prior\s+version|former|earlier|old|until|expir\w+|before|retired|archived|"
    r"original(?:ly)?|first|initial(?:ly)?|statute|law|contract|benefits?)\b",
    re.IGNORECASE,
)
