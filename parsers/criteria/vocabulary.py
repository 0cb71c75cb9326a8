"""The words that several families of criteria share: people, drugs, numbers, verbs of failing.

Every name is a fragment of a pattern over normalised words (numbers.normalise), one row a wording, so that the tables
of the families read as phrases: f"{NUMBER} {ANTIDEPRESSANT}".
"""

from __future__ import annotations

import re

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

_BOUNDARY = r"\b"


def one_of(*forms: str) -> str:
    """Any of some forms, as one fragment; a word boundary that all of them open with is tried once."""
    if all(form.startswith(_BOUNDARY) for form in forms):
        return rf"{_BOUNDARY}(?:{'|'.join(form.removeprefix(_BOUNDARY) for form in forms)})"
    return f"(?:{'|'.join(forms)})"


def each_of(*parts: str) -> tuple[str, ...]:
    """Several expressions, each as words of their own: what one_of takes together, for a text to be asked apart."""
    return tuple(rf"\b(?:{part})\b" for part in parts)


def some(words: str, most: int) -> str:
    """Up to so many of these words, each followed by a blank."""
    return f"(?:{words} ){{0,{most}}}"


def near(most: int) -> str:
    """So many signs at most, within one sentence."""
    return f"[^.;]{{0,{most}}}"


# "Reports go to the registry in the usual way", "as a matter of course": what is done anyway.
AS_USUAL = (
    r"(?:in the (?:usual|ordinary|normal|customary|regular) (?:way|manner|course|fashion)|"
    r"as (?:is )?(?:usual|customary)|as a matter of (?:routine|course))"
)
# "2 sessions may be given each week", "1 infusion takes place in a week": verbs between a count and its span.
BEFORE_A_SPAN = (
    r"(?:(?:is|are|may|can|will|shall|must|should|be|to be|takes? place|given|held|covered|paid(?: for)?|allowed|"
    r"approved|authorized|administered|permitted|provided|infused|scheduled|used|payable|reimburs(?:ed|able)|"
    r"bill(?:ed|able)|eligible) ){0,3}"
)
PERSON = one_of(
    "patient", "member", "individual", "client", "beneficiary", "enrollee", "recipient", "person", "adult",
    "participant",
    "employee", "applicant", "subscriber", "veteran", "insured", "worker", "customer", "retiree",
    "claimant", "policyholder", "pensioner", "annuitant", "he or she", "they",
)  # fmt: skip
PEOPLE = one_of(
    "patients?", "members?", "individuals?", "clients?", "beneficiar(?:y|ies)", "enrollees?", "recipients?", "persons?",
    "people", "adults?", "participants?", "those", "anyone", "someone", "veterans?", "workers?",
    "retirees?", "claimants?", "policyholders?", "pensioners?", "annuitants?",
)  # fmt: skip

# A count of drugs, classes or trials: ">= 2", "2 or more", "2+", "2 (3)" is left as two numbers.
NUMBER = r"(?:[<>]=? ?)?\b(?<![\d./@-])(?P<n>\d+)(?:\s*\(\w+\))?(?: \(?or (?:more|greater)\)?|\+)?,? "

ANTIDEPRESSANT = one_of("anti-?depressant", "ssri", "snri", "anti-?depressive")
# Generic names.
ANTIDEPRESSANT_NAMES = (
    "bupropion", "citalopram", "escitalopram", "fluoxetine", "paroxetine", "sertraline", "venlafaxine",
    "desvenlafaxine", "duloxetine", "levomilnacipran", "mirtazapine", "trazodone", "vilazodone", "vortioxetine",
    "nefazodone", "amitriptyline", "nortriptyline", "imipramine", "desipramine", "clomipramine", "phenelzine",
    "tranylcypromine", "selegiline", "isocarboxazid",
)  # fmt: skip
CLASS_NAMES: dict[str, str] = {
    "ssri": one_of(r"ssris?\b", "selective serotonin reuptake inhibitors?"),
    "snri": one_of(r"snris?\b", "serotonin(?:[- /]| and )norepinephrine reuptake inhibitors?"),
    "tricyclic": one_of(r"tcas?\b", r"tricyclics?(?: antidepressants?)?"),
    "maoi": one_of(r"maois?\b", r"mao inhibitors?\b", "monoamine oxidase inhibitors?"),
    "atypical antidepressant": "atypical antidepressants?",
    "ndri": one_of(r"ndris?\b", "norepinephrine[- /]dopamine reuptake inhibitors?"),
}
CLASS_NAME = rf"{one_of(*CLASS_NAMES.values())}(?: \(\w+\))?"
CLASSES = tuple((name, compiled(rf"\b{forms}")) for name, forms in CLASS_NAMES.items())
ANY_CLASS = compiled(rf"\b{CLASS_NAME}")
MEDICINE = one_of(
    rf"{ANTIDEPRESSANT}\w*", r"psychopharmac\w+", r"pharmacotherap\w+", "medications?", "medicines?", "agents?",
    "drugs?",
    "trials?", "therap(?:y|ies)", "treatments?", "regimens?", "courses?",
    # As a list of drugs by rank calls them.
    r"(?<=preferred )(?:products?|brands?)", r"(?<=formulary )(?:products?|brands?)",
)  # fmt: skip
# What is added to an antidepressant.
AUGMENTER = one_of(
    r"antipsychotics?\b", "lithium", "thyroid", "buspirone", "liothyronine", "aripiprazole", "brexpiprazole",
    "cariprazine", "quetiapine", "olanzapine", "risperidone",
)  # fmt: skip

