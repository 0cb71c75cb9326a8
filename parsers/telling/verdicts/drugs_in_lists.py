"""Lists of several drugs under one verdict ("These are paid only with an approved request: …"), told of ours by name.

The verdict stands in the line over the list, in the same sentence or in the line before a run of names; each name may
have its use behind it ("Spravato (resistant depression)"). What the others are given is not said of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.answering.short_answers import ShortAnswer, short_answer
from parsers.answering.statuses import prior_authorization
from parsers.criteria.families import findings_in
from parsers.drugs.names import is_drug_name, named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.listed_names import PREFERRED
from parsers.models import Block
from parsers.tables.named_cells import says_something
from parsers.telling.told_tables.entries import drug_and_uses
from parsers.telling.verdicts.drugs import use_of_title

_DRUGS = (
    r"(?:[\w-]+ ){0,3}?(?:drugs?|products?|medications?|medicines?|agents?|brands?|injectables?|infusions?|sprays?|"
    r"therapies|powders?|codes?|ingredients?|biologics)(?:,? (?:and|or) (?:[\w-]+ )?[a-z]+s)?"
)
_BELOW = r"(?: (?:(?:that|which) are )?(?:listed |named |shown |given )?(?:below|here|in this list|that follow))"
# What a line over a list calls all that the list names.
_THEM = compiled(
    r"\b(?P<none>none of |no )?(?:(?:each|any|all|every one|most) of )?(?:"
    rf"(?:the following|these|those|this list of)(?: {_DRUGS})?{_BELOW}?(?! (?:\w+ )?(?:criteria|conditions|"
    rf"requirements|rules|items|steps|uses|indications|diagnoses|disorders|services)\b)|the {_DRUGS}{_BELOW}"
    rf"|(?:each|every|any) {_DRUGS}{_BELOW})",
    re.IGNORECASE,
)
# A line without a subject ("Subject to review:", "Added with prior authorization:") is of what stands under it.
_VERDICT_ALONE = compiled(
    r"^\W*(?:subject to|requir\w+|with|add(?:ed|itions)|new|removed|deleted|cover(?:ed|age)|not covered|non-?covered|"
    r"excluded|exclusions?|payable|paid|not paid|carved out|approval|prior|precert\w*|investigational|experimental|"
    r"(?:non-?)?preferred)\b(?!.*\bcriteria\b)",
    re.IGNORECASE,
)
_LISTED = compiled(rf"{PREFERRED}\W*", re.IGNORECASE)
# "Added: Spravato (tier 5, PA)"; what is removed may still be had with authorization.
_ADDED = compiled(
    r"\W*(?:newly )?add(?:ed|itions)(?: to (?:the |our )?(?:[\w-]+ ){0,2}(?:formulary|list|PDL))?\W*", re.IGNORECASE
)
# Drugs to try first, to keep apart from ours or to take in its place: what is said of them is no verdict.
_OF_STEPS = compiled(
    r"\b(?:tri(?:ed|als?|es)|try|fail\w*|steps?|history|currently|concurrent\w*|combin\w+|together|along|alongside|"
    r"alternatives?|instead|replac\w+|criteri\w+|must have|include[sd]?|documentation|contraindicat\w+|interact\w*|"
    r"forms?|fax|call|copay\w*|appeals?|unless|except|exceptions? (?:for|to|of)|formerly|until|was|were|FDA)\b|\?",
    re.IGNORECASE,
)
_NO_CLAIM = compiled(
    r"\bno (?:claims?|bills?|requests?)\b[^,.;:]{0,30}? (?:honou?red|paid|accepted|approved)\b", re.IGNORECASE
)
_IN_LINE = compiled(r"^(?P<lead>[^:]{4,200}): (?P<names>[^:]{4,400})$", re.DOTALL)
_BETWEEN = compiled(r"\s*;\s*(?:and |or )?")
_BETWEEN_SHORT = compiled(r"\s*,\s*(?:and |or )?|\s+and\s+")
# What a list notes behind a name: "(tier 5, PA)", "PA, QL".
_NOTES = compiled(
    r"[\s,(–—-]+(?:(?:tier \d|level \d|PA|QL|ST|SP|MB|NF|LD|prior authori[sz]ation(?: required)?|quantity limits?|"
    r"specialty)\b[\s,;/]*)+[)\]]?\W*$",
    re.IGNORECASE,
)
_NOTED_NEED = compiled(r"\bPA\b|\bprior auth", re.IGNORECASE)
_MOST_WORDS = 9
_MOST_SENTENCES = 3


def with_listed_drugs_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with what a list says of our drugs in a sentence for each; and what is printed over them."""
    if not any(named_products(block.text) for block in blocks):
        return tuple(blocks), {}
    told: list[Block] = []
    restated: dict[str, str] = {}
    use, place = use_of_title(blocks), 0
    while place < len(blocks):
        block, below = blocks[place], _names_below(blocks, place)
        said = _said_of(block.text, below, use) if below else ()
        text = block.text if said else _told_in_line(block, use, restated)
        restated |= dict.fromkeys(said, block.text)
        told += [replace(block, kind="paragraph", text=one) for one in said] or [replace(block, text=text)]
        place += 1 + (len(_below(blocks, place)) if said else 0)
    return tuple(told), restated


