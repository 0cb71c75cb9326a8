"""Whether an oral antidepressant is asked for alongside, or expressly not."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.criteria.oral_antidepressant_waived import WAIVED
from parsers.criteria.oral_antidepressant_wording import NOT_REQUIRED, ORAL, REQUIRED, WITH
from parsers.criteria.vocabulary import AUGMENTER, near, one_of
from parsers.criteria.wording import Clause, Finding, is_waived
from parsers.language.patterns import compiled
from parsers.lists.kept_trials import without_kept_trials

# "The member takes, and will go on taking, an antidepressant".
_GOING_ON = compiled(
    r",? (?:and|or) (?:will|must|shall|is to) (?:go on|continue|keep)(?: on)?(?: to)? (?:taking|using|take|use),"
    r"(?= (?:an?|the|his|her|their|1)\b)"
)
_ADDED = one_of(
    "augment",
    AUGMENTER,
    "psychotherap",
    r"cbt\b",
    "cognitive",
    "counsel",
    "talk(?:ing)? therap",
    r"r?tms\b",
    r"ect\b",
    "electroconvulsive",
    "transcranial",
    "add-on agent",
    r"(?:second|another|added) (?:agent|drug|medication)",
)
_TRIED_OR_NOT_TOGETHER = compiled(
    rf"(?:{WITH})\w* (?:with |to )?(?:an? |the )?(?:documented |prior )?(?:failures?|trials?|inadequate|intoleran)|"
    rf"\b[2-9] (?:\w+ )?{ORAL}{near(40)}\b(?:together|in combination|combined|at the same time)"
    # "Failure of two antidepressants, in combination with an oral antidepressant": one more, which is taken.
    rf"\b(?!,? with (?:an?|1|the) (?:\w+ )?{ORAL})"
    # "Severe depression together with two failed antidepressants".
    rf"|(?:{WITH})\w* (?:with |to |of )?(?:>= )?[2-9] (?:or more )?(?:\w+ )?(?:failed (?:\w+ )?{ORAL}"
    rf"|{ORAL}\w* (?:(?:have|had) )?(?:been )?(?:tried|failed))"
    rf"|\b(?:each|every|both) (?:\w+ )?{ORAL}|\bnever{near(30)}(?:{WITH})"
    rf"|\bnot (?:to )?be (?:given|taken|used|prescribed|started)[^.;]{{0,12}} (?:{WITH})|\bnot (?:to )?be combined\b"
    rf"|{ORAL} (?:of|from) [2-9] (?:\w+ )?class"
    # "The plan does not regard an antidepressant as failed until it has been taken for six weeks".
    rf"|{ORAL} (?:as|to be|to have) (?:an? )?fail"
    # "Only antidepressants that were taken in this episode count".
    rf"|^\W*only (?:(?:those|the) )?{ORAL} (?:(?:that|which) )?(?:(?:was|were|have been) )?(?:used|taken|given|tried)\b"
    # "Two antidepressants have been used in vain".
    rf"|{ORAL} (?:has|have|had) been (?:\w+ )?(?:used|taken|given|prescribed|administered|started)\b[^.;,]{{0,30}}?"
    r" (?:without|with (?:no|little|poor)|in vain|to no|un\w+fully|ineffective\w*)\b"
    rf"|\b(?:failures?|trials?) (?:of|with) (?:\d |an? )?combinations? of (?:\w+ )?{ORAL}"
)
_WAS_TRIED = compiled(
    rf"^(?=[^;]*\b(?:trials?|tried|steps?|inadequate|nonrespon|fail\w*|unsuccessful\w*|ineffective"
    r"|without (?:\w+ )?(?:success|effect|benefit|relief|response|improvement))\b)[^;]*"
    rf"(?:{ORAL}{near(60)}(?:{WITH}){near(30)}(?:{_ADDED}|therapy)|\bcombination of \d+ {ORAL}"
    rf"|(?:{WITH}){near(20)}{ORAL}{near(40)}{_ADDED}"
    rf"|{_ADDED}{near(40)}(?:{WITH}|added|addition|to an?\b|on top of){near(30)}{ORAL})"
)
# "No benefit from an adjunctive drug given with an antidepressant": what is added to one was tried.
_ADJUNCT = (
    r"(?:(?:an?|1|any|>= 1|second) )*(?:(?<!as )(?<!as an )(?:adjunct(?:ive)?|add-on)\b"
    r"|(?:second|another|added) (?=agent|drug|medic))(?: (?:agents?|drugs?|medic\w+|therapy|treatment))?"
)
_ADJUNCT_FAILED = compiled(
    rf"\b(?:respon\w*|benefit\w*|effect|relief|improvement|success|failures?|trials?) (?:to|from|of|with|on) "
    rf"{_ADJUNCT}[^.;]{{0,40}}{ORAL}"
    rf"|^\W*(?:did )?{_ADJUNCT}[^.;]{{0,40}}{ORAL}\w*[^.;]{{0,20}}\b(?:fail\w*|unsuccess\w*|ineffective|not|without|"
    r"tried)\b"
)
_CAPPED = compiled(rf"<=? \d+ (?:\w+ ){{0,2}}?{ORAL}")
_AUGMENTED = compiled(rf"{WITH}{near(20)}(?:augment|antipsychotic|lithium)")
# A cell of a table under or after the title "Oral antidepressant" says only "required" or "not required".
_TITLE = compiled(
    rf"^(?!.*\b(?:fail\w*|tried|trials?|prior|previous\w*|past|earlier)\b)\W*(?:\w+ ){{0,2}}?{ORAL}(?: \w+)?"
    r"(?: (?:by mouth|orally|taken|given|used|alongside|together|along|too|as well|beside|with|during|(?:the )?"
    r"(?:nasal )?(?:spray|spravato|esketamine|drug|treatment|therapy))){0,4}\W*$"
)
# "Must be used with | An oral antidepressant", "Partner drug | Antidepressant": the label says what for.
_TITLES_A_PARTNER = compiled(
    r"^\W*(?:(?:must|has to|is|to|be|only|always) )*(?:used|given|taken|prescribed|combined)(?: \w+)? with\W*$"
    r"|^\W*(?:partner|companion|accompanying|concomitant|concurrent|background) "
    r"(?:drug|medic\w+|agent|therapy|treatment)\W*$"
    r"|^\W*(?:pairing|paired with|partner|companion|given with|taken with|combination|combined with|alongside)\W*$"
)
_IS_ONE = compiled(rf"^\W*(?:an? |1 |any |the )?(?:new |optimized |daily |background )?{ORAL}(?: therapy)?\W*$")
_LEFT_OUT = r"(?:omitted|left out|left off|skipped|waived|dispensed with|stopped)"
_CELL_NO = compiled(
    r"^\W*(?:no,? )?(?:(?:is |are )?(?:not|no longer) (?:required|needed|necessary|mandatory|compulsory|obligatory|"
    r"a must|essential|asked for)|optional|voluntary|no|none"
    rf"|(?:may|can) be {_LEFT_OUT}|(?:at|left to|up to) the (?:\w+ )?(?:prescriber|physician|clinician|provider|doctor)"
    r"(?:'?s)?(?: (?:choice|discretion|option|judgment))?)\W*$"
)
# "Mandatory for as long as the spray is used".
_WHILE = (
    r"(?:,? (?:for as long as|as long as|while|throughout|during|at all times|in all cases|in every case|from|for the|"
    r"without exception|alongside|together with|with)\b[^.;]{0,60})?"
)
_CELL_YES = compiled(
    r"^\W*(?:yes,? )?(?:(?:is |are )?(?:an? )?(?:required|mandatory|needed|yes|always|necessary|compulsory|obligatory|"
    r"essential|must|not (?:optional|voluntary))|(?:cannot|can not|may not|must not) be "
    rf"{_LEFT_OUT}|(?:must|has to|have to|needs to|is to|shall) be (?:taken|used|given|prescribed|continued|"
    rf"co-?prescribed|present|maintained)(?: (?:too|also|as well))?){_WHILE}\W*$"
)


def _speaks_of_others(words: str) -> bool:
    """Whether the antidepressant is part of another treatment, or one of those that are limited or were tried."""
    return any(form.search(words) for form in (_AUGMENTED, _CAPPED, _TRIED_OR_NOT_TOGETHER, _ADJUNCT_FAILED))


def _was_tried(clause: Clause) -> bool:
    return bool(_WAS_TRIED.search(f"{clause.about} {clause.plain}"))


def _in_a_cell(clause: Clause) -> Iterator[Finding]:
    label, _, labelled = clause.words.partition(":")
    titled = _TITLE.may_match(clause.words) and _TITLE.match(label)
    cell = labelled if titled else clause.words if _TITLE.match(clause.title) else ""
    if _CELL_NO.match(cell):
        yield Finding("oral_ad", "not_required")
    elif _CELL_YES.match(cell) or _is_partner(label if labelled else clause.title, labelled or clause.words):
        yield Finding("oral_ad", "required")


def _is_partner(label: str, cell: str) -> bool:
    return bool(_TITLES_A_PARTNER.match(label) and _IS_ONE.match(cell))


# "Indicated for … in conjunction with an oral antidepressant" is what the label says.
_OF_THE_LABEL = compiled(r"(?<!not )(?<!medically )(?<!clinically )\b(?:indicated|labell?ed)(?:,| for\b| in\b| as\b)")
# "The label was changed in 2025 so that the spray may be used alone" tells what became of it.
_LABEL_CHANGED = compiled(
    r"^(?!.*\b(?:we|no longer|need\w*|necessary|polic\w+|criteri\w+)\b).*"
    r"\b(?:label(?:l?ing)?|prescribing information|insert)\b[^.;]{0,60}? (?:was|were|has been|is now) (?:\w+ )?"
    r"(?:changed|widened|extended|amended|updated|revised|broadened|expanded|rewritten)\b"
)
# "The Food and Drug Administration (FDA) approved it in 2019 in conjunction with one", "was licensed in 2019 together
# with one", "came to market in 2019 to be taken with one": what a regulator let be sold.
_REGULATOR = r"(?:the )?(?:u\.?s\.? )?(?:food and drug administration(?: ?\(fda\))?|fda|federal regulators|regulators)"
_LET_SELL = r"(?:approved|cleared|licensed|authorized)"
_IN_A_YEAR = r"in (?:[a-z]+ )?(?:19|20)\d\d"
_AT_FIRST = r"(?:(?:first|also|then|originally|initially|since) )?"
_REGULATOR_DID = compiled(
    rf"^\W*(?:(?:on|in) [^.;,]{{3,20}},? )?{_REGULATOR} (?:has |had )?{_AT_FIRST}{_LET_SELL}\b"
    r"|\b(?:spravato|esketamine|spray|drug|product|medicine|medication|it|which|that)\)? (?:was|had been) "
    rf"{_AT_FIRST}(?:{_LET_SELL} (?:by {_REGULATOR}|{_IN_A_YEAR})|(?:launched|marketed) {_IN_A_YEAR})"
    r"|\bcame to market\b"
)
_ASKS = compiled(r"\b(?:must|cover\w*|approv\w+|requir\w+|patient (?:is|has|will)|medically necessary|if|when)\b")
# "Failed antidepressants are not required" says nothing of one alongside.
_TRIED_BEFORE = compiled(
    r"\b(?:failed|prior|previous|past|earlier) (?:\w+ ){0,2}?antidepress\w*(?: (?:trials?|failures?))?"
    r"|\bantidepressant (?:failures?|trials?)\b"
    # e.g. "Two antidepressants have failed: not required", "you need not show the three antidepressants"
    r"|\b[2-9] (?:\w+ ){0,2}?antidepressants\b"
    # e.g. "brand-name antidepressants need not be tried", "a test to choose an antidepressant is not required"
    r"|\b(?:brand[\w-]* )?antidepress\w* (?:need not|do not (?:need|have) to) (?:be|have been) tried\b"
    r"|\btest\w* (?:to|for|that) [^.;,]{0,30}?\bantidepress\w*"
    # e.g. "members need not have failed more than two antidepressants"
    r"|\b(?:have|has|had|to) (?:failed|fail|tried|try)\b[^.;,]{0,30}?\bantidepress\w*"
)
# "Psychotherapy, by itself or together with an oral antidepressant": both were tried.
_OF_PSYCHOTHERAPY = compiled(
    rf"\b(?:psychotherap|counsel|cbt\b|cognitive)\w*[^.;]{{0,30}}?\b(?:alone|by itself|on its own),? or (?:\w+ ){{0,3}}"
    rf"(?:{WITH}|with)\w*{near(15)}{ORAL}\w*"
)
# "If it is combined with an oral antidepressant: …": what is asked of that one is asked of nobody else.
_IF_COMBINED = compiled(
    rf"^\W*(?:if|when|where) [^.;:,]{{0,60}}(?:{WITH}|\bwith\b){near(20)}{ORAL}[^.;:,]{{0,20}}[:,]"
    r"(?!.*\b(?:cover|approv|authori[sz]|necessary|eligible|payable))"
)
# "No failed drug is needed, but one is taken alongside", "… from two classes, as long as one goes on alongside".
_PROVISO = compiled(r"[;,]? \b(?:but|(?:so|as) long as|provided(?: that)?|on condition that)\b ")
# "Which antidepressant is used is left to the prescriber": whether one is asked for is said elsewhere.
_WHICH_ONE = compiled(rf"^\W*(?:which|what) {ORAL} (?:\w+ ){{0,4}}?(?:is|are) [^?]*$")
# "The regimen includes an oral antidepressant", "an oral one must be taken too", "as the only antidepressant it is
# turned down": asked for without a word for "together".
_IN_THE_REGIMEN = compiled(
    rf"\b(?:regimen|treatment plan|plan of care) (?:must |has to |needs to |shall |will )?(?:also )?"
    rf"(?:includes?|contains?|comprises?) (?:an? |1 )?(?:\w+ )?{ORAL}"
    r"|\ban oral 1 (?:must|has to|needs to|is to|shall) (?:also )?be (?:taken|used|given|part|continued|added)\b"
    r"|\bas (?:the |an? )?(?:only|sole|single|lone) antidepressant(?: (?:agent|drug|medication|treatment))?\b[^.;]*"
    r"\b(?:(?:is|are|be|will be) (?:not|never|denied|refused|rejected|turned down|declined)|not (?:be )?(?:approved|"
    r"covered|accepted|authorized))\b"
)
# Without one of these no pattern below holds; most clauses have none.
_SPEAKS_OF_IT = compiled(
    rf"{ORAL}|mono-?therapy|\balone\b|by itself|on its own|single agent|\bonly\b|\bsole\b"
    r"|\boral 1\b"
)


# "Requires: two failed antidepressants; psychiatrist; oral antidepressant": one that is taken beside the drug.
_NAMED_ALONE = compiled(
    r"^\W*(?:\d{1,2}\) )?(?:(?:and|plus|with) )?(?:an? )?(?:(?:current|daily|background|concurrent|concomitant|"
    r"active|ongoing) )?"
    r"oral (?:anti-?depressant|ad)(?: (?:therapy|treatment))?(?: (?:too|also|as well))?\W*$"
)
# Of drugs under these words some were tried before.
_LEADS_IN_TRIALS = compiled(
    r"\b(?:fail\w*|tri(?:al|ed)\w*|respon\w*|intoler\w*|contraindic\w*|histor\w*|prior|previous\w*|past|treated|"
    r"(?<!every )(?<!each )(?:any|1|one|"
    r"either|2|3) of|step|not)\b"
)


# Behind a clause that has counted its own: "requires: 2 failed antidepressants; psychiatrist; oral antidepressant".
_COUNTED_TRIALS = compiled(r"\bfailed [^|]*\b\d+ (?:failed |prior |different |oral )*antidepressants\b(?! of\b)[^|]*")


# e.g. "For a first authorization in acute suicidality, in addition: an oral antidepressant."
_BEHIND_A_LABEL = compiled(
    r"^\W*(?i:(?:[\d.]+ )?(?:(?:for|in|at|on) )?(?:an? |the |any |every )?(?:first|initial|new|later|further|renew\w*"
    r"|re-?auth\w*|continu\w*|subsequent) (?:approvals?|authori[sz]ations?|requests?|use))[^:;.]{0,120}: (?:an? )?[a-z]"
)


def _is_named_alone(clause: Clause) -> bool:
    """Whether a clause is the name of an antidepressant by mouth, and none under the lead-in of drugs tried before."""
    # In a capital it may title what stands beside or under it: "Oral antidepressant. For use A, none is required."
    if _BEHIND_A_LABEL.match(clause.text) and _NAMED_ALONE.match(clause.words.rpartition(": ")[2]):
        return not _LEADS_IN_TRIALS.search(clause.topic)
    if not _NAMED_ALONE.match(clause.words) or clause.text.lstrip()[:1].isupper():
        return False
    label = clause.whole.partition(":")[0] if ";" in clause.whole else clause.whole
    return not _LEADS_IN_TRIALS.search(f"{_COUNTED_TRIALS.sub('', clause.topic)} {label}")


def read(clause: Clause) -> Iterator[Finding]:
    """Whether the clause asks for an oral antidepressant; a combination that was tried and failed asks for none.

    An anesthetic "alone or with other agents" is none either.
    """
    words = without_kept_trials(_GOING_ON.sub("", clause.plain))
    if in_cell := list(_in_a_cell(clause)):
        yield from in_cell
        return
    if not _SPEAKS_OF_IT.search(clause.words) or _IF_COMBINED.search(clause.words) or _WHICH_ONE.match(clause.words):
        return
    told = _OF_THE_LABEL.search(words) or _LABEL_CHANGED.search(words) or _REGULATOR_DID.search(words)
    if told and not _ASKS.search(_REGULATOR_DID.sub(" ", words)):
        return
    now = _OF_PSYCHOTHERAPY.sub(" ", _TRIED_BEFORE.sub(" trials", clause.words))
    if (NOT_REQUIRED.stands_in(now) or WAIVED.stands_in(now)) and "anesthe" not in words:
        yield Finding("oral_ad", "not_required")
    elif _is_named_alone(clause) or any(_asks_for_one(clause, part) for part in (words, *_PROVISO.split(words)[1:])):
        yield Finding("oral_ad", "required")


def _asks_for_one(clause: Clause, words: str) -> bool:
    """Whether `words` of a clause ask for one, and neither waive it nor speak of another treatment or a trial."""
    required = REQUIRED.stands_in(words) or bool(_IN_THE_REGIMEN.search(words))
    return required and not (is_waived(words) or _speaks_of_others(words) or _was_tried(clause))
