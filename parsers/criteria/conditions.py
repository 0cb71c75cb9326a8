"""Conditions of a patient and how payers write them: the contract's names, and others by their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.criteria.vocabulary import PERSON, one_of
from parsers.language.any_of import Choice, any_of
from parsers.language.patterns import Pattern, compiled
from parsers.language.rewriting import Rewriting

# "The off-label drug use policy" is of no abuse.
_DRUG_OF_ABUSE = one_of(
    "substance", "alcohol", r"(?<!label )(?<!labeled )(?<!labelled )drug(?! (?:for|is|will|was)\b)", "opioid",
    "illicit", "cannabis", "stimulant", "cocaine"
)  # fmt: skip
# "Drug therapies that limit the use of the medication" tell of no abuse.
_ABUSE = one_of(r"(?<!\bthe )\buse\b(?! of (?:ketamine|esketamine))", "abuse", "misuse", r"dependen\w+", r"addict\w+")
_UNCONTROLLED = one_of(
    "uncontrolled",
    "uncorrected",
    "inadequately controlled",
    "not (?:well )?controlled",
    "(?:poorly|badly|inadequately|insufficiently) controlled",
    "out of control",
    "not (?:yet )?under control",
    "untreated",
    "unstable(?:,? (?:or|and) (?:(?:poorly |in|un)?controlled|untreated))?",
    "severe",
)

_KIND_OF_PERSONALITY = one_of(
    "borderline", "antisocial", "narcissistic", "paranoid", "histrionic", "avoidant", "schizotypal", "cluster [abc]"
)

_OWN = "(?:the|his|her|your|their|his or her)"
# "Bipolar I or II", "bipolar disorder, type 1".
_TYPE = "(?:i{1,2}|[12])"
# Disorders that the drug may be used for as well.
ALSO_USES = frozenset({"bipolar", "substance_use_disorder"})
# Condition names of the contract (and breastfeeding, which payers name beside pregnancy).
_FORMS: dict[str, tuple[str, ...]] = {
    "psychosis": (r"psychosis", r"psychotic", r"schizo\w+", r"hallucinat", r"delusion"),
    "bipolar": (
        rf"bipolar(?:(?: disorders?)?,? \(?types?)?(?: {_TYPE}\b)?(?:(?:,| or| and| ?/) ?(?:type )?{_TYPE}\b)*",
        r"mani[ac]\b", r"manic", r"hypomani",
    ),
    "dementia": (r"dementia", r"demented", r"neurocognitive", r"alzheimer", r"cognitive impairment"),
    "substance_use_disorder": (
        rf"{_DRUG_OF_ABUSE}[\w, /-]*?{_ABUSE}",
        rf"(?:abus|misus)(?:es?|ed|ing) (?:\w+ )?{_DRUG_OF_ABUSE}", rf"(?:addicted to|dependent on) {_DRUG_OF_ABUSE}",
        rf"(?:abuse|misuse|dependen\w+|addiction) (?:of|on|upon|to) (?:(?!the\b)\w+ ){{0,3}}{_DRUG_OF_ABUSE}",
        r"substance[ -]related", r"alcoholism", r"sud\b", r"addiction", r"recreational (?:drug|ketamine)",
        r"(?:drugs?|alcohol|drinking|substances?)(?:,? (?:or|and|nor) (?:an? )?(?:drugs?|alcohol|drinking))? problems?",
    ),
    "aneurysmal_vascular_disease": (r"aneurysm",),
    "arteriovenous_malformation": (r"arteri(?:o|al)[ -]?venous malform", r"a-?v malform", r"avm\b"),
    "intracerebral_hemorrhage": (
        r"ich\b", r"intra-?(?:cerebral|cranial)[ -](?:ha?emorrhag|bleed)", r"cerebral ha?emorrhag",
        r"brain (?:bleed|ha?emorrhag)",
        rf"(?:bleed\w*|ha?emorrhages?) (?:in|into|within|inside) (?:{_OWN} )?(?:brain|skull|head)",
        r"ha?emorrhagic stroke", r"strokes? (?:due to|from|caused by|with) (?:an? )?(?:bleed|ha?emorrhag)",
            ),
    # Hypersensitivity to antidepressants excuses their trial and bars nobody.
    "hypersensitivity": (r"(?:hypersensitiv|allerg)(?![^.;]{0,60}\bantidepress)",),
    "uncontrolled_hypertension": (
        rf"{_UNCONTROLLED}[\w ]{{0,12}}(?:hypertension|high blood pressure|blood pressure)",
        rf"(?:high blood pressure|hypertensi(?:on|ve))[\w ]{{0,20}}{_UNCONTROLLED}",
        rf"blood pressure[\w ,]{{0,14}}{_UNCONTROLLED}", r"hypertensive crisis",
    ),
    "pregnancy": (r"pregnan",),
    "breastfeeding": (r"breast-?feed", r"lactat", r"nursing (?:mother|a child|an infant)",
        r"(?<=pregnant or )nursing", r"(?<=pregnant nor )nursing"),
    "personality_disorder": (
        rf"(?:{_KIND_OF_PERSONALITY}(?:,| or| and)* )*(?:(?:an)?other )?personality disorder",
        r"borderline personality",
    ),
    "seizure_disorder": (r"seizure", r"epilep"),
}  # fmt: skip
_CONDITIONS = tuple((name, compiled(rf"\b(?:{'|'.join(forms)})")) for name, forms in _FORMS.items())
_NAMES = Choice(tuple(pattern for _, pattern in _CONDITIONS))
_KNOWN_NAMED = Rewriting(tuple((pattern, " @named ") for _, pattern in _CONDITIONS))
SUBSTANCE = dict(_CONDITIONS)["substance_use_disorder"]

# "Aneurysmal vascular disease of the aorta, intracranial or peripheral arteries": one condition, whatever its vessels.
_ANEURYSM_OF = compiled(
    r"\baneurysm\w*(?: vascular)?(?: diseases?)? (?:of|in|affecting|involving) "
    r"(?:(?:the|and|or|either|any|thoracic|abdominal|intracranial|cerebral|brain|peripheral|arterial|blood|great|large|"
    r"major|iliac|carotid|aorta|aortic|artery|arteries|vessels?)\b[ ,]*)+"
)
# "A substance use disorder, alcohol included": what the condition before it takes in is none of its own.
_TAKEN_IN = compiled(
    r", (?!and\b|or\b)(?:[\w/-]+ ){1,5}?(?:included|among (?:them|these)|(?:is|are) (?:counted|included))\b"
)
# What only qualifies a condition; a part made of these alone ("current or past") names none.
_QUALIFIER = one_of(
    "and", "or", "nor", "no", "any", "an?", "the", "current", "currently", "active",
    "known",
    "prior", "previous", "past", "recent", "history", "diagnosis", "diagnoses", "evidence", "presence", "untreated",
    "has",
    r"there(?= (?:been |ever )?(?:an?|any)\b)", "(?:absence|lack|none|freedom) (?:of|from)", "free (?:of|from)",
    "without",
    r"(?:episode|bout|attack|flare(?:-?ups?)?|recurrence|occurrence|onset|case)s? of", "lacks?",
    "have", "had", "is", "are", "having", "(?:does |do |did )?not have", "(?:does |do )?not suffer from", "never had",
    "(?:is |are )?not suffering from", "suffers? from", "suffering from", "neither",
    "other", "of", "for", "in", "(?:patient|member|individual|client|person)s?",
    "those", "who", "whose", "documented", "lifetime",
    "personal", "with", "significant", "suspected", "confirmed", "comorbid", "concurrent", "claims?", "records?",
    "signs?",
    "symptoms?", "ever", "also", "been", "diagnosed", "now", "then", "another", "lifetime", "previously", "at any time",
    "if any box is checked",
)  # fmt: skip
_LEADING_QUALIFIERS = compiled(rf"^(?:{_QUALIFIER}\b[\s,]*)+")
# How bad a condition must be to bar is part of it ("severe hepatic impairment"); alone it names none.
_GRADE = r"(?:mild|moderate|severe)"
_GRADES = compiled(rf"\b({_GRADE}),? (?:to|or|and) ({_GRADE})\b")
# "… of moderate or greater severity", "moderate or worse": how bad the condition before it is.
_SO_SEVERE = compiled(
    rf",? \(?(?:of )?(?:at least )?{_GRADE},? (?:or|and) (?:greater|more|worse|higher|above)"
    rf"(?: (?:severity|degree|grade))?\)?(?=\W*(?:$|[;,.]))|,? of at least {_GRADE} (?:severity|degree|grade)"
)
# "No episode of delirium at present", "angina within the past year": when it must be absent.
_WHEN = compiled(
    r",? (?:at (?:present|this time|the moment|the present time)|right now|(?:with)?in (?:the )?(?:past|last|previous|"
    r"preceding|prior) (?:\d+ )?(?:days?|weeks?|months?|years?))(?=\W*(?:$|[;,]))"
)
# "Psychosis, past or present": said of the condition before it.
_WHENEVER = compiled(
    r",? \(?(?:(?:past|previous|former|prior) (?:or|and) (?:present|current)|(?:present|current) (?:or|and) "
    r"(?:past|previous|former))\)?(?=\W*(?:$|[;,.]))"
)
_GRADE_ALONE = compiled(rf"^{_GRADE}(?: to {_GRADE})?$")
# Heart failure is a condition; treatment failure is none.
NOT_OF_AN_ORGAN = "".join(
    rf"(?<!{organ} )"
    for organ in ("heart", "renal", "kidney", "liver", "hepatic", "respiratory", "cardiac", "ventricular")
)
_NOT_A_CONDITION = any_of(
    r"^(?:veterans?|members?|patients?|clients?|beneficiar\w+|individuals?|persons?)$"
    r"|^(?:either|both|any|each)(?: of (?:these|the two))? (?:diagnos[ie]s|uses?|indications?)$"
    r"|\b(?:was|were|being|that|which|who|treated|remission|such a|there (?:is|are)|that is|esketamine|spravato"
    r"|excipient|mono-?therapy|antidepress|psychiatrist|psychologist|can ?not\b|investigational|covered|"
    r"prescri|therapy|treatment|drug|medication|criteria"
    rf"|pharmac|request|{NOT_OF_AN_ORGAN}fail"
    r"|respon|session|visit|required|pdmp|dose|ketamine|component|ingredient|provider|combin|year|age"
    r"|managed|contraindication|following|concomitant|use\b|risk|benefit|improvement|home|office|claim|longer|more|"
    r"than|site"
    # "There is no known withdrawal syndrome": of the drug.
    r"|^withdrawal (?:syndrome|reaction|phenomen)\w*$|^(?:antidote|cure|interaction)s?$"
    r"|^(?:(?:the|current|present|only) )*depress|\bmild$"
    r"|^(?:over|under|above|below)$|older|younger|authorization|document|list|plan|apply|applies|met|present$|absent"
    r"|major depressi\w+)|^(?:(?:(?:either|both|each|any|this|that) )?conditions?|none|nothing|n/a|these|"
    r"those|them|this|that)$|^not\b|\d|@"
    # "Bipolar or related disorder", "psychosis and similar conditions": what it is related to is the condition.
    r"|^(?:(?:closely )?(?:related|allied|similar|comparable|kindred|like|such) )?"
    r"(?:disorder|condition|illness|disease)(?:e?s)?(?: (?:like (?:it|that)|of (?:the same|this|that) (?:kind|sort|"
    r"type)|related to (?:it|them|these)))?$"
)
_IS_PRESENT = compiled(r" (?:is|are) (?:present|found|known|suspected)$")
_MOST_WORDS = 5
# Endings by which prose names a condition; a list of bars may name any.
_MEDICAL = compiled(
    one_of(
        "disease", "disorder", "syndrome", "failure", "impairment", "infarction", "injury", "stroke", "angina",
        "glaucoma",
        "cirrhosis", "cystitis", "arrhythmia", "delirium", "hypertension", "porphyria", "retardation", "disability",
        "tumou?r", "insufficiency", "ideation", "(?<!pre)condition", "cancer",
        r"\w+itis", r"\w+osis", r"\w+emia", r"\w+pathy",
        "retention", "thyroid storm", "hyperthyroidism", "attack", "trauma", r"\w+ plegia", "autism", "catatonia",
        "nervosa", "anorexia", "bulimia", "narcolepsy",
        "glaucoma", "asthma", "hypotension", "porphyria",
    )
    + "$"
)  # fmt: skip


def is_listed(name: str) -> bool:
    """Whether a condition is one that the contract names."""
    return name in _FORMS


def named(words: str) -> Iterator[str]:
    """The contract's conditions that the words name."""
    return (_CONDITIONS[place][0] for place in _NAMES.found_in(words))