# What a drug did not do: nouns after "no", "inadequate", "lack of"; verbs after "not".
_RESPONSE = one_of(
    "respon", "efficacy", "benefit", "improvement", "remission", "relief", "success", "effect", r"gains?\b"
)
_LACKING = one_of(
    "inadequate", "insufficient", "unsatisfactory", "suboptimal", "sub-optimal", "poor", "partial", "incomplete",
    "limited", "minimal", "less than adequate", "little", "no", "lack of", "absence of", "want of", "without",
)  # fmt: skip
_BETWEEN_THEM = one_of(
    "or", "to", "and", "/", "an?", "any", "adequate", "sufficient", "enough", "satisfactory", "lasting",
    "clinical", "clinically", "meaningful", "significant",
    "partial", "no",
    "therapeutic", "treatment", "sufficient", "inadequate", r"symptom\w*",
)  # fmt: skip
_HELPS = one_of(
    "respon", "improv", "benefi", "help", "remit", "achiev", "experienc", "work", "effective", "reliev", "succe",
    "bring",
    "brought", "yield", "reach", "resolv", "relieve", "alleviat", "produc", "recover", "control", "adequately treat",
    "get better", "got better",
)  # fmt: skip
FAILURE = any_of(
    r"\bfail",                                                  # failure of, has failed, failing
    rf"\b{_LACKING}(?: {_BETWEEN_THEM}){{0,5}}[ /-]*{_RESPONSE}",  # inadequate response, no clinical benefit
    rf"\b(?:not|n't|never|no|neither|inadequately|poorly|incompletely|insufficiently"
    rf"|partially)(?: [\w'-]+){{0,5}} {_HELPS}",
    # two drugs and a course of psychotherapy, none of which helped
    rf"\bnone of (?:which|whom|them|these|those) (?:(?:has|have) )?(?:\w+ )?{_HELPS}",
    r"\b(?:c[ao]me|comes) to (?:nothing|naught)\b",
    # did not give enough relief, has not provided the expected benefit
    rf"\b(?:not|n't|never) (?:giv|gain|get|got|obtain|provid|show|offer|deliver|lead to|led to|result\w* in)\w*"
    rf"(?: [\w'-]+){{0,3}} {_RESPONSE}",
    r"\b(?:was|were|proved|proven|likewise|been) (?:likewise |also |both |all |each )?(?:inadequate|insufficient|"
    r"unsatisfactory)\b",
    r"\bunable to (?:achieve|reach|attain|obtain)",
    r"\b(?:unsatisfactory|inadequate|insufficient|suboptimal|poor) (?:\w+ )?(?:outcome|result)s?\b",
    r"\bnon-?respon", r"\bnon ?respon", r"\bnonremission\b",
    r"\brefractory\b", r"\bresistan(?:t|ce) to\b",
    r"\bstill (?:depressed|symptomatic)", r"\bremain(?:s|ed) (?:depressed|symptomatic)", r"\boutlast",
    r"\bineffective", r"\bunhelpful", r"\bunsuccessful", r"\bpersist\w* (?:through|despite|after|in spite)",
    r"\bnone (?:of (?:them|which|these|those) )?(?:was|were|has been|have been|proved|gave|did)\b",
    r"\bof no (?:use|avail|help)\b", r"\bexhaust", r"\bunrespons", r"\bto no avail\b", r"\bin vain\b",
    r"\brespond\w* (?:inadequately|poorly|insufficiently|incompletely|only)",
    r"\btried\b", r"\btrial", r"\battempt\w*",
    r"\btreatment history of\b", r"\bhistory of (?:treatment|therapy) with\b", r"\b(?:despite|in spite of)\b",
    r"\bf[ae]ll(?:s|en|ing)? short\b", r"\bdisappoint", r"\blet\b[^.;]{1,20}\bdown\b", r"\bdid (?:too )?little\b",
    r"\b(?:not|n't|never) (?:do|done|been|was|were) enough\b", r"\b(?:was|were|is|are) not enough\b",
    r"\bpreviously (?:treated|used|taken|received)\b", r"\bprior (?:use|treatment|therapy)\b",
)  # fmt: skip

