"""Whether an oral antidepressant is asked for alongside, or expressly not."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.any_of import any_of
from parsers.criteria.vocabulary import AUGMENTER, PERSON, near, one_of
from parsers.criteria.wording import Clause, Finding, is_waived
from parsers.patterns import compiled

_ORAL = one_of(r"(?:oral )?anti-?depressant\w*", r"oral ad\b", "ssri", "snri", "antidepressive")
_WITH = one_of(
    "concomitant", "concurrent", "conjunction", "combin", "along ?side", "along with", "together", "at the same time",
    # "In addition to section 1" adds to other criteria, no drug to a drug.
    r"in addition(?!,| for | the (?:member|patient)| \d)"
    r"(?! to (?:all |any |each |the |those |these |what |meeting |being |having |\w+ing )*(?:\w+ )?"
    r"(?:sections?|parts?|criteri|requirements?|rules?|conditions?|items?|above|points?|steps?|paragraphs?|general|18|"
    r"age|diagnos))", "simultaneous", "adjunct", "add-on", "accompan", "coadminist", "co-administ",
    "co-?prescri", "paired", r"\bplus\b",
)  # fmt: skip
_ALONE = one_of("mono-?therapy", "alone", "by itself", "on its own", "single agent", "as the only")
_GIVEN = one_of("used", "given", "prescribed", "taken", "approved", "administered", "initiated", "started")
_A = r"(?:(?:an?|the|>= 1|1 or more|1|any|his|her|their|his or her) )?"
_OF_SOME_KIND = (
    r"(?:new(?:ly (?:initiated|started|prescribed))? |optimized |different |effective |concurrent |current )?"
)

# "Acute pain, alone or in addition to an opioid": what stands beside the drug there is no antidepressant.
_NOT_FOR_PAIN = (
    r"(?!\w*(?: (?:to|with|of|an?|the|other|another|any|standard|usual|iv|oral|intravenous))* "
    r"(?:opioids?|opiates?|morphine|fentanyl|analgesi\w+|nsaids?|acetaminophen|(?:local )?an[ae]sthe\w+|sedat\w+|"
    r"benzodiazepines?|midazolam|propofol|nerve blocks?|pain (?:med\w+|drugs?|relievers?)))"
)

# "The member takes, and will go on taking, an antidepressant".
_GOING_ON = compiled(
    r",? (?:and|or) (?:will|must|shall|is to) (?:go on|continue|keep)(?: on)?(?: to)? (?:taking|using|take|use),"
    r"(?= (?:an?|the|his|her|their|1)\b)"
)
NOT_REQUIRED = any_of(
    # e.g. "an oral antidepressant is no longer required", "optional"
    rf"{_ORAL}{near(60)}\b(?:no longer|not)(?: \w+)? "
    r"(?:required|needed|necessary|mandat\w+|obligatory|compulsory|requirement|precondition|prerequisite|condition)\b",
    rf"\b(?:no longer|not)(?: \w+)? (?:required|needed|necessary)\b[^.;,]{{0,20}}{_ORAL}",
    rf"{_ORAL}{near(20)}\b(?:no longer|not) asked for\b|\b(?:no longer|not) asks? for {_A}(?:\w+ )?{_ORAL}",
    rf"\brequire(?:ment|s)\b(?: for| of)?{near(15)}{_ORAL}{near(20)}\b(?:removed|dropped|lifted|gone|deleted|ended)\b",
    rf"{_ORAL} requirement{near(20)}\b(?:removed|dropped|lifted|gone|deleted|ended)\b",
    # e.g. "the concurrent oral antidepressant is dropped": from the criteria, as a patient's drug is stopped
    rf"{_ORAL} (?:is|has been|will be)(?: now)? (?:dropped|lifted|deleted|removed)"
    r"(?=\W*$|[;,]| (?:from|for|as of|effective|starting)\b(?! (?:\w+ )?(?:intoler|lack|side|adverse|nonrespon)))",
    rf"\bno longer (?:has|have|needs?) to (?:also )?(?:take|use|receive|be on|continue)\b{near(40)}{_ORAL}",
    rf"\b(?:do(?:es)?|will) not have to (?:also )?(?:take|use|receive|be on|continue)\b{near(40)}{_ORAL}",
    rf"\b(?:need not|not need)\b{near(50)}{_ORAL}|{_ORAL}{near(20)}\bneed not\b",
    # e.g. "we do not insist on an oral antidepressant", "approval does not depend on an oral antidepressant"
    rf"\b(?:no need (?:for|of|to take)|(?:do(?:es)?|will) not (?:require|insist on|ask for|call for|mandate|demand"
    rf"|depend on)|not (?:depend\w*|conditional|conditioned|contingent) (?:up)?on){near(25)}{_ORAL}",
    rf"{_ORAL}[^.;]{{0,40}}\b(?:left to|up to|at) the (?:\w+ )?(?:prescriber|clinician|physician|psychiatrist"
    r"|provider)",
    rf"\bmay or may not (?:be )?(?:tak\w+|on|us\w+|receiv\w+|continu\w+){near(20)}{_ORAL}",
    rf"{_ORAL}: (?:not applicable|n/a)\W*$",
    # e.g. "an oral antidepressant does not have to be taken along"
    rf"{_ORAL}{near(20)}\b(?:do(?:es)? not|no longer) (?:have|has|needs?) to be (?:also )?{_GIVEN}\b",
    # e.g. "may be used without an oral antidepressant, so the member need not be taking one"
    rf"{_ORAL}[^.;]{{0,80}}\b(?:need not|do(?:es)? not (?:have|need) to) (?:also |still )?(?:be )?"
    r"(?:tak(?:e|ing)|us(?:e|ing)|on|receiv(?:e|ing)) (?:1|it|any)\b",
    rf"\bno (?:(?:concomitant|concurrent|accompanying|simultaneous) )?{_ORAL}{near(20)}"
    r"\b(?:needs?|(?:is|are) (?:required|needed|necessary))\b",
    rf"{_ORAL}[^.;,]{{0,25}}\boptional\b|{_ORAL}[^.;]{{0,60}}\b(?:but|and) (?:(?:does|do|need) not (?:have to|"
    rf"need to)?|is not|"
    r"is no) ?(?:be\b|required|needed|condition)",
    # e.g. "alone or with", "with or without", "with … or as monotherapy"
    rf"\b{_ALONE},?(?: therapy)?,?(?: \([^)]*\))? (?:or|and/or|as well as)\b{near(50)}(?:with|{_WITH}){_NOT_FOR_PAIN}",
    rf"\bwithout {_A}(?:\w+ )?{_ORAL},? "
    r"(?:is|are|will be|may be) (?:also )?(?:allow|permit|accept|cover|approv)",
    rf"\bwith or without\b{near(40)}{_ORAL}",
    # e.g. "can be approved for depression without an oral antidepressant"
    rf"\b(?:may|can|will) (?:now |also )?be (?:approved|covered|authorized|given|used|prescribed|requested)\b"
    rf"[^.;,]{{0,60}} without {_A}(?:\w+ )?{_ORAL}",
    # e.g. "an oral antidepressant may be continued or left off"
    rf"{_ORAL} (?:may|can) (?:also )?be (?:used|taken|given|continued|added|kept) or (?:be )?"
    r"(?:not|left (?:off|out)|omitted|stopped|discontinued|dropped|withdrawn|tapered)\b",
    # e.g. "an oral antidepressant may be used as well"
    rf"{_ORAL} (?:may|can) (?:also )?be (?:used|taken|given|continued|added)(?: (?:as well|too|alongside|with "
    rf"it))?\W*$",
    rf"\bwhether {_A}{_ORAL}{near(50)}\bis (?:for|left to|up to) (?:the )?(?:prescriber|clinician|physician|patient)",
    rf"(?:{_WITH}|\bwith\b){near(50)}{_ORAL}\w*\)?,? or (?:\w+ )?(?:as )?(?:mono-?therapy|alone|by itself|on its own"
    r"|the (?:only|sole) (?:treatment|drug|agent|therapy|medication|antidepressant))",
    # e.g. "either continues an oral antidepressant or uses esketamine by itself"
    rf"{_ORAL}\b,? or (?:\w+ ){{0,4}}?(?:alone|by itself|on its own|as (?:a )?mono-?therapy)\b",
    r"\beither alone\b",
    r"\bmono-?therapy (?:is|will be) (?:also )?(?:fine|enough|sufficient|possible|admitted)\b",
    # e.g. "monotherapy is permitted", "may be given alone"
    r"\bmono-?therapy (?:use )?(?:is|will be|may be) (?:also )?"
    r"(?:permitted|allowed|accept\w+|covered|approv\w+|considered)",
    rf"\b(?:may|can) (?:also )?be {_GIVEN}(?: \w+){{0,3}} (?:as (?:a )?mono-?therapy|alone|by itself|on its own)",
    r"\b(?:may|can) (?:(?:also|then|now) )*(?:receive|get|have|take|use)\b[^.;]{0,40}?"
    r"\b(?:as (?:a )?mono-?therapy|alone|by itself|on its own)",
    r"\b(?:indication|use) (?:is|as) mono-?therapy\b",
    r"\b(?:spravato|esketamine|it|the spray) (?:may|can) be the (?:only|sole) antidepressant\b",
)
_REFUSED = r"\bnot (?:be )?(?:approv|cover|permit|allow|accept|author)"
REQUIRED = any_of(
    # e.g. "in combination with an oral antidepressant", "an antidepressant is taken at the same time"
    rf"{_WITH}{near(70)}{_ORAL}",
    rf"\bclaims? for {_A}{_OF_SOME_KIND}{_ORAL}\b{near(20)}\b(?:in|within) the (?:last|past)\b",
    rf"{_ORAL}{near(90)}(?:{_WITH})",
    rf"\b{_GIVEN} with {_A}{_OF_SOME_KIND}(?:daily |background )?{_ORAL}",
    # e.g. "acute suicidality, with an oral antidepressant"
    rf"(?:^\W*|[,:] )with {_A}{_OF_SOME_KIND}{_ORAL}(?=[.;,]|$)",
    rf"\btakes? (?:it|spravato|esketamine|the \w+) with {_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "not as monotherapy", "must not be given without an antidepressant"
    rf"\bmono-?therapy\b{near(30)}{_REFUSED}",
    r"\bnot (?:to )?(?:be )?(?:\w+ )?(?:as |for )?(?:a )?mono-?therapy|\bno mono-?therapy",
    rf"\b(?:not|never) (?:to )?(?:be )?{_GIVEN} (?:alone|by itself|on its own)",
    rf"\bnot\b{near(30)}\bwithout {_A}{_ORAL}",
    rf"\bwithout {_A}(?:\w+ )?{_ORAL}{near(20)}\b(?:denied|not (?:be )?(?:covered|approved|allowed|authorized))",
    r"\bnot (?:\w+ ){0,3}(?:as )?the (?:only|sole) (?:\w+ )?(?:antidepressant|drug|agent|treatment|medic\w+"
    r"|therapy)",
    rf"\bnot (?:enough|sufficient)\b{near(40)}\b{_ALONE}",
    # e.g. "on an oral antidepressant, …, and staying on it", "starts an antidepressant while on the spray"
    rf"^\W*(?:is |being )?on {_A}{_OF_SOME_KIND}{_ORAL}",
    r"\b(?:is|be|being) (?:also )?(?:(?:started|initiated|put|placed) )?on,?(?: or [\w ]{1,25} on,?)? "
    rf"{_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "will continue on, or begin, an oral antidepressant"
    r"\b(?:(?:continue|stay|remain|go|keep)s?(?: on)?,? or (?:begin|start|initiate)s?|"
    rf"(?:begin|start|initiate)s?,? or (?:continue|stay|remain|go|keep)s?(?: on)?),? {_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "esketamine is added to an existing antidepressant", "ongoing use with an antidepressant"
    rf"\b(?:esketamine|spravato|spray|drug|medication)\W+(?:(?:is|will|must|be|to|being) ){{1,3}}added to {_A}"
    rf"(?:\w+ )?{_ORAL}",
    # e.g. "to augment an oral antidepressant", "as augmentation of one", "on top of one", "supplements one"
    rf"\b(?:spravato|esketamine|it|spray|drug)\b{near(40)}"
    rf"\b(?:augments?|supplements?,?(?: and [\w ]{{3,25}},)?) {_A}(?:[\w']+ ){{0,2}}?{_ORAL}",
    rf"\b(?:used|given|prescribed|requested) (?:as (?:an )?augment\w*|to augment|to supplement)(?: \w+)? "
    rf"{_A}(?:\w+ )?{_ORAL}",
    rf"{_ORAL} (?:that|which) (?:spravato|esketamine|it) (?:augments|supplements)",
    rf"\bon top of {_A}(?:\w+ )?{_ORAL}",
    rf"{_ORAL}{near(15)}\bnot (?:to )?(?:be|been) (?:stopped|discontinued|withdrawn)",
    rf"\buse with {_A}{_OF_SOME_KIND}{_ORAL}",
    rf"\b(?:starts?|begins?),? {_A}{_OF_SOME_KIND}{_ORAL}{near(20)}\b(?:while|with|when|beside)\b",
    # e.g. "oral antidepressant: still taken", "is in use", "kept alongside"
    rf"^\W*{_ORAL}(?: \w+)?:{near(60)}"
    r"\b(?:still|taken|used|continu\w+|required|stable|kept|yes|in use|alongside)\b",
    rf"{_ORAL}(?: therapy)?{near(20)}\b(?:in use|on board|under way|underway)\b(?! for (?:[<>]=? )?\d| since)",
    rf"^\W*{_A}{_OF_SOME_KIND}{_ORAL},? (?:\(?(?:newly (?:started|initiated|begun)|optimi[sz]ed|new or|either new))",
    rf"^\W*(?:active|ongoing) {_ORAL}|^\W*{_A}{_ORAL}(?: therapy| treatment)?\W+"
    r"(?:(?:is|are|must be|has to be|remains?|still) )*ongoing\W*$",
    # e.g. "goes with it", "the spray comes with an oral antidepressant"
    rf"{_ORAL}(?:, [^,.;]{{3,40}},)?{near(20)}\b(?:goes|comes|runs|to (?:go|come|run))(?: hand in hand)? with\b",
    rf"\b(?:goes|comes|runs|to (?:go|come|run))(?: hand in hand)? with {_A}{_OF_SOME_KIND}(?:daily )?{_ORAL}",
    # e.g. "is newly started with the spray", "will be begun no later than the first dose"
    rf"{_ORAL}{near(20)}\b(?:is|will be|be|was) (?:also )?(?:newly |freshly )?(?:begun|started|initiated|added)\b",
    rf"{_ORAL}{near(20)}\b(?:is (?:also |still )?|still |also )being (?:taken|used|given|filled|dispensed)\b",
    # e.g. "oral antidepressant required", "an oral antidepressant is mandatory for TRD"
    rf"{_ORAL}(?: therapy| treatment| use)? (?:(?:is|are|must be) )?(?:required|needed|necessary|mandatory)"
    r"(?=\W*$|[,;]| (?:for|in|with|throughout|as)\b)",
    # e.g. "an oral antidepressant remains necessary", "is still required"
    rf"{_ORAL} (?:\w+ )?(?:remains?|stays?|(?:is|are) still) (?:\w+ )?"
    r"(?:necessary|required|needed|mandatory|asked for|requirement|condition)\b",
    rf"{_ORAL}{near(15)}\b(?:continued|(?:still|also) (?:taken|used))\b",
    rf"\b(?:ongoing|uninterrupted|steady) (?:use|treatment|intake) (?:of|with) {_A}{_ORAL}",
    # e.g. "is stable on an oral antidepressant … and will keep taking it"
    rf"{_ORAL}[^.;]{{0,80}}\b(?:keeps?|continues?|goes? on|stays?|remains?) (?:to )?(?:taking|take|using|on) "
    r"(?:it|them|this|that one)\b",
    # e.g. "is the patient taking an oral antidepressant?"
    rf"^\W*(?:is|are) (?:the |an? )?{PERSON}s? (?:(?:also|still|currently|now|already) )*(?:taking|on|using|receiving) "
    rf"{_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "will the member take an oral antidepressant?", "does the patient use an antidepressant?"
    rf"^\W*(?:will|does|do|must) (?:the |an? )?{PERSON}s? (?:(?:also|still|continue to) )?"
    rf"(?:continue|take|use|receive|be (?:on|taking|using)) {_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "will an oral antidepressant be taken?"
    rf"^\W*(?:will|is|are) {_A}{_OF_SOME_KIND}{_ORAL}s? (?:also |still )?(?:be |being )?"
    r"(?:taken|used|prescribed|continued|started)\b",
    # e.g. "will continue an antidepressant", "must still be taking an antidepressant", "remains on one"
    r"\b(?:will|shall|must|(?<!able )to) (?:(?:also|still|currently|now|already) )*(?:continue|take|use|receive"
    r"|be (?:on|taking|used with|prescribed|given with|initiated on|started on|maintained on))"
    rf"(?: \w+){{0,5}}? {_ORAL}",
    # e.g. "take an oral antidepressant", of what the member must do
    rf"^\W*(?:take|use|receive|be (?:on|taking)) {_A}{_OF_SOME_KIND}{_ORAL}(?=\W*$| (?:with|along|during|while)\b)",
    rf"\b(?:takes|uses|receives|is (?:(?:still|also) )?(?:taking|on|receiving|using)|remains? on|stays? on) "
    rf"{_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "for adults who have … and take an antidepressant"
    rf"\b(?:and|who) (?:also |still )?(?:take|use|receive|are (?:on|taking)) {_A}{_OF_SOME_KIND}{_ORAL}",
    rf"\b(?:currently|still|presently) (?:taking|takes?|on|using|receiving|prescribed)\b{near(25)}{_ORAL}",
    rf"\bcontinu\w+ (?:(?:to (?:take|use|receive)|use of|with|taking|using|on) )?{_A}{_ORAL}",
    # e.g. "takes or will take", "uses, or starts, an oral antidepressant"
    rf"\b(?:takes?|uses?|receives?),? or (?:(?:will|is|to|about|going) )*(?:take|use|receive|starts?|begins?),? "
    rf"{_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "claims show an oral antidepressant that the client is taking now"
    rf"{_ORAL}(?: \([^()]*\))?,? (?:that|which) (?:the )?{PERSON} (?:is|are) (?:now |currently )?(?:taking|using)\b",
    # e.g. "is taking, or is about to start, an oral antidepressant"
    rf"\b(?:taking|using|on),? or (?:(?:is|will|soon|shortly) )*(?:(?:about|going|willing|ready) to )?"
    rf"(?:start|begin|take|use|be started on|be put on|starting|beginning),? {_A}{_OF_SOME_KIND}{_ORAL}",
    # e.g. "has a current antidepressant and will go on taking it"
    rf"\b(?:has|have) (?:an? )?(?:current|active) {_ORAL}",
    # e.g. "goes on taking", "keeps taking", "still takes one with it"
    rf"\b(?:go(?:es|ing)? on|keeps?(?: on)?|kept(?: on)?|carr(?:y|ies|ied) on|went on|gone on|stay(?:s|ed)?(?: on)?) "
    rf"(?:with |taking |using |receiving )?{_A}{_ORAL}",
    rf"\b(?:still|also) (?:\w+ ){{0,2}}?(?:takes?|uses?|receives?) {_A}{_ORAL}",
    rf"\btakes? {_A}{_ORAL}{near(20)}\b(?:with it|as well|too)\b",
    rf"\b(?:has|have) (?:used|taken|continued|remained on)\b{near(25)}{_ORAL}[^.;]*"
    r"\b(?:all along|throughout|since|during)\b",
    rf"\b(?:stable (?:dose of |regimen of |on )?|active prescription for ){_A}{_ORAL}",
    rf"\b(?:stabili[sz]ed|established|maintained)\b{near(30)}\bon {_A}(?:\w+ )?{_ORAL}",
    # e.g. "an oral antidepressant will be taken", "is continued", "is part of the regimen"
    rf"{_ORAL}[^.;,]{{0,40}}\b(?:(?:will|must|shall|should|(?:is|are) to) be "
    r"(?:continued|used|taken|prescribed|initiated|given|maintained|kept)"
    r"|(?:is|are|has been) (?:still )?(?:being |also )?(?:taken|used|prescribed|continued|started|initiated)"
    r"|during (?:treatment|therapy)|remains? in (?:place|use)|all along|throughout)",
    rf"{_ORAL}{near(30)}\b(?:taken|used|given|prescribed|received)\b(?: \w+){{0,2}}? "
    r"(?:with (?:it|spravato|esketamine|the (?:spray|drug|medication))|as well|too|beside)\b",
    rf"{_ORAL}[^.;,]{{0,20}}\b(?:goes on|keeps? (?:on )?being|is kept|stays in)\b",
    rf"{_ORAL}[^.;,]{{0,30}}\b(?:continues|is (?:being )?continued"
    r"|(?:is )?part of (?:the |their |his or her )?(?:\w+ )?(?:regimen|treatment|plan))\b",
)
_ADDED = one_of(
    "augment", AUGMENTER, "psychotherap", "add-on agent", r"(?:second|another|added) (?:agent|drug|medication)"
)
_TRIED_OR_NOT_TOGETHER = compiled(
    rf"(?:{_WITH})\w* (?:with |to )?(?:an? |the )?(?:documented |prior )?(?:failures?|trials?|inadequate|intoleran)|"
    rf"\b[2-9] (?:\w+ )?{_ORAL}{near(40)}\b(?:together|in combination|combined|at the same time)"
    rf"|\b(?:each|every|both) (?:\w+ )?{_ORAL}|\bnever{near(30)}(?:{_WITH})"
    rf"|\bnot (?:to )?be (?:given|taken|used|prescribed|started)[^.;]{{0,12}} (?:{_WITH})|\bnot (?:to )?be combined\b"
    rf"|{_ORAL} (?:of|from) [2-9] (?:\w+ )?class"
)
_WAS_TRIED = compiled(
    rf"^(?=[^;]*\b(?:trials?|tried|inadequate|nonrespon|fail\w*|unsuccessful\w*|ineffective"
    r"|without (?:\w+ )?(?:success|effect|benefit|relief|response|improvement))\b)[^;]*"
    rf"(?:{_ORAL}{near(60)}(?:{_WITH}){near(30)}(?:{_ADDED}|therapy)|\bcombination of \d+ {_ORAL}"
    rf"|(?:{_WITH}){near(20)}{_ORAL}{near(40)}{_ADDED}"
    rf"|{_ADDED}{near(40)}(?:{_WITH}|added|addition|to an?\b|on top of){near(30)}{_ORAL})"
)
_CAPPED = compiled(rf"<=? \d+ (?:\w+ ){{0,2}}?{_ORAL}")
_AUGMENTED = compiled(rf"{_WITH}{near(20)}(?:augment|antipsychotic|lithium)")
# A cell of a table under or after the title "Oral antidepressant" says only "required" or "not required".
_TITLE = compiled(rf"^\W*(?:\w+ ){{0,2}}?{_ORAL}(?: \w+)?\W*$")
_CELL_NO = compiled(r"^\W*(?:no, )?(?:not (?:required|needed|necessary)|optional|no|none|no longer required)\W*$")
_CELL_YES = compiled(r"^\W*(?:yes, )?(?:required|mandatory|needed|yes|always)\W*$")


def _speaks_of_others(words: str) -> bool:
    """Whether the antidepressant is part of another treatment, or one of those that are limited or were tried."""
    return any(form.search(words) for form in (_AUGMENTED, _CAPPED, _TRIED_OR_NOT_TOGETHER))


def _was_tried(clause: Clause) -> bool:
    return bool(_WAS_TRIED.search(f"{clause.about} {clause.plain}"))


def _in_a_cell(clause: Clause) -> Iterator[Finding]:
    label, _, labelled = clause.words.partition(":")
    titled = _TITLE.may_match(clause.words) and _TITLE.match(label)
    cell = labelled if titled else clause.words if _TITLE.match(clause.title) else ""
    if _CELL_NO.match(cell):
        yield Finding("oral_ad", "not_required")
    elif _CELL_YES.match(cell):
        yield Finding("oral_ad", "required")


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
    # e.g. "members need not have failed more than two antidepressants"
    r"|\b(?:have|has|had|to) (?:failed|fail|tried|try)\b[^.;,]{0,30}?\bantidepress\w*"
)
# Without one of these no pattern below holds; most clauses have none.
_SPEAKS_OF_IT = compiled(rf"{_ORAL}|mono-?therapy|\balone\b|by itself|on its own|single agent|\bonly\b|\bsole\b")


def read(clause: Clause) -> Iterator[Finding]:
    """Whether the clause asks for an oral antidepressant; a combination that was tried and failed asks for none.

    An anesthetic "alone or with other agents" is none either.
    """
    words = _GOING_ON.sub("", clause.plain)
    yield from _in_a_cell(clause)
    if not _SPEAKS_OF_IT.search(clause.words):
        return
    told = _OF_THE_LABEL.search(words) or _LABEL_CHANGED.search(words) or _REGULATOR_DID.search(words)
    if told and not _ASKS.search(_REGULATOR_DID.sub(" ", words)):
        return
    if NOT_REQUIRED.stands_in(_TRIED_BEFORE.sub(" trials", clause.words)) and "anesthe" not in words:
        yield Finding("oral_ad", "not_required")
    elif REQUIRED.stands_in(words) and not (is_waived(words) or _speaks_of_others(words) or _was_tried(clause)):
        yield Finding("oral_ad", "required")
