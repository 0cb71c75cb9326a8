"""How sentences of one paragraph hang together, and what titles and labels within it say of it. Words only."""

from __future__ import annotations

import re

from parsers.answering.unanswering_wording import OUTSIDE_POLICY
from parsers.criteria.vocabulary import PEOPLE
from parsers.language.any_of import any_of
from parsers.language.each_use import OF_EACH, USE
from parsers.language.patterns import compiled
from parsers.sections.section_roles import Role

# "So is ketamine for pain", "the same holds for …", "… are all meant": the answer of the sentence before goes on.
GOES_ON = any_of(
    r"^(?:and )?(?:so|nor|neither)\b,? (?:is|are|does|do|was|were|will)\b"
    r"|\b(?:the same|this|that|it) (?:also |equally |likewise )?(?:holds?|applies|goes|is (?:so|true|the case)|extends)"
    r"(?: as well| also| equally)?,? (?:for|to|of|in|with|when|whether|whatever|no matter)\b"
    r"|^\W*it (?:makes no difference|does not matter|is all (?:the same|one))\b[^.;:]{0,12}\b(?:whether|if|which)\b"
    r"|^\W*applies to\b|^\W*so it (?:is|goes|stands) (?:for|with|in)\b"
    # "The answer is no different for …", "… get the same answer".
    r"|^\W*(?:the|this|that|our) (?:answer|decision|rule|position|verdict) (?:is|stays|remains) (?:no different|"
    r"the same|unchanged|no better) (?:for|in|with)\b"
    r"|\b(?:gets?|has|have|meets?(?: with)?|receives?|shares?) (?:just |exactly )?the same (?:answer|decision|verdict|"
    r"reply|fate|ruling)(?=\W*$|,)"
    r"|^\W*(?:the|this) same (?:\w+ )?(?:determination|decision|answer|position|status|conclusion|"
    r"finding|statement|rule|exclusion|restriction|denial|"
    r"policy)\b[^.;:]{0,40}\b(?:for|to|in|of|on)\b"
    r"|^\W*(?:likewise|similarly|equally)\b"
    r"|\b(?:is|are|fares?|do(?:es)?) (?:(?:treated|handled|judged|regarded|viewed|seen|rated|dealt with|considered) )?"
    r"(?:no (?:differently|different|better)|(?:in )?(?:just )?the same(?: way| light)?|alike|likewise|equally|"
    r"similarly)(?=\W*$|,)"
    r"|^(?:it|this|that) does so (?:as well |also |too )?(?:for|in|when)\b"
    r"|\b(?:fall|falls|come|comes|are|is) under (?:the same|this|that) (?:\w+ )?(?:statement|rule|heading|exclusion|"
    r"denial|position|policy)\b"
    r"|\b(?:are|is) (?:also |all |both |likewise )+(?:meant|included|counted|examples|covered by (?:this|the))\b"
    r"|\b(?:here|in this (?:policy|context)|for this purpose)\b[^.]{0,10}\b(?:includes?|means|covers|comprises?|"
    r"takes? in|extends? to|embraces?)\b",
    flags=re.IGNORECASE,
)
# Within a paragraph: "Examples are …", "These include …".
EXAMPLES = compiled(
    r"^(?:this|these|examples?|such|including|those|they|among)\b[^.]{0,40}\b(?:includ\w+|are|is|such as"
    r"|takes? in|extends? to|embraces?|comprises?)"
    r"|^(?:this|that|these|those|they|it) (?:includes?|comprises?|covers|extends to|takes in)\b"
    r"|^among [^.;:,]{3,40} (?:we|the plan) (?:count|include|class|reckon|number)s?\b"
    # e.g. "We see this most often for …", "The requests that we deny are mostly for …"
    r"|^(?:we|(?:(?:most|such|these|those|the|denied) )*(?:requests|cases|denials)|this|these|they)\b[^.;:]{0,40}?"
    r"\b(?:most(?:ly)?(?: (?:often|frequently|commonly))?|mainly|chiefly|usually|typically|commonly|frequently|"
    r"often)\b[^.;:]{0,20}? (?:for|in|about|concerns?|of)\b"
    r"|^(?:by way of \w+|for (?:example|instance)|examples?|nam(?:ed|ing)|among (?:them|these|others)|specifically|"
    r"namely|notably|in particular|to name (?:some|a few))\b[^.;:]{0,30}:"
    r"|\b(?:is|are|serves?|stands?|(?:is|are) (?:given|named|listed|meant)) (?:as )?(?:(?:an?|by way of|for|only|just|"
    r"mere|some|no more than|not the only|the (?:commonest|usual|best known)) )*(?:examples?|instances?|illustrations?|"
    r"(?:among|some of) (?:them|these|those|the (?:\w+ ){0,2}(?:conditions|disorders|uses|indications|diagnoses))"
    r"|cases? in point)\b",
    re.IGNORECASE,
)
# What the label says of itself: "Limitations of use: … does not replace a stay in hospital."
OF_THE_LABEL = compiled(r"^\W*limitations? of use\W*:", re.IGNORECASE)
# What a sentence says of another drug for the use just named ("… is not", "for that condition").
SAME_USE = any_of(
    r"\b(?:is|are) not\W*$|^\W*such (?:requests?|cases?|uses?|infusions?|treatments?|patients?|members?)\b"
    r"|\b(?:for|in) (?:these|those) (?:members|patients|people|individuals|groups)\b"
    r"|\b(?:that|this|these|those|either|neither|both|the same)(?: of (?:these|those|the))?"
    r"(?: two| three| latter| labell?ed| approved)* (?:use|condition|indication|purpose|diagnosis|disorder)s?\b"
    r"|\b(?:covers?|pays? for|approves?|for) both\W*$"
    r"|\b(?:in|for) (?:that|this|the same) (?:setting|case|situation|context)\b"
    # "There are two treatments for that use. Both are covered."
    r"|^\W*(?:both|each)(?: of (?:them|these|the two))?(?: (?:drugs|products|treatments|forms))? (?:is|are) (?:\w+ )?"
    r"(?:covered|approved|eligible|medically necessary|not covered|investigational)\b",
    flags=re.IGNORECASE,
)
# "This use is considered investigational": why the sentence before denies it.
# "2. Chronic pain." behind "Not covered for: 1. Anesthesia."
NUMBERS_A_USE = compiled(r"^\W*(?:\d{1,2}|[a-h])[.)]\s+(?P<use>[^:]{3,90})$")
# Cover that says for whom it is, or when.
ON_TERMS_OF_COVER = compiled(
    r"\b(?:if|when|once|provided|who|whose|as long as|must|adults|members|patients|participants)\b", re.IGNORECASE
)
# "Any use not named above. Such use, including for pain, is experimental": of the uses denied before, and examples.
OF_SUCH_A_USE = compiled(r"^\W*(?:[^:.;]{5,80}: )?(?:any |all )?such (?:a )?uses?\b(?! (?:for|in|of)\b)", re.IGNORECASE)
# "Use listed in section III is denied as investigational": what stands there is answered there.
DENIED_IN_SECTION = compiled(
    r"^\W*(?:(?:any|all|every|the) )?(?:uses?|services?|indications?|conditions?|treatments?) "
    r"(?:(?:that|which) (?:is|are) )?(?:listed|named|given|set out|shown|described|found) (?:in|under) "
    r"(?:section|part|item|paragraph) (?:[A-H]|[IVX]{1,4}|\d{1,2})\b[^.;:]{0,20} (?:is|are|will be) ",
    re.IGNORECASE,
)
SAYS_WHY = compiled(
    r"^\W*(?:(?:for|under|in) (?:[^,;]{0,80}, |[^,;]{0,30}\b(?:contracts?|plans?|certificates?)\b[^,;]{0,50}? ))?"
    r"(?:(?:this|that|such|these|the) (?:\w+ )?(?:uses?|treatments?|therapy|infusions?)|they|it|this|these|both|each|"
    r"all)(?: of (?:them|these|those|which))? (?:is|are)\b"
    r"|(?:\b(?:so|therefore|hence|thus|which is why|that is why),? |^\W*)(?:we|the plan) "
    r"(?:consider|regard|treat|view|class|deem)s? (?:it|them|this|these|those|that)\b",
    re.IGNORECASE,
)
USES_BELOW = compiled(
    r"\b(?:the|these) (?:following )?(?:indications|uses|conditions|diagnoses)\b[^.;:]{0,15}\b(?:below|listed|that "
    r"follow|following)\b|\bthe following (?:indications|uses|conditions|diagnoses)\b"
    r"|\b(?:indications|uses|conditions|diagnoses) (?:named |listed |shown |given )?(?:in|of) (?:the |this )?"
    r"(?:table|list|chart)\b",
    re.IGNORECASE,
)
# "Experimental uses", over nothing, titles what follows it.
TITLE_OF_USES = compiled(
    r"^[^.;:]{0,60}\b(?:uses|indications|conditions|services|treatments|therapies)\W*$", re.IGNORECASE
)
# Under "Initial authorization" alone: how long it lasts.
BARE_SPAN = compiled(r"^\W*(?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?)\W*$", re.IGNORECASE)
# "Six months for depression": a length, and no title of what comes after it.
OPENS_WITH_SPAN = compiled(r"^\W*(?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?) for\b", re.IGNORECASE)
# "Approve", over the uses with a length each.
TITLES_APPROVAL = compiled(
    r"^\W*(?:length of )?(?:approve|approvals?|authori[sz]e|authori[sz]ations?|coverage)(?: for)?\W*$", re.IGNORECASE
)
# "They are not covered": said of what the sentence before names.
PRONOUN = compiled(
    r"(?:^|, |^(?:accordingly|therefore|thus|hence|consequently|so) "
    r"|^(?:since|as of|from|effective|beginning|starting|now|today|currently)\b[^.;]{0,30}? )"
    r"(?:it|they|these|this|those|(?:this|these|such) uses?)\b(?! \w+ (?:who|whose|with)\b)",
    re.IGNORECASE,
)
# "Evidence. A trial enrolled …": what such a title runs in to asks for nothing.
TELL: frozenset[Role | None] = frozenset({"definitions", "evidence", "references", "history"})
# Titles that, run in to a paragraph, can only open an explanation.
EXPLAINS = compiled(
    r"^\W*(?:background|overview|description|introduction|discussion|(?:clinical )?evidence|"
    r"(?:evidence |clinical )?rationale|about (?:(?:the|this) (?:drug|medicine|medication|product|treatment|spray)|"
    r"(?:es)?ketamine|spravato)|what (?:is )?(?:(?:es)?ketamine|spravato)(?: is)?"
    r"|(?:notes|tips|advice) (?:for|to) (?:the )?(?:(?:prescriber|physician|doctor)(?:'s|’s) )?"
    r"(?:office|practice|clinic)(?: staff)?)\W*$",
    re.IGNORECASE,
)
ALL_OTHERS = compiled(
    r"^\W*(?:all|any)(?: of the)? others?(?: (?:drugs|agents|products|medications))?\W*$", re.IGNORECASE
)
NAMES_APPROVAL = compiled(
    r"^\W*(?:initial|first|renewal|continued)? ?(?:(?:re-?)?authori[sz]ation|approval|renewal|request)s?"
    r"(?: \([^)]{2,30}\))?\W*$",
    re.IGNORECASE,
)
# A label over what is no criterion ("Billing", then a colon).
ASIDE: frozenset[Role | None] = frozenset({"other", "coding", "references", "history", "background", "evidence"})
LABEL_WORDS = 3
LONGEST_LABEL_WORDS = 6
# "Members must be 18 or older for both", "in either case …", "all members must …": of every use told before.
_EACH_CASE = rf"{OF_EACH}(?: {USE})?"
OF_ALL_TOLD = compiled(
    rf"\b{_EACH_CASE}\W*$|^\W*(?:(?:and|third|last|lastly|finally),? )?{_EACH_CASE}(?:,| (?=(?:the|an?|members?|"
    rf"patients?|adults?)\b))"
    r"|^\W*(?:all|every|each|any) (?:members?|patients?|individuals?|beneficiar(?:y|ies)|enrollees?|recipients?) "
    r"(?:must|shall|should|has|have|needs?|is|are)\b"
    r"|^\W*both (?:uses |indications |diagnoses )?(?:are|require|need|must)\b",
    re.IGNORECASE,
)
# "Both: prescribed by a psychiatrist; …", behind the criteria of two uses.
LABELS_BOTH = compiled(
    r"^\W*(?:(?:for|of|in) )?(?:both|either|all)(?: (?:uses|indications|diagnoses|conditions))?\s*:\s", re.IGNORECASE
)
# "Maximum dose: 84 mg per session", "Quantity limit: 8 devices per 28 days", "The most for every approval is 84 mg".
LABELS_AMOUNT = compiled(
    r"^\W*(?:QL|QTY)\s*:?\s(?=\d)"
    r"|^\W*(?:the )?(?:maximum|max|most|greatest|highest|limits?) (?:for|of|in|at|on) (?:every|each|any|all) "
    r"(?:approvals?|authori[sz]ations?|requests?|phases?)\b(?! (?:of|for|in) )|"
    r"^\W*(?:(?:maximum|max|greatest|highest|approvable|allowed) )?(?:dos(?:e|age|ing)|quantit(?:y|ies)|amounts?|"
    r"supply|frequency|devices|sessions)(?: (?:limits?|maximum|restrictions?))?\s*:\s",
    re.IGNORECASE,
)
# "Tier-2 approval needs two Tier-1 trials": a rule of a list's tiers, said of no drug by name.
OF_A_TIER = compiled(
    r"^\W*(?:approval of )?(?:an? |all |the )?tier[ -]?\d "
    r"(?:approvals?|drugs?|agents?|products?|medications?|requests?)\b",
    re.IGNORECASE,
)
# "Use this form for renewals only. New requests go on form 11."; papers to send with it are asked for.
OF_FORMS = compiled(
    r"^(?!.*\b(?:notes|records?|documentation|labs?|results?|claims|letter)\b)"
    r"\W*(?:please )?(?:use|complete|fill (?:in|out)|attach|fax|send|return) (?:this|the|a|an|your) (?:\w+ ){0,3}?"
    r"(?:form|worksheet|questionnaire|checklist|fax)s?\b"
    r"|^\W*for [^.;:]{3,60}?,? (?:please )?(?:(?<!\bto )see(?! (?:that|whether|if|how)\b)|refer to|consult|go to)\b"
    r"|\brequests? (?:go(?:es)?|belongs?|(?:is|are|must be|should be) (?:made|sent|filed|submitted|entered|written)) "
    r"(?:on|by|to|through|with|using) (?:the |a |an |another |our )?(?:\w+ ){0,3}?(?:form|worksheet|questionnaire|"
    r"portal|fax)\b"
    # Which request those are to make who take the drug already: "Members stable on it send a request for renewal".
    rf"|^\W*(?:the |any |all )?(?:new )?{PEOPLE} (?:who|that|already|currently|now|stable|established)\b"
    r"[^.;:]{3,120}? "
    r"(?:sends?(?: in)?|submits?|makes?|files?|uses?|(?:should|must|may) (?:send|submit|make|file|use)) "
    r"(?:an?|the|their|its|his or her) (?:\w+ )?(?:request|form|application)s? (?:under|for|as|of|through) "
    r"(?:an? |the )?(?:continu\w+|renewals?|re-?authori[sz]ations?)(?: \w+)?\W*$",
    re.IGNORECASE,
)
# What news of a drug tell beside it: where the change holds, who need not ask, what else is new.
OF_THE_NEWS = compiled(
    r"^\W*(?:it|(?:this|the) (?:requirement|program|rule|change|update)) "
    r"(?:applies (?:at|in)|(?:applies|holds) (?:when|whether|no matter))\b"
    r"|\b(?:paid|covered|allowed|given) without (?:one|it|(?:an? |any )?(?:prior )?authori[sz]ation)\b"
    r"|^\W*(?:other|more|further) news\b"
    # What a text says of its own conditions: "the prescriber conditions above hold for first requests as well".
    r"|^\W*the (?:[\w/-]+,? ){1,6}(?:conditions?|requirements?|criteria|rules?) above "
    r"(?:holds?|appl(?:y|ies)|stands?)\b"
    # How a text is worded: "the section on agents names each of them", "its position is the same as before".
    r"|^\W*(?:the|this|a) (?:new )?(?:sections?|titles?|headings?|paragraphs?|wording|chapters?)\b[^.;:]{0,60}"
    r"\b(?:(?:now )?(?:names|mentions|reads|spells out)|(?:is|was|has been) (?:now )?(?:reworded|renamed|moved|split|"
    r"rewritten|reordered|merged|renumbered|clarified))\b"
    r"|^\W*(?:its|the|our|their) (?:position|answer|status|stance|meaning|intent|coverage)s? "
    r"(?:is|are|stays?|remains?|has|was) (?:the same|unchanged|as (?:it was|before)|not (?:changed?|altered))\b"
    r"|\b(?:polic(?:y|ies)|guidelines?|rules?) (?:on|for) (?![^.;]*\b(?:spravato|(?:es)?ketamine)\b)[^.;]{3,100}"
    r"\b(?:was|were|has been|have been|is being) (?:updated|revised|changed|reviewed|retired|renewed)\b",
    re.IGNORECASE,
)
FEWEST_CLAUSES = 2
FEWEST_USES = 2
# Words of a title that only names a drug and its use.
LONGEST_NAME = 14
# "This holds for initial and continuing requests": said of the rest of its paragraph.
HOLDS = compiled(
    r"^\W*(?:this|that|it|these|they|both|the same|the (?:above|requirement|rule))(?: (?:requirement|rule)s?)? "
    r"(?:also )?(?:holds?|go(?:es)?|appl(?:y|ies)|counts?|is (?:so|true|asked|required))\b",
    re.IGNORECASE,
)
# "It is for beneficiaries with …", right after the benefit was named.
FOR_WHOM = compiled(
    r"^\W*(?:it|(?:this|the) (?:benefit|drug|spray|coverage)|coverage) (?:is|applies) "
    r"(?:(?:only|meant|intended|limited|restricted|open) )*(?:for|to) (?:(?:all|any|adult|our|those) )*"
    r"(?:beneficiar\w+|members?|enrollees?|recipients?|clients?|patients?|adults?|people|persons?|individuals?|those)\b",
    re.IGNORECASE,
)
DRUG_FOR = compiled(
    r"\W*(?:\w+ ){0,2}(?:(?:es)?ketamine|spravato|ketalar)[\w ()®]{0,40} (?:for|in|as|to treat)(?: the| treatment| of"
    r"| an?| adults with)*\W*",
    re.IGNORECASE,
)
# How far from its start an entry of a list of uses names the use ("Treatment of acute pain").
OPENING = 25