# A treatment begun and given up, which payers count among the failures.
_BARS = (
    r"(?:listed |named |stated )?(?:exclusions?(?: criteri(?:a|on))?|contraindications?|disqualifying conditions)"
    r"(?: (?:listed|named|stated))?"
)
_HOLD = r"(?:appl(?:y|ies)|(?:is|are) (?:met|present)|holds?|exists?)"
# "None of the listed exclusions applies", "no contraindication is present": bars by what they are called. They turn
# round no demand beside them, and are asked for themselves.
BARS_BY_NAME = compiled(
    r"\b(?:(?:has|have|with) )?(?:(?:none|not any|free|without any) of (?:the|these|those|our|its) "
    rf"{_BARS}(?: {_HOLD})?|no {_BARS} {_HOLD})(?=\W*$|[.;,)]| and\b)",
    re.IGNORECASE,
)
INTOLERANCE = compiled(
    one_of(
        r"\bintolera(?:n|bl)", r"\bcontraindicat", r"\bside[ -]effects?\b", r"\btolerability",
        r"\b(?:harmful|ill) effects?\b",
        r"\badverse (?:\w+ )?(?:effect|event|reaction|drug)",
        r"\bnot (?:be )?(?:been )?(?:well )?(?:able to )?tolerate", r"\b(?:un|in)ab(?:le|ility) to tolerate",
        r"\b(?:could not|can ?not|can't|unable to) (?:be )?(?:take|tolerate)",
        r"\btoo (?:sick|ill|unwell) to (?:go on|continue|keep|stay)"
        r"\b", r"\bunable to use\b(?=,? or\b)", r"\binability to (?:take|use)\b", r"\bpoor(?:ly)? tolera",
        r"\bdid not tolerate", r"\b(?:medical|clinical) reasons? (?:why|that|for not|not to|to avoid)\b",
    )
)  # fmt: skip

# "A shorter trial does not count", "is disregarded".
NO_FAILURE = compiled(
    r"\b(?:does|do|will|would|is|are) not (?:be )?(?:count|qualif|accepted|considered|regarded|credited|recogni[sz])"
    r"|\b(?:does|do|will|would|shall) not (?:accept|count|recogni[sz]e|regard|consider)\b"
    r"|\b(?:is|are|will be|be) (?:ignored|disregarded|set aside|discounted|left out|rejected|thrown out|passed over)\b"
    r"|\bnot (?:be )?counted\b|\b(?:is|are) (?:no|not an?|not the same as an?) "
    r"(?:treatment )?failures?\b"
)


def first_number(match: re.Match[str]) -> int:
    """The number a pattern's first group caught."""
    return int(next(group for group in match.groups() if group))


def below_first_number(match: re.Match[str]) -> int:
    """One less than the number a pattern's first group caught: "under 65" is 64."""
    return first_number(match) - 1


def above_first_number(match: re.Match[str]) -> int:
    """One more than the number a pattern's first group caught: of "17 and younger", who is not refused is 18."""
    return first_number(match) + 1


# What is refused to patients when it is "not …": "not paid for if", "not a covered benefit in people with".
GRANTED = one_of(
    "covered", "approved", "authori[sz]ed", "eligible", "considered", "provided", "given", "granted", "available",
    "renewed", "reauthori[sz]ed", "continued", "extended", "recommended", "indicated", "paid(?: for)?", "payable",
    "reimbursed", "reimbursable", "allowed", "certified", "an? (?:covered )?(?:benefit|service)",
)  # fmt: skip

# Papers and persons may tell of a patient's trials: "each trial lasted 8 weeks, and claims show adherence of 80%".
TOLD_BY_NO_PAPERS = "".join(
    rf"(?<!\b{word} )"
    for word in (
        *("claims", "claim", "data", "fills", "refills", "records", "record", "notes", "history", "charts", "chart"),
        *("documentation", "profile", "count", "counts", "log", "logs", "pharmacy", "levels", "prescriber", "provider"),
        *("psychiatrist", "physician", "clinician", "patient", "member", "client"),
    )
)