def _below(blocks: Sequence[Block], place: int) -> list[Block]:
    """The items, rows of one cell or the one line of names that stand right under a line."""
    if blocks[place].kind != "paragraph":
        return []
    after = blocks[place + 1 :]
    listed = list(takewhile(lambda block: block.kind == "item" or len(block.cells) == 1, after))
    if listed or not blocks[place].text.endswith(":"):
        return listed
    lines = list(takewhile(_is_line, after))
    return lines if len(lines) > 1 else [block for block in after[:1] if block.kind == "paragraph"]


def _is_line(block: Block) -> bool:
    """Whether a paragraph is a name on a line of its own."""
    return block.kind == "paragraph" and not block.text.endswith((".", ":")) and _is_name(block.text)


def _names_below(blocks: Sequence[Block], place: int) -> list[str]:
    """The names of drugs, ours among others, under a line; [] where anything else stands there."""
    below = _below(blocks, place)
    if not below or not any(named_products(block.text) for block in below):
        return []
    in_line = len(below) == 1 and below[0].kind == "paragraph"
    names = _parted(below[0].text) if in_line else [block.text for block in below]
    return names if _are_drugs(names) else []


def _parted(text: str) -> list[str]:
    text = text.strip(" .")
    return _BETWEEN.split(text) if ";" in text else _BETWEEN_SHORT.split(text)


def _are_drugs(names: Sequence[str]) -> bool:
    """Whether names of drugs stand there and no more, ours among others; a use has its drug before it.

    What asks for something ("Age of 18 years or more") is no name, and the list that it stands in is one of demands.
    """
    ours = [name for name in names if named_products(name)]
    others = [name for name in names if not named_products(name)]
    return (
        bool(ours and others)
        and all(map(_is_name, names))
        and all(map(_is_ours, ours))
        and not any(map(findings_in, others))
    )


def _is_name(name: str) -> bool:
    """Whether a few words may be a drug's name, with its use or without."""
    bare = _bare(name)
    short = 0 < len(bare.split()) <= _MOST_WORDS or _is_ours(name)
    return short and not says_something(bare) and not _is_use_alone(bare)


def _bare(name: str) -> str:
    """A name without the notes behind it, and with a dash before its use."""
    return _NOTES.sub("", name).strip(" .;,").replace(": ", " – ")


def _is_use_alone(name: str) -> bool:
    """Whether a name opens with a use, so that no drug stands before it."""
    return names_use(name) and not re.search(r"\b(?:for|in)\b|[(:–—]", name) and not named_products(name)


def _is_ours(name: str) -> bool:
    bare = _bare(name)
    return is_drug_name(bare) or drug_and_uses(bare) is not None


def _said_of(lead: str, names: Sequence[str], use: str) -> tuple[str, ...]:
    """What a line says of our drugs among the names under it, in a sentence for each use, be it the title's; () for any
    other line.
    """
    said = sentences(lead)[-_MOST_SENTENCES:]
    answer = next(filter(None, map(_verdict, said)), None)
    return tuple(sentence for name in names for sentence in _of_name(name, answer, use)) if answer else ()


def _of_name(name: str, answer: ShortAnswer, titled: str) -> Iterator[str]:
    if not named_products(name):
        return
    bare = _bare(name)
    needed = True if _NOTED_NEED.search(name[len(bare) :]) else answer.authorization
    drug, uses = drug_and_uses(bare) or (bare, ())
    words = replace(answer, authorization=needed).words
    for use in uses or (titled,):
        yield f"{drug[0].upper()}{drug[1:]}{f' for {use}' if use else ''} is {words}."


def _verdict(lead: str) -> ShortAnswer | None:
    """What a line says of all that stands under it; None where it gives no verdict on drugs."""
    lead = lead.rstrip(" :.")
    if _OF_STEPS.search(lead) or named_products(lead) or names_use(lead):
        return None
    if _LISTED.fullmatch(lead) or _ADDED.fullmatch(lead):
        return ShortAnswer("covered")
    them = _THEM.search(lead)
    if them is None:
        return short_answer(lead) if _VERDICT_ALONE.match(lead) else None
    if _NO_CLAIM.search(lead):
        return ShortAnswer("excluded")
    said = _THEM.sub("Spravato", lead)
    status = stated_status(said)
    answer = ShortAnswer(status, prior_authorization(said)) if status else short_answer(said)
    if answer and them["none"]:
        return ShortAnswer("excluded") if answer.status not in DENIED else None
    return answer


def _told_in_line(block: Block, use: str, restated: dict[str, str]) -> str:
    """A paragraph or item with each of its sentences that is such a list told of ours."""
    text = block.text
    if block.kind not in ("paragraph", "item") or ":" not in text or not named_products(text):
        return text
    for sentence in sentences(text):
        found = _IN_LINE.match(sentence.rstrip(". "))
        names = _parted(found["names"]) if found else []
        said = _said_of(found["lead"], names, use) if found and _are_drugs(names) else ()
        if said:
            restated |= dict.fromkeys((*said, " ".join(said)), sentence)
            text = text.replace(sentence, " ".join(said), 1)
    return text
