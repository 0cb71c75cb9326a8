"""How payers write the history of a policy: what was done, to which criterion. Words only.

Read after `criteria.numbers.normalise`: lower case, digits for number words.
"""

from __future__ import annotations

import re

from parsers.language.patterns import Pattern, compiled
from parsers.models import ClaimAct, ClaimKey, RevisionKind, Status

# Headings that `roles` does not count as history.
HEADING = compiled(r"\b(?:guideline|policy|document|criteria) update information\b", re.IGNORECASE)
# Titles of a table that is a log wherever it stands.
LOG_TITLE = compiled(r"\b(?:revisions?|summary of changes|changes?|actions?|approvals|history)\b", re.IGNORECASE)
DATE_TITLE = compiled(r"\bdates?\b|\beffective\b|\bwhen\b", re.IGNORECASE)

KINDS: tuple[tuple[RevisionKind, Pattern], ...] = (
    ("effective", compiled(r"\beffective\b|\bin force\b|\bimplement", re.IGNORECASE)),
    (
        "published",
        compiled(r"\bpublish|\bpublication\b|\bposted\b|\bissued?\b|\breleased?\b|\bnotice\b", re.IGNORECASE),
    ),
    ("revised", compiled(r"\brevis|\bamend|\bupdated?\b|\bmodif|\bchanged?\b", re.IGNORECASE)),
    ("reviewed", compiled(r"\breview", re.IGNORECASE)),
)
# A date after one of these is told of, not the entry's own.
MENTIONED = compiled(r"\b(?:until|since|through|before|after|by|of|in|from|than|dated)\s*$", re.IGNORECASE)

# What follows tells why, not what.
REASON = compiled(r",?\s+(?:because|due to|so that|to (?:align|reflect|match|conform|agree)\b)[^;.]*", re.IGNORECASE)
CODING = compiled(r"\bcod(?:es?|ing)\b")
NO_CHANGE = compiled(
    r"\b(?:no|without(?: any)?|zero)\b(?: \w+){0,3} (?:changes?|revisions?|updates?|edits)\b"
    r"|\bno new literature\b|\b(?:polic(?:y|ies)|criteria|coverage|intent|statements?|position)(?: \w+){0,2} "
    r"(?:is |are |remains? |was |were )?unchanged\b|\bmaintain(?:ed)? current (?:coverage|criteria|policy)"
)
KEPT = compiled(r"\b(?:remains?|left at|unchanged|retained|kept|stays?|still)\b")
ACTS: tuple[tuple[ClaimAct, Pattern], ...] = (
    (
        "removed",
        compiled(
            r"\b(?:remov\w+|delet\w+|eliminat\w+|dropp?(?:ed|ing|s)|tak(?:en|e|ing) out|took out|struck|stricken|"
            r"waived?|withdrawn|lifted|discontinued|no longer (?:a )?(?:require|need|necessary|appl|list|ask)\w*)\b"
        ),
    ),
    (
        "changed",
        compiled(
            r"\b(?:chang(?:e|ed|es|ing)|reduc\w+|lower(?:ed|s|ing)|decreas\w+|rais(?:e|ed|es|ing)|increas\w+|"
            r"extend(?:ed|s|ing)|shorten\w*|lengthen\w*|modif\w+|relax\w+|tighten\w+|replac\w+|in place of|"
            r"instead of|revised (?:from|to))\b|\d(?: [a-z]+){0,2} to \d"
        ),
    ),
    (
        "added",
        compiled(
            r"\b(?:add(?:ed|s|ing)?|addition of|addition to|now requir\w+|introduc\w+|insert\w+|included?|"
            r"limited to|restricted to|new (?:requirement|criteri\w+|exclusion|indication|limit|code)s?)\b"
        ),
    ),
)
EDITORIAL = compiled(
    r"\b(?:references?|sources?|background|description|key points|rationale|formatt?\w*|reformatted|reword\w+|"
    r"clarif\w+|renamed|title|template|renumber\w+|reorgani[sz]ed|typo\w*|editorial|grammar|supporting information)\b"
)
FROM_TO = compiled(
    r"\bfrom (?P<before>\d+)(?P<unit>(?: \w+)?)[^;.]*? to (?P<after>\d+)"
    r"|(?<![\d-])(?P<before_2>\d+)(?P<unit_2>(?: [a-z]+)?)(?: [a-z]+){0,3} "
    r"(?:was |were |is |are )?(?:chang|reduc|lower|decreas|rais|increas|extend|shorten|replac)\w+ "
    r"(?:to|by|with) (?P<after_2>\d+)"
    r"|(?<![\d-])(?P<before_3>\d+)(?P<unit_3>(?: [a-z]+)?) to (?P<after_3>\d+)"
)
TO = compiled(r"\b(?:to|is now|now) (?P<after>\d+)(?P<unit>(?: \w+)?)")
REPLACED = (
    compiled(r"(?P<before>\S+) (?:was |is |has been )?replaced (?:by|with) (?P<after>\S+)", re.IGNORECASE),
    compiled(
        r"(?P<after>\S+) (?:added |used |listed )?(?:in place of|instead of|replac(?:es|ed|ing)) (?P<before>\S+)",
        re.IGNORECASE,
    ),
)  # fmt: skip
GONE = compiled(r"\breplaced\b", re.IGNORECASE)
# "30 days for one use and 60 days for another" moves to no one number.
SEVERAL = compiled(r"[^;.]{0,60}?\b(?:and|or) \d")
# A history may speak of what else is covered.
ALTERNATIVES = compiled(r"\balternatives?\b|\bother (?:drugs?|agents?|treatments?|therapies)\b")
MOVED_STATUS = compiled(r"\b(?:now|until now|previously|formerly|chang\w+|revised?|moved)\b")
STATUSES: tuple[tuple[Status, Pattern], ...] = (
    ("not_medically_necessary", compiled(r"\bnot (?:considered )?medically necessary\b")),
    ("excluded", compiled(r"\b(?:not|non-?) ?covered\b|\bexcluded from coverage\b")),
    ("investigational", compiled(r"\binvestigat\w+|\bexperimental\b|\bunproven\b")),
    ("covered", compiled(r"\bmedically necessary\b|\bcovered\b|\bproven\b")),
)

