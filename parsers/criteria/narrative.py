"""Prose that tells of research, a panel's talk, a score's name or what papers show: no criteria."""

from __future__ import annotations

from functools import lru_cache

from parsers.criteria.cited import CITES
from parsers.criteria.reckoning import RECKONS_SAME
from parsers.criteria.research_wording import RESEARCH
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.utilization import counts_use
from parsers.criteria.vocabulary import PEOPLE, PERSON
from parsers.drugs.supplies import OF_SUPPLY
from parsers.language.any_of import any_of, choice_of
from parsers.language.patterns import compiled
from parsers.phases.newcomers import bridges_care

_GRADE = r"(?:very )?(?:minimal|mild|moderate|severe)\b"
_DEFINES = any_of(
    # e.g. "Partial response: scores fall by more than a quarter but less than half"
    r"^\W*partial (?:response|remission)\W*:",
    # e.g. "Resistant depression is a form of depression in which …"
    r"\b(?:is|are) (?:called|termed|known as) (?:an? )?(?:partial |full )?(?:response|remission)\b",
    r"\b(?:is|are) an? (?:severe |common |serious )?(?:form|type|kind|subtype|variety) of\b",
    r"\b(?:has|have) been (?:variously )?defined (?:in (?:many|several|various|different)|variously|by others|"
    r"differently)",
    r"\b(?:usually|commonly|generally|often|typically|in research|by convention) (?:is |are |being )?"
    r"(?:an? )?(?:defined|means|described|called|named|considered (?:mild|moderate|severe)|(?:understood|viewed|taken|"
    r"regarded|seen|thought of) (?:as|to (?:be|mean)))",
    # e.g. "the risk of sedation is the reason for the program, in which patients are watched for two hours"
    r"^(?!.*\b(?:must|shall|requir\w+)\b).*"
    r"\b(?:is|are) (?:the |one |a |an )?(?:main |chief |only )?reasons? (?:for|behind) (?:the |a |an |its |this )?"
    r"(?:\w+ ){0,2}?(?:rems|risk evaluation|programs?|restrict\w+|observation|monitoring|certification)\b",
    r"\b(?:is|are) why (?:there is|it has|(?:the|an?) (?:\w+ )?(?:rems|risk evaluation|program)\b|the (?:drug|spray) "
    r"(?:is|has))\b",
    rf"\b\d+ (?:or \w+ )?(?:points )?(?:on|in|by) the {ANY_SCALE} (?:is|are|means|counts? as|indicates?)"
    rf"(?: \w+)? {_GRADE}",
    r"^\W*other (?:options|choices|treatments|alternatives)\b[^.;:]*\b(?:are|include)\b",
    # e.g. "electroconvulsive therapy is an alternative for severe depression"
    r"^(?!.*\b(?:not|no|must|if|when|unless)\b).*\b(?:is|are|remains?) (?:an? |the )?(?:\w+ )?(?:alternatives?|"
    r"options?|"
    r"mainstay|standard|choices?) (?:for|in|to)\b",
    # e.g. "outpatient infusion centers give it, most often 0.5 mg per kg": the habit of others
    r"^(?!.*\b(?:must|shall|only)\b)\W*(?:(?:some|many|most|private|outpatient|retail|free-?standing|ketamine|"
    r"infusion|pain) ){1,4}(?:clinics|centers|practices) (?:often |usually )?(?:give|offer|use|infuse|advertise) ",
    r"\bin research\b",
    # e.g. "Definitions: an augmentation trial is the use of an antidepressant and a second drug"
    r"^\W*(?:definitions?\W+)?(?:an? |the |by )?(?:augment(?:ation|ing)|adjunct(?:ive)?|combination|psychotherapy)"
    r"(?: (?:trial|therapy|treatment|strategy|regimen|course))?\W*? (?:is|means?|refers to|denotes|stands for|"
    r"is defined as|we mean|is meant) (?:the |an? |that )?(?:use|addition|adding|combining|combination|giving|"
    # Not "psychotherapy is taking place alongside medication".
    r"taking(?! place)|treatment|therapy|talking|second|drug) ",
    r"\b(?:in|by) (?:some|many|most|several|various) (?:guidelines?|authors|definitions|textbooks|societies)\b",
    r"\bby convention\b",
    rf"{ANY_SCALE}[^.;]*\b\d+ ?(?:to|-|–) ?\d+ (?:is|are|means|indicates?) (?:{_GRADE}|moderately severe)",
    # e.g. "Spravato treats depression that has resisted other drugs", "it works on a receptor"
    r"^\W*(?:spravato|(?:es)?ketamine|it|the (?:drug|spray|medicine|medication))(?: \([^()]*\))?(?: nasal spray)? "
    r"(?:treats|relieves|blocks|binds|acts|works (?:on|by|through|differently|within)|"
    r"helps (?:people|adults|those|patients))\b",
    # e.g. "in lower doses it may ease severe depression for a time", "low doses can quickly lift a depression"
    r"^\W*(?:(?:in|at|given in) (?:\w+ ){0,3}doses?,? )?(?:spravato|(?:es)?ketamine|it|(?:low|lower|small)(?:er)? "
    r"doses|the (?:drug|spray|medicine|medication)|infusions?)(?: infusions?| nasal spray)? (?:(?:may|can|might|could|"
    r"has|have|been|also|often|sometimes|seems? to|appears? to|(?:found|shown|known|thought|believed) to|\w+ly) ){1,4}"
    r"(?:eases?|lifts?|lessens?|reliev(?:e|es|ed)|reduces?|improves?|helps? (?:with |in )?|brightens?|treats?) "
    r"(?!.*\b(?:if|when|once|after|who|whose|provided)\b)",
    rf"{ANY_SCALE}[^.;]*\b\d+\b[^.;]{{0,40}}\b(?:is|are|means|counts? as|indicates?)(?: \w+)? {_GRADE}\W*$",
    # e.g. "a PHQ-9 score of 20 or more means severe depression"
    rf"{ANY_SCALE}[^.;,]*\b\d+\b[^.;,]{{0,20}}(?<!which) (?:means?|indicates?) {_GRADE} (?:major )?depression\W*$",
    # e.g. "the observation is explained in the labeling"
    r"\b(?:is|are) (?:explained|described|detailed|set out|discussed) in the (?:\w+ )?(?:label\w*|prescribing "
    r"information|package insert)\b",
    # e.g. "Because of sedation and dissociation it is given only where staff can watch"
    r"^\W*(?:because of|owing to|due to) [^.;]{0,30}\b(?:sedation|dissociation|blood pressure)\b[^.;]{0,30}\b(?:it|"
    r"spravato|esketamine|the (?:drug|spray)) is (?:only )?(?:given|used|supplied|available|administered)\b",
    # e.g. "REMS is the federal safety program under which …"
    r"^\W*(?:the |an? )?[\w@-]+(?: [\w@-]+){0,3}\W* (?:is|are|means|stands for|refers to) (?:an?|the) (?:[\w-]+ ){0,3}"
    r"(?:programs?|scales?|questionnaires?|instruments?|checklists?|measures?|interviews?|registr(?:y|ies)|"
    r"strateg(?:y|ies))"
    r" (?:that|which|under|of|for|by|in|with|from|used)\b",
)
_DEBATE = any_of(
    # Hearsay of others: "most plans want two failed drugs", "the number used by another state".
    r"\b(?:most|many|some|other|several|a few) (?:\w+ )?(?:plans|payers|insurers|carriers|states)\b[^.;]{0,40}"
    r"\b(?:want|ask|requir|insist|call)\w*|\bused by (?:another|other) (?:states?|payers?|plans?|insurers?)\b|"
    # "a comparison of six other states, whose counts run from one to three"
    r"\b(?:comparisons?|surveys?|overviews?|poll) of (?:the )?(?:\w+ ){0,3}(?:plans|payers|insurers|carriers|states)\b|"
    # "Some registries count four failed drugs", "while the British institute speaks of two": how others define it.
    r"\b(?:most|many|some|other|several|various|a few|(?:the )?(?:[a-z]+ )?(?:european|american|canadian|british|"
    r"australian|international|world)(?: \w+)?) (?:\w+ )?(?:registr(?:y|ies)|agenc(?:y|ies)|societ(?:y|ies)|"
    r"institutes?|experts|investigators|researchers|textbooks|definitions|staging (?:models?|schemes?)) (?:\w+ly )?"
    r"(?:counts?|speaks? of|sets?|draws?|puts?|starts?|begins?|takes?|uses?|asks? for|wants?|requires?|calls?|"
    r"defines?)\b|"
    # "The Board, which met in June, considered whether …", "whether … was discussed".
    r"^\W*whether\b[^.;]{5,160}? (?:was|were) (?:discussed|debated|considered|weighed|raised)\b|"
    r"\b(?:boards?|committees?|panels?|university|task force|work ?group)\b"
    r"(?:, (?:which|who) [^;.]{3,60},)?(?: \w+){0,2}? "
    r"(?:discussed|weighed|debated|turned down|declined|was (?:told|informed|shown)|read|reviewed|voted|heard|noted|"
    r"learned|looked at|dropped|pulled|considered)\b"
    # e.g. "a member of the Board asked whether a fourth should have failed"; "neither was moved"
    r"|\b(?:members?|chair\w*|one|some|several|speakers?) (?:of|on|from) the (?:board|committee|panel|council|"
    r"commission)\b[^.;]{0,30}? (?:asked|said|wondered|wanted|wished|suggested|proposed|raised|felt|pointed out|"
    r"objected)\b"
    r"|^\W*(?:the |some |most |several |many |public |written |received )*comment(?:s|er|ers|or|ors)? (?:\w+ )?"
    r"(?:asked|urged|wanted|requested|suggested|proposed|argued|favou?red|recommended|called for|pointed|said)\b"
    r"|(?<!is )(?<!are )(?<!be )(?<!been )(?<!being )\basked (?:whether|if|why)\b"
    r"|^\W*(?:neither|none|no(?:thing| change| vote)?)(?: of (?:them|these|this|it))? (?:was|were) (?:moved|adopted|"
    r"taken up|put to a vote|seconded|carried|voted on)\W*$"
    r"|\b(?:motions?|proposals?|amendments?)\b[^.;]*\b(?:failed|did not (?:pass|carry)|(?:was|were) (?:voted "
    r"down|rejected|withdrawn|tabled|defeated|(?:not|never) (?:adopted|seconded|carried|passed|taken up)))\b"
    r"|\b(?:pulled|audited|surveyed) by the\b"
    r"|\b(?:spoke|argued|testified|objected|lobbied) (?:against|for|in favor|to)\b"
)
# e.g. "Updated: December 2020 (two failed trials proposed, four kept)"
_REVISES = compiled(
    r"^\W*(?:last )?(?:updated|revised|amended|changed|reviewed|prepared|adopted)\b:? (?:(?:on|in) )?"
    r"(?:[a-z]{3,9}\.? )?(?:\d{1,2},? )?(?:19|20)\d\d\b|^\W*(?:updated|revised|amended):? \d{1,2}/[\d/]{4,7}\b"
)
# How soon a payer decides or is appealed to, and by when claims are due: no patient meets it.
_PROCESS = compiled(
    r"^\W*(?:(?:standard|expedited|urgent|routine|all|such|corrected|complete) )*(?:appeals?|hearings?|grievances?|"
    r"reconsiderations?|claims?|decisions?)\b[^.;:]{0,40}"
    r"\b(?:is|are|will be|must be) (?:decided|answered|resolved|processed|heard|filed|due|made|given|completed|"
    r"returned)\b"
    r"|\b(?:during|pending|throughout) (?:an?|the|any) (?:appeal|hearing|grievance)\b"
    r"|^\W*(?:an? |the |any |all |every )?(?:adverse )?(?:denials?|decisions?|determinations?) (?:may|can) be "
    r"(?:appealed|reconsidered|reviewed again)\b"
    # e.g. "members new to the plan who are stable on it are reviewed by the reauthorization criteria"
    r"|\b(?:is|are|will be|may be) (?:reviewed|judged|assessed|decided|evaluated|considered) (?:by|under|against|with) "
    r"the (?:re-?authori[sz]ation|renewal|continuation) criteria\b"
    # e.g. "requests are decided sooner when the form is complete", "complete forms speed up the review"
    r"|^\W*(?:\w+ )?(?:requests?|reviews?|decisions?|forms?|cases) (?:is|are|can be|will be) (?:decided|processed|"
    r"reviewed|handled|made|answered|completed|finished|dealt with) (?:much |more )?(?:sooner|faster|quicker|quickly|"
    r"earlier|promptly)\b"
    r"|^\W*(?:an? |the )?(?:in)?(?:complete|completed|full|missing|legible) (?:forms?|requests?|information|answers?) "
    r"(?:(?:may|can|will) )?(?:help(?:s)? (?:us )?(?:to )?)?(?:speeds?|shortens?|hastens?|delays?|slows?|holds?)\b"
    # e.g. "PA requests go to one vendor when a behavioral health provider orders the drug"
    r"|^\W*(?:(?:all|any|such|other|pa|prior authori[sz]ation|medical|pharmacy|authori[sz]ation) )*requests? "
    r"(?:(?:should|must|may|can|will) )?(?:goe?s?|(?:is|are|be) (?:sent|faxed|directed|routed|mailed|referred|"
    r"handled|submitted)) (?:to|by)\b"
    # e.g. "upon an adverse decision the worker may use the dispute process", "peer review may not be done by an owner"
    r"|\b(?:may|can) (?:use|ask for|request|file|seek|start|pursue|bring)\b[^.;]{0,30}\b(?:dispute resolution|appeal|"
    r"hearing|grievance|reconsideration|(?:external|independent) review)\b"
    r"|^\W*(?:an? |the |any )?(?:peer|independent|external) review(?:er)?s?\b[^.;]{0,40}\b(?:may|must|shall|can|is|are|"
    r"will)(?: not)? (?:be )?(?:done|made|performed|conducted|carried out|assigned|given)\b",
)
# What a policy says that it does not speak of is asked of nobody.
_OUT_OF_SCOPE = compiled(
    # e.g. "paragraph (E) of this rule does not bear upon ketamine as an anesthetic"
    r"^\W*(?:paragraph|section|part|subsection|division|rule|exclusion)s? \(?[\w.-]{1,12}\)?(?: (?:of|in|above)"
    r"(?: this| the)?(?: \w+)?)? (?:does|do) not (?:bear (?:up)?on|affect|reach|concern|extend to|limit)\b"
    r"(?!.*\b(?:if|when|unless|who|whose)\b)|"
    r"\b(?:polic(?:y|ies)|guidelines?|documents?|bulletins?|criteria|sections?|pages?|statements?)\b (?:does|do) not "
    r"(?:address|apply to|concern|govern|extend to|pertain to|speak (?:to|of)|deal with|discuss|consider)\b"
    # "Anyone under 18 is outside the scope of this rule" bars patients.
    rf"|^(?!.*\b(?:{PEOPLE}|any(?:one|body)|persons?|{PERSON})\b).*"
    r"\b(?:outside|beyond) (?:of )?the scope of (?:this|the|our|these)\b"
    # "TMS is a separate benefit with criteria of its own, which ask for more", "ECT has a policy of its own".
    r"|^\W*(?:(?:no|yes)[.,;] )?(?:(?:coverage|requests?|authori[sz]ation) (?:of|for) )?(?:the |an? )?(?:repetitive )?"
    r"(?:r?tms|ect|transcranial|electroconvulsive|psychotherapy|vagus|nerve stimulation|neurostimulation|an[ae]sthesia)"
    r"(?: \([^()]*\)| [a-z]+){0,3}? (?:(?:is|are|counts? as|remains?) (?:an? )?(?:(?:separate|different|other) "
    r"(?:benefit|service|polic|matter|topic|treatment with)|(?:covered|reviewed|handled|approved|decided|judged|dealt "
    r"with) (?:separately|apart|(?:under|by|in) (?:another|a separate|a different|its own|an? \w+ of its own)))"
    r"|(?:has|have|comes with|falls under|follows|is subject to) (?:(?:its|their) own|(?:an? )?(?:separate|other)|"
    r"(?:an? )?(?:polic\w+|criteria|rules|guidelines?) of (?:its|their) own))\b"
    # "The preferred drug list has its own criteria for oral antidepressants: non-preferred ones are approved after …".
    r"|\b(?:has|have) (?:its|their) own (?:criteria|rules) for (?:the )?(?:oral )?antidepressants\b"
    r"|\b(?:is|are) not (?:addressed|governed|discussed|dealt with)\b[^.;]{0,20}\b(?:here|by this|in this)\b"
)
# What another looks after is not asked for here: "observation and enrollment are verified by the program, not by us".
_CHECK = r"(?:verif|check|track|polic|enforc|oversee|oversaw|confirm|audit|monitor|examin|look)"
_LEFT_TO_OTHERS = compiled(
    rf"\b{_CHECK}\w* (?:after )?by (?:the |its )?(?:[\w-]+ ){{0,3}}?(?:rems|program|manufacturer|maker|"
    rf"sponsor|fda|site|"
    r"clinic|pharmac(?:y|ies)|administrator)\b(?:,? (?:and )?not|,? rather than) "
    r"(?!(?:by )?(?:the |an? )?(?:prescriber|provider|clinician|physician|psychiatrist|doctor|pharmac|site|"
    r"clinic|patient|member))"
    rf"|\b(?:rems|risk evaluation|enrol\w+|certification|observation)\b[^.;]{{0,80}}\b(?:we|(?:the|our|"
    rf"this) (?:[\w-]+ )?"
    rf"(?:plan|payer|program|department|agency)) (?:do|does|will) not (?:itself |ourselves )?{_CHECK}\w*\b"
    rf"|\b(?:we|(?:the|our|this) (?:plan|payer|department|agency)) (?:do|does|will) not (?:itself |"
    rf"ourselves )?{_CHECK}\w*"
    r"\b[^.;]{0,40}\b(?:rems|risk evaluation|enrol\w+|observation)\b"
)
# "They should show the diagnosis and the agents tried": what papers tell, whatever it is.
_CONTENTS = compiled(
    r"^\W*(?:they|these|it|this|the (?:notes?|records?|letter|request|form))\b[^.;:]{0,30}"
    r"\b(?:should|must|shall|need to"
    rf"|ha(?:s|ve) to)\b (?:also )?(?:show|include|list|state|give|name|describe) (?:the|all|which|any)(?! {PEOPLE})\b"
)

