"""Words that tell of research: who was studied, how, and with what result. They ask a patient for nothing."""

from __future__ import annotations

from parsers.criteria.vocabulary import PEOPLE, TOLD_BY_NO_PAPERS, near, one_of
from parsers.language.any_of import any_of

_STUDY = one_of("trials?", "stud(?:y|ies)", "reviews?", r"meta-analys[ei]s", "(?<!monitoring )programs?")
# A length or a dose that a trial has at the least, or each of them has: the payer's bound on what was tried.
_BOUND = (
    r"(?:>=|\b(?:each|or (?:more|longer)|at least|minimum)\b|"
    r"\b(?:adequate|sufficient|therapeutic|maxim\w+|highest) (?:tolerated )?dos)"
)
_OF_THE_PATIENT = (
    r"(?:(?:must |should )?(?:have |had )?(?:each )?(?:lasted|ran|run|were|been|took|taken|went on|gone on|continued|"
    rf"reached|used|had) (?=[^.;]*{_BOUND})[^.;]*\b(?:weeks?|months?|dos(?:e|es|age))\b)"
)
RESEARCH = any_of(
    # e.g. "a study of 236 adults", "study participants who", "trials in adults", "the trial in people of 65"
    rf"\b{_STUDY}\b{near(30)}\b\d+ (?:{PEOPLE}|subjects|outpatients)",
    rf"\b(?:stud(?:y|ies)|review|trial) (?:{PEOPLE}|subjects) (?:who|whose|had|with)",
    rf"\b{_STUDY} (?:\w+ ){{0,3}}(?:in|of|among|restricted to|limited to|with) (?:older |elderly )?"
    rf"(?:{PEOPLE}|subjects)\b",
    r"\b(?:trials|studies) (?:in|of) (?:esketamine|spravato|ketamine)\b",
    r"\b(?:was|were) studied (?:in|after|against|among|for|with)\b",
    # e.g. "one new trial, in which the spray was compared with quetiapine"; scores are compared with baseline
    r"\b(?:esketamine|spravato|ketamine|the (?:spray|drug|infusions?)|it) (?:was|were|has been) compared "
    r"(?:with|to|against)\b(?! (?:the |its )?(?:baseline|start))",
    # e.g. "some evidence exists that", "good evidence supports short courses", "has been studied little"
    r"\b(?:some|good|strong|limited|weak|moderate|little|low-quality|consistent|conflicting) evidence "
    r"(?:(?:now|also) )?(?:exists?|supports?|shows?|suggests?|indicates?)\b",
    r"\b(?:has|have) (?:hardly |scarcely |barely |rarely )?been (?:little |poorly |hardly |scarcely |barely |rarely )?"
    r"studied(?= (?:little|poorly|only|mainly|chiefly|in|for)\b|\W*$)",
    # e.g. "hallucinations and hepatotoxicity have been seen"
    r"^(?!\W*no\b)[^.;]*\b(?:hallucinations?|nausea|hepatotoxicity|liver injury|cystitis|dissociation|side effects|"
    r"adverse (?:effects|events))\b[^.;]*\b(?:has|have) been (?:seen|reported|observed|described)\W*$",
    rf"\b{_STUDY} (?:took in|admitted|let in|recruited|shut out|left out) ",
    # e.g. "the manufacturer's trials had asked for a score of 28"
    rf"(?:\b{_STUDY} had|\b(?:(?:maker|manufacturer|sponsor|company)'?s'?|clinical|its) {_STUDY}) "
    r"(?:asked for|required|wanted|insisted on|called for|excluded|included)\b",
    # e.g. "trials required failure of one drug", "people with psychosis were excluded from the trials"
    r"^\W*(?:(?:the|its|these|those|most|all|short|long|key|main|clinical|earlier) )*(?:trials|studies) "
    r"(?:required|excluded|demanded) (?!:)",
    rf"\b(?:was|were) excluded from (?:the |these |those |its |most |all )*(?:\w+ )?{_STUDY}\b",
    r"^\W*(?:most |many |some |several )?experts (?:recommend|suggest|advise|believe|agree)\b",
    # e.g. "entry to the trials was narrow", "cited in the literature"
    rf"\bentry (?:in)?to (?:the )?(?:\w+ )?{_STUDY}\b", r"\bin (?:the|this) (?:\w+ )?literature\b",
    # e.g. "in trials, entry asked for …", "in the short studies adults had …"
    r"^\W*in (?:(?:the|its|these|those|most|many|some|several|\d+|short|long|pivotal|label|clinical) )*"
    r"(?:trials|studies)\b(?! (?:of|with|that|lasting)\b)",
    # e.g. "in a series of 200 infusions blood pressure was taken every 15 minutes"
    r"^\W*in (?:an?|one|another) (?:[\w-]+ ){0,3}(?:study|trial|series|survey|review) of \d+ "
    r"(?:infusions|sessions|patients|adults|people|persons|members|individuals|subjects|participants|veterans)\b",
    # e.g. "in the maintenance study patients took 84 mg"
    r"^\W*in (?:the|an?|one|another|its|this|that|both|each) (?:[\w-]+ ){0,3}study\b(?! (?:of|with|that|lasting)\b)",
    # e.g. "in the study that led to approval, adults had failed two drugs", "the trials behind the license took"
    r"^\W*in (?:(?:the|an?|its|those|both|these|all) )?(?:[\w-]+ ){0,3}(?:stud(?:y|ies)|trials?|research) "
    r"(?:that|which|behind|supporting|on which|submitted|used|underlying)\b[^,;.]{0,60}\b"
    r"(?:approval|licen[cs]\w+|fda|registration|marketing|label\w*|indication)\b",
    r"^\W*(?:the|those|both|all) (?:stud(?:y|ies)|trials?) (?:that|which|behind|on which)\b[^,;.]{0,60}\b(?:approval|"
    r"licen[cs]\w+|fda|registration|marketing)\b[^,;.]{0,20} (?:took|asked|admitted|required|let|enrolled|had)\b",
    # e.g. "in that program members had failed two antidepressants"
    rf"^\W*in (?:the|that|this|these|those|both|its|most|all) (?:[\w-]+ ){{0,3}}{_STUDY},? (?:\w+ ){{1,4}}had\b",
    # Not of who gets the drug, "given to enrolled patients only".
    r"(?<!to )(?<!for )(?<!rems[ -])\benroll?ed (?:\d+|adults|patients|people|subjects)",
    r"\bsubjects\b", r"\bn ?= ?\d",
    # e.g. "participants had baseline totals of 28", "remission by 53% and 31%", "hazard ratio 0.49"
    # ... and not "participants 18 or older": so some programs call their members.
    r"\bparticipants\b(?: [\w-]+){0,5}? (?:were|was|(?<!have )(?<!has )had|(?<!who )received|took|reported|began|"
    r"completed|entered|improved|relapsed|responded|achieved|showed|discontinued|experienced|remitted|underwent|met|reached|"
    r"felt|scored|dropped|maintained|developed|stayed|remained)\b",
    r"(?:\b(?:\d+|study|trial|healthy|most|many|half|half of|majority of)|%(?: of)?(?: (?:the|all))?) participants\b",
    r"\bparticipants (?:in|of|from) (?:[\w-]+ ){0,4}(?:trials?|stud(?:y|ies)|reviews?|arms?|groups?|surveys?)\b",
    r"\bone participant in\b", r"\bby \d+% and \d+%", r"\b(?:hazard|odds|risk) ratio",
    r"\b(?:flexible|fixed)[ -]dose (?:stud|trial)", r"\b(?:pivotal|registration|withdrawal|open-label"
    rf"|double-blind)(?:[ -]\w+){{0,2}} {_STUDY}\b",
    r"\bopen-label\b", r"\bsessions were used\b", r"\b(?:slowed|relapsed|was looked for)\b",
    r"\brandomi[sz]ed\b", r"\bplacebo\b", r"(?<!\bcan )(?<!\bmay )(?<!\bto )(?<!\bnot )\bmean\b",
    r"\bmedian\b", r"\bcontrol group\b",
    r"\b(?:transform|sustain|aspire|escape|star)[-* ]+(?:\d|d\b|trd\b)",
    # e.g. "in 676 adults from 171 sites", "could not enroll", "27% were in remission"
    rf"\b(?:in|of|among|with) \d{{2,}} (?:{PEOPLE}) (?:from|at|in|who were)\b", r"\bcould not (?:be )?enroll?",
    r"\b\d+(?:\.\d+)?% (?:were in|reached) remission",
    rf"\b{_STUDY}\b[^.;]*\b{TOLD_BY_NO_PAPERS}(?:show(?:ed|s|n(?! (?:by|in|on|with|through)\b))?"
    r"|found|report(?:ed|s)?|suggest(?:ed|s)?|missed(?! (?:[<>]=? ?)?\d|[^.;]{0,20}\bdoses)"
    r"|failed (?:on|to show))\b",
    # e.g. "all had failed two antidepressants and began a new one"
    r"^\W*(?:all|most|many|half|nearly all|the majority|they|some|none)(?: of (?:them|these|those))? had "
    r"(?:(?:all|already|each|previously) )?(?:failed|tried|taken|been|not)\b",
    # e.g. "a score of 26 was needed to enter", "response meant a fall by half"
    r"\b(?:was|were) (?:needed|required|asked for) to (?:enter|enroll?|join|take part)\b",
    r"\b(?:non-?response|response|remission|relapse|failure) meant\b",
    # e.g. "later trials infused it over 40 minutes"; "these trials lasted at least six weeks each" are the patient's
    r"^\W*(?:(?:later|earlier|early|other|older|newer|several|most|many|some|these|those|the) )+(?:trials|studies) "
    rf"(?!{_OF_THE_PATIENT})(?:\w+ly )?"
    r"(?:\w+ed(?! (?:in|within|with|during) )|gave|took(?! place)|put|ran|had|kept|were(?! of (?:\w+ )?"
    r"(?:adequate|sufficient|therapeutic)\b)|left)\b",
    # e.g. "the difference was 4.0 points", "failed on its primary measure", "benefit was not proved"
    r"\bdifference (?:was|were|between)\b", r"\bprimary (?:measure|end ?point|outcome)", r"\bstatistical",
    r"\b(?:benefit|efficacy|superiority|advantage) (?:was|has) not (?:been )?(?:proved|proven|shown|demonstrated)",
    # e.g. "about 57% of patients", "2.8 million of those", "30 people found"
    rf"\b\d+% of (?:all |such |these |those )?(?:the )?{PEOPLE}", r"\bmillion\b",
    r"\b\d+ (?:people|participants) (?:found|had|were)",
    r"\bof \d+ (?:charts|claims|requests|members|patients|beneficiaries|enrollees|recipients)\b",
    r"\b\d+ (?:(?:out )?of|in) (?:every )?\d+ had\b",
    # e.g. "about 1 in 3 people with depression does not remit after 4 steps"
    rf"\b\d+ (?:(?:out )?of|in) (?:every )?\d+ (?:{PEOPLE})\b[^.;]* (?:do(?:es)?|did|will|is|are|has|have|had|remits?|"
    r"responds?|relapses?|fails?)\b",
    # e.g. "the people in its studies had had two drugs"
    rf"\b(?:{PEOPLE}|those) (?:in|of) (?:its|their|the|these|those|both|all) (?:\w+ ){{0,2}}{_STUDY}\b",
    # e.g. "the first approval was in May 2031", "cut-points used in teaching", "were kept out", "by author"
    r"\b(?:first|second|original) (?:FDA )?approval\b[^.;]{0,30}\bwas\b", r"\b(?:in|for) (?:research|teaching)\b",
    r"\b(?:was|were) kept out\b", r"\bauthors?\b(?! (?:[\w ]{1,25} )?of (?:the|its|this) (?:order|prescription"
    r"|request)\b)",
)  # fmt: skip