# "It will also be a benefit for …", "… now qualify as well".
ADDS_TO_THEM = compiled(r"\b(?:also|as well|too|in addition|besides|newly)\b", re.IGNORECASE)
# "It does so for any other use on the label": what is said next is said of all of them.
OF_OTHER_USES = compiled(
    r"\b(?:any|all|every|each|the) (?:\w+ ){0,2}?(?:other|further|additional|new|remaining) (?:[\w-]+ ){0,3}?"
    r"(?:uses?|indications?|conditions?|diagnos[ie]s)\b",
    re.IGNORECASE,
)
OUTSIDE = compiled(OUTSIDE_POLICY, re.IGNORECASE)
# "It must be used for …", "the prescriber confirms that it will be used for …".
ASKS_FOR_USE = compiled(
    r"\b(?:must|shall|confirms?|confirmed|attests?|certif(?:y|ies)|verif(?:y|ies)|states?)\b[^.;:]{0,60}?"
    r"\b(?:used?|prescribed|given|requested|intended) (?:only )?(?:for|in|to treat)\b",
    re.IGNORECASE,
)
# Whom a notice is written to ("For: psychiatrists, outpatient hospitals"), and no site or prescriber that it asks for.
ADDRESSED = compiled(
    r"^\W*(?:for|to|attn\.?|attention|audience|distribution|applies to|who (?:should|needs to) (?:read|know)(?: this)?"
    r"|(?:providers?|provider types?) (?:affected|impacted)|(?:affected|impacted) provider(?:s| types?)"
    r"|(?:this )?(?:notice|article|bulletin|news|page|alert|memo|update|message) (?:is )?for)\s*(?::|(?<=is for) )\s*"
    r"(?:(?:all|our|network|participating|contracted|outpatient|inpatient|behavioral|mental|health|primary|care|"
    r"community|hospital|independent|retail|specialty|acute) )*(?:psychiatr|provider|prescrib|pharmac|hospital"
    r"|clinic|physician|nurse|facilit|practitioner|office|infusion|REMS sites?|therapist|billing|departments?\b)"
    # "Dear manager of the outpatient department:".
    r"|^\W*dear\b[^.;:]{3,60}[:,]\W*$"
    # Who reads what is asked for children asks nothing of adults.
    r"|^\W*requests? (?:for|on behalf of) (?:(?:an?|all|any) )?(?:child(?:ren)?|minors?|adolescents?|p(?:a)?ediatric)\b"
    r"[^.;]*\b(?:is|are|go|goes) (?:\w+ )?(?:read|reviewed|sent|looked at|referred|forwarded|routed|handled|to)\b",
    re.IGNORECASE,
)
# Of the words of a denial these tell least of its kind: "not medically necessary in these: …" tells it for its items.
NOT_ADVISED = compiled(r"\bnot recommended\b", re.IGNORECASE)