# e.g. "a trial of Auvelity, or of olanzapine with fluoxetine, counts as one antidepressant": how a payer reckons.
_RECKONS = compiled(
    r"^(?:(?!\b(?:fail\w*|tried|at least|must|requir\w*|(?:in|un)?tolera\w*|contraindic\w*|side effects?|adverse|"
    r"discontinu\w*|\d+ (?:\w+ ){0,3}(?:antidepress\w*|trials?))\b|>=)[^.;:]){3,100}? (?:together )?"
    r"(?:(?:counts?|(?:is|are|will be|may be) (?:counted|considered|regarded|reckoned|taken|treated))"
    r"(?: together| only)?(?: as| to be| for)?|(?:together|jointly) (?:are|is|make)) (?:only |just )?(?:a single|1)"
    r"(?: single)?(?: (?:oral )?(?:antidepressants?|trials?|agents?|drugs?|failures?|medications?|medicines?|class|"
    r"treatments?)| of (?:them|these|those|the \d))?(?: trial| failure)?(?:,? (?:and |but )?not (?:as )?\d)?\W*$"
)

# "A trial of infusions does not count", "a drug taken for an indication other than depression is no antidepressant
# trial"; a trial that is none for being too short asks for a longer one.
_COUNTS_NOT = compiled(
    r"^\W*(?:an? |any )?(?:drugs?|antidepressants?|medications?|medicines?|agents?) (?:(?:that|which) )?(?:\w+ ){0,3}"
    r"(?:taken|used|given|prescribed|tried) for (?:[^\d.;:]{0,40}\bother than (?:\w+ )?depress\w*(?: disorder)?|"
    r"(?:an?|some) other (?:\w+ )?(?:reason|condition|indication|purpose|illness)|pain|sleep|insomnia|smoking)\b"
    r"[^\d.;:]{0,30}? "
    r"(?:(?:is|are) (?:not|no)\b|(?:does|do|will) not\b)"
    r"|^\W*(?:an? |the |any |such )?(?:trials?|use|courses?|treatments?|failures?) (?:of|with|on) [^.;:]{0,30}?"
    r"\b(?:ketamine|infusions?|tms|ect|supplements?|herbs?)\b[^.;:]{0,20} (?:does|do|will|can) not "
    r"(?:be )?count(?:ed)?\b|\bnot interchangeable\b"
)
# The manual's words on an episode: "the symptoms cause distress and are not due to a substance".
_MANUAL = compiled(
    r"^\W*(?:the|these|such) (?:symptoms|episode|disturbance) (?:(?:must|do|does) )?(?:not )?"
    r"(?:causes?|impairs?|lead)\b[^.;:]{0,60}\b(?:distress|impair\w*|function\w*)\b"
)
# "Enter the highest dose reached for each drug": how a form is filled in.
_FILLS_IN = compiled(
    r"^\W*(?:please )?(?:enter|write (?:down|in)|type) (?:the|each|every)\b(?!.*\b(?:must|at least|required)\b|.*>=)"
)
# What is named as an example behind "Note: Examples are" is asked of nobody.
_EXAMPLES = compiled(
    r"^\W*(?:note\W+)?examples?(?::| (?:are|include)\b)"
    # "Note: … are examples", with the examples first.
    r"|^\W*notes?\W[^.;]{3,200}\b(?:is|are|serve as) (?:an? |some |possible )*examples?(?: of [^.;]{3,60})?\W*$"
)
# "Quantity edits: watching for two hours is part of the REMS": the title that a sentence is read under.
_LABELLED = compiled(r"^[^:.;]{2,40}: (?=\w+ \w+)")
_TELLS = choice_of(
    *(RESEARCH, _DEFINES, CITES, _DEBATE, OF_SUPPLY, _CONTENTS, _PROCESS, _REVISES, _OUT_OF_SCOPE),
    *(_LEFT_TO_OTHERS, _RECKONS, RECKONS_SAME, _COUNTS_NOT, _MANUAL, _FILLS_IN, _EXAMPLES),
)


# "Did you review the PDMP report?" asks whoever fills in a form.
_ASKS_YOU = compiled(
    r"^\W*(?:did|have|do|will|are|were) (?:you|the (?:prescriber|provider|clinician|physician))\b.*\?\W*$"
)


@lru_cache(maxsize=1024)
def is_told(words: str) -> bool:
    """Whether a clause tells of research, debate, past use, a label, a score or papers: it asks for nothing."""
    if _ASKS_YOU.match(words):
        return False
    label = _LABELLED.match(words)
    return (
        counts_use(words)
        or bridges_care(words)
        or _TELLS.stands_in(words)
        or bool(label and _TELLS.stands_in(words[label.end() :]))
    )
