"""Sentences that answer for renewals by name ("Reauthorization for depression follows on request"), or for both phases.

Where they stand beside plain cover, a title that names renewals is of a topic, and the plain cover is of the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.short_answers import short_answer
from parsers.answering.statuses import read_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product
from parsers.phases.phases import names_both_phases, names_renewal, read_phase
from parsers.telling.sentence_by_sentence import Told, told_by_sentence
from parsers.telling.verdicts.drugs import drug_over
from parsers.telling.verdicts.words import SAID
from parsers.uses.indications import is_residual, mentions

_DRUG = r"(?:spravato|(?:es)?ketamine)(?: (?:nasal spray|infusions?|treatments?|therapy))?"
_RENEWAL = (
    r"(?:renewals?|re-?authori[sz]ations?|re-?approvals?|re-?certifications?|continuations?|"
    r"continued (?:treatments?|use|therapy|coverage)|"
    r"(?:further|later|subsequent) (?:approvals?|authori[sz]ations?|requests?|courses?))"
)
_GRANTED = (
    r"(?:allowed|granted|available|given|covered|approved|authori[sz]ed|permitted|payable|paid(?: for)?|automatic|had)"
)
_REFUSED = (
    r"(?:denied|refused|excluded|unavailable|(?:considered )?(?:investigational|experimental|unproven)"
    r"|(?:considered )?not medically necessary)"
)
_SAYS = (
    r"(?:(?:is|are|may be|can be|will be) (?P<no>not |never |no longer )?(?:also )?"
    rf"(?:{_GRANTED}|(?P<refused>{_REFUSED}))|follows?|comes?)"
    r"(?: (?:on|upon) request| as well| too| only| again| alone| automatically)*"
)
# The use behind the renewal, or behind the verb.
_BY_NAME = compiled(
    rf"^(?:(?:an?|the|any|each|and|but) )*(?P<none>no )?{_RENEWAL}(?: of {_DRUG})? (?:for|in|of) "
    rf"(?P<use>[^.;:]{{3,120}}?) {_SAYS}$",
    re.IGNORECASE,
)
_BEHIND = compiled(
    rf"^(?:(?:an?|the|any|each|and|but) )*(?P<none>no )?{_RENEWAL}(?: of {_DRUG})? {_SAYS} (?:for|in) "
    r"(?P<use>[^.;:]{3,120}?)(?P<only> only| alone)?(?:,? but not (?:for|in) (?P<other>[^.;:]{3,120}?))?$",
    re.IGNORECASE,
)
_ONLY = compiled(
    r"^only (?P<use>[^.;:]{3,120}?) (?:may|can) be (?:renewed|continued|re-?authori[sz]ed)"
    r"(?:; (?P<other>[^.;:]{3,120}?) (?:may|can) ?not)?$",
    re.IGNORECASE,
)
# In whatever names renewals, by themselves or beside first requests.
_OF_PHASES = compiled(
    r"\b(?:renew|re-?auth|re-?cert|re-?approv|continu|later|subsequent|further|repeat)", re.IGNORECASE
)
_CLAUSES = compiled(r";\s+(?=(?:an? |the |no )?(?:renewal|re-?auth|continu))", re.IGNORECASE)


def with_phases_answered(blocks: Sequence[Block]) -> Told:
    """`blocks`, with each such sentence told of the renewal by name, and of both phases where it names these."""
    if not any(names_renewal(block.text) or names_both_phases(block.text) for block in blocks):
        return tuple(blocks), {}
    return told_by_sentence(_OF_PHASES, _without_phase_in_title(blocks), lambda place: _teller(blocks, place))


def _teller(blocks: Sequence[Block], place: int) -> Callable[[str], str | None] | None:
    if blocks[place].kind not in ("paragraph", "item", "definition"):
        return None
    drug = drug_over(blocks, place)
    return (lambda sentence: _told(sentence, drug)) if drug else None


def _told(sentence: str, over: Product | None) -> str | None:
    drug = next(iter(named_products(sentence)), over)
    said = sentence.rstrip(" .")
    if drug is None:
        return None
    if uses := _refused_in_both(said):
        status = read_status(said) or "excluded"
        name = drug.capitalize()
        return f"{name} {SAID[status]} for {uses}. Renewal of {name} for {uses} {SAID[status]}."
    told = [tuple(_of_renewals(clause, drug)) for clause in _CLAUSES.split(said)]
    return " ".join(one for part in told for one in part) if all(told) else None


def _refused_in_both(said: str) -> str:
    """The uses that a sentence refuses for first requests and renewals alike; "" for any other sentence."""
    if not names_both_phases(said) or stated_status(said) not in DENIED or is_residual(said):
        return ""
    return " and ".join(dict.fromkeys(said[one.start : one.end] for one in mentions(said) if not one.excepted))


def _of_renewals(clause: str, drug: Product) -> Iterator[str]:
    """What a clause says of renewals: of its use, and of one that it sets apart."""
    found = _BY_NAME.match(clause) or _BEHIND.match(clause)
    only = None if found else _ONLY.match(clause)
    if only and names_use(only["use"]):
        yield f"Renewal of {drug.capitalize()} for {only['use']} is covered."
        if only["other"]:
            yield f"Renewal of {drug.capitalize()} for {only['other']} is not covered."
    if found is None or not names_use(found["use"]):
        return
    refused = short_answer(found["refused"]) if found["refused"] else None
    status = refused.status if refused else "excluded" if found["no"] or found["none"] else "covered"
    yield f"Renewal of {drug.capitalize()} for {found['use']} {SAID[status]}."
    set_apart = found.groupdict()
    if other := set_apart.get("other"):
        yield f"Renewal of {drug.capitalize()} for {other} is not covered."
    elif set_apart.get("only"):
        yield f"{clause}."  # Which other use has none is read from the sentence as it is printed.


def _without_phase_in_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """`blocks`, with the title by the drug alone where it names renewals over plain cover and over renewals by name."""
    title = next((block for block in blocks if block.kind == "heading"), None)
    drugs = named_products(title.text) if title else ()
    if title is None or len(drugs) != 1 or read_phase(title.text) != "renewal" or not _tells_both(blocks, drugs[0]):
        return blocks
    name = drugs[0].capitalize()
    return [
        replace(
            block,
            text=name if block is title else block.text,
            path=tuple(name if above == title.text else above for above in block.path),
        )
        for block in blocks
    ]


def _tells_both(blocks: Sequence[Block], drug: Product) -> bool:
    """Whether a sentence covers a use without a word of a phase, and one behind it answers for renewals."""
    if sum(block.kind == "heading" for block in blocks) > 1:
        return False
    said = [sentence for block in blocks if block.kind == "paragraph" for sentence in sentences(block.text)]
    plain = (place for place, one in enumerate(said) if _covers_plainly(one))
    first = next(plain, None)
    return first is not None and any(_told(one, drug) for one in said[first + 1 :])


def _covers_plainly(sentence: str) -> bool:
    plain = read_phase(sentence) is None and not names_renewal(sentence)
    return plain and names_use(sentence) and bool(named_products(sentence)) and stated_status(sentence) == "covered"
