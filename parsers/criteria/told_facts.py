"""Facts about scales, classes of drugs, the drug and people at large, told among criteria: they ask for nothing.

Unlike what is told of research, such a sentence says nothing of the others in its paragraph.
"""

from __future__ import annotations

from parsers.criteria.dose_schedules import PACKAGING
from parsers.criteria.plan_facts import PLAN_FACTS
from parsers.criteria.scale_facts import SCALE_FACTS
from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import AS_USUAL
from parsers.criteria.which_benefit import WHICH_BENEFIT
from parsers.criteria.word_meanings import WORD_MEANINGS
from parsers.language.any_of import any_of

_SOME = (
    r"(?:most|many|some|few|half|nearly half|a (?:third|quarter|fifth|majority|minority)|"
    r"(?:about|around|roughly) [\w ]{3,20})"
)
_PEOPLE = r"(?:patients|people|adults|persons|individuals|responders|participants)"
_DEMANDS_NOTHING = (
    r"(?!.*(?:\b(?:fail\w*|tried|trials?|must|shall|required?|needs?|needed|inadequate|intoler\w+|at least)\b|>=))"
)
# "Bupropion, venlafaxine and sertraline", by their names alone; "the two drugs" are those that failed.
_A_DRUG = (
    r"(?!(?:drugs?|agents?|antidepressants?|medic\w+|trials?|treatments?|both|all|they|these|those|which|each|who|"
    r"the|an?|is|are)\b)[a-z][\w-]{3,}"
)
_SOME_DRUGS = rf"{_A_DRUG}(?:(?:, (?:and )?| and | or |/){_A_DRUG})*"

_IN_RANGE = (
    r"(?:(?:is|was|falls?|lies?|stays?|stands?|comes?) )?(?:with)?in the (?:labell?ed|label(?:'s)?|usual|approved|"
    r"recommended|therapeutic|fda-approved|manufacturer's) (?:dos(?:e|age|ing) )?range\b[^.;,]{0,40}\W*$"
)
# What a chapter elsewhere tells of a request; where it tells who qualifies, it may ask.
_OF_A_REQUEST = (
    r"(?=[^.;]*\b(?:requests?|appeal\w*|claims?|complain\w*|grievance\w*|hearing|billed|bills?|paid|fees?|answer\w*|"
    r"form|call|write|sent|send|log\w*|reach\w*)\b)"
    r"(?![^.;]*\b(?:must|fail\w*|qualif\w*|eligib\w*|criteria|unless|prescrib\w*|required|weeks|diagnos\w*)\b)"
)

_OURS = (
    r"(?:spravato|(?:es)?ketamine|it|the (?:drug|spray|product|medicine|medication|treatment))(?: \([^()]*\))?"
    r"(?: nasal spray)?"
)
_AGAINST_SUICIDE = r"[^.;]{0,80}\b(?:suicid\w*|hospitali\w+|self-harm)\b[^.;]*\W*$"
_LESSENS = r"(?:prevent|reduc|lower|lessen|decreas|stop|treat|keep|avert|preclud|replac|remov)\w*"
_NEVER = (
    r"(?:was|were|is|has|have|had) (?:not|never)(?: yet)?(?: been)? (?:shown|found|known|proven|proved|demonstrated|"
    r"established)"
)
# "Esketamine was not shown to prevent suicide", "Its use does not preclude hospitalization": what the label says of it.
_NO_CURE_FOR_SUICIDE = (
    r"^(?!.*\b(?:if|unless|who|whose|must|shall|cover\w*|approv\w*|until)\b)\W*"
    rf"(?:(?:(?:the )?use of )?{_OURS} (?:{_NEVER} to|(?:does|do|did|will|may) not) {_LESSENS}{_AGAINST_SUICIDE}"
    rf"|(?:the |its )?(?:effectiveness|efficacy|effect|value|benefit)(?: of {_OURS})? (?:in|on|for|against)"
    rf"(?=[^.;]* {_NEVER}\W*$){_AGAINST_SUICIDE}"
    rf"|(?:there (?:is|was) )?no (?:proof|evidence)(?: yet)? (?:that|of) [^.;]{{0,40}}?\b{_LESSENS}{_AGAINST_SUICIDE})"
)