# In order: a name consumes its words, so that "augmentation trials" are no trials of an antidepressant.
TOPICS: tuple[tuple[ClaimKey, Pattern], ...] = (
    ("augmentation_trials", compiled(r"\baugment\w*(?: \w+){0,2}? ?(?:trials?|therap\w+|agents?|requirements?)?")),
    ("psychotherapy", compiled(r"\bpsychotherap\w+|\bcognitive behaviou?ral\b")),
    ("ect_tms", compiled(r"\belectroconvulsive\b|\bect\b|\btms\b|\btranscranial\b")),
    (
        "oral_ad",
        compiled(r"\b(?:oral|concomitant|concurrent|adjunct\w*)(?: \w+)? antidepressants?\b|\bmonotherapy\b"),
    ),
    ("failed_ad_classes", compiled(r"\b(?:different |drug |pharmacologic )?class(?:es)?\b")),
    (
        "trial_weeks",
        compiled(
            r"\b(?:lengths?|durations?)(?: of(?: each| the| every)?)?(?: \w+){0,2}? trials?\b|"
            r"\btrial (?:length|duration)s?\b|"
            r"\bdurations?\b(?! of (?:approval|authori))"
        ),
    ),
    ("trial_adherence_pct", compiled(r"\badheren\w+|\bcomplian\w+ with (?:the )?trials?\b")),
    ("episode_scope", compiled(r"\b(?:trials? (?:in|during|within|of) the )?(?:current |depressive )*episodes?\b")),
    ("lookback_months", compiled(r"\blook-?back\b")),
    (
        "severity_min",
        compiled(
            r"\bphq-?9?\b|\bmadrs\b|\bham-?d\w*|\bhdrs\b|\bqids\w*|\bbdi\b|\bseverity (?:score|threshold)s?\b"
        ),
    ),
    ("initial_auth_days", compiled(r"\b(?:initial|first) (?:approval|authori[sz]ation|certification)s?\b")),
    (
        "renewal_auth_days",
        compiled(
            r"\b(?:renewal|re-?authori[sz]ation|continuation|continued) "
            r"(?:approval|authori[sz]ation|length|period|duration)s?\b"
        ),
    ),
    (
        "prior_authorization",
        compiled(r"\bprior[- ]authori[sz]ation\b|\bprecertification\b|\bpa requirement\b|\bto pa\b"),
    ),
    ("initial_auth_days", compiled(r"\b(?:approval|authori[sz]ation)s?(?: (?:length|duration|period|term)s?)?\b")),
    ("age_min", compiled(r"\b(?:minimum|lower|least) age(?: limit)?\b")),
    ("age_max", compiled(r"\b(?:upper |maximum )?age limit\b|\bmaximum age\b|\bage (?:cap|ceiling)\b")),
    ("prescriber", compiled(r"\bpsychiatrists?\b|\bprescribers?\b|\bprescribed by\b|\bspecialists?\b")),
    ("rems", compiled(r"\brems\b")),
    ("monitoring_hours", compiled(r"\bmonitoring\b|\bobservation\b")),
    ("quantity_limit", compiled(r"\bquantity(?: limit)?s?\b|\bdevices?\b|\bkits?\b")),
    ("pdmp_check", compiled(r"\bpdmp\b|\bprescription (?:drug )?monitoring\b")),
    ("uds", compiled(r"\burine\b|\bdrug screen\w*")),
    ("sud_remission_months", compiled(r"\bremission\b|\babstinence\b")),
    ("documentation", compiled(r"\bchart notes?\b|\battestation\b|\bdocumentation\b|\bmedical records?\b")),
    ("preferred_step", compiled(r"\bstep (?:through|therapy)\b|\bpreferred (?:agent|drug|product)s?\b")),
    ("renewal_response", compiled(r"\b(?:renewal|response) (?:criteri\w+|requirements?)\b")),
    ("trial_dose", compiled(r"\bdos(?:e|age)s?\b(?! of)")),
    ("failed_ad_count", compiled(r"\bantidepressants?\b|\btrials?\b|\bfailures?\b")),
)  # fmt: skip
# These hold a number of days; the other counts are as written.
IN_DAYS: frozenset[ClaimKey] = frozenset({"initial_auth_days", "renewal_auth_days"})
DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
# Depressions that are no indication.
NO_INDICATION = compiled(r"\brespiratory depression\b")
