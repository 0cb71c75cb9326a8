"""How a text words that it is of the renewal of an approval. Words only."""

from __future__ import annotations

import re

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.phases.stage_wording import LATER_AMOUNT

# "Therapy beyond the first four weeks is not covered" is of no manner of use, but of the renewal.
_TREATMENT = r"(?:treatment|therapy|use|coverage|esketamine|spravato|ketamine|infusions|sessions)"
_APPROVAL = r"(?:approval|authori[sz]ation|(?:pre-?)?certification|course)s?"
ANSWERED = r"(?:medically necessary|covered|approved|authori[sz]ed|allowed|considered)"
_A_PERIOD = r"(?:[\w-]+ ){0,2}?(?:days?|weeks?|months?|years?|period|approval|authori[sz]ation|course)\b"
_BEYOND_THE_FIRST = (
    rf"\b(?:continu(?:ed|ing)|further|ongoing) {_TREATMENT} (?:beyond|past) {_A_PERIOD}"
    rf"|\b{_TREATMENT} (?:beyond|past) (?:the |this |that |an? )?(?:initial|first) {_A_PERIOD}"
)
BEYOND_THE_FIRST = compiled(_BEYOND_THE_FIRST, re.IGNORECASE)
_NUMBER = r"(?:\d{1,3}|two|three|four|six|eight|twelve|sixteen|fourth|sixth|eighth|twelfth|sixteenth)"
_FOR_A_USE = r"(?: (?:for|in|of) (?:[\w()-]+ ){0,6}?[\w()-]+)?"
_THE_FIRST_WEEKS = (
    rf"(?:(?:the |an? )?(?:first|initial) (?:{_NUMBER} )?(?:weeks|months?|year)|(?:the )?(?:weeks? |months? )?{_NUMBER}"
    r"(?:st|nd|rd|th)?(?: (?:weeks?|months?))?)\b"
)
_AFTER_THEM = rf"(?:after|beyond|past|for longer than|longer than) {_THE_FIRST_WEEKS}"
_ON_A_TERM = (
    r"(?:only |just |solely )?"
    r"(?:if|when|where|while|once|provided|as long as|so long as|on condition|after|beyond|past)"
)
_THE_DRUG = (
    rf"(?:it|the (?:drug|spray|medication)|(?:the )?{_TREATMENT})(?: \([^()]{{2,30}}\))?"
    r"(?: (?:nasal spray|treatment|therapy))?"
)
_STILL_GIVEN = r"(?:go on|goes on|be carried on|be kept (?:up|on|going)|be taken further|run on|be continued|continue)"
# "Esketamine for depression may go on after the first 12 weeks if …", "members may stay on the spray when …".
_GOES_ON = (
    rf"\b{_THE_DRUG}{_FOR_A_USE} (?:(?:may|can|will|must|should) )?{_STILL_GIVEN} "
    rf"{_ON_A_TERM}\b"
    rf"|\b(?:may|can|will) (?:stay|remain|go on|be kept) (?:on|with) {_THE_DRUG} {_ON_A_TERM}\b"
    rf"|\bfor {_THE_DRUG} to {_STILL_GIVEN}\b"
    # "Covered after the first 12 weeks only if …", "use beyond the twelfth week is covered for depression if …".
    rf"|\b{ANSWERED} {_AFTER_THEM},? {_ON_A_TERM}\b"
    rf"|\b(?:{_THE_DRUG}|doses){_FOR_A_USE} {_AFTER_THEM}{_FOR_A_USE} (?:is|are|may be|can be|will be) "
    rf"(?:{ANSWERED}|paid(?: for)?|payable){_FOR_A_USE} {_ON_A_TERM}\b"
    rf"|\b(?:goes on|go on|keeps?|continues?) (?:covering|paying for) [^.;:]{{0,60}}?{_AFTER_THEM}"
    # "From the fifth week on, sessions are covered if …".
    rf"|\bfrom (?:the )?(?:(?:fifth|ninth|thirteenth|(?:5|9|13)th) week|week (?:5|9|13|five|nine)) (?:on|onwards?)\b,? "
    rf"[^.;:]{{3,60}}? (?:is|are|may be|can be|will be) {ANSWERED}\b"
)
# "To extend treatment, the prescriber reports …", "if treatment is to go on", "before an extension is given".
_EXTENDS = (
    rf"^\W*(?:in order )?to (?:extend|prolong|lengthen) (?:(?:the|an?|this|its|your) )?(?:{_TREATMENT}|{_APPROVAL})\b"
    rf"|^\W*(?:in order )?to (?:have|get|see) (?:(?:the|an?|this|its|your) )?(?:{_TREATMENT}|{_APPROVAL})(?: \w+)? "
    r"(?:extended|prolonged|lengthened|kept going)\b"
    rf"|^\W*(?:in order )?to keep (?:(?:the|an?|this|its|your) )?(?:{_TREATMENT}|{_APPROVAL}) "
    r"(?:going|open|in force|alive|up)\b"
    rf"|\b{_THE_DRUG}{_FOR_A_USE} (?:(?:is|are|may|can|will|be|to) )+(?:extended|prolonged|go on|carried on|kept up|"
    rf"kept going)(?=\W*$|,| {_ON_A_TERM}\b)"
    r"|\b(?:before|for|on|at|under|until) (?:an?|any|each|every|the) (?:extension|prolongation)s?\b"
    r"(?! of (?:time|the (?:deadline|period|time)))"
)
RENEWAL = any_of(
    _BEYOND_THE_FIRST,
    _GOES_ON,
    _EXTENDS,
    r"\bre-?auth(?:ori[sz]\w*|s)?\b|\bre-?certs?\b|\brenew(?:als?|ed|ing|able|s)?\b|\bre-?approv\w*|\bre-?certif\w*|"
    r"\bcontinuations?\b"
    # "Resistant depression, extension", as the label of a row.
    r"|, (?:extension|prolongation)s?(?=\W*$| \|)"
    # "Next approvals", beside the first ones.
    r"|\bnext (?:prior )?(?:approvals|authori[sz]ations?|requests)\b|^\W*next approval\b"
    r"|^\W*(?:staying|remaining|established|stable) on (?:(?:the|this) )?(?:treatment|therapy|drug|spravato|esketamine|"
    r"spray)\W*$"
    # "Initial 6 mos; cont 12 mos", "continuing eligibility will be judged every six months".
    r"|\bcont\b\.?[,:]? (?:for )?\d{1,3} ?(?:days?|wks?|weeks?|mos?|months?|yrs?|years?)\b"
    r"|\bcontinu(?:ed|ing) eligibility (?:is|will be|shall be) (?:judged|reviewed|assessed|evaluated|determined)\b"
    # "Resistant depression, continued": of a use, as its title.
    r"|\b(?:depression|behaviou?r|ideation|TRD|MDD|quantity|amount|limit|supply|length|duration)(?: \(\w+\))?, "
    r"continu(?:ed|ing)\b(?=\W*(?:$|[.:(|]))"
    # "Continuation of therapy (COT)", by its letters.
    r"|\bCOT\b"
    # An antidepressant may be "continued with esketamine" from the first; a payer "continues covering esketamine".
    r"|\bcontinu(?:ed(?! with\b)|ing|e|es) (?:(?!covering\b|paying\b)\w+ )?(?:use|therapy|treatment|approval|coverage|"
    r"authori[sz]ation|pre-?auth\w*|prior auth\w*|PAs?|(?:pre-?)?certification|esketamine|spravato|ketamine|"
    r"requests?|infusions?|sessions?)\b"
    r"|\bsubsequent (?:(?:spravato|(?:es)?ketamine) )?"
    r"(?:approval|authori[sz]ation|request|review|coverage|treatment|course)s?\b|"
    r"\bmaintenance (?:(?:therapy|treatment) )?(?:approval|request|authori[sz]ation|criteria)"
    r"|^\W*maintenance of (?:the )?(?:approval|authori[sz]ation|coverage)\W*$"
    r"|^\W*(?:(?:an?|any|the|each) )?(?:maintenance|booster) (?:infusions?|sessions?|series|courses?|treatments?)\b"
    # "Medically necessary for maintenance when", "maintenance dosing is covered"; not of anesthesia.
    rf"|\b{ANSWERED}[^.;:]{{0,20}} (?:for|in|as|during) (?:the )?maintenance\b(?! (?:of|or)\b)"
    rf"|\b(?:maintenance|ongoing) (?:{_TREATMENT}|dosing|phase)[^.;:]{{0,30}}? (?:is|are|may be|will be|can be) "
    rf"(?:(?:considered|deemed) )?(?:{ANSWERED}|granted)\b"
    r"|^\W*maintenance (?:is|may|will|can)\b|(?<=[a-z])(?:,| [–—-]) maintenance\W*$"
    r"|\bongoing (?:approval|authori[sz]ation|coverage)s?\b|\bextensions? (?:of|requests?)"
    r"|^\W*(?:ongoing|maintenance) (?:treatment|therapy|use|coverage)\W*$|"
    r"\b(?:continued|continuing|ongoing|maintenance)[,:]? (?:for |up to )*(?:\d+|an?|one|two|three|four|six|nine|"
    r"twelve) (?:days?|weeks?|months?|years?)\b"
    r"|\b(?:extended|extendable|prolonged|lengthened),? (?:for|by)\b"
    r"|\b(?:we|(?:the|your|our) plan|it) (?:will |can |may )?(?:extends?|renews?|prolongs?) (?:it |them |this )?"
    r"(?:for|by|another|up to)\b"
    r"|^\W*before (?:it|that|this|(?:the|your) (?:first )?(?:approval|authori[sz]ation|yes)) (?:runs out|ends|expires|"
    r"lapses|is over)\b"
    r"|\b(?:each|every|any) (?:approval|authori[sz]ation|PA|request) after (?:that|this|it|the (?:first|initial))\b"
    r"|^\W*(?:approvals?|authori[sz]ations?|requests?|those|the ones) "
    r"(?:after (?:that|this|it)|thereafter|that follow)\b"
    # "The grant may be repeated for 12 months", "open to extension by six more", "we keep it open, a year at a time".
    r"|\b(?:may|can|will) be (?:repeated|prolonged|given again) for (?:up to |an? |another )*[\w-]+(?: \(\d+\))? "
    r"(?:days|weeks|months?|years?)\b"
    r"|\bopen to (?:extension|renewal)\b|\bwe keep (?:it|the door|them) open\b"
    r"|\b(?:\d+|[a-z]+) (?:days?|weeks?|months?|years?) (?:each|every) time (?:after that|after this|thereafter)\b"
    # "Extend 6 months if there is response", as a sentence of its own.
    r"|^\W*extend(?: (?:for|by))? (?:up to )?(?:an? |another )?(?:\d{1,3}|one|two|three|four|six|eight|nine|ten|"
    r"twelve)?"
    r"[ -]?(?:days|weeks|months?|years?)\b"
    # "Extend: 1 year", "And again?", "Again if the score is lower", "opening 4 weeks, follow-up 8 weeks".
    r"|^\W*(?:extend(?:ed)?|(?:and )?again)\W*(?:$|:|\?)|^\W*again,? (?:if|when|once)\b"
    r"|\bfollow-?up,? (?:for )?(?:up to )?\d+ (?:days|weeks|months|years?)\b(?! (?:after|later|from|of)\b)"
    r"|\(subsequent(?:ly)?\)|\bsubsequent(?:ly)?\b(?=[,:]? (?:\d+|an?|one|two|three|four|six|nine|twelve) "
    r"(?:days?|weeks?|months?|years?)\b)"
    r"|^\W*(?:the )?(?:next|following|second) (?:\d+|two|three|four|six|nine|twelve)[ -](?:weeks|months)\b"
    r"|\b(?:continuing|established|existing) (?:patients?|users?)\b"
    r"|\b(?:months?|weeks?|days?|year)[ -](?:re-?)?(?:authori[sz]ation|approval|certification)s? follows?\b"
    r"|\b(?:it|the (?:drug|spray|approval)|(?:es)?ketamine|spravato|treatment)(?: \([^()]{2,30}\))?(?: (?:infusions?|"
    r"nasal spray|therapy|treatment))?(?: (?:for|in|of) (?:[\w()-]+ ){0,6}?[\w()-]+)? (?:is|are|may be|can be|will be) "
    r"continued\b"
    r"|\b(?:(?:each|every|any) (?:later|further|subsequent|additional)|later|further|subsequent) "
    r"(?:block|term|span)s?\b"
    r"|\b(?:later|subsequent|following|further) ones\b|\b(?:each|every|any) (?:later|subsequent|further|next) one\b"
    r"|^\W*(?:(?:an|each|every|any) )?extensions?\b"
    r"|^\W*(?:more|further ones)(?: (?:infusions|sessions|treatments|doses))? (?:are|may be|will be|can be) "
    r"(?:authori[sz]ed|approved|covered|allowed|granted|paid for) (?:if|when|where|once)\b"
    r"|; (?:more|further ones)(?: (?:infusions|sessions|treatments|doses))? (?:are|may be|will be|can be) "
    r"(?:authori[sz]ed|approved|covered|allowed|granted|paid for) (?:if|when|where|once)\b"
    r"|\b(?:each|every|any) extension (?:lasts|runs|is|may|will|needs|requires|hinges)\b"
    # "Repeat infusions for CRPS are considered medically necessary if …", "retreatment is covered where …".
    rf"|\b(?:repeat(?:ed)? {_TREATMENT}|re-?treatments?)(?: (?:for|of|in|with) (?:[\w()-]+ ){{0,6}}?[\w()-]+)? "
    rf"(?:is|are|may be|will be|can be) (?:(?:considered|deemed) )?(?:{ANSWERED}|granted)\b"
    # "The infusions can be repeated if the earlier course helped", "a new course after the first".
    r"|\b(?:may|can|will) be (?:repeated|given again) (?:only )?(?:if|when|where|once|provided|as long as)\b"
    r"|\b(?:an?|any|each|every) (?:new|second|later) (?:course|cycle|series)\b(?: (?:after|following|beyond) "
    r"(?:the|an?) (?:first|earlier|previous|prior) (?:one )?| [^.;]{0,40}?)"
    rf"(?:is|may be|will be|can be) (?:(?:considered|deemed) )?(?:{ANSWERED}|granted)\b"
    # "… and, with repeated courses, raised liver enzymes" tells what was seen.
    r"|(?<!\bwith )(?<!\bin )(?<!\bafter )\brepeat(?:ed)? (?:courses?|cycles?|series)\b"
    r"|\b(?:extending|prolonging|lengthening) (?:(?:the|an?|its|this|our) )?(?:approvals?|authori[sz]ations?|coverage|"
    r"certifications?)\b"
    # "Re-review" as a title, "keeping a member on the spray".
    rf"|\bre-?reviews?(?=\W*$| (?:of|for) (?:(?:the|an?) )?{_TREATMENT}\b)"
    rf"|\bkeeping (?:(?:an?|the) )?(?:patients?|members?|individuals?) on (?:(?:the|this) )?"
    rf"(?:spray|drug|{_TREATMENT})\b"
    r"|\b(?:further|later|repeat(?:ed)?(?! (?:course|cycle|series))|additional|another|follow-?(?:up|on)) "
    r"(?:courses?|approvals?|authori[sz]ations?|PAs?|"
    r"cycles?|series|requests?|periods?)\b"
    r"|(?<!not )\b(?:currently|already) (?:receiving|taking|using|on|started on|stable on|(?:being )?treated with|"
    r"established on) (?:\w+ ){0,3}?(?:esketamine|spravato|ketamine|the (?:drug|medication|requested \w+))\b"
    r"|\b(?:patients?|members?|individuals?|beneficiar(?:y|ies)) (?:(?:who (?:is|are) )?(?:currently|already|"
    r"established|stable|stabili[sz]ed) )on (?:this |the same )?(?:therapy|treatment)(?=\W*$|\s*[(:;])"
    r"|\b(?:established|maintained|stabili[sz]ed|stable) (?:patient )?on (?:\w+ )?(?:esketamine|spravato|ketamine)\b"
    r"|\b(?:further|additional|another) (?:\w+(?: \(\d+\))?[ -])?(?:days?|weeks?|months?|years?)\b[^.;]{0,40}"
    r"\b(?:approv|authori[sz]|cover|grant|allow)"
    r"|\b(?:request|ask for|apply for|obtain|seek)s? (?:an? |up to )*(?:further|additional|another) "
    r"(?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # "For another six months, the prescriber attests …"
    r"|^\W*for (?:another|a further|an additional) (?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # "We approve six more", "approved again for six months", "payment continues past that date".
    r"|\b(?:approv|authori[sz]|cover|grant|allow|give|add|pay for)\w* (?:up to |for )?(?:\d+|one|two|three|four"
    r"|five|six|"
    r"eight|"
    r"nine|ten|twelve|eighteen) (?:(?:days|weeks|months|years) )?more\b"
    r"|\b(?:approved|authori[sz]ed|covered|granted) (?:(?:once )?again|further|longer)\b"
    r"|\b(?:written|issued|entered|given|made) (?:once )?again for\b"
    r"|\b(?:approv|authori[sz]|cover|grant|allow)\w* (?:it )?for (?:up to )?(?:an? |another )*"
    r"(?:further|additional|another|(?<=another )[\w-]+) (?:[\w-]+ )?(?:days?|weeks?|months?|years?)\b"
    r"|\b(?:payment|coverage|cover|treatment|therapy|benefits?) (?:(?:shall|will|may|can) (?:be )?)?continued?s? "
    r"(?:beyond|after|past)\b"
    r"|\bfurther (?:(?:intravenous|iv|nasal) )?(?:esketamine|spravato|ketamine)\b"
    r"|^\W*the (?:next|second) (?:one|yes|three months|six months)\b|\beach (?:one )?thereafter\b"
    r"|\b(?:treatment|therapy|use|coverage|esketamine|spravato) (?:may |can |will )?go(?:es)? on "
    r"(?:after|for|past|beyond)\b"
    r"|\brequests? to (?:continue|extend|renew|prolong|keep (?:going|using|taking|giving)|go on)\b"
    r"|^\W*(?:in order )?to (?:continue|keep going|go on)\b"
    r"|\b(?:treatment|therapy|(?<!any )(?<!every )(?<!all )(?<!other )use|coverage|"
    r"(?:authori[sz]ation|approval|request)s?) (?:beyond|after|past) "
    r"(?:that|this|it|the (?:first|initial) (?:\w+ )?(?:courses?|approval|authori[sz]ation|period|weeks|months))\b"
    r"|\b(?:authori[sz]ation|approval)s? (?:shall|will|must|is|are|is to) (?:be )?"
    r"(?:re-?)?(?:reviewed|evaluated|assessed) "
    r"(?:at least )?(?:every|each)\b"
    r"|^\W*continue for (?:up to )?\d|\bapproval of (?:more|further|continued) (?:\w+ )?(?:treatment|therapy|use)\b"
    r"|^\W*(?:going|carrying|staying|keeping) on\W*(?:$|:)"
    r"|\b(?:each|every|per) (?:further|additional|subsequent|later) (?:\w+ )?(?:weeks?|months?|years?|period)\b"
    r"|\b(?:afterwards?|thereafter)[,:]? (?:for |up to |another )*(?:\d+|an?|one|two|three|six|nine|twelve) "
    r"(?:weeks?|months?|years?)\b"
    r"|\b(?:\d+|an?|one|two|three|six|nine|twelve) (?:weeks?|months?|years?) (?:after(?: that|wards?)|thereafter"
    r"|from then on)\b"
    r"|\b(?:approved|authori[sz]ed|granted|covered) for (?:up to )?[\w-]+ (?:more|further|additional) "
    r"(?:days|weeks|months|years)\b"
    r"|\b(?:pre-?certification|(?:prior )?authori[sz]ation|approval|coverage) (?:is|may be|can be|will be) (?:extended|"
    r"prolonged|continued)\b"
    r"|\bmedically necessary for another (?:[\w-]+(?: \(\d+\))? )?(?:days?|weeks?|months?|years?)\b"
    # More of the drug, as a list's lead-in has it.
    r"|^\W*more (?:esketamine|spravato|ketamine|infusions|sessions)\b(?! than)"
    # "Benefit from the first course" is asked of the next one.
    r"|\b(?:benefit\w*|respon(?:ses?|ded|ding)|improve\w*|remission|gains?|effect) (?:\w+ )?(?:from|of|to|after|during|"
    r"with|in|since|over|by|at the end of) (?:the |that |this |an |his or her |their )?(?:first|initial|previous|"
    r"prior(?! auth| approv)|last|preceding) (?:courses?|approval|authori[sz]ation|series|rounds?|period|"
    r"treatment (?:course|period))\b"
    # "When the score fell by half with the first course".
    r"|\b(?:fell|fallen|dropped|reduced|decreased|declined|lower(?:ed)?|lessened|halved|eased|better|went down|"
    r"came down|was cut)\b[^.;:]{0,40}? (?:after|during|with|in|over|by|following|at the end of|by the end of) "
    r"(?:the |that |this |an |his or her |their )?(?:first|initial|previous|last|preceding) (?:courses?|series|rounds?|"
    r"treatment (?:course|period))\b"
    r"|\b(?:approved|authori[sz]ed|granted|covered|paid for|allowed) "
    r"(?:(?:once )?again|further (?:when|if|for)|longer (?:when|if))\b"
    # "Further treatment is covered if …", "to be treated further".
    r"|\b(?:further|later|more|additional|repeat(?:ed)?) (?:treatments?|therapy|use|coverage|sessions|doses|infusions)"
    r"(?: (?:of|with|using) (?:\w+ )?(?:esketamine|spravato|ketamine|(?:it|the drug)))? (?:is|are|may|will|can)\b"
    r"|\bto be treated (?:further|longer|again)\b|\b(?:treatment|therapy|use|coverage) that (?:goes on|continues)\b"
    # Not of one who was "too sick to go on with" another drug.
    r"|(?<!sick )(?<!ill )(?<!unwell )\bto go on (?:for|with)\b"
    r"(?! (?:(?:an?|the|his|her|their|your|any|one|same|oral|other|daily) )*(?:antidepressant|pill|tablet|SSRI|SNRI))"
    r"|\bgo(?:es|ing) on with (?:\w+ )?(?:use|therapy|"
    r"treatment|sessions|esketamine|spravato|"
    r"ketamine)\b|\b(?:beyond|after) the (?:initial|first) (?:period|approval|authori[sz]ation|course)\b"
    r"|\bextend(?:ing)? (?:the|an|this) (?:approval|authori[sz]ation|coverage)\b"
    # "The fund extends coverage by 6 months at a time."
    r"|\b(?:extends?|prolongs?|lengthens?) (?:(?:the|an|this|its) )?(?:approvals?|authori[sz]ations?|coverage) "
    r"(?:(?:for|of|in) [^.;,\d]{2,60}? )?(?:by|for) (?:up to |another )?(?:\d|an?|one|two|three|six|nine|twelve)\b"
    r"|\badds? (?:up to |another )?[\w-]+ (?:more |further )?(?:days|weeks|months|years?) to (?:the|an|this|its) "
    r"(?:approval|authori[sz]ation)\b"
    r"|\bto (?:extend|prolong|lengthen|renew) (?:it|them|this|that)\b|\bprolonged by\b"
    r"|\b(?:first|initial|current|present) (?:approval|authori[sz]ation)s? (?:is|are|has|have|will) "
    r"(?:about to |soon |be )?(?:end|expire|lapse|run out)"
    r"|\b(?:a|the) (?:second|next) (?:course|approval|authori[sz]ation|series)\b"
    # "The first approval is for 3 months. After that, we approve 6 months at a time."
    # "Six more months are given when …", "the plan pays for 6 further months", "good for another year".
    r"|\b(?:more|further|additional) (?:days|weeks|months|years) (?:is|are|will be|may be|can be) "
    r"(?:given|granted|allowed|approved|covered|authori[sz]ed)\b"
    r"|\b(?:pays?|approves?|covers?|authori[sz]es?|allows?|grants?|good|valid|given|approval)(?: it)?(?: is)?(?: for)? "
    r"(?:up to |another )*(?:[\w-]+ (?:more|further|additional) (?:days|weeks|months|years)"
    r"|(?<=another )(?:[\w-]+ )?(?:days?|weeks?|months?|years?))\b"
    r"|\b(?:approved|authori[sz]ed|covered|granted) for another (?:two|three|four|six|nine|twelve|\d+)(?=\W*$|[,;])"
    r"|(?:^|[;,] (?:and )?)(?:thereafter|afterwards?|subsequently),? (?:\w+ )?(?:(?:re-?)?approvals?|(?:re-?)?"
    r"authori[sz]ations?|it is (?:approved|authori[sz]ed|granted))\b"
    # "Then one year, if the member is better", "Second: 4 months": a line of its own among lengths.
    r"|^\W*(?:and )?then,? (?:for |up to |another )*(?:\d+|an?|one|two|three|four|six|nine|twelve) (?:months?|years?)\b"
    r"|(?:^\W*|[;|.] )second: (?=(?:up to )?[\w-]+(?: \(\d+\))? (?:months?|years?)\b)"
    # "After induction a limit of 12 devices per 28 days applies", "4 kits in 28 days after the first month".
    rf"|{LATER_AMOUNT}"
    r"|^\W*(?:after (?:that|this)(?: (?:time|period|point|date))?|past that|from then on|later on),? "
    r"(?:\w+ ){0,2}?(?:approv|authori[sz]|cover|"
    r"allow|grant|extend|it|up to|for|\d|each|treatment|therapy|"
    r"(?:a|one|two|three|six|nine|twelve) (?:week|month|year))\w*\b",
    flags=re.IGNORECASE,
)