FACTS = any_of(
    # e.g. "Note: esketamine is a Schedule III controlled substance"
    rf"^\W*(?:notes?\W+)?{_OURS} (?:is|are) (?:classed as |listed as |regulated as )?(?:an? )?(?:federally )?"
    r"(?:controlled substance|(?:dea )?(?:schedule (?:iii|3|>= 3)|c-?iii)\b)[^.;,]{0,40}\W*$",
    *PACKAGING,
    *PLAN_FACTS,
    *WHICH_BENEFIT,
    *WORD_MEANINGS,
    *SCALE_FACTS,
    _NO_CURE_FOR_SUICIDE,
    # e.g. "sites report sessions to the registry in the usual way", "reports go on as before": what is done anyway
    rf"^{_DEMANDS_NOTHING}(?=.*\b(?:sites?|centers?|clinics?|facilit\w+|pharmac\w+|report\w*|sessions|offices?)\b)"
    rf"[^:;.]*\b(?:{AS_USUAL}|go(?:es)? on as before|as (?:they|it) (?:do|does) now)"
    r"(?=\W*$|;[^;]*\bno\b)",
    # e.g. "the PHQ-9 has nine questions", "MADRS scores run from 0 to 60", "nine questions, each scored 0 to 3"
    rf"^{_DEMANDS_NOTHING}\W*(?:[^:;.]{{2,40}}: )?\d+ (?:questions?|items?|symptoms?)\b[^.;:]{{0,30}}?,? "
    r"(?:each|all) (?:of (?:them|which) )?(?:is |are |being )?(?:scored|rated|graded|marked|answered|given)\b",
    rf"^{_DEMANDS_NOTHING}\W*(?:the )?(?:{ANY_SCALE} )?(?:(?:total )?scores?|totals?|results?|values?) (?:of|from|"
    r"above|over|between|at)? ?(?:>=? ?)?\d+[^.;]{0,25} (?:falls?|lies?|lands?|belongs?|(?:is|are) (?:placed|put)) "
    r"(?:in|into|within|to|under) (?:the|an?) ",
    rf"^\W*(?:the )?{ANY_SCALE} (?:has|contains|consists of|is made (?:up )?of|includes) [\w ]{{0,12}}(?:questions?|"
    rf"items?|parts?)\b",
    rf"^\W*(?:the )?(?:{ANY_SCALE} )?(?:total )?scores? (?:run|range|go|span)s?(?: \w+)? (?:from|between)\b",
    # e.g. "antidepressants include SSRIs and bupropion", "examples of classes are SSRIs, SNRIs and tricyclics"
    r"^\W*(?:(?:please )?note\W+)?(?:(?:for|in|under) (?:this|our) policy,? )?"
    r"(?:(?:the|oral|available|common|approved|different|recognized|accepted) )*(?:antidepressants?|"
    r"(?:antidepressant |drug )?classes(?: of (?:oral )?antidepressants?)?"
    r"(?: (?:that (?:are|we) )?(?:recognized|accepted|counted|meant|considered|recognize|accept))?"
    r"(?: (?:here|(?:under|in|by|for) (?:this|our|the) (?:policy|plan|rule)))?|augmentation agents?|augmenting "
    r"(?:drugs?|agents?)) (?:include|comprise|"
    r"are)s? "
    r"(?!(?:tried|failed|taken|required|needed|not|of|from|considered|used|to|all|each|both|in)\b)"
    r"(?![^.;]*\b(?:fail\w*|tried|trials?|must|inadequate|respon\w+|intoler\w+|weeks?|months?)\b)",
    # e.g. "for reference, SNRIs include venlafaxine and duloxetine"
    rf"^{_DEMANDS_NOTHING}\W*(?:(?:note|for (?:reference|information|example))\W+)?(?:(?:the|common|available) )*"
    r"(?:ssri|snri|tca|tricyclic|maoi|atypical antidepressant)s?(?: \([^()]*\))? (?:include|comprise|are, for "
    r"example,|are "
    r"for example|such as) [a-z]",
    # e.g. "bupropion, venlafaxine and sertraline are three classes", "citalopram and sertraline count as one class"
    rf"^{_DEMANDS_NOTHING}\W*(?:for [^.;:,]{{3,40}}[,:] )?{_SOME_DRUGS} (?:are|is|counts? as|(?:belongs?|come|fall) "
    r"(?:to|from|in|into|under)|represents?|makes?(?: up)?)(?: of| from| in| only| just)* (?:\d+|an?|the same|two|"
    r"three|different|separate) (?:\w+ )?class(?:es)?\b",
    r"^\W*examples? of (?:[\w-]+ ){0,3}(?:classes|antidepressants?|agents?|drugs?|scales?|augmentation) (?:are|is|"
    r"include)\b",
    # e.g. "studies counted trials of six weeks", "most investigators asked for two failures"
    r"^(?!.*\b(?:must|shall|we|so|therefore)\b)\W*(?:(?:the|most|some|many|published|pivotal|earlier|such) )*"
    r"(?:studies|investigators|researchers) (?:counted|used|defined|required|took|asked|had|left|enrolled|wanted|"
    r"included|excluded)\b",
    # e.g. "efficacy beyond six months is unknown", "longer use has not been studied"
    r"^\W*(?:(?:the|its|long-term) )*(?:efficacy|safety|effectiveness|benefit|value|use|treatment|"
    r"therapy)\b[^.;]{0,60} "
    r"(?:is|are|remains?|has|have) (?:still )?(?:unknown|uncertain|unclear|unstudied|not (?:known|been studied|been "
    r"tested))\b",
    r"\b(?:was|were|has been|have been) (?:never|not) (?:studied|tested|examined)\b|\b(?:has|have) (?:never|not) been "
    r"(?:studied|tested|examined)\b",
    # e.g. "most patients improve within four weeks", "relapse was delayed in those who stayed on it"
    rf"^\W*{_SOME} (?:of )?(?:the |all )?{_PEOPLE}(?: with depression)? (?:improve|respond|reach|relapse|recover|do "
    rf"not|are|have|stay)\b",
    r"^\W*(?:relapse|remission|response) (?:was|were|is) (?:delayed|(?:seen|found)(?= (?:in|among|at|as early)\b)"
    r"|rare|common|more|less|slower|faster)\b",
    r"^\W*(?:major )?(?:depression|depressive disorder|mdd|trd) is (?:an?|the|one of|among)(?: [\w-]+){0,2} "
    r"(?:leading|common|serious|chronic|frequent|costly|mental|mood|disabling)\b(?![^.;]*\b(?:must|accepted)\b)",
    # e.g. "the FDA approved it in March 2019", "two sprays make one device", "it may cause dizziness"
    r"^\W*(?:the )?fda (?:first )?(?:approved|cleared|licensed) (?:[\w-]+ ){1,4}(?:in|on) (?:\w+ )?(?:\d{1,2}, "
    r")?(?:19|20)\d\d\b",
    # e.g. "the FDA created the REMS because of sedation", "the REMS exists since the spray can sedate"
    r"^(?!.*\b(?:must|shall|if|unless|only|requires?)\b)\W*(?:the )?(?:fda|agency|manufacturer|maker|government) "
    r"(?:\w+ )?(?:created|set up|imposed|ordered|established|put|made|built|attached|started|asked for|wanted|"
    r"required) (?:(?:the|an?|this|its|spravato|drug'?s?) )*(?:rems|risk evaluation|(?:\w+ )?program|boxed warning)\b",
    r"^(?!.*\b(?:must|shall|if|unless|only)\b)\W*(?:the )?(?:spravato |esketamine )?rems(?: program)? (?:exists?|"
    r"(?:was|has been) (?:created|set up|imposed|ordered|established|made|put in place)) (?:because|since|to|after|"
    r"for|on account|in view|owing|due|by)\b",
    r"^\W*(?:\w+|\d+) (?:sprays?|devices?) (?:make|hold|deliver|equal)s? (?:up )?(?:an?|one|1|\d+)\b",
    r"^\W*(?:spravato|esketamine|ketamine|it|the (?:drug|spray)) (?:may|can) cause\b",
    r"\bno generic (?:\w+ )?(?:was|is) (?:on the market|available|marketed|sold)\b",
    # e.g. "sites enroll in the REMS on its website", "a monitoring program exists in each state"
    r"^\W*(?:sites|clinics|pharmacies|patients) (?:enroll|register|sign up) (?:in|with|for) (?:the )?rems (?:on|at|by|"
    r"through|via|online)\b",
    # e.g. "certified pharmacies and distributors deliver it to clinics of the REMS"
    r"^(?!.*\b(?:must|shall|if|unless|only|may|requires?)\b)\W*(?:(?:the|such|certified|enrolled|specialty|some) )*"
    r"(?:pharmac(?:y|ies)|wholesalers?|distributors?|manufacturer)(?:,? (?:and|or) (?:[a-z]+ )?[a-z]+)? (?:ship|send|"
    r"deliver|suppl|sell|mail|dispatch|distribut)\w* (?:it|them|spravato|esketamine|(?:the )?(?:drug|spray|kits?|"
    r"devices?|product))(?: directly| straight)? to (?:[\w-]+ ){0,3}?(?:sites?|clinics?|offices?|settings?|centers?|"
    r"facilit(?:y|ies)|practices|hospitals?|places)\b",
    # e.g. "the kit sizes on the screen are 56 mg and 84 mg"
    r"^\W*(?:the )?(?:(?:kit|pack|package|carton|device) (?:sizes?|strengths?)|(?:available|marketed) (?:kits?|packs?|"
    r"strengths))(?: (?:on|in|of) (?:the |our )?\w+)? (?:is|are) \d+ ?mg (?:and|or) \d+ ?mg(?![^.]*\b(?:must|"
    r"only|limit\w*)\b)",
    # e.g. "by 'antidepressant' the committee means a drug that the FDA labeled for depression"
    r"^\W*by [\"“'‘]?[\w -]{3,40}?[\"”'’]? (?:we|(?:the|this|our) (?:\w+ )?(?:plan|committee|policy|payer|"
    r"department|document)) "
    r"(?:means?|understands?|refers? to)\b(?![^.]*\b(?:fail\w*|weeks?|months?|dos(?:e|age|ing)|must|at least|"
    r"trials?|not)\b)"
    r"(?![^.]*\d)",
    r"\bprograms? exists? in\b|^\W*telehealth visits? counts? as\b",
    r"^\W*(?:the )?(?:starting |first |usual )?dose (?:was|had been) \d",
    # e.g. "the word “fail” is used here in the sense that psychiatrists give it", "the term means too little benefit"
    r"^\W*(?:the|this) (?:words?|terms?|phrases?|expressions?) [^.;]{2,60}? (?:(?:is|are) (?:used|meant|understood|"
    r"taken|to be (?:read|taken|understood))|means?|ha(?:s|ve) (?:its|the|their)|bears?|keeps?)\b"
    r"(?!.*(?:>=|\b(?:must|at least|trials?|weeks?|\d)\b))",
    # e.g. "Rule 4.2 (step edits) stands elsewhere in this manual and has no bearing on Spravato"
    r"^\W*(?:the |this )?(?:rule|section|chapter|part|policy|paragraph|article|list|edit)s?\b[^;]{0,80} (?:has|have) "
    r"(?:no bearing (?:up)?on|nothing to do with|no effect (?:up)?on|no application to|no relevance (?:to|for)) "
    r"(?!.*\b(?:if|when|unless|who|whose)\b)",
    # e.g. "sedation led the FDA to require the REMS", "behind the REMS stands the risk of misuse"
    r"^(?!.*\b(?:must|shall|if|unless|only)\b).*\b(?:led|moved|caused|prompted|made|drove) (?:the )?(?:fda|"
    r"agency|maker|"
    r"manufacturer|company) (?:to )?(?:require|create|order|set up|impose|ask for|establish|build|add)\b",
    r"^(?!.*\b(?:must|shall|if|unless|only)\b)\W*(?:behind|at the root of) the (?:\w+ )?(?:rems|program) (?:stands?|"
    r"lies?|is|are)\b",
    r"^(?!.*\b(?:must|shall|if|unless|only)\b)\W*(?:the )?(?:spravato |esketamine )?rems(?: program)? (?:came about|"
    r"arose|grew out|goes back|dates|stems|was born)\b",
    # e.g. "the PHQ-9 adds up nine answers of 0 to 3", "the MADRS is filled in by a clinician and goes up to 60"
    rf"^{_DEMANDS_NOTHING}\W*(?:the )?{ANY_SCALE} (?:[^.;]{{0,50}}? )?(?:adds? up|sums? up|tops? out|goes up|runs? up|"
    r"reaches) (?:to|at|\d+)\b",
    rf"^{_DEMANDS_NOTHING}\W*(?:the )?(?:sums?|totals?)(?: scores?)? (?:tops? out|goes up|runs? up|can reach|ends?) "
    r"(?:to|at|\d+)\b",
    rf"^{_DEMANDS_NOTHING}\W*{_SOME_DRUGS} shares? (?:an?|1|the same) (?:\w+ )?class\b",
    # e.g. "“fail” here has the sense that psychiatrists give it", "failure, in this list, is too little benefit"
    rf"^{_DEMANDS_NOTHING}(?!.*\d)\W*(?:[\"“'‘][^\"”'’]{{2,40}}[\"”'’]|failure|failed|response|"
    rf"resistance),? (?:as used )?"
    r"(?:here|in this \w+),? (?:ha(?:s|ve) the (?:sense|meaning)|is|are|means?|stands? for)\b",
    # e.g. "step edits on generic drugs are found in another rule and do not touch Spravato"
    r"^(?!.*\b(?:if|when|unless|who|whose|must)\b)[^.;]{3,100} (?:do|does) not (?:touch|bear (?:up)?on|reach|concern|"
    r"affect) (?:spravato|esketamine|(?:the|this) (?:drug|spray|product))\W*$",
    # e.g. "any scale will do", "older people fall more easily when sedated", "blood pressure tends to peak early on"
    r"^\W*any (?:\w+ )?(?:scales?|tools?|instruments?|formats?) (?:will do|is fine|is good enough|serves?)\W*$",
    rf"^{_DEMANDS_NOTHING}\W*(?:older|younger|elderly|frail) (?:people|adults|patients) (?:fall|react|tend|clear|feel|"
    r"recover) ",
    rf"^{_DEMANDS_NOTHING}\W*(?:the )?(?:blood )?pressure (?:tends? to|usually|often|commonly|typically|sometimes|can|"
    r"may) (?:peak|rise|climb|settle|fall|go)s?\b",
    # e.g. "(the plan considers a dose adequate when it falls within the labeled range)": what the word means
    r"^\W*(?:(?:the|our|this) )?(?:[\w'-]+ ){1,3}(?:considers?|regards?|deems?|counts?|treats?|calls?) "
    r"(?:an?|the|each|any) (?:daily )?dos(?:e|age) (?:as )?(?:adequate|sufficient) (?:when|if|where|so long as|as long "
    rf"as) it {_IN_RANGE}",
    r"^\W*(?:an?|the|each|any) (?:daily )?dos(?:e|age) (?:is|are|counts?|will be) (?:(?:considered|regarded|deemed|"
    r"counted|called|as|to be) )*(?:adequate|sufficient) (?:when|if|where|so long as|as long as) it "
    rf"{_IN_RANGE}",
    # e.g. "chapter 3 says how a request is logged", "section 9 tells how a member appeals": what stands elsewhere
    r"^\W*(?:the )?(?:chapter|section|part|appendix|page|article|(?:provider |member )?(?:manual|handbook))"
    r"(?: [\w.-]{1,6})? (?:(?:of|in) (?:the|this) \w+ )?(?:says|tells|explains|describes|sets out|shows|covers|lists|"
    r"deals with) (?:you )?(?:how|who|whom|where|when|by when|to whom)\b"
    rf"{_OF_A_REQUEST}[^.;]*\W*$",
    # e.g. "common reasons for return: no dates, gaps of more than 15 days"
    r"^\W*(?:the )?(?:most )?(?:common|frequent|usual|typical|main) reasons? (?:for|of|behind) (?:an? |the )?(?:"
    r"returns?|delays?|returned (?:requests?|forms?)|late answers)\W*:",
    # e.g. "eight weeks is the usual length of a trial in guidelines"
    r"\b(?:is|are) the (?:usual|common|customary|typical|average|ordinary) (?:lengths?|durations?|doses?|numbers?|"
    r"scores?|ages?|marks?|signs?|cut-?offs?|thresholds?|yardsticks?|values?|measures?)\b",
    # e.g. "the clinic's nurse can do it", "an office assistant may see to that": who may, and not where
    r"^\W*(?:the|an?|any|your|our) (?:[\w'’-]+ ){0,3}(?:nurse|staff|assistant|technician|aide|team|colleague)s? "
    r"(?:can|may|could) (?:also )?(?:do|handle|see to|take care of|take on) (?:it|this|that|so)\W*$",
    # e.g. "two hours of watching is built into the REMS", "observation comes with the program"
    r"^\W*(?:the |its |>= )?(?:\d+ hours? of |\d+-hour )?(?:watching|observation|monitoring|supervision|waiting|stay)\b"
    r"(?: for \d+ hours?| of \d+ hours?| after each dose)?,? (?:is|are|comes?) (?:already |anyhow )?(?:built into|"
    r"part of|"
    r"inherent in|included in|contained in|provided for (?:in|by)|with|laid down in) (?:the|its) "
    r"(?:rems|program|label\w*)\W*$",
    # e.g. "where renewal is refused, the spray stays covered for 14 days": what a refusal leaves
    r"^\W*(?:where|when|if|should|after|once|upon) (?:an? |the |any )?(?:(?:renewal|request|extension|continuation)s? "
    r"(?:is|are|be|was|were|has been) (?:refused|denied|turned down|rejected|not (?:given|granted))"
    r"|(?:denial|refusal)s?(?: of (?:a |the )?renewal)?),? [^.;]{0,40}\b(?:stays?|remains?|continues?|goes on|"
    r"(?:is|are) "
    r"(?:still )?(?:covered|paid))\b[^.;]{0,40}\bfor (?:another )?(?:\d+|[a-z]+) (?:days?|weeks?)\b",
)  # fmt: skip
