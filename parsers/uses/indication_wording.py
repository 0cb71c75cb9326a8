"""How payers name indications: one name a line, the longer before the shorter that it holds."""

from __future__ import annotations

from parsers.models import Indication
from parsers.uses.elliptical_uses import ELLIPTICAL
from parsers.uses.label_wording import LABELED

_MDD = (
    r"(?:(?:major|severe|clinical|unipolar) )*(?:depressi(?:ve|on)(?: disorders?| illness| symptoms)?|"
    r"MDD)(?: ?\((?:MDD|TRD|unipolar|major depressive disorder|[A-Z]\d\d[^()]{0,150})\))?"
)
_SUICIDAL = (
    r"suicid(?:al(?:ity)?|e)\b(?:[ /-](?:ideation|thoughts?|thinking|intent|risk|crisis|behaviou?rs?|actions?|"
    r"acts?|suicidal|"
    r"and/or|or|and|/|\(?SI\)?))*"
    # "Acute suicidal ideation and intent to act on it", "… and a plan".
    r"(?: (?:with|and|or) an? plan\b| an? plan\b)?(?: to act\b(?: on (?:it|them|these|those)\b)?)?"
)
# As clerks write it: "MDD w/ acute SI/SB".
_SI = r"(?:acute|active|imminent|current) SI\b(?:/?S?B\b)?"
# "With", in short, but not "without".
_WITH = r"(?:with|\bw(?:/(?!o\b)|\.|(?= )))"
_RESISTANT = r"(?:treatment|therapy|medication)[- ]?(?:resistant|refractory)"
_IF_IT_IS = (
    r"(?:and is (?:it|this)|(?:when|if|where|once|provided(?: that)?|so long as|as long as) (?:it|this|that|the "
    r"(?:depressi(?:on|ve disorder)|disorder|illness|episode)) (?:is|was|remains|proves|has (?:been|proved|proven)))"
)
_RESISTANT_MDD = (
    # e.g. "hard-to-treat (treatment-resistant) depression", "treatment-resistant (refractory) depression"
    rf"(?:treatment|therapy|drug|medication)[- ]*(?:resistant|refractory)(?:\)| \((?:refractory|resistant|TRD)\))?"
    rf"(?:[ -](?:or (?:treatment-)?refractory|"
    rf"unipolar))? {_MDD}(?: ?\(TRD\))?"
)
# "Depressive symptoms in members 18 years of age or older with …".
_AGED = r"(?:aged?|of|at least|over|from|\d\d|years?|old|(?:or|and) (?:older|over|above|up))"
# What does not stand inside the name of one use: another's name, and a length that each of two has for itself.
_ONE_NAME = r"(?!depressi|\bMDD|(?:\d+|an?|one|two|three|four|six|nine|twelve)\)?[ -](?:days?|weeks?|months?|years?)\b)"
# In order: a name consumes its words, so that shorter names inside it do not count.
NAMES: tuple[tuple[Indication, str], ...] = (
    *ELLIPTICAL,
    # The first of two uses: "resistant depression and acute suicidal ideation".
    ("trd", rf"{_RESISTANT_MDD}(?=,? (?:and|plus|[&+]) )"),
    (
        "mdsi",
        (
            rf"(?:depressive symptoms(?:,| (?:in|of|with|associated with|due to)) (?:(?:an?|adults?|patients?|clients?|"
            rf"members?|people|persons?|individuals?|with|who (?:have|has|are)|having|{_AGED}) )*)?{_MDD}(?:{_ONE_NAME}"
            rf"[^.;:,]){{0,30}}?(?:{_WITH}|and|who (?:have|has|(?:are|is)(?! not\b))|having|plus|[&+]|"
            rf"accompanied by|in the (?:setting|presence) of|in an?|"
            rf"together with|associated with)(?:(?:{_ONE_NAME}[^.;:]){{0,30}}?{_SUICIDAL}| (?:an? )?{_SI})"
            rf"(?: (?:in|of) (?:adults? with |patients? with |an? )?{_MDD})?"
            # e.g. "the diagnosis is MDD, and there is acute suicidal ideation"
            rf"|{_MDD}(?: \([^()]*\))?(?: (?:has been|is|was) (?:\w+ )?diagnosed)?,? and (?:there (?:is|are)|"
            rf"(?:he or she|the \w+) "
            r"(?:has|have|is experiencing|presents with|is)|is|has) (?:acute(?:ly)?|active|imminent|current) "
            rf"{_SUICIDAL}"
            # e.g. "MDD, acute suicidal ideation or behavior", "MDD (acute suicidality)"
            rf"|(?:^|(?<=\bfor )|(?<=\bin )|(?<=: )|(?<=\d\. )){_MDD}(?:,| ?[/(:–—-]) ?"
            rf"(?:with )?(?:acute(?:ly)?|active|imminent) {_SUICIDAL}"
            # e.g. "suicidal MDD", "MDD, suicidal (acute ideation or behavior)"
            rf"|(?<!non-)(?<!non )(?<!not )suicidal {_MDD}|{_MDD}, suicidal(?=\W*$| \()"
            rf"|{_MDD}(?:(?!depressi|MDD)[^.;:,]){{0,30}}?depressive symptoms (?:\w+ )?(?:with|and|plus|by) "
            rf"(?:\w+ )?{_SUICIDAL}"
        ),
    ),
    (
        "mdsi",
        (
            rf"(?:(?:acute(?:ly)?|active|imminent|current) )?{_SUICIDAL}[^.;:]{{0,40}}?\b(?:in|with|due to|from|"
            rf"accompanying)\b[^.;:]{{0,20}}{_MDD}"
            rf"|(?:acute(?:ly)?|active|imminent|current) {_SUICIDAL}|\bMDD[- ]?(?:SI|ASI[BR]?)\b|\bMDSI\b"
            r"|\bMDD[^.;:,]{0,30}? (?:with|and|plus) (?:\w+ )?SI\b(?:/?S?B\b)?"
            r"|\b(?:acute|active) SI\b(?:/?S?B\b)?"
            r"|\bsuicidality\b"
            r"|\bsuicidal ideation\b(?:(?:/| (?:or|and|and/or|with) )(?:suicidal |an? )?(?:behaviou?rs?|"
            r"intent|attempts?|plan)\b(?: to act(?: on (?:it|them))?)?)?"
        ),
    ),
    (
        "trd",
        (
            # e.g. "Major depressive disorder (MDD): treatment-resistant depression", "MDD – treatment resistant"
            rf"{_MDD} ?[:–—-] ?(?:{_RESISTANT_MDD}|{_RESISTANT}\b(?! (?:depressi|MDD))|TRD\b)"
            rf"|^\W*{_MDD}, {_RESISTANT_MDD}(?=\W*$)|^\W*{_RESISTANT_MDD} ?[:–—-] ?{_MDD}(?=\W*$)|"
            rf"{_RESISTANT_MDD}|(?:hard|difficult)[- ]to[- ]treat {_MDD}|"
            rf"(?:treatment[- ]?)?(?:resistant|refractory)\)? (?:to treatment )?{_MDD}|{_MDD},? "
            rf"(?:that is |which is |\()?(?:treatment[- ])?(?:resistant|refractory)(?: to treatment)?(?! (?:{_MDD}))"
            rf"|{_MDD}[^.;:,]{{0,40}}? (?:and|which|that) (?:is|be|are|has been) (?:\w+ )?{_RESISTANT}"
            # e.g. "covered for depression when the depression is treatment-resistant"
            rf"|{_MDD}[^.;:]{{0,60}}?,? {_IF_IT_IS} (?:(?!not )\w+ )?(?:{_RESISTANT}|(?:resistant|refractory)\b)"
            rf"|{_MDD}(?: that| which)? (?:is|was|remains|proves|has (?:been|become|proved|proven)) "
            r"(?:(?!not\b|no\b)\w+ )?"
            r"(?:(?:treatment|therapy|medication)[- ]?)?(?:resistant|refractory)\b"
            # e.g. "unipolar depression, whether or not it is treatment-resistant": of both kinds
            rf"|\bwhether or not (?:(?:it|this|that) is |they are )?(?:{_RESISTANT}|(?:resistant|refractory)"
            r"(?: to treatment)?)\b(?! (?:depressi|MDD))"
            # e.g. "Resistant: two antidepressants have failed", an item of a list on depression
            r"|^\W*(?:(?:treatment|therapy|medication)[- ])?(?:resistant|refractory)(?= ?(?:[:–—]| - ))"
            # e.g. "MDD, by DSM-5 criteria, that is treatment resistant", "MDD (DSM-5) that has resisted treatment"
            rf"|{_MDD}(?: \([^()]{{1,40}}\)|, [^.;:,]{{1,50}},) (?:that|which) (?:is|was|are|has been|has "
            rf"prove[dn]) (?:{_RESISTANT}\b(?! (?:depressi|MDD))|(?:resistant|refractory)\b)"
            rf"|{_MDD}(?: \([^()]{{1,40}}\)|, [^.;:,]{{1,50}},) (?:that|which) (?:has |have )?"
            r"(?:resist(?:s|ed)|withstood) (?:\w+ )?(?:treatment|therapy|medication)s?\b"
            rf"|{_MDD}[^.;:]{{0,60}}?, "
            rf"(?:(?:judged|considered|deemed|found|documented|shown)(?: to be| as)? )?{_RESISTANT}\b"
            rf"(?! (?:depressi|MDD))|\bTRD\b|(?:treatment|therapy)[- ]resistant (?:disease|forms?)|"
            r"(?:treatment|therapy)[- ]resistance\b"
            rf"|{_MDD} (?:(?:that|which) )?(?:has |have )?(?:resist(?:s|ed)|withstood|(?:does|did|has) not "
            rf"(?:respond(?:ed)?"
            r" to|(?:gotten|got|get|become) (?:any )?better with|(?:yield|give)\w* way to)) (?:\w+ )?"
            r"(?:treatment|therapy|medication)s?\b"
        ),
    ),
    # The word that "unipolar or bipolar depression" has once for both.
    ("mdd", r"\bunipolar(?= (?:and|or|and/or) bipolar (?:major )?depress)"),
    (
        "bipolar_depression",
        (
            r"\bbipolar (?:disorder|illness) in (?:its|the|an?) depress(?:ed|ive) (?:phase|episode|state|pole)s?\b|"
            r"bipolar (?:[I12]+ )?(?:depressi(?:on|ve)(?: disorders?| episodes?)?|"
            r"disorders?(?: (?!depress|and\b|or\b)\w+)?(?:,? depress(?:ed|ive)\b|"
            r"(?<!,) depression)?|affective disorder|disease)"
            # "The depressive phase of bipolar disorder", "depression that is part of a bipolar illness".
            r"|\bdepress(?:ed|ive|ions?)(?: (?:phases?|poles?|episodes?|states?|symptoms|relapses?|side|type|form))?"
            r"(?: (?:in|of|with|within|during|due to|from|associated with|related to|secondary to|caused by"
            r"|(?:that|which) (?:is|are) (?:an? )?(?:part|phase|symptom|feature) of|as (?:an? )?(?:part|phase|symptom|"
            r"feature) of))"
            r" (?:an? |the |type )?bipolar(?: (?:I{1,2}|[12])(?: (?:or|and|/) (?:I{1,2}|[12]))?)?"
            r"(?: (?:disorders?|illness|disease|type|spectrum(?: disorders?)?))?\b"
            r"|(?:in|of) bipolar disorder|\bbipolar\b|manic[- ]depressi\w+"
        ),
    ),
    ("ptsd", r"post[- ]?traumatic stress(?: disorders?)?(?: \(PTSD\))?|\bPTSD\b"),
    ("ocd", r"obsessive[- –]compulsive(?: and related)? disorders?(?: \(OCD\))?|\bOCD\b"),
    ("anxiety", r"(?:generali[sz]ed |social )?anxiety(?: disorders?)?|\bGAD\b|social phobia|panic disorder"),
    (
        "substance_use",
        (
            r"(?:substance|alcohol|opioid|cocaine|(?<!single-)(?<!single )"
            r"(?<!label )(?<!labeled )(?<!labelled )drug|stimulant|cannabis|tobacco|nicotine)[- ]"
            r"(?:(?!and |or )\w+[- ])?(?:use|"
            r"abuse|dependence|addiction|misuse)(?: disorders?)?(?! (?:(?:was|is|were|are|has been|will be) (?:check|"
            r"screen|test|monitor|assess)|screen|test|histor|monitor|assess|review|evaluat|board))|"
            r"addiction|alcoholism|(?:opioid|"
            r"alcohol) withdrawal|(?:withdrawal from|dependence (?:up)?on) "
            r"(?:alcohol|opioids?|opiates|cocaine|stimulants|tobacco|nicotine|cannabis|drugs|substances)\b|"
            r"(?:substance|alcohol|opioid)-related(?: and addictive)? (?:disorders?|conditions?)|"
            r"\bSUD\b"
        ),
    ),
    (
        "psychiatric",
        (
            # What it is given along with, where no disorder is named: "ketamine-assisted psychotherapy is not covered".
            r"ketamine[- –]assisted (?:psycho)?therapy(?![^.;:]*\b(?:for|in|to treat)\b)"
            r"(?=[^.;:]{0,40}\b(?:is|are|will be|excluded|non-?covered|not)\b)|"
            # "All mental health (including depression) and substance-related disorders".
            r"(?:mental health|psychiatric|behaviou?ral health)"
            r"(?= \([^()]{3,150}\),? (?:and|or|and/or) (?:\x00|[\w-]+ (?:conditions?|disorders?|illness(?:es)?)\b))|"
            r"(?:other )?(?:psychiatric|mental(?: health)?|behaviou?ral health|"
            r"mood)(?: and [\w-]+)? (?:conditions?|disorders?|indications?|illness(?:es)?|uses?|diagnos[ie]s|"
            r"diseases?)|psychiatric\b(?! (?:mental|nurse|NP|A?P?RN|provider|prescriber|practitioner|specialist|"
            r"clinician|physician|professional|hospital|facility|unit|ward|care|evaluation|consult|inpatient|"
            r"medication|drug|specialt\w*|training|background|expertise|experience|residency|credential\w*|center|clinic\b|bed|"
            r"stay|admission|hospitali[sz]ation|team|emergency|advanced|board|interview|assessment|review|office|practice|"
            r"certif\w*|licens\w*|qualif\w*|nursing|history|scales?|ratings?|records?|notes?|visits?|follow-?up|crisis|"
            r"societ\w*|associations?|doctors?|fellowship|exam\w*))"
        ),
    ),
    ("crps", r"(?:complex )?regional pain syndromes?(?: \(CRPS\))?|\bCRPS\b|reflex sympathetic dystrophy|causalgia"),
    ("fibromyalgia", r"fibromyalgia"),
    (
        "cancer_pain",
        (
            r"(?<!\bnon-)(?<!\bnon )(?:cancer|oncolog\w+|malignan\w+|tumou?r)[- ]"
            r"(?:related )?pain|pain (?:due to|from|of|in|related to|caused by|"
            r"associated with) (?:(?:advanced|terminal|active|metastatic|a|the) )*(?:cancer|malignan\w+|"
            r"tumou?rs?)"
        ),
    ),
    (
        "neuropathic_pain",
        (
            r"(?:chronic |peripheral |central |refractory )*(?:neuropathic|nerve|neurogenic) pain|"
            r"(?:post-?herpetic|trigeminal) neuralgia|neuralgia|(?:diabetic|peripheral) neuropathy|"
            r"phantom limb pain|\bneuropath(?:y|ies)\b|pain (?:of (?:neuropathic|nerve) origin|due to nerve damage)"
        ),
    ),
    (
        "headache",
        (
            r"(?:chronic |daily |refractory |cluster |intractable |other )*(?:headaches?|"
            r"migraines?)(?: (?:disorders?|and (?:other )?headaches?))?"
        ),
    ),
    (
        "acute_pain",
        (
            r"(?:(?<!non-)(?<!non )(?<!sub-)acute|post-?(?:operative|surgical)|perioperative|surgical|procedural|"
            r"trauma(?:tic)?|emergency)(?: or (?!chronic|persistent|\x00)\w+)? pain|pain (?:after|following) "
            r"(?:(?:an?|the|major|minor|recent) )*(?:surger(?:y|ies)|(?:surgical )?(?:operations?|procedures?)|"
            r"injur(?:y|ies)|fractures?|trauma)\b"
        ),
    ),
    (
        "chronic_pain",
        (
            r"(?:chronic|persistent|intractable|refractory|long-?term|long-?(?:standing|lasting))(?: \w+| \([\w-]+\))? "
            r"pain(?: syndromes?| conditions?| disorders?| management)?|pain (?:management|syndromes?|"
            r"conditions|disorders)|"
            r"chronic,? non-? ?(?:cancer|malignant) pain|"
            # Of workers' compensation: "non-acute (chronic) pain".
            r"(?:chronic (?:or |and )?)?non-? ?acute(?:(?:,? (?:and|or))? \(?chronic\)?)? pain|"
            r"(?<!cancer )pain(?:, | \()chronic\b\)?|pain of an? chronic (?:nature|kind|type)|"
            # "Other pain that has become chronic".
            r"(?<!cancer )pain (?:that|which) (?:has (?:become|turned)|is|becomes|remains) (?:chronic|persistent|"
            r"intractable|long-?(?:standing|lasting))\b"
        ),
    ),
    (
        "anesthesia",
        (
            r"(?:as (?:an?|the|its)|(?:be|being) (?:an?|the)|is the|part of (?:an?|the)) (?:\w+ )?an[ae]sthetic"
            r"(?: agent)?(?! (?:fees?|payments?|services?|allowances?|rates?)\b)|"
            # "Sole anesthetic for a procedure", "supplement to a weak anesthetic".
            # "Used by an anesthetist during surgery".
            r"(?:used|given|administered) by (?:an? |the )?(?:nurse )?an[ae]sthe(?:tist|siologist)s?"
            r"(?: (?:during|in|for) (?:an? |the )?(?:[\w-]+ )?(?:surger(?:y|ies)|operations?|procedures?)\b)?|"
            r"(?:sole|only) an[ae]sthetic(?: agent)?|"
            # The third use of the label: "as a supplement to other anesthetic agents", "to supplement nitrous oxide".
            r"(?:as an? |to )?supplement(?:s|ed|ing)?(?: (?:to|of))? (?:an? |the |other )*(?:[\w-]+ )?"
            r"(?:an[ae]sthetics?(?: agents?)?|(?:low[- ]potency|weak(?:er)?) agents?|nitrous oxide)\b"
            r"(?:,? \(?(?:such as|like|e\.g\.,?) nitrous oxide\b\)?)?|"
            # "Induction or maintenance of general anesthesia".
            r"(?<!non-)(?<!non )"
            r"(?:(?:induction|maintenance)(?:(?: and| or|/| and/or) ?(?:induction|maintenance))? of )?"
            r"(?:general |procedural |surgical |"
            r"as an? )*(?:an[ae]sthesia(?! (?:clinician|provider|professional|practitioner|personnel|staff|team|nurse|"
            r"assistant|department|machine|record)s?\b)|"
            r"an[ae]sthetic(?: use| purposes?| indications?| procedures?| care| management)|"
            # "Sedation and dissociation are common", "dissociation or sedation": what the drug does beside its use.
            r"(?<!dissociation and )(?<!dissociation or )(?<!risk of )(?<!infusion with )(?<!infusions with )"
            r"(?:conscious |procedural |deep )?sedation"
            r"(?!(?:,|,? and|,? or|/) ?(?:dissociati|respiratory)|,? (?:is|are|was|were|may be) (?:\w+ )?"
            r"(?:common|frequent|usual|seen|reported|possible)))\b"
            # "Anesthesia for surgical and diagnostic procedures".
            r"(?: (?:for|during|in) (?:an? |the )?(?:(?:surgical|diagnostic|therapeutic|dental|medical|minor|major|"
            r"short|painful|invasive|other|and|or)[ ,]+){0,6}(?:surger(?:y|ies)|operations?|procedures?)\b)?"
            # "Induction of anesthesia prior to the administration of other general anesthetic agents".
            r"(?:,? (?:prior to|before|ahead of) "
            r"(?:(?:the|giving|administration|use|of|other|general|another|an|any) )*an[ae]sthetics?(?: agents?)?\b)?"
            # To members: "put you to sleep for surgery", "to sedate a worker for a reduction".
            r"|\b(?:puts?(?= [^.;,]*\b(?:under|to sleep)\b)|to sedate) (?:you|someone|people|patients|members|"
            r"children|(?:an?|the)? ?(?:\w+ )?(?:patient|member|worker|child|person)s?)(?: (?:under|to sleep))?"
            r"(?: (?:for|during) (?:an? |the |your )?(?:surgery|operations?|procedures?))?\b"
        ),
    ),
    ("fda_labeled", LABELED),
    ("other", r"post-?(?:partum|natal) (?:MDD|(?:major )?depressi(?:ve|on)(?: disorders?| episodes?)?)"),
    ("mdd", _MDD),
)
