"""How a benefit of treatment is said: a percentage, a better score, remission, or in plain words."""

from __future__ import annotations

from parsers.criteria.scales import ANY_SCALE
from parsers.criteria.vocabulary import PERSON, first_number, near, one_of
from parsers.criteria.wording import wording
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Percent

_BETTER = one_of(
    r"improve\w*", r"reduc\w*", r"decreas\w*", r"lower\w*", r"decline\w*", r"fall\w*", "fell", r"drop\w*", r"respon\w+",
    "better", r"gains?\b", r"(?<!written )(?<!set )(?<!noted )down", "less", "below",
    r"under(?! (?:(?:the|an?|direct|continuous) ){0,2}(?:supervision|observation|care|direction|guidance)\b)",
    r"lessen\w*", "fewer", "smaller",
    # "No longer as high as at baseline".
    r"(?:not|no longer)(?: \w+)? (?:as|so) (?:high|bad|severe|great)(?= as\b)", "compares? favou?rably",
    r"cuts?\b(?!-)(?! ?(?:off|point))", "eased", r"shr(?:unk|ank|inks?)", "ebbed", r"relie(?:f|ve[ds]?|ving)\b",
)  # fmt: skip
# What may stand between the verb and its percentage: a scale's token carries a digit of its own, and so does a time
# ("has dropped within 4 weeks by 50%").
_BETWEEN = r"(?:@\w+|\b\d{1,2} (?=[a-z])|[^.;%\d@])"
PERCENT = (
    # e.g. "a 50% reduction"
    wording(
        "renewal_response", rf"(?<![\d.])(\d+)%[^.;%]{{0,60}}?{_BETTER}", lambda match: Percent(first_number(match))
    ),
    # e.g. "50% below what it was" ("below" is written "<" in normalised words)
    wording(
        "renewal_response",
        r"(?<![\d.])(\d+)% < (?:the|its|his|her|their|what|where|that|baseline)\b",
        lambda match: Percent(first_number(match)),
    ),
    # e.g. "a reduction in the PHQ-9 of at least 40%"
    wording(
        "renewal_response",
        rf"\b{_BETTER}{_BETWEEN}{{0,80}}?(?:[<>]=? )?(\d+)%",
        lambda match: Percent(first_number(match)),
    ),
    # e.g. "half or less of its baseline", "has halved"
    wording(
        "renewal_response",
        r"\bhalf,? or (?:less|lower|< 50%),? (?:of|than)|\bhalf (?:of )?what (?:it|was)\b"
        r"|\bhalf (?:of )?(?:its|the|their) (?:\w+ )?(?:(?:baseline|pre-?treatment|initial|starting|original|first|"
        r"earlier)\b|(?:score|value|total|figure|level) (?:\w+ ){0,3}?(?:before|at|prior|when)\b)|\bhalved\b",
        Percent(50),
    ),
)
REMISSION = compiled(r"\bremission\b|\bremitted\b")
_INSTRUMENT = one_of("scales?", "ratings?", "scores?", "tools?", "instruments?", "measures?")
# "The assessment that was used before treatment", "a repeat of the baseline assessment", "the same assessment".
_ASSESSMENT = (
    r"(?:assessments?|evaluations?|inventory) (?:(?:that|which) )?(?:(?:was|were) )?(?:used|chosen|applied|completed|"
    r"submitted) (?:before|at|for|initially|in|with|to|prior)\b"
    r"|\b(?:1|any|either|each) of the (?:assessments|evaluations|inventories) (?:(?:that|which) )?(?:(?:are|were) )?"
    r"(?:named|listed|given|shown|set out|mentioned)? ?(?:above|before|earlier)\b"
    r"|\b(?:repeat\w*|same) (?:of )?(?:the )?(?:(?:baseline|initial|first|clinical|same|earlier) )*(?:assessments?|"
    r"measures?|tests?)\b"
)
_NAMED_INSTRUMENT = one_of(
    ANY_SCALE,
    r"\b(?:rating|assessment|depression|symptom|severity|clinical|standardized|validated)[ -](?:\w+[ -]){0,3}?"
    + _INSTRUMENT,
    r"\b(?:standardized|validated|depression|symptom|severity) ratings?\b",
    r"\b(?:scale|score|instrument|questionnaire|same tool|assessment tool)s?\b",
    r"\bsame (?:\w+ )?(?:assessment|measure|test)\b",
    r"\b(?:tool|test|measure) (?:(?:(?:that|which) )?(?:was )?(?:used|chosen|taken|applied)|(?:that|which) gave)\b",
    rf"\b{_ASSESSMENT}",
)
SCALE = compiled(
    rf"(?:\b{_BETTER}|\bstabili\w+|\bmaint\w+|\bbenefit\w*|\bpositive)[^;]{{0,200}}?{_NAMED_INSTRUMENT}"
    rf"|(?:{ANY_SCALE}|\bscores?\b|\b(?:rating )?scales?\b|\b(?:instruments?|questionnaires?|ratings?)\b"
    rf"|\b(?:measure|test|tool) (?:(?:(?:that|which) )?(?:was )?(?:used|chosen|taken|applied)|(?:that|which) gave)\b"
    rf"|\b{_ASSESSMENT})[^;]{{0,100}}?\b{_BETTER}"
    # e.g. "send the current total of the rating scale; it has to be better than the starting total"
    rf"|(?:{ANY_SCALE}|\bscores?\b|\bscales?\b|\btotals?\b)[^;]{{0,100}}; (?:it|this|that|which|these|the (?:\w+ )?"
    rf"(?:score|total|result))\b[^;]{{0,40}}?\b(?:{_BETTER}|an improvement\b)"
    # "It has to be lower than at baseline", behind a sentence that asks for the score.
    r"|^\W*(?:it|this|that|the (?:\w+ )?total) (?:must|has to|have to|should|needs to|is to|will|is) (?:now )?(?:be )?"
    r"(?:(?:\w+ )?(?:better|lower|less|smaller)|below|an improvement) (?:than|on|over)?(?: (?:at|the|in|it was|on))* ?"
    r"(?:baseline|start\w*|first|initial|beginning|earlier|previous|before)\b"
)
NAMED_INSTRUMENT_IN = compiled(_NAMED_INSTRUMENT)
_GOOD = one_of(
    "positive", "beneficial", "favorable", "clinical", "clinically (?:meaningful|significant)", "adequate",
    "therapeutic",
    "sustained", "continued", "ongoing", "lasting", "documented", "meaningful", "good", "sufficient", "initial",
    "functional", "objective", "symptomatic", "measurable", "clear", "evident",
)  # fmt: skip
_SHOWS = one_of(
    "has", "have", "had", "is", "are", "shows?", "shown", r"demonstrat\w+", "evidence of", r"experienc\w+",
    r"achiev\w+",
    r"maintain\w+", r"sustain\w+", r"document\w*",
)  # fmt: skip
BENEFIT = any_of(
    # e.g. "if the first course was of benefit", "the first one helped"
    r"\b(?:first|last|previous|initial|earlier)(?: (?:course|series|cycle|treatment|approval|one|infusions?))? "
    r"(?:was of (?:\w+ )?(?:benefit|use|value)|(?:has )?helped|worked)\b",
    # e.g. "positive clinical response", "has benefited", "is responding"
    rf"\b{_GOOD}(?: \w+){{0,3}} (?:response|benefit|improvement|effect)",
    rf"\b{_SHOWS}\b{near(60)}\b(?:respon(?:se|ded|ding)|benefit\w*|improve\w*|stabil\w+)",
    r"\b(?:benefit|response|improvement)s? (?:(?:is|are|was|were|has|have|been|must|can|be) ){1,3}(?:\w+ )?"
    r"(?:shown|seen|demonstrated|evident|noted|confirmed|proven|present|documented|found|apparent|clear)\b",
    r"^\W*(?:benefit|response|improvement) (?:(?:from|to|with|on|under) (?:the )?(?:esketamine|spravato|ketamine|"
    r"drug|treatment|therapy|spray)|shown|documented|seen|present)\W*$",
    # e.g. "Renewal requires improvement"
    r"\b(?:requires?|needs?|demands?|calls? for|asks? for|depends? (?:up)?on|contingent (?:up)?on|subject to"
    r"|(?:up)?on) "
    r"(?:(?!inadequate|insufficient|partial|poor|lack|no\b|without)\w+ ){0,3}?"
    r"(?:improvement|benefit|response)\b(?! to (?!esketamine|spravato|ketamine|treatment|therapy|the drug))",
    # e.g. "if the patient benefits", "while it still helps"
    rf"\b{PERSON} (?:\w+ )?(?:benefits|responds)\b",
    # e.g. "12 months afterwards for members who benefit", "for those with benefit"
    rf"\b(?:{PERSON}s?|people|those|anyone|whoever|1|one) who (?:(?!not |never |no )\w+ )?(?:benefits?|"
    rf"improves?|responds?)\b",
    r"\bfor (?:members|patients|people|those|adults|anyone) with (?:(?:an? |the |some )?(?:clear |"
    r"documented |shown )?)"
    r"(?:benefit|improvement|response)(?=\W*$|[.;,]| (?:from|on|to)\b)",
    # e.g. "attests that the patient improves on treatment", "depression is improving with it"
    rf"\b(?:{PERSON}|symptoms?|depression|condition|illness|mood) (?:(?!not |never |no )\w+ )?"
    r"(?:improves?|(?:is|are) improving)\b",
    r"\b(?:it|drug|spray|treatment|therapy|esketamine|spravato) (?:still )?(?:helps|works)\b",
    r"(?<!not )\bresponded (?:\w+ )?(?:well|positively|favou?rably)\b",
    r"\brespond(?:ing\b|s (?:\w+ )?(?:to|well|positively|favou?rably)\b)",
    # e.g. "patient improved or stable on treatment", "the clinician considers the therapy beneficial"
    rf"(?:^|: |\b(?:if|when|while|where) )\W*(?:the )?(?:{PERSON} )?"
    r"(?:improved|stable|better)(?: or (?:improved|stable|better))? "
    r"(?:on|with|since|under)\b",
    r"\b(?:considers?|finds?|judges?|deems?|regards?) (?:the )?(?:drug|treatment|therapy|it|spravato|esketamine)"
    r"(?: (?:as|to be))? (?:beneficial|effective|helpful|of benefit)\b",
    r"\b(?:benefit(?:ed|ing|s|ted)|profit(?:ed|ing|s)|gain(?:ed|ing|s)) from\b", r"\btherapeutic benefit",
    # e.g. "the spray has brought relief", "is of value to the patient", "whose depression the drug has relieved"
    r"(?<!not )(?<!never )\b(?:brought|brings|gave|given|gives|provided|provides|yielded|afforded|led to)(?: about)? "
    r"(?:(?!no\b|not\b|little|partial|poor|in(?:adequate|sufficient))[\w'’-]+ ){0,3}?(?:relief|improvement|benefit)\b",
    r"\brelief (?:of|from) (?:(?:the|his|her|their) )?(?:\w+ )?(?:symptoms|depression)\b",
    r"\b(?:is|was|be|been|proved|proven|proves)(?: to be| of)? (?:of )?(?:(?!no\b|little\b|the\b|any\b)\w+ )?"
    r"(?<=of )(?:benefit|value|help|use)\b(?= (?:to|for|in) )",
    r"\b(?:proved|proven|proves)(?: to be)? of (?:benefit|value|help)\b",
    r"\b(?:has|have) (?:relieved|eased|lightened) (?:\w+ ){0,3}?(?:depression|symptoms|mood|suffering)\b",
    r"\b(?:depression|symptoms|mood) (?:that )?(?:the |this )?(?:spray|drug|treatment|therapy|spravato|esketamine) "
    r"(?:has |have )?(?:relieved|eased|lightened|improved)\b",
    # e.g. "prescribed by a psychiatrist, the patient having responded"
    r"(?<!not )\bhaving (?:responded|improved|benefit(?:t)?ed|lifted)\b(?! (?:inadequat|poorly|only|insuffic))",
    r"\bcontinu\w+ to (?:benefit|respond|improve|do well)\b",
    r"\bresponse (?:is|has been|was) (?:maintained|sustained)",
    r"\bmaint\w+ (?:of )?(?:\w+ )?(?:response|improvement)",
    # e.g. "symptoms have lessened", "is doing better", "the condition is stable"
    rf"\b(?:symptom\w*|depress\w*|condition|disease)\b{near(40)}\b(?:improve\w*|better|lessen\w*|reduc\w+|"
    rf"decreas\w+|eased)",
    # e.g. "depression has lifted", "symptoms have abated", "the severity has fallen"
    r"\b(?:depression|symptoms?|mood|severity|episode)\b(?: of [\w ]{3,30})? (?:has|have) (?:\w+ )?"
    r"(?:lifted|abated|subsided|receded|resolved|cleared|fallen|dropped|declined|brightened|lightened|waned|ebbed"
    r"|diminished)\b",
    rf"\b{PERSON} (?:(?:has|have|had) )?(?:responded|improved|benefit(?:t)?ed)\b",
    r"\b(?:improved|better) (?:\w+ ){0,2}(?:function\w*|quality of life|mood|well-?being)\b",
    r"\b(?:reduction|decrease|lessening|drop) (?:in|of) (?:the )?(?:frequency|number|severity|intensity|burden) of "
    r"(?:\w+ ){0,3}(?:symptoms|episodes|depression|relapses)\b",
    r"\bneither (?:\w+ nor )?(?:progressed|worsened|deteriorated)\b",
    r"\b(?:(?:treatment|therapy|therapeutic) goals|goals of (?:treatment|therapy|care)) (?:are|have been|were)"
    r" (?:being )?"
    r"(?:met|reached|attained|achieved)\b",
    # e.g. "is less depressed than before", "is no longer as severe as it was"
    rf"\b(?:{PERSON}|depression|episode|condition|illness|mood) (?:is|are) (?:now )?(?:(?:not|no longer) (?:as|so) "
    r"(?:depressed|severe|ill|bad|symptomatic|low|deep)|less (?:depressed|severe|symptomatic)|(?:milder|lighter)) "
    r"(?:as|than)\b",
    r"\b(?:better|milder|fewer) (?:\w+ )?symptoms\b", r"\b(?:has|have) (?:gotten|got|become|grown) better\b",
    r"\b(?:gains?|progress|response|improvement|benefit)\b[^.;]{0,30}\b(?:held|kept|maintained|sustained|retained"
    r"|preserved|made|lasted)\b",
    # e.g. "benefit has been shown"
    r"\b(?:benefit|(?:improve|better)ment|response|progress)\b (?:\w+ ){0,4}?(?:(?:is|are|was|has been|must be|"
    r"can be|being) )+(?:\w+ )?(?:shown|seen|documented|demonstrated|reported|recorded|evident|confirmed|"
    r"observed|noted|apparent|sustained|maintained)\b",
    r"\b(?:reports?|notes?|confirms?|attests?|records?|sees?|finds?|describes?|states?|explains?) (?:\w+ ){0,3}?"
    r"(?:benefit|improvement|response)\b",
    r"\bimprovement (?:in|or)\b", r"\b(?:stabili[sz]ation|improvement|lessening|easing|reduction|decrease) of "
    r"(?:\w+ ){0,3}(?:symptoms?|depression|condition|disease|illness)\b",
    r"\b(?:improved|reduced|lessened|eased|decreased) (?:\w+ ){0,2}(?:symptoms|depression|condition|mood)\b",
    r"\b(?:is|are|feel|feels|felt|gets?|been|gotten|got|does|doing|do) (?:\w+ )?better(?: off)? than\b",
    r"\b(?:reduction|decrease) in (?:\w+ ){0,3}symptoms",
    r"\b(?:doing|feels?|is) (?:\w+ly |much |far )?better\b",
    r"\b(?:shown|seen|found|known|proved|proven) to (?:\w+ )?(?:profit|benefit|gain|improve)\b",
    rf"\b(?:is|are|remains?|has been|been|condition|disease|depression|symptoms?)\b{near(20)}\bstab(?:le|ili[sz])",
    r"\b(?:not (?:worsened|deteriorated)|no (?:worsening|deterioration))",
    # e.g. "continuation without a response is not covered", "renewal for non-responders is excluded"
    r"\bwithout (?:(?:an?|any|clear|adequate|sufficient|meaningful|clinical|documented|sustained|continued|"
    r"evidence of) )*(?:response|benefit|improvement|progress)\b[^.;]{0,20}"
    r"\b(?:not|den(?:y|ied)|excluded|refused|stops?|ends?)\b",
    r"\bnon-?responders\b[^.;]{0,20}\b(?:not|den(?:y|ied)|excluded|refused)\b",
    # e.g. "renewal: response to therapy"
    r"\b(?:renewals?|continuation|re-?auth\w+)[^.;:]{0,30}: (?:an? |the |some )?(?:response|improvement|benefit)"
    r"(?: (?:to|with|from|on|under|in) (?:the )?[\w ]{2,25})?\W*$",
    # e.g. "6 months with response"
    r"\d (?:days|weeks|months?|years?),? (?:with|on|upon|given|for|if|when|where) (?:(?!no|poor|partial|"
    r"inadequate)\w+ ){0,2}?"
    r"(?:response|benefit|improvement)\W*$",
    # e.g. "authorized for 12 months for responders", "if the member is doing well"
    r"\b(?:for|in) (?:(?:all|those|sustained|continued) )?responders\b",
    r"\b(?:is|are|has|have) (?:been )?(?:doing|done) well\b",
    # e.g. "the drug continues to work"
    r"\b(?:has|have) (?:helped|worked)\b", r"\b(?:is|be|been) (?:helping|working)\b",
    r"\b(?:continues? to (?:work|help|be effective)|remains? effective|continued effectiveness)",
    r"\b(?:therapy|treatment|drug|medication|esketamine|spravato)(?: with (?:it|esketamine|spravato|the \w+))? "
    r"(?:is|has been|was|proves?|has proved) (?:effective|successful|helpful|beneficial)\b",
)  # fmt: skip
