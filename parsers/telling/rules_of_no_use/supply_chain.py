"""How a drug reaches those who give it, under a title of its distribution: what is asked of pharmacies and wholesalers.

"Restricted distribution. Pharmacies that send the spray to a site have to be certified as well. It is not dispensed to
the patient.": an office that asks for approval shows none of it. What is asked of site or patient there still counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parsers.language.patterns import compiled
from parsers.models import Block
from parsers.telling.sentence_by_sentence import Told, without_sentences

_TITLE = compiled(
    r"^\W*(?:[\d.]+ )?(?:(?:the|about|our) )?(?:(?:restricted|limited|closed|drug|product|spravato|medication|"
    r"controlled) )*"
    r"(?:distribution(?: (?:program|network|system|channels?|model))?|supply(?: chain)?|pharmac(?:y|ies)|dispensing|"
    r"availability|"
    r"(?:where|how) (?:the |this )?(?:drug|spray|medication|product|it|spravato) (?:comes from|is (?:supplied|"
    r"obtained|"
    r"distributed|shipped|ordered|dispensed|sold|bought))|(?:how to (?:get|obtain|order|buy)|obtaining|ordering|"
    r"getting|"
    r"acquiring|buying|purchasing) (?:the |this )?(?:drug|spray|medication|product|it|spravato)|specialty "
    r"pharmac(?:y|ies)|"
    r"drug (?:acquisition|supply|procurement)|acquisition)(?: of (?:the |this )?(?:drug|spray|medication|"
    r"product|spravato))?"
    r"\W*$",
    re.IGNORECASE,
)
_PARTY = (
    r"(?:pharmac(?:y|ies|ists?)|wholesalers?|distributors?|manufacturers?|makers?|suppliers?|vendors?|couriers?|"
    r"dispensers?)"
)
_PRODUCT = (
    r"(?:(?:the|this|each|every|an?) (?:nasal )?(?:drug|spray|kit|product|medication|device|carton|spravato)|kits|it|"
    r"spravato)"
)
_OF_SUPPLY = compiled(
    rf"^\W*(?:(?:only|all|any|each|every|the|an?|our|no|both|in-network|network) )*(?:[\w-]+ ){{0,2}}?{_PARTY}"
    rf"(?:(?:,|,? and|,? or|/) ?(?:[\w-]+ )?{_PARTY})*\b"
    rf"|^\W*{_PRODUCT}(?: itself)? (?:(?:is|are|may|must|can|will|be|not|never|only|also) )+(?:be )?(?:shipped|"
    rf"supplied|sold|"
    r"sent|distributed|dispensed|delivered|bought|ordered|stocked|released|handed|mailed)\b",
    re.IGNORECASE,
)
_THEY = compiled(r"^\W*(?:they|it|these|each of them|all of them|both)\b", re.IGNORECASE)
# Who asks for approval, and for whom.
_OF_THE_REQUEST = (
    r"(?:patients?|members?|clients?|beneficiar(?:y|ies)|recipients?|prescribers?|sites?|settings?|clinics?|offices?|"
    r"facilit(?:y|ies)|provider|providers|cent(?:er|re)s?)"
)
_ASKED = (
    r"(?:must|shall|should|needs? to|ha(?:s|ve) to|(?:is|are) (?:to be |also )?(?:certified|enrolled|registered))\b"
)
# "The pharmacy and the site are certified", "…, and the patient must be enrolled".
_ASKS_OTHERS = compiled(
    rf"^\W*(?:(?:only|all|any|each|every|both|the) )*(?:[\w-]+ )?{_PARTY}(?:,| and| or|,? as well as)+ "
    rf"(?:(?:the|an?|any|each|all) )?(?:[\w-]+ ){{0,2}}?{_OF_THE_REQUEST}\b[^.;]{{0,30}}?\b{_ASKED}"
    rf"|(?:[,;:] |\b(?:and|but|while) )(?:(?:the|an?|any|each|every|all|both) )?(?:[\w-]+ )?{_OF_THE_REQUEST} "
    rf"{_ASKED}",
    re.IGNORECASE,
)
_SPEAKS_OF_IT = compiled(
    rf"\b(?:{_PARTY}|kits?|dispensed|shipped|supplied|delivered|certified|enrolled)\b", re.IGNORECASE
)


def without_supply_chain(blocks: Sequence[Block]) -> Told:
    """`blocks` without such sentences under such titles; and what is printed of the rest of their paragraphs."""
    return without_sentences(_SPEAKS_OF_IT, blocks, _drops)


def _drops(block: Block) -> Callable[[str], bool] | None:
    """What tells the sentences on pharmacies, and on the same in "they"; None of a block under any other title."""
    if block.kind not in ("paragraph", "item", "definition") or not block.path or not _TITLE.match(block.path[-1]):
        return None
    of_supply = False

    def tells(sentence: str) -> bool:
        nonlocal of_supply
        of_supply = bool(_OF_SUPPLY.match(sentence)) or (of_supply and bool(_THEY.match(sentence)))
        return of_supply and not _ASKS_OTHERS.search(sentence)

    return tells
