"""Cover and denial in verbs of their own ("is an eligible service for", "carves out ketamine for", "has been accepted
for"), told as "is covered for" and "is not covered for" where a sentence names a use.

Elsewhere the same verbs are said of requests, members and settings; so they are no words of cover as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import names_use
from parsers.language.patterns import compiled
from parsers.language.rewriting import New, Rewriting
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, told_by_sentence
from parsers.telling.verdicts.refusing_verbs import DRUG, REFUSING

_IT = rf"(?:{DRUG}|it|(?:the|this) (?:drug|spray|service|treatment))"
_ALSO = r"(?:(?:likewise|also|now|then|still|currently|therefore) )*"
_FOR = r"(?= (?:for|in|as|to treat|when|if|once)\b)"
_REFUSED = r"(?:denied|rejected|refused|returned unpaid|turned down)"


def _claims(found: re.Match[str]) -> str:
    told = "is covered" if found["paid"] else "is not covered"
    return f"{found['drug'][0].upper()}{found['drug'][1:]} {told} for {found['use']}"


_NOR = compiled(r",? (?:and |or )?(?:not|nor) (?:for|in) ", re.IGNORECASE)


def _pays_for_use(found: re.Match[str]) -> str:
    told = "is not covered" if found["no"] else "is covered"
    return f"{found['drug'][0].upper()}{found['drug'][1:]} {told} {found['use'][0].lower()}{found['use'][1:]}."


_TABLE: tuple[tuple[str, New], ...] = (
    # "Coverage: esketamine is covered for …".
    (
        (
            r"^(?:coverage|position|policy|determination|decision|statement)(?: statement)?: "
            rf"(?={DRUG} (?:is|are|may|will|has)\b)"
        ),
        "",
    ),
    # "Esketamine, alone or with an antidepressant, is an eligible service for …".
    (
        (
            rf"(?P<it>\b{_IT}(?:, [^,;.:]{{3,60}},)? (?:is|are)) {_ALSO}(?P<no>not |never )?(?:an? )?"
            rf"eligible(?: (?:service|treatment|drug|benefit))?{_FOR}(?! for (?:coverage|payment|reimbursement|"
            rf"benefits)\b)"
        ),
        r"\g<it> \g<no>covered",
    ),
    (
        rf"(?P<it>\b{_IT} (?:is|are)) {_ALSO}ineligible{_FOR}(?! for (?:coverage|payment|reimbursement|benefits)\b)",
        r"\g<it> not covered",
    ),
    # "Authorization of the drug is available for …".
    (
        (
            rf"^(?:prior )?authori[sz]ation(?: (?:of|for) (?P<drug>{DRUG}))? (?P<is>is|may be|can be) (?P<no>not )?"
            rf"(?:available|obtainable|had){_FOR}"
        ),
        lambda found: f"{found['drug'] or 'It'} {found['is']} {found['no'] or ''}covered",
    ),
    (rf"(?P<it>\b{_IT})(?:, [^,;.:]{{3,40}},)? has (?P<no>not )?been accepted{_FOR}", r"\g<it> is \g<no>covered"),
    # "It cannot be prescribed for home use, yet when given in a clinic it is covered for …": where it is not, and that
    # it is.
    (
        (
            rf"^(?:(?:al)?though |while )?(?P<it>{_IT}) (?:can ?not|may not|must not|is not|will not)(?: be)? "
            r"(?:prescribed|dispensed|used|covered|given|taken|self-administered|shipped|mailed|sold|paid(?: for)?)"
            r"(?: [\w-]+){0,3}? (?:at|for|to|by|in|from|through) (?:the |a |an )?(?:home|members?|patients?|"
            r"pharmac\w+|mail|"
            r"retail)\b[^,.;:]{0,30}?(?:,? (?:yet|but|however)|,),? (?:it )?(?:when |where |if )?(?:it is "
            r")?(?:(?:given|used|"
            r"administered|taken) )?(?P<at>(?:in|at|by) (?:an? |the )?(?:[\w-]+ ){1,3}?)?"
            r"(?:,? ?it )?(?P<is>is|may be|will be) (?=covered|payable|paid|authori[sz]ed|approved|reimbursed)"
        ),
        r"\g<it> \g<is> ",
    ),
    # "Infusions are not a benefit: not for A, not for B", "…, neither for A nor for B".
    (
        (
            rf"(?P<it>\b{DRUG}(?: for (?:chronic )?pain)? (?:is|are) (?:not|never) (?:an? )?(?:covered|benefits?|paid|"
            r"payable))(?:: not|, not|,? neither) (?=(?:for|in)\b)(?P<uses>[^.;:]{3,160})"
        ),
        lambda found: f"{found['it']} {_NOR.sub(', ', found['uses'])}",
    ),
    # "The drug drawn up for an anesthetic is paid as before".
    (
        (
            rf"^(?P<it>{DRUG}) (?:that is )?(?:used|drawn up|given|infused|administered|injected) (?:for|as) (?:an? )?"
            r"an[ae]sthetic (?P<is>(?:is|are) (?:not )?(?:paid|covered|payable))(?: as before| as it was)?(?=[.;,]|$)"
        ),
        r"\g<it> for anesthesia \g<is>",
    ),
    # "Use for chronic pain is not allowed".
    (
        (
            r"(?P<use>^(?:the )?(?:use|infusion|treatment)\b[^;:]{3,160}? (?:is|are)) (?P<no>not |never )?"
            r"(?:allowed|permitted|accepted)\b(?! to\b)"
        ),
        r"\g<use> \g<no>covered",
    ),
    (rf"(?P<it>\b{_IT} (?:is|are)) {_ALSO}(?P<no>not |never )?(?:allowed|permitted){_FOR}", r"\g<it> \g<no>covered"),
    # "The carrier reimburses ketamine when …", "the department funds it for …".
    (
        (
            r"\b(?P<who>we|plan|program|department|agency|carrier|insurer|payer|fund|state|company|board|schedule|"
            r"policy) "
            rf"(?:will )?(?:{_ALSO}|only )(?:reimburses?|funds?|allows?|accepts?|honou?rs|remunerates?) (?={DRUG} "
            rf"(?:for|in|"
            r"as|to|when|if|only|once)\b)"
        ),
        lambda found: f"{found['who']} {'cover' if found['who'].lower() == 'we' else 'covers'} ",
    ),
    (
        (
            r"^(?P<use>(?:in|for) [^,.;:]{3,80}),? (?:we|(?:the|this|our) (?:\w+ )?(?:plan|program|department|agency|"
            r"carrier|insurer|payer|fund|state)) (?P<no>do(?:es)? not )?(?:reimburse|fund|pay for|cover|allow)s? "
            rf"(?P<drug>{DRUG})\.?$"
        ),
        _pays_for_use,
    ),
    *REFUSING,
    (rf"\bdo(?P<es>es)? not allow (?={DRUG} (?:for|in|as)\b)", r"do\g<es> not cover "),
    (rf"\bcarves? out (?={DRUG} (?:for|in|as)\b)", "does not cover "),
    (rf"\b(?:does|do) include (?={DRUG} (?:for|in|as)\b)", "covers "),
    (r"\b(?:is|are|remains?|stays?|lies?) (?:\w+ )?outside (?:of )?(?:the|our|its|this) benefits?\b", "is not covered"),
    # "Resistant depression is now a covered indication for the drug".
    (
        (
            rf"^(?P<before>[^,.;:]+, )?(?P<use>[^,.;:]{{3,120}}?) (?:is|was|are) {_ALSO}(?P<no>not )?(?:an? )?(?P<how>"
            rf"covered|approved|excluded|non-?covered) (?:indications?|uses?|diagnos[ei]s)\b(?: (?:for|"
            rf"of) (?P<drug>{DRUG}))?"
            r"(?=[.;,]|$)"
        ),
        lambda found: (
            f"{found['drug'] or 'It'} is {found['no'] or ''}"
            f"{'not ' if found['how'][0].lower() in 'en' else ''}covered for {found['use']}"
        ),
    ),
    (
        (
            r"\b(?:is|was|has been|will be) (?:(?:now|also|already) )*(?:added to|placed on|on|moved to) (?:the|"
            r"our|that|its) "
            r"(?:list of covered (?:uses|indications)|covered(?:[- ](?:use|indications?|drugs?))? list)(?= for\b)"
        ),
        "is covered",
    ),
    # "Claims for the drug submitted with a depression diagnosis will be denied".
    (
        (
            rf"^(?:claims?|requests?|bills?) for (?P<drug>{DRUG}) (?:that are )?(?:submitted|billed|filed|"
            rf"received|sent|made) "
            r"(?:with|under|for|on) (?:an? |the )?(?:diagnos[ei]s (?:code )?(?:of|for) )?(?P<use>[^.;:]{3,120}?)"
            rf"(?: diagnos[ei]s)? (?:are|is|will be) (?:(?P<paid>paid|covered)|{_REFUSED})\b"
        ),
        _claims,
    ),
    (
        (
            r"\b(?P<does>do|does|did|will|has|have) not extend(?:ed)? (?:this|that|the|its|our|"
            r"such)? ?(?:coverage|benefit)"
            r"(?: of it)? to (?=\w)"
        ),
        r"\g<does> not cover it for ",
    ),
    # "Esketamine for resistant depression is authorized", with no more.
    (
        (
            rf"(?P<it>^{DRUG} (?:for|in) [^.;:]{{3,160}}? (?:is|are)) (?P<no>not |never )?(?:authori[sz]ed|approved)"
            r"(?! (?:for|by)\b)\b"
        ),
        r"\g<it> \g<no>covered",
    ),
    (r"\b(?:when|if) (?:it is )?(?:prescribed|used|given) off[- ]label\b", "for off-label uses"),
    (r"\b(?P<for>for|in) mental health(?=[.,;]|$)", r"\g<for> mental health conditions"),
    (r"\bfor another (?:purpose|use|indication|reason)\b(?! (?:that|which|on|the|than)\b)", "for any other use"),
    (r"^(?:all )?the rest(?: of (?:the|these|those) uses)? (?=(?:is|are|remains?)\b)", "All other uses "),
    (
        (
            r"\b(?P<of>(?:all|any) (?:other )?uses?) not (?:numbered|lettered|itemi[sz]ed|tabulated) "
            r"(?:here|above|below)\b"
        ),
        r"\g<of> not listed here",
    ),
)
_RULES = Rewriting(tuple((compiled(printed, re.IGNORECASE), told) for printed, told in _TABLE))


def with_verbs_told(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each sentence that has such a verb in the common one; and what is printed for each."""
    titles = ("heading", "row", "term")
    return told_by_sentence(
        _RULES.looked_for, blocks, lambda place: _said if blocks[place].kind not in titles else None
    )


def _said(sentence: str) -> str | None:
    said = _RULES.of(sentence) if not sentence.endswith("?") else sentence
    if said == sentence or not names_use(said):
        return None
    return said[0].upper() + said[1:] if sentence[0].isupper() else said
