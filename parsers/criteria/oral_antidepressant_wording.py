"""The words that ask for an oral antidepressant alongside, and those that expressly do not."""

from __future__ import annotations

from parsers.criteria.vocabulary import PERSON, near, one_of
from parsers.language.any_of import any_of

ORAL = one_of(r"(?:oral )?anti-?depressant\w*", r"oral ad\b", "ssri", "snri", "antidepressive")
WITH = one_of(
    "concomitant", "concurrent", "side by side", "in tandem", "conjunction", "combin", "along ?side", "along with",
    "together", "at the same time", "in parallel",
    r"(?:next to|beside) (?:the |this )?(?:nasal )?(?:spray|spravato|esketamine)",
    # "In addition to section 1" adds to other criteria, no drug to a drug.
    r"in addition(?!,|:| for | the (?:member|patient)| \d| to (?:the )?(?:\d|failed|failures?|prior|previous|having))"
    r"(?! to (?:all |any |each |the |those |these |what |meeting |being |having |\w+ing )*(?:\w+ )?"
    r"(?:sections?|parts?|criteri|requirements?|rules?|conditions?|items?|above|points?|steps?|paragraphs?|general|18|"
    r"age|diagnos|§|[a-z]\)|[a-z]\b(?! )|"
    r"[a-z] and\b))", "simultaneous", "co-?treat", "adjunct", "add-on", "accompan", "coadminist", "co-administ",
    "co-?prescri", "paired", r"companion\b(?! (?:guide|document|polic))",
    # "Members 18-plus" gives an age.
    r"(?<!\d[ -])\bplus\b",
)  # fmt: skip
_ALONE = one_of("mono-?therapy", "alone", "by itself", "on its own", "single agent", "as the only")
# "As the sole treatment", "is the only antidepressant".
_SOLE = (
    r"(?:the |an? )?(?:sole|only|single) (?:treatment|therapy|drug|agent|medication|medicine|antidepressant|product)"
)
_GIVEN = one_of("used", "given", "prescribed", "taken", "approved", "administered", "initiated", "started")
_A = r"(?:(?:an?|the|>= 1|1 or more|1|any|his|her|their|your|his or her) )?"
_OF_SOME_KIND = (
    r"(?:new(?:ly (?:initiated|started|prescribed))? |optimized |different |effective |concurrent |current )?"
)

# "Acute pain, alone or in addition to an opioid": what stands beside the drug there is no antidepressant.
_NOT_FOR_PAIN = (
    r"(?!\w*(?: (?:to|with|of|an?|the|other|another|any|standard|usual|iv|oral|intravenous))* "
    r"(?:opioids?|opiates?|morphine|fentanyl|analgesi\w+|nsaids?|acetaminophen|(?:local )?an[ae]sthe\w+|sedat\w+|"
    r"benzodiazepines?|midazolam|propofol|nerve blocks?|pain (?:med\w+|drugs?|relievers?)))"
)

_NO_PAST_USE = (
    r"(?:(?!\b(?:fail|treat(?!ment[- ](?:resist|refract))|trial|tried|therap|respon|course|histor|intoler|after|who|"
    r"not)\w*)[^.;])"
)
_OBLIGES = (
    r"(?:ask(?:ed)?|obliged|required?s?|expect(?:ed)?|demand(?:ed)?|insist|necessary|compelled|bound|needed)"
    r"(?: (?:to|that|for|of|on))?"
)