def in_their_own_words(words: str, *, listed: bool) -> Iterator[str]:
    """Conditions that the contract has no name for, in lower snake case.

    `listed`: the words are an item of a list of bars, which may name anything; prose names what ends like a condition.
    """
    bare = _TAKEN_IN.sub("", re.sub(r"\([^)]*\)", "", words))
    bare = _SO_SEVERE.sub("", bare)
    bare = _ANEURYSM_OF.sub("aneurysm", _GRADES.sub(r"\1 to \2", _WHENEVER.sub("", _WHEN.sub("", bare))))
    for part in re.split(r",(?: and| or)?|;|:|\bor\b|\band\b|\bnor\b|\bno\b", _KNOWN_NAMED.of(bare)):
        name = _snake(part)
        if name and (listed or _MEDICAL.search(_IS_PRESENT.sub("", part.strip(" .,;:")))):
            yield name


# "Denied for any of these reasons" names none of them.
_NAMES_A_LIST = compiled(
    r"(?:(?:any|one|each|either|all|of|the|these|those|following|listed|below|above) )*(?:reasons?|grounds?|"
    r"conditions?|items?|"
    r"criteria|points?)"
)


def _snake(words: str) -> str | None:
    bare = _IS_PRESENT.sub("", words.strip(" ,.;:"))
    while (shorter := _LEADING_QUALIFIERS.sub("", bare)) != bare:
        bare = shorter
    none = _NAMES_A_LIST.fullmatch(bare) or _GRADE_ALONE.match(bare) or _NOT_A_CONDITION.search(bare)
    if not bare or none or len(bare.split()) > _MOST_WORDS:
        return None
    return re.sub(r"[^a-z]+", "_", bare).strip("_") or None


