"""The papers a policy asks for, and its looser routes: compendia, exceptions, whatever the label admits."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.answering.status_wording import OFF_LABEL_POLICY
from parsers.criteria.other_requests import is_of_unlisted_drugs, spares_a_request
from parsers.criteria.papers_spared import without_spared
from parsers.criteria.payer_remnants import OF_A_DELAY
from parsers.criteria.vocabulary import near, one_of
from parsers.criteria.wording import Clause, Finding, is_waived, matches, without_examples, wording
from parsers.language.any_of import choice_of
from parsers.language.patterns import compiled
from parsers.uses.indications import named_indications

_NOTES = one_of(
    "chart",
    "progress",
    "clinical",
    "office",
    "office visit",
    "visit",
    "clinic",
    "medical",
    "treatment",
    "(?:physician|psychiatrist|provider|prescriber|clinician)(?:'?s|s')?",
)
_SHOWN = one_of("confirmed", "verified", "supported", "documented", "evidenced", "shown")
_DOCUMENTS = (
    wording("documentation", r"\battest|\bsigned (?:statement|declaration)"
        r"|\bsigns? (?:an? |the )?(?:statement|declaration|affidavit)\b"
        r"|\b(?:prescriber|physician|provider|clinician|psychiatrist|doctor) (?:gives|makes|sends|provides) (?:an? )?"
        r"(?:\w+ )?statement\b|\b(?:prescriber|physician|provider|psychiatrist|doctor)(?:'s|s')? statement that\b"
        r"|\b(?:prescriber|physician|provider|clinician|psychiatrist|doctor) (?:hereby )?"
        r"(?:(?:certifies|affirms|declares)\b(?! (?:in|with|by) )|(?:states|confirms|indicates) (?:on|in) (?:the|this) "
        r"(?:\w+ )?(?:request|form))|\bcertif(?:y|ies|ied) in writing\b",
        "attestation",
    ),
    wording(
        "documentation",
        one_of(
            rf"\b{_NOTES} notes?\b", r"\bnotes from the (?:medical )?(?:chart|record)",
            r"\b(?:medical|clinical|chart|treatment)[ -]records?\b(?! number)",
            # What a pharmacy's records show is not in the patient's.
            r"(?<!refill )(?<!plan's )(?<!payer's )(?<!our )(?<!pharmacy )(?<!claims )(?<!dispensing )\b(?:records|"
            r"notes) "
            r"(?:must |ha(?:s|ve) to |should |need to )?"
            r"(?:shows?|documents?|confirms?|reflects?|proves?)\b",
            r"\bchart documentation",
            r"\b(?:documentation|evidence|proof) (?:from|out of) (?:the |a )?(?:[\w']+ )?(?:charts?|records?)\b",
            r"\b(?:the )?charts? (?:bears?|bore) (?:this|it|that)? ?out\b",
            r"\b(?:proof|evidence|confirmation) (?:of this )?(?:is |exists )?in the (?:[\w']+ )?(?:charts?|records?)\b",
            r"\bchart entries\b",
            # e.g. "does the chart show failure of …?", asked of whoever has it before him; "is documented in the chart"
            r"\b(?:do|does) (?:the |this )?(?:\w+(?:'s)? )?charts? (?:show|document|confirm|reflect|prove|contain)\b",
            rf"\b{_SHOWN}(?: \w+)? (?:in|by|from|through) (?:the |a )?(?:[\w']+ )?charts?\b",
            r"\b(?:per|according to) the (?:(?:patient|member|client|individual|beneficiary)'?s? )?charts?\b",
            r"\bmedical chart", r"\bcopies? of (?:the )?(?:chart|records?)",
        ),
        "chart_notes",
    ),
    wording(
        "documentation",
        one_of(
            r"(?<!without )\b(?:paid )?(?:pharmacy |prescription |medical |drug )?claims?\b"
            r" (?:(?:must|should|have to|need to) )?(?:history|data|records?|review(?!er)|information|show|confirm|"
            r"evidence)",
            r"^\W*(?:paid )?(?:pharmacy|prescription|drug) claims\W*$",
            # e.g. "drug claims or chart notes show failure of …"
            rf"\bclaims?,? (?:and|or|and/or) (?:the |by |in |from )?(?:{_NOTES} )?"
            r"(?:notes?|records?|charts?|documentation) (?:(?:must|should|have to) )?"
            r"(?:shows?|documents?|confirms?|prove|support|evidence|reflect)\b",
            r"\bpaid (?:\w+ )?claims?\b", r"\bclaims (?:that |which )(?:name|show|list|document|prove|confirm|give)",
            r"\b(?:taken|drawn|pulled|copied|seen|evident) (?:from|in|on) (?:pharmacy |prescription |paid )?claims\b",
            r"\b(?:pharmacy|prescription|drug|paid) claims? (?:for|of|from) (?:each|every|all|the|any|\d)",
            rf"\b(?:has|have|had) (?:an? |the )?claims? for\b{near(60)}(?:\beach\b|\b(?:past|last|previous)\b)",
            r"\bpharmacy (?:records?|history|fill|profile)",
            r"\b(?:prescription fill|dispensing) (?:history|records?|data)",
            rf"\b{_SHOWN}(?: \w+){{0,2}} (?:by|in|with|through) (?:\w+ ){{0,3}}claims\b",
            r"\b(?:according to|based on|on|per|by|from|in|as) (?:the |paid |filed )?(?:pharmacy|prescription"
            r"|drug) claims\b",
            # e.g. "the oral antidepressant continues, by claims"
            r"\b(?:by|per|according to|in) claims(?=\W*$|[,;)])",
            r"\b(?:pharmacy|prescription|drug) claims (?:\w+ ){0,2}(?:bear out|reviewed|checked|prove|support"
            r"|document|agree|verif(?:y|ies)|back(?:ing)? up|corroborat|establish)",
            # e.g. "pharmacy claims are used to verify the trials", "we look at drug claims to confirm them"
            r"\b(?:pharmacy|prescription|drug) claims (?:[\w-]+ ){0,3}?(?:to|as proof|as evidence)\b[^.;]{0,30}"
            r"\b(?:verify|confirm|check|establish|prove|corroborate|support|proof of|evidence of|show)\b",
            r"\bclaims are (?:checked|searched|reviewed|looked at) (?:for|to)\b[^.;]{0,30}\b(?:trials?|failures?|"
            r"verify|confirm)",
        ),
        "claims",
    ),
)  # fmt: skip
# "Documentation (such as chart notes)": what a demand for papers gives as examples are the papers.
_OF_WHICH_KIND = compiled(
    r"\b(?:documentation|documents|documented|evidence|records?) ?"
    r"\((?:such as|e\.?g\.?,?|for example,?|for instance,?|including,?|i\.?e\.?,?) ([^()]+)\)"
)
# What every record must hold in case of an audit, or is looked at for an exception, is no paper of a request.
_AUDITED = compiled(
    # e.g. "the form is kept in the medical record", "a copy of the request stays in the client's chart"
    r"\b(?:forms?|requests?|cop(?:y|ies)|letters?|paperwork|approvals?|authori[sz]ations?)\b[^.;]{0,90}?"
    r"\b(?:(?:is|are|be) (?:then )?(?:kept|retained|filed|placed|stored|maintained|put|scanned)|stays?|remains?|goes) "
    r"(?:in|into|on file in|with) (?:the |each |every |his or her |their )?(?:[\w']+ ){0,2}?(?:medical |"
    r"clinical )?(?:records?|"
    r"charts?|files?)\b(?![^.;]*\b(?:submit|sent|attach|provid|enclos|includ|upload))|"
    # e.g. "keep it with the medical record"
    r"\b(?:keep|retain|file|store|place|put) (?:it|this|(?:a|one) copy|(?:the|this) (?:\w+ )?(?:form|worksheet|sheet|"
    r"checklist))\b[^.;,]{0,30}? (?:in|into|with) (?:the |each |every |your )?(?:[\w']+ ){0,2}?"
    r"(?:records?|charts?|files?)\b|"
    # e.g. "chart notes may be requested at any time"
    r"\bmay (?:also |later )?be (?:requested|asked for|called for|audited)\b|"
    # e.g. "claims history is shown to the reviewer on the second screen", "claim reviews are governed by Article IX"
    r"\b(?:is|are) (?:shown|displayed|visible|available|open|known|at hand) (?:to|for) (?:the|our|each) "
    r"(?:\w+ )?(?:reviewers?|pharmacists?|staff|nurses?|desk)\b|"
    r"\bclaims? reviews? (?:is|are|(?:go|goes|follows?|takes?))\b|"
    r"\b(?:post-?payment|audit(?:s|ed)?|inspect(?:s|ed|ion)?|individual consideration)\b"
    # e.g. "an unusual case is judged from the medical record"
    r"|\b(?:unusual|exceptional|uncommon|atypical|special|rare) (?:cases?|circumstances?|situations?|patients?)\b"
    r"[^.;]{0,20}\b(?:judged|decided|considered|weighed|reviewed|assessed|evaluated)\b"
    # e.g. "the circumstances of each person are weighed when the medical records are reviewed"
    r"|\bcircumstances\b[^.;]{0,50}\b(?:judged|considered|weighed|taken into account|looked at|"
    r"(?:call for|need|require|warrant|deserve)s? (?:an? |the )?(?:\w+ )?(?:review|look))\b"
)
# "Earlier trials may be shown by claims or by notes": one way among others.
# So are "pharmacy records from an earlier plan are accepted".
_ONE_WAY = compiled(
    rf"\b(?:may|can) (?:also )?be {_SHOWN}\b|\b(?:records?|claims|histor(?:y|ies)|data|profiles?|fills?) "
    r"(?:from|of|with|by) [^.;,]{3,50} (?:(?:is|are|will be|can be|may be) (?:also )?(?:accepted|acceptable|admitted|"
    r"allowed|used|honou?red)|counts?)\W*$"
)
# "We recommend that you send our letter": advice.
_ADVISED = compiled(r"\b(?:we|the plan) (?:strongly |also )?(?:recommend|suggest|encourage|advise)s?\b")
_BACKED = compiled(rf"\b(?:{_SHOWN}|supports?|kept|maintained|available|contains?|found)\b")
# "An attestation takes the place of clinical notes": these are not sent.
_INSTEAD = compiled(
    r"(?<!\bno )\battest\w*\b[^.;]{0,100}?\b(?:takes? the place|stands? in|replaces?|substitutes? for|suffices?|"
    r"instead|rather than|in (?:place|lieu))\b"
)
# "Attach our letter. It takes the place of clinical notes."
_IN_PLACE = compiled(
    r"^\W*(?:it|this|that|the (?:letter|form|statement|loa)) (?:takes? the place of|stands? in for|replaces?|"
    r"(?:is sent|goes|serves) (?:instead|in (?:place|lieu)) of)\b"
)
_OFF_LABEL = compiled(
    one_of(
        r"\bcompendi(?:a|um)\b",
        rf"\boff[ -]label\b{near(60)}\b(?:may|is|can|will|are)\b(?! not){near(40)}"
        r"\b(?:consider|cover|approv|review|accept|exception)",
        # "Please note the following regarding medically accepted indications: …" leads in what is noted.
        r"(?<!regarding )(?<!about )(?<!concerning )\bmedically[ -]accepted indication",
        rf"\b(?:reviewed|considered|decided|handled|evaluated|judged|referred)\b{near(60)}\boff[ -]label\b{near(20)}"
        r"\b(?:policy|guideline|criteria|process|route|rules?)\b",
        OFF_LABEL_POLICY.pattern,
        rf"\bpeer[ -]reviewed (?:medical )?literature\b{near(50)}\b(?:support|may|consider)",
        r"(?<!without )(?<!without an )(?<!no )\bexception (?:request|process|criteria|may)\b",
    )
)
# "The compendia were searched for this update", "no compendium lists this use": no way to coverage.
_COMPENDIA = r"\bcompendi(?:a|um)\b"
_CONSULTED = compiled(
    one_of(
        rf"{_COMPENDIA}{near(40)}\b(?:was|were|are|is|been) (?:\w+ )?"
        r"(?:searched|reviewed|consulted|checked|read|examined)(?! case\b)",
        rf"{_COMPENDIA}{near(40)}\b(?:not (?:support|list|include|accept|recogni)|had not|none\b)",
        rf"\b(?:searched|consulted|checked|reviewed|looked at|examined)\b{near(30)}{_COMPENDIA}",
        rf"\bno (?:\w+ )?{_COMPENDIA}",
        # e.g. "we did not find such a use supported in the compendia named in the Act"
        rf"\b(?:(?:(?:did|does|do|could|can) not|never) (?:find|see)|(?:finds?|found) no(?:ne|thing)?"
        rf"|(?:is|are|was|were) not (?:\w+ )?(?:supported|recogni[sz]ed|accepted|listed|found)){near(60)}{_COMPENDIA}",
        # e.g. "doses that the label or a compendium gives as usual count as adequate"
        rf"\b(?:dos(?:e|es|ing|ages?)|strengths?|trials?)\b{near(40)}{_COMPENDIA}{near(40)}\b(?:adequate|usual|enough|"
        r"sufficient|therapeutic|minimum|maximum)\b",
        rf"\b(?:adequate|usual|sufficient|therapeutic|minimum|maximum)\b{near(40)}\bdos\w+{near(40)}{_COMPENDIA}",
        rf"\bsources? (?:of|for) (?:this|the) (?:policy|document)\b{near(60)}{_COMPENDIA}",
    )
)
_FDA = r"(?:fda|food and drug administration)"
_LABEL = compiled(
    one_of(
        r"\bfda[ -]?(?:approved|labell?ed)\b",
        rf"\b{_FDA}(?:\))?(?:'s)?{near(30)}\b(?:approved|labell?ed|labell?ing|label)\b",
        r"\b(?:approved|labell?ed) by the (?:u\.?s\.? )?(?:fda|food and drug)",
        r"\blabell?ed (?:indication|use)s?\b",
        rf"\b(?:indications?|uses?)\b{near(60)}\b(?:fda|label)",
    )
)
_ON_LABEL = one_of(
    rf"{_FDA}[ -](?:approved|labell?ed)",
    rf"(?:approved|labell?ed) by the {_FDA}",
    rf"(?:on|in|under) the {_FDA}[ -]label",
)
# "The use is FDA-approved or is supported by a compendium": either way is a way.
_LABEL_OR_COMPENDIUM = compiled(
    rf"\b{_ON_LABEL}\b[^.;]{{0,30}},? or\b[^.;]{{0,60}}\b(?:compendi(?:a|um)|medically[ -]accepted)"
    rf"|\bcompendi(?:a|um)\b[^.;]{{0,30}},? or\b[^.;]{{0,60}}\b{_ON_LABEL}\b"
)


# "By checking Urgent the prescriber certifies that waiting could harm": how fast a request is looked at.
_OF_ITS_SPEED = compiled(
    r"\b(?:urgent|expedited?|standard (?:review|time ?frame))\b[^;]*\b(?:certif|attest|confirm)"
    rf"|{OF_A_DELAY}"
)
# "If the patient moves, send the new plan the letter of attestation": what another payer is sent.
_OF_A_MOVE = compiled(
    r"\b(?:send|sent|forward\w*|need\w*|give|given|supply|supplied)\b[^.;]{0,60}\b(?:new|next|other|receiving) "
    r"(?:\w+ )?(?:contractor|plan|insurer|payer|carrier|region)\b"
    r"|\b(?:new|next|other|receiving) (?:contractor|plan|insurer|payer|carrier) (?:needs|wants|asks|gets|receives)\b"
)
# "A baseline score has been obtained with a rating scale", whatever it is, in a list of what the prescriber attests.
_SCORE_TAKEN = compiled(
    r"^(?!.*(?:[<>]|\bat least\b|\bor (?:more|higher|greater|above)\b|\bimprov|\blower|\breduc|\bcompar|\bthan\b))"
    r"(?=.*\b(?:baseline|pre-?treatment|before (?:treatment|therapy|the (?:1st|first) (?:dose|session)))\b)"
    r"(?=.*\b(?:scor\w+|scales?|assessment|instrument|tool|measure\w*|rating)\b)"
    r".*\b(?:obtained|taken|recorded|completed|done|scored|measured|assessed|documented|on file|performed)\b"
)
_ATTESTED_LIST = compiled(r"\b(?:attest|certif(?:y|ies)|affirm|declare)\w*\b")
# "Not pregnant, unless the prescriber attests that the benefit is greater": a way around, no paper of each request.
_ATTESTED_INSTEAD = compiled(r"\b(?:unless|except (?:if|when|where))\b[^.;]{0,60}\b(?:attest|certif(?:y|ies)|document)")
_ASKS_FOR_NONE = choice_of(_AUDITED, _ADVISED, _IN_PLACE, _ONE_WAY, _OF_ITS_SPEED, _OF_A_MOVE)


def read(clause: Clause) -> Iterator[Finding]:
    """Grade of documentation, and a route for uses that the policy does not list."""
    words = without_spared(clause.plain)
    if is_waived(words):
        return
    asked = (
        []
        if _ATTESTED_INSTEAD.search(clause.plain)
        or _ASKS_FOR_NONE.stands_in(clause.plain)
        or spares_a_request(clause.plain)
        else list(_papers(words))
    )
    if not asked and (papers := _OF_WHICH_KIND.search(clause.words)):
        asked = list(matches(_DOCUMENTS, papers[1]))
    if not asked and _ATTESTED_LIST.search(clause.title) and _SCORE_TAKEN.match(clause.plain):
        asked = [Finding("documentation", "attestation")]
    # "I attest that the medical record supports this": the word is taken, the record is not sent.
    alone = _BACKED.search(clause.plain) or _INSTEAD.search(clause.plain)
    attested = any(finding.value == "attestation" for finding in asked) and alone
    yield from asked[:1] if attested else asked
    no_way = _CONSULTED.search(clause.plain) or is_of_unlisted_drugs(clause.plain)
    if _OFF_LABEL.search(clause.plain) and not no_way:
        yield Finding("off_label_route", True)
        if _LABEL_OR_COMPENDIUM.search(clause.plain):
            yield Finding("label_dynamic", True)


_MONITORED = compiled(r"\bp?d?mp\b|\bmonitoring (?:program|database|system|registry|report)s?\b")


def _papers(words: str) -> Iterator[Finding]:
    """The papers asked for; examples of notes ("chart notes, such as visit notes, pharmacy history") are no others."""
    found = list(matches(_DOCUMENTS, words))
    if _MONITORED.search(words) and "claim" not in words:
        # "The dispensing history in the state's monitoring program": whose entries are looked up, and no paper.
        found = [finding for finding in found if finding.value != "claims"]
    if len(found) > 1 and (named := list(matches(_DOCUMENTS, without_examples(words)))):
        return iter(named)
    return iter(found)


def names_the_label(clause: Clause) -> bool:
    """Whether the clause admits what the FDA label admits, by reference."""
    return bool(_LABEL.search(clause.words)) or "fda_labeled" in named_indications(clause.text)