NOT_REQUIRED = any_of(
    # e.g. "an oral antidepressant is no longer required", "optional"
    rf"{ORAL}{near(60)}\b(?:no longer|not)(?: \w+)? "
    r"(?:required|needed|necessary|mandat\w+|obligatory|compulsory|requirement|precondition|prerequisite|condition)\b",
    rf"\b(?:no longer|not)(?: \w+)? (?:required|needed|necessary)\b[^.;,]{{0,20}}{ORAL}",
    rf"{ORAL}{near(20)}\b(?:no longer|not) asked for\b|\b(?:no longer|not) asks? for {_A}(?:\w+ )?{ORAL}"
    rf"|\b(?:stopped|ceased|given up) (?:asking for|requiring|insisting on|demanding) {_A}(?:\w+ )?{ORAL}",
    rf"\brequire(?:ment|s)\b(?: for| of)?{near(15)}{ORAL}{near(20)}\b(?:removed|dropped|lifted|gone|deleted|ended)\b",
    rf"{ORAL} requirement{near(20)}\b(?:removed|dropped|lifted|gone|deleted|ended)\b",
    # e.g. "the concurrent oral antidepressant is dropped": from the criteria, as a patient's drug is stopped
    rf"{ORAL} (?:is|has been|will be)(?: now)? (?:dropped|lifted|deleted|removed)"
    r"(?=\W*$|[;,]| (?:from|for|as of|effective|starting)\b(?! (?:\w+ )?(?:intoler|lack|side|adverse|nonrespon)))",
    rf"\b(?:(?:do(?:es)?|will) not have|no longer (?:has|have|needs?)|(?:nobody|no 1) has) to "
    rf"(?:also |keep |go on |stay )*(?:tak(?:e|ing)|us(?:e|ing)|receiv(?:e|ing)|(?:be )?on|continu(?:e|ing))\b"
    rf"{near(40)}{ORAL}",
    rf"\b(?:need not|not need)\b{near(50)}{ORAL}|{ORAL}{near(20)}\bneed not\b",
    # e.g. "we do not insist on an oral antidepressant", "approval does not depend on an oral antidepressant"
    rf"\b(?:no need (?:for|of|to take)|(?:(?:do(?:es)?|will) not|no longer) (?:requires?|insists? on|asks? for|"
    rf"calls? for"
    rf"|mandates?|demands?|depends? on)|not (?:depend\w*|conditional|conditioned|contingent) "
    rf"(?:up)?on){near(25)}{ORAL}",
    # Which one it is may be left to somebody where one is asked for.
    rf"(?<!which )(?<!what )(?<!which oral )(?<!what oral ){ORAL}[^.;]{{0,40}}\b(?:left to|up to|at) the (?:\w+ "
    rf")?(?:prescriber|clinician|physician|psychiatrist"
    r"|provider)",
    rf"{ORAL}\w* (?:may|can) or (?:may|can) ?not (?:also )?be {_GIVEN}\b",
    rf"\bmay or may not (?:be )?(?:tak\w+|on|us\w+|receiv\w+|continu\w+){near(20)}{ORAL}",
    rf"{ORAL}: (?:not applicable|n/a)\W*$",
    # "Use along with an oral antidepressant remains possible."
    rf"{ORAL}{near(15)}\b(?:is|remains?|stays?) (?:(?:still|also) )?(?:possible|allowed|permitted|an option|open)\b",
    rf"^\W*no (?:\w+ )?{ORAL}(?: is)? (?:required|needed|necessary)\b",
    # e.g. "oral antidepressant: the member may stay on one; none is required"
    rf"{ORAL}[^.]{{0,50}}; (?:none is|it is (?:no longer|not)) (?:required|needed|necessary)\b",
    # e.g. "an oral antidepressant does not have to be taken along"
    rf"{ORAL}{near(20)}\b(?:do(?:es)? not|no longer) (?:have|has|needs?) to be (?:also )?{_GIVEN}\b",
    # e.g. "may be used without an oral antidepressant, so the member need not be taking one"
    rf"{ORAL}[^.;]{{0,80}}\b(?:need not|do(?:es)? not (?:have|need) to) (?:also |still )?(?:be )?"
    r"(?:tak(?:e|ing)|us(?:e|ing)|on|receiv(?:e|ing)) (?:1|it|any)\b",
    rf"\bno (?:(?:concomitant|concurrent|accompanying|simultaneous|companion) )?{ORAL}{near(20)}"
    r"\b(?:needs?|(?:ha(?:s|ve) to|must|shall)(?! have)|(?:is|are) (?:required|needed|necessary))\b",
    # e.g. "you are not asked to keep the patient on an oral antidepressant", "nothing requires that one be taken"
    rf"\b(?:not|never|no longer|nothing|nobody) {_OBLIGES}\b(?:(?!,|\bbut\b){_NO_PAST_USE}){{0,60}}?{ORAL}"
    rf"|\bno need (?:(?!,|\bbut\b){_NO_PAST_USE}){{0,50}}?{ORAL}",
    rf"\bfree to (?:take|use|have|receive)\b{near(30)}\bwithout {_A}(?:\w+ )?{ORAL}",
    rf"{ORAL}{near(15)}\b(?:not|never) (?:demanded|asked for|insisted (?:up)?on|obliged)\b",
    rf"{ORAL}{near(20)}\b(?:do(?:es)? not have|has not got|need not|does not need)(?: to)? (?:accompany|go with|be)\b",
    rf"{ORAL}[^.;,]{{0,25}}\b(?<!not )(?:optional|voluntary|(?:an? )?(?:matter|question) of choice)\b|"
    rf"{ORAL}[^.;]{{0,60}}\b(?:but|and) (?:(?:does|do|need) not (?:have to|"
    rf"need to)?|is not|"
    r"is no) ?(?:be\b|required|needed|condition)",
    # e.g. "alone or with", "alone; or with", "with or without", "with … or as monotherapy"
    rf"\b{_ALONE}[,;]?(?: therapy)?,?(?: \([^)]*\))? (?:or|and/or|as well as)\b"
    rf"{near(50)}(?:with|{WITH}){_NOT_FOR_PAIN}",
    # e.g. "whether it is the sole treatment or is added to an oral antidepressant"
    rf"\b(?:{_ALONE}|{_SOLE}),? (?:or|and) (?:(?:whether|as|when|it|is|are|an?|be|given|used|taken) )*"
    rf"(?:add(?:ed|ition|-on)|joined|accompan\w+|beside|on top|together|in addition|combined|with)\b{near(15)}"
    rf"(?:{ORAL}|(?:to|of|by|with) an oral (?:1|one)\b)",
    rf"\bwithout {_A}(?:\w+ )?{ORAL},? "
    r"(?:is|are|will be|may be) (?:also )?(?:allow|permit|accept|cover|approv)",
    rf"\bwith or without\b{near(40)}{ORAL}",
    # e.g. "started with an oral antidepressant or without one", "whether or not an oral antidepressant is taken"
    rf"\bwith (?:an? )?{ORAL}\w*,? or without(?: (?:1|it|any|them))?\b",
    rf"\b(?:whether or not|it does not matter whether|no matter whether|regardless of whether)\b{near(40)}{ORAL}",
    # e.g. "oral antidepressant: the spray may be used with or without one", "oral antidepressant: either way"
    rf"{ORAL}[^.;]{{0,60}}\b(?:with or without(?: (?:1|it|any|them))?|with 1 or (?:without|alone|by itself)"
    r"|(?:without|alone|by itself) or with 1|either way(?: is (?:fine|accept\w+|allowed|permitted|covered))?)"
    r"(?=\W*$|[;,.)])",
    # e.g. "can be approved for depression without an oral antidepressant"
    rf"\b(?:may|can|will) (?:now |also )?be (?:approved|covered|authorized|given|used|prescribed|requested)\b"
    rf"[^.;,]{{0,60}} without {_A}(?:\w+ )?{ORAL}",
    # e.g. "an oral antidepressant may be continued or left off"
    rf"{ORAL} (?:may|can) (?:also )?be (?:used|taken|given|continued|added|kept) or (?:be )?"
    r"(?:not|left (?:off|out)|omitted|stopped|discontinued|dropped|withdrawn|tapered)\b",
    # e.g. "an oral antidepressant may be used as well"
    rf"{ORAL} (?:may|can) (?:also )?be (?:used|taken|given|continued|added)(?: (?:as well|too|alongside|with "
    rf"it))?\W*$",
    rf"\bwhether {_A}{ORAL}{near(50)}\bis (?:for|left to|up to) (?:the )?(?:prescriber|clinician|physician|patient)",
    rf"(?:{WITH}|\bwith\b){near(50)}{ORAL}\w*\)?,? or (?:\w+ )?(?:as )?(?:mono-?therapy|alone|by itself|on its own"
    r"|the (?:only|sole) (?:treatment|drug|agent|therapy|medication|antidepressant))",
    # e.g. "either continues an oral antidepressant or uses esketamine by itself"
    rf"{ORAL}\b,? or (?:\w+ ){{0,4}}?(?:alone|by itself|on its own|as (?:a )?mono-?therapy)\b",
    r"\beither alone\b",
    r"\bmono-?therapy (?:is|will be) (?:also )?(?:fine|enough|sufficient|possible|admitted)\b",
    # e.g. "monotherapy is permitted", "may be given alone"
    r"\bmono-?therapy (?:use )?(?:is|will be|may be) (?:also )?"
    r"(?:permitted|allowed|accept\w+|covered|approv\w+|considered)",
    rf"\b(?:may|can) (?:also )?be {_GIVEN}(?: \w+){{0,3}} "
    r"(?:as (?:a )?mono-?therapy|alone|by itself|on its own|as the (?:only|sole) antidepressant)",
    r"\b(?:may|can) (?:(?:also|then|now) )*(?:receive|get|have|take|use)\b[^.;]{0,40}?"
    r"\b(?:as (?:a )?mono-?therapy|alone|by itself|on its own)",
    r"\b(?:indication|use) (?:is|as) mono-?therapy\b",
    r"\b(?:spravato|esketamine|it|the spray) (?:may|can) be the (?:only|sole) antidepressant\b",
)
# No failure, trial or number of drugs is what stands alongside.
_NOT_TRIED = (
    r"(?:^|[.;:])(?:(?!\b(?:fail|trial|tried|respon|intoler|inadequate|unsuccess|course|prior|previous)\w*"
    r"|\b[2-9] )[^.;:])*?"
)
_REFUSED = r"\bnot (?:be )?(?:approv|cover|permit|allow|accept|author)"
REQUIRED = any_of(
    # e.g. "in combination with an oral antidepressant", "an antidepressant is taken at the same time"
    rf"{WITH}{near(70)}{ORAL}",
    # e.g. "…, but only with an oral antidepressant", "add an oral antidepressant"
    rf"(?:\bonly with|^\W*(?:and |also )?add) {_A}{_OF_SOME_KIND}oral anti-?depressants?(?: therapy| treatment)?"
    r"(?=[.;,]|$)",
    rf"\bclaims? for {_A}{_OF_SOME_KIND}{ORAL}\b{near(20)}\b(?:in|within) the (?:last|past)\b",
    rf"{ORAL}{near(90)}(?:{WITH})",
    rf"\b{_GIVEN} with {_A}{_OF_SOME_KIND}(?:daily |background )?{ORAL}",
    # e.g. "acute suicidality, with an oral antidepressant"
    rf"(?:^\W*|[,:] )with {_A}{_OF_SOME_KIND}{ORAL}(?=[.;,]|$)",
    # e.g. "covered for acute suicidality with an oral antidepressant": no trial, failure or past treatment with one
    rf"\b(?:covered|approved|authorized|payable|necessary|approvable)\b{_NO_PAST_USE}{{0,90}} with {_A}{_OF_SOME_KIND}"
    r"oral anti-?depressant(?: therapy| treatment)?(?=[.;,]|$| (?:for|in|when|if|and)\b)",
    rf"\b(?:tak(?:es?|ing)|us(?:es?|ing)|receiv(?:es?|ing)) (?:it|spravato|esketamine|the \w+)(?: \([^()]*\))?"
    rf"(?: nasal spray)? with {_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "not as monotherapy", "must not be given without an antidepressant"
    rf"\bmono-?therapy\b{near(30)}{_REFUSED}",
    r"\bnot (?:to )?(?:be )?(?:\w+ )?(?:as |for )?(?:a )?mono-?therapy|\bno mono-?therapy",
    rf"\b(?:not|never) (?:to )?(?:be )?{_GIVEN} (?:alone|by itself|on its own)",
    rf"\bnot\b{near(30)}\bwithout {_A}{ORAL}",
    rf"\bwithout {_A}(?:\w+ )?{ORAL}{near(20)}\b(?:denied|not (?:be )?(?:covered|approved|allowed|authorized))",
    r"\bnot (?:\w+ ){0,3}(?:as )?the (?:only|sole) (?:\w+ )?(?:antidepressant|drug|agent|treatment|medic\w+"
    r"|therapy)",
    rf"\bnot (?:enough|sufficient)\b{near(40)}\b{_ALONE}",
    # e.g. "on an oral antidepressant, …, and staying on it", "starts an antidepressant while on the spray"
    rf"^\W*(?:is |being )?on {_A}{_OF_SOME_KIND}{ORAL}",
    r"\b(?:is|be|being) (?:also )?(?:(?:started|initiated|put|placed) )?on,?(?: or [\w ]{1,25} on,?)? "
    rf"{_A}{_OF_SOME_KIND}{ORAL}",
    rf"\b(?:keeps?|kept|maintain(?:s|ed)?) (?:(?:the|this|your|a) )?{PERSON} on {_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "will continue on, or begin, an oral antidepressant"
    r"\b(?:(?:continue|stay|remain|go|keep)s?(?: on)?,? or (?:begin|start|initiate)s?|"
    rf"(?:begin|start|initiate)s?,? or (?:continue|stay|remain|go|keep)s?(?: on)?),? {_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "esketamine is added to an existing antidepressant", "ongoing use with an antidepressant"
    rf"\b(?:esketamine|spravato|spray|drug|medication)\W+(?:(?:is|will|must|be|to|being) ){{1,3}}added to {_A}"
    rf"(?:\w+ )?{ORAL}",
    # e.g. "an oral antidepressant has been started and will be used with Spravato"
    rf"{ORAL}{near(50)}\b(?:will|must|is to|should) be {_GIVEN} with (?:the )?(?:spravato|esketamine|(?:nasal )?spray"
    r"|it)\b",
    # e.g. "to augment an oral antidepressant", "as augmentation of one", "on top of one", "supplements one"
    rf"\b(?:spravato|esketamine|it|spray|drug)\b{near(40)}"
    rf"\b(?:augments?|supplements?,?(?: and [\w ]{{3,25}},)?) {_A}(?:[\w']+ ){{0,2}}?{ORAL}",
    rf"\b(?:used|given|prescribed|requested) (?:as (?:an )?augment\w*|to augment|to supplement)(?: \w+)? "
    rf"{_A}(?:\w+ )?{ORAL}",
    rf"{ORAL} (?:that|which) (?:spravato|esketamine|it) (?:augments|supplements)",
    rf"\b(?:on top of|beside|next to) {_A}(?:(?!\d|failed)\w+ )?{ORAL}(?! failure)",
    rf"{ORAL}{near(15)}\bnot (?:to )?(?:be|been) (?:stopped|discontinued|withdrawn)",
    rf"\buse with {_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "the patient takes this antidepressant by mouth", which is spelled out as an oral one
    r"\b(?:tak(?:es?|ing)|(?:is|are|stays?|remains?) on) (?:this|the following) (?:\w+ )?oral anti-?depressant\b",
    # e.g. "two antidepressants have failed and a third, by mouth, is given with the spray"
    r"\b(?:another|an? (?:second|third|fourth|further|new))(?: (?:one|1))?,? by mouth\b",
    # e.g. "failure of two, each of six weeks, and an oral antidepressant with the spray"
    rf"{ORAL}(?: (?:is|are))? with (?:the )?(?:spravato|esketamine|(?:nasal )?spray)\b",
    # e.g. "documented benefit and oral antidepressant", at the end of what a renewal must show
    rf"\b(?:benefits?|improve(?:ment|d)|response),? (?:and|plus) {_A}{_OF_SOME_KIND}oral antidepressants?\W*$",
    rf"\b(?:starts?|begins?),? {_A}{_OF_SOME_KIND}{ORAL}{near(20)}\b(?:while|with|when|beside)\b",
    # e.g. "oral antidepressant: still taken", "is in use", "kept alongside"
    rf"^\W*{ORAL}(?: \w+)?:{near(60)}"
    r"\b(?:still|taken|used|continu\w+|required|stable|kept|yes|in use|alongside)\b",
    rf"{ORAL}(?: therapy)?{near(20)}\b(?:in use|on board|under way|underway)\b(?! for (?:[<>]=? )?\d| since)",
    rf"^\W*{_A}{_OF_SOME_KIND}{ORAL},? (?:\(?(?:(?:started|initiated|begun) or (?:optimi[sz]ed|continued)|"
    rf"newly (?:started|initiated|begun)|optimi[sz]ed|new or|either new))",
    rf"^\W*(?:active|ongoing) {ORAL}|^\W*{_A}{ORAL}(?: therapy| treatment)?\W+"
    r"(?:(?:is|are|must be|has to be|remains?|still) )*ongoing\W*$",
    rf"{ORAL}{near(15)}\b(?:has|have) (?:also )?(?:been )?(?:(?:begun|started|initiated) or (?:adjusted|optimi[sz]ed|"
    r"continued|changed)|(?:adjusted|optimi[sz]ed) or (?:begun|started|initiated))\b",
    # e.g. "goes with it", "the spray comes with an oral antidepressant"
    rf"{ORAL}(?:, [^,.;]{{3,40}},)?{near(20)}\b(?:goes|comes|runs|to (?:go|come|run))(?: hand in hand)? with\b",
    rf"\b(?:goes|comes|runs|to (?:go|come|run))(?: hand in hand)? with {_A}{_OF_SOME_KIND}(?:daily )?{ORAL}",
    # e.g. "is newly started with the spray", "will be begun no later than the first dose"
    rf"{ORAL}{near(20)}\b(?:is|will be|be|was|being),? (?:(?:also|newly|freshly) )*(?:begun|started|initiated|added)\b",
    rf"{ORAL} (?:is|remains|has to be|needs to be|must be) (?:still |also )?(?:given|taken|on board|in place)"
    r"(?: (?:along|too|as well))?(?=\W*$|[,;]| (?:and|with|too)\b)",
    rf"{ORAL}{near(20)}\b(?:is (?:also |still )?|still |also )being (?:taken|used|given|filled|dispensed)\b",
    # e.g. "needs an oral antidepressant started with the spray"
    rf"{ORAL} (?:(?:that is|which is) )?(?:started|begun|initiated) (?:along |together )?with "
    r"(?:the |this )?(?:spray|spravato|esketamine|drug|medication)\b",
    # e.g. "oral antidepressant required", "an oral antidepressant is mandatory for TRD"
    rf"{_NOT_TRIED}{ORAL}(?: therapy| treatment| use)? (?:(?:is|are|must be) )?(?:required|needed|necessary|mandatory)"
    r"(?=\W*$|[,;]| (?:for|in|with|throughout|as|here|too|also|unless|except)\b)",
    # e.g. "acute suicidality needs an oral antidepressant", "there must be an oral antidepressant": no trial of one
    r"(?<!longer )(?<!never )\b(?:needs?|requires?|must have|demands?|calls? for|there (?:must|has to|is to|should) be)"
    rf" (?:also )?{_A}{_OF_SOME_KIND}oral anti-?depressants?(?: therapy)?"
    r"(?=\W*$|[.;]|,(?! (?:\w+ )?(?:fail|tri|\d))| and (?:an?|the)\b| (?:unless|except)\b)",
    # e.g. "for acute suicidality we also ask for an oral antidepressant"
    rf"^\W*(?:(?:for|in|with) [^.;:,]{{3,90}},? )?(?:we|(?:the|this|our) (?:plan|policy|payer)) (?:(?:also|further) )?"
    rf"(?:asks?|calls?|looks?)(?: also)? for {_A}{_OF_SOME_KIND}(?!failed)(?:oral anti-?depressant\w*|oral ad\b)"
    r"(?: (?:as well|too|alongside|besides))?\W*$",
    # e.g. "an oral antidepressant remains necessary", "is still required"
    rf"{ORAL} (?:\w+ )?(?:remains?|stays?|(?:is|are) still) (?:\w+ )?"
    r"(?:necessary|required|needed|mandatory|asked for|requirement|condition)\b",
    rf"{ORAL}{near(15)}\b(?:continued|(?:still|also) (?:(?:has to |must )?be )?(?:taken|used))\b",
    rf"\b(?:ongoing|uninterrupted|steady) (?:use|treatment|intake) (?:of|with) {_A}{ORAL}",
    # e.g. "is stable on an oral antidepressant … and will keep taking it"
    rf"{ORAL}[^.;]{{0,80}}\b(?:keeps?|continues?|goes? on|stays?|remains?) (?:to )?(?:taking|take|using|on) "
    r"(?:it|them|this|that one)\b",
    # e.g. "is the patient taking an oral antidepressant?"
    rf"^\W*(?:is|are) (?:the |an? )?{PERSON}s? (?:(?:also|still|currently|now|already) )*(?:taking|on|using|receiving) "
    rf"{_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "will the member take an oral antidepressant?", "does the patient use an antidepressant?"
    rf"^\W*(?:will|does|do|must) (?:the |an? )?{PERSON}s? (?:(?:also|still|continue to) )?"
    rf"(?:continue|take|use|receive|be (?:on|taking|using)) {_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "will an oral antidepressant be taken?"
    rf"^\W*(?:will|is|are) {_A}{_OF_SOME_KIND}{ORAL}s? (?:also |still )?(?:be |being )?"
    r"(?:taken|used|prescribed|continued|started)\b",
    # e.g. "will continue an antidepressant", "must still be taking an antidepressant", "remains on one"
    r"\b(?:will|shall|must|(?<!able )to) (?:(?:also|still|currently|now|already) )*(?:continue|take|use|receive"
    r"|be (?:on|taking|used with|prescribed|given with|initiated on|started on|maintained on))"
    rf"(?: \w+){{0,5}}? {ORAL}",
    # e.g. "take an oral antidepressant", of what the member must do
    rf"^\W*(?:take|use|receive|be (?:on|taking)) {_A}{_OF_SOME_KIND}{ORAL}(?=\W*$| (?:with|along|during|while)\b)",
    rf"\b(?:takes|uses|receives|is (?:(?:still|also) )?(?:taking|on|receiving|using)|remains? on|stays? on"
    rf"|(?:is|remains?|stays?|(?:has|have) (?:been|stayed|remained)) (?:adherent|compliant) (?:to|with)) "
    rf"{_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "for adults who have … and take an antidepressant", "if they take one", "must be 18 or older and on one"
    rf"\b(?:(?:and|who|they) (?:also |still )?(?:take|use|receive|are (?:on|taking))|(?:older|over|old|>= \d+|adults?|"
    rf"care),? and (?:also |now )?(?:on|taking|using)) {_A}(?:newly started )?{_OF_SOME_KIND}{ORAL}",
    rf"\b(?:currently|still|presently) (?:taking|takes?|on|using|receiving|prescribed)\b{near(25)}{ORAL}",
    rf"\bcontinu\w+ (?:(?:to (?:take|use|receive)|use of|with|taking|using|on) )?{_A}{ORAL}",
    # e.g. "claims show an oral antidepressant that the client is taking now"
    rf"{ORAL}(?: \([^()]*\))?,? (?:that|which) (?:the )?{PERSON} (?:is|are) (?:now |currently )?(?:taking|using)\b",
    # e.g. "takes or will take", "is taking, or starts now, an oral antidepressant", "uses (or is about to start) one"
    rf"\b(?:tak(?:es?|ing)|us(?:es?|ing)|receiv(?:es?|ing)|continu(?:es?|ing)|on|(?:has|have) (?:started|begun)),? "
    rf"\(?or (?:(?:is|will|to|now|today|newly|soon|shortly|keeps?|(?:about|going|willing|ready) to) )*(?:tak(?:e|ing)|"
    r"us(?:e|ing)|receive|start(?:s|ing)?|begin(?:s|ning)?|be (?:started|put) on)(?: (?:now|today|at once))?\)?,? "
    rf"{_A}{_OF_SOME_KIND}{ORAL}",
    # e.g. "has a current antidepressant and will go on taking it"
    rf"\b(?:has|have) (?:an? )?(?:current|active) (?:(?:paid )?(?:claims?|prescriptions?|fills?) (?:for|of)"
    rf" {_A})?{ORAL}",
    # e.g. "goes on taking", "keeps taking", "still takes one with it"
    rf"\b(?:go(?:es|ing)? on|keeps?(?: on)?|kept(?: on)?|carr(?:y|ies|ied) on|went on|gone on|stay(?:s|ed)?(?: on)?) "
    rf"(?:with |taking |using |receiving )?{_A}{ORAL}",
    rf"\b(?:still|also) (?:\w+ ){{0,2}}?(?:takes?|uses?|receives?) {_A}{ORAL}",
    rf"\btakes? {_A}{ORAL}{near(20)}\b(?:with it|as well|too)\b",
    rf"\b(?:has|have) (?:used|taken|continued|remained on)\b{near(25)}{ORAL}[^.;]*"
    r"\b(?:all along|throughout|since|during)\b",
    rf"\b(?:stable (?:dose of |regimen of |on )?|active prescription for ){_A}(?:new |current |different )?{ORAL}",
    rf"\b(?:stabili[sz]ed|established|maintained)\b{near(30)}\bon {_A}(?:\w+ )?{ORAL}",
    rf"{ORAL}[^.;,]{{0,40}}\b(?:(?:will|must|shall|should|(?:is|are) to) be "
    r"(?:continued|used|taken|prescribed|initiated|given|maintained|kept)"
    r"|(?:is|are|has been) (?:still )?(?:being |also )?(?:taken|used|prescribed|continued|started|initiated"
    r"|maintained|kept (?:up|going)|carried on|going on)|(?:was|is) not stopped"
    r"|during (?:treatment|therapy)|remains? in (?:place|use)|all along|throughout)",
    rf"{ORAL}{near(30)}\b(?:taken|used|given|prescribed|received)\b(?: \w+){{0,2}}? "
    r"(?:with (?:it|spravato|esketamine|the (?:spray|drug|medication))|as well|too|beside)\b",
    rf"\b(?:(?:has|have) )?(?:kept (?:up|going)|carried on with|kept on with) {_A}{ORAL}",
    rf"{ORAL}[^.;,]{{0,20}}\b(?:goes on|keeps? (?:on )?being|is kept|stays in)\b",
    rf"{ORAL}[^.;,]{{0,30}}\b(?:continues|is (?:being )?continued"
    r"|(?:is )?part of (?:the |their |his or her )?(?:\w+ )?(?:regimen|treatment|plan))\b",
)