# "Not denied solely because the member has …".
_BARS_NOBODY = compiled(
    r"\b(?:not|never|no longer) (?:be |been )?(?:\w+ly )?(?:denied|refused|rejected|excluded|disqualified|barred"
    r"|declined|turned (?:away|down))\b"
)
# "Does not have psychosis, and has had two failed trials", "an adult without psychosis, after failure of two drugs":
# the trials are no part of what is denied.
_NEXT_PREDICATE = compiled(
    r"(?P<denial>\b(?:not have|not (?=psychotic|pregnant)|"
    r"no (?:history|evidence|diagnosis) of|without|no (?:(?:current|active|known|past) )*"
    r"(?=bipolar|psycho|dementia|substance|alcohol|drug use|mania|pregnan|aneurysm|seizure)) ?[^,;.]+?)(?:, (?:and )?"
    rf"(?:(?:the |who )?(?:{PERSON}) )?(?:has|have|had|is|are|must|fail(?:ed|ures?)|trials?|after|when|(?:>= )?\d+)"
    r"|,? (?:after|following|upon) (?:(?:the|an?|adequate|inadequate) )?"
    r"(?:fail\w*|trials?|response|nonresponse)) [^;.]*"
)

# "Two antidepressants have failed, and there is no psychosis": the trials stand apart from what is denied.
_OWN_DENIAL = compiled(
    r"^.*?(?:,|;|\band\b|\bbut\b) (?:and )?(?:(?:has|have|had|there (?:is|are)|with|shows?) )?"
    r"(?=(?:no|without|free of|absence of|(?:does|do) not have|never had)\b)"
)

# "Provided that the patient does not have …, esketamine is covered when two antidepressants have failed".
_MAIN_CLAUSE = compiled(
    r"^(?P<proviso>\W*(?:provided|providing|if|when|where|as long as|so long as|once|on condition|only if)\b.*?), "
    r"(?:(?:the|our|this|your|we|it|plan|drug|spray|esketamine|spravato|ketamine|coverage|infusions?|treatment) )+"
    r"(?:\([^()]*\) )?(?:(?:nasal spray|infusions?) )?(?:is|are|may|will|can|shall|covers?|pays?|approves?)\b.*$"
)


def bars_nobody(words: str) -> bool:
    """Whether a clause says that nobody is refused for what it names."""
    return bool(_BARS_NOBODY.search(words))


def with_its_proviso(words: str, denies: Pattern) -> str:
    """The proviso in front of a cover, where that denies a condition; what the cover asks itself is no part of it."""
    found = _MAIN_CLAUSE.match(words)
    return found["proviso"] if found and denies.search(found["proviso"]) else words


def up_to_denial(words: str) -> str:
    """A clause without what is asked for beside a denial of a condition, before it or behind it."""
    return _OWN_DENIAL.sub("", _NEXT_PREDICATE.sub(r"\g<denial>", words))
