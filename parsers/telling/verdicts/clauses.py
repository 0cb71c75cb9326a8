"""Clauses of a verdict and a use behind a drug's name or an order to reviewers ("Spravato: pay for depression, do not
pay for anything else", "Do not approve ketamine for migraine"), told as sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Product, Status
from parsers.sections.headings import MADE_DEPTH
from parsers.telling.verdicts.drugs import drug_over, use_of_title
from parsers.telling.verdicts.words import SAID, is_paperwork, verdict
from parsers.uses.indications import is_residual, mentions
from parsers.uses.scopes import is_label

_NAME = (
    r"(?:(?:oral|topical|compounded|intravenous|IV|intranasal|nasal|racemic|sublingual) )*(?:(?:es)?ketamine|"
    r"spravato)\b"
    r"(?: \((?:(?:es)?ketamine|spravato)\))?(?: (?:compounded|nasal|sprays?|infusions?|injections?|troches?|"
    r"creams?|gels?"
    r"|lozenges?|tablets?|capsules?|hydrochloride|therapy|treatment|for injection))*"
)
# "Ketamine troches: excluded for depression".
_LABELLED = compiled(rf"^(?P<drug>{_NAME})\s*(?::| [–—-]) (?P<said>\S.*)$", re.IGNORECASE)
# An order to reviewers: "Do not approve ketamine for migraine", "Deny it for migraine". Not "This includes ketamine for
# migraine", which goes on with what the sentence before says.
_ORDER = compiled(
    r"^(?!(?:also )?(?:this|that|these|those|it|they|included (?:is|are)|including)\b)"
    rf"(?P<verdict>[\w ]{{3,40}}?)(?: for)? (?P<drug>{_NAME}|it) (?P<led>for|in) (?P<use>[^.;:]{{3,160}})[.;]?$",
    re.IGNORECASE,
)
# A verdict that leads in uses: "Do not authorize, considered experimental: fibromyalgia, migraine."
_LEADS = compiled(r"^(?P<verdict>[^:.;]{3,60}): (?P<uses>[^:.]{3,160}?)[.;]?$")
_FIELD = compiled(r"^\W*(?:covered|approved|accepted) (?:uses?|indications?)\s*:", re.IGNORECASE)
_PARTS = compiled(
    r"[;,] (?:and |but )?(?=(?:not|do|never|cover|pa(?:y|id)|approv|authori|allow|exclud|den(?:y|ied)|investig|experim|"
    r"unproven|reimburs|case|no)\w*\b)|; ",
    re.IGNORECASE,
)
_OF_USE = compiled(r"^(?P<verdict>.{2,90}?),? (?:for|in|as) (?P<use>\S.*)$", re.IGNORECASE)
# "No PA for anesthesia".
_UNASKED = compiled(
    r"^no (?:prior )?(?:authori[sz]ation|approval|PA)(?: (?:is )?(?:needed|required))? (?:for|"
    r"in) (?P<use>[^.;:]{3,80})$",
    re.IGNORECASE,
)
# "The denial reason in each instance is 'investigational service'", behind the denials.
_REASON = compiled(
    r"^(?:the |our )?(?:denial )?reason(?: for (?:the )?denials?)?(?: (?:in|for) (?:each|every|all|both|either)"
    r"(?: (?:instances?|cases?|of these|uses?))?)? is [\"“‘']?(?P<why>[^\"”.;:’']{5,60})[\"”.’']*$",
    re.IGNORECASE,
)
_QUOTED_STOP = compiled(r"\.(?P<mark>[\"”]) (?=[A-Z])")
_ALONE = compiled(r"^(?P<use>.{3,80}?) only$", re.IGNORECASE)
_LIST = compiled(r"[,;] (?:and |or )?| and | or ")
_NAME_WORDS = 6
_OPENING, _MOST_WORDS = 8, 9
# "… after trauma", "… treated in an emergency department".
_WHERE = compiled(
    r"^(?: (?:seen|treated|managed))? (?:after|following|from|in|at) (?:(?:an?|the) )?[\w -]{3,40}$", re.IGNORECASE
)
_NEEDS = "It needs prior authorization."


def with_clauses_told(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks`, with each such clause as a plain sentence; and what is printed for each."""
    restated: dict[str, str] = {}
    told = list(blocks)
    title = use_of_title(blocks)
    for place, block in enumerate(blocks):
        if block.kind in ("heading", "row", "term"):
            continue
        over = _term_over(blocks, place)
        text = _told(block.text, over, over or drug_over(blocks, place), title, restated)
        if text == block.text:
            continue
        told[place] = replace(block, text=text)
        if over:
            # A term with its answers is the title of them.
            told[place - 1] = replace(blocks[place - 1], kind="heading", depth=MADE_DEPTH)
            told[place] = replace(block, kind="paragraph", text=text, path=(*block.path, blocks[place - 1].text))
    return tuple(told), restated


def _told(text: str, over: str | None, drug: str | None, title: str, restated: dict[str, str]) -> str:
    """A text with its clauses as sentences; `over` is the drug of the term over it, `drug` the one spoken of."""
    if drug and (said := _bare(text, drug)):
        restated[said] = text
        return said
    # A full stop inside quotation marks ends the sentence as one behind them does.
    plain = told = _QUOTED_STOP.sub(r"\g<mark>. ", text)
    for sentence, after in zip_longest(said_in := sentences(plain), said_in[1:], fillvalue=""):
        drug = next(iter(named_products(sentence)), drug)
        # "Not covered: PTSD. Bipolar depression.": one list, parted by full stops.
        if not (is_label(after) or sentence.endswith("?")) and (said := _said(sentence, over, drug, title)):
            restated |= dict.fromkeys(sentences(said), sentence)
            told = told.replace(sentence, said, 1)
    if told != plain:
        # "Covered: sertraline, paroxetine", beside what is said of ours.
        for sentence in filter(_is_of_others, sentences(told)):
            told = told.replace(sentence, "", 1).strip()
        for sentence in sentences(told):
            reason = _REASON.match(sentence)
            if reason and (status := verdict(reason["why"])):
                told = told.replace(sentence, "", 1).replace(SAID["excluded"], SAID[status])
                restated |= {new: text for new in sentences(told) if new not in text}
    return text if told == plain else told


def _bare(text: str, drug: str) -> str:
    """A denial that is all of its paragraph and names no drug ("Investigational for migraine."), of ours."""
    found = _OF_USE.match(text.rstrip(" ."))
    status = verdict(found["verdict"]) if found and is_label(found["use"]) else None
    return _sentence(drug, status, f"for {found['use']}") if found and status in DENIED else ""


def _is_of_others(sentence: str) -> bool:
    # "Covered Uses: …" is a field of a record, which another room reads.
    leads = None if _FIELD.match(sentence) else _LEADS.match(sentence)
    return bool(leads and verdict(leads["verdict"])) and not named_products(sentence) and not names_use(sentence)


def _said(sentence: str, over: str | None, drug: str | None, title: str) -> str:
    """A sentence's clauses as sentences; "" where it holds none."""
    if labelled := _LABELLED.match(sentence):
        plain = stated_status(sentence) and not _PARTS.search(labelled["said"])
        return "" if plain else _clauses(labelled["said"], labelled["drug"])
    if over and (told := _clauses(sentence, over)):
        return told
    if (order := _ORDER.match(sentence)) and names_use(order["use"]) and (status := verdict(order["verdict"])):
        named = drug if order["drug"].lower() == "it" else order["drug"]
        return _sentence(named or order["drug"], status, f"{order['led']} {order['use']}")
    # "Covered Uses: …" is a field of a record, which another room reads.
    leads = None if _FIELD.match(sentence) else _LEADS.match(sentence)
    status = verdict(leads["verdict"]) if leads else None
    return _led(leads["uses"], status, drug, title) if leads and status else ""


def _led(listed: str, status: Status, drug: str | None, title: str) -> str:
    """What a verdict leads in: uses of the drug, or drugs of which ours is one, for the use that the title names."""
    names = _LIST.split(listed)
    # "Depression. (Suicidality is not covered by us.)": what an aside says of another use is kept.
    if drug and "(" not in listed and all(map(_is_use, names)):
        return _sentence(drug, status, f"for {listed.replace(';', ',')}")
    ours = [name for name in names if named_products(name)]
    if not ours or any(names_use(name) or len(name.split()) > _NAME_WORDS for name in names):
        return ""
    return _sentence(" and ".join(ours), status, f"for {title}" if title else "")


def _term_over(blocks: Sequence[Block], place: int) -> Product | None:
    """The drug of the term that a definition stands under."""
    if blocks[place].kind != "definition" or not place or blocks[place - 1].kind != "term":
        return None
    named = named_products(blocks[place - 1].text)
    return named[0] if len(named) == 1 else None


def _clauses(said: str, drug: str) -> str:
    """What is said of a drug in clauses of verdicts, in sentences; "" where none is one."""
    if status := verdict(said):
        return _sentence(drug, status, "")
    parts = _PARTS.split(said.rstrip(" .;"))
    told = [_clause(part, drug) for part in parts]
    # "Spravato: depression; PA": a use that needs authorization is covered, and one alone is a title.
    if any(is_paperwork(part) for part in parts):
        told = [new or _of_label(part, drug) for new, part in zip(told, parts, strict=True)]
    if not any(told) or not all(new or _stands_alone(part) for new, part in zip(told, parts, strict=True)):
        return ""
    return " ".join(new or f"{part[0].upper()}{part[1:]}." for new, part in zip(told, parts, strict=True))


def _clause(part: str, drug: str) -> str:
    """A clause as a sentence; "" for one that is none."""
    if is_paperwork(part):
        return _NEEDS if is_paperwork(part) == "needed" else ""
    if alone := _ALONE.match(part):
        return _sentence(drug, "covered", f"for {alone['use']}") if is_label(alone["use"]) else ""
    if status := verdict(part):
        return _sentence(drug, status, "")
    if unasked := _UNASKED.match(part):
        return _sentence(drug, "covered", f"for {unasked['use']} without prior authorization")
    of_use = _OF_USE.match(part)
    status = verdict(of_use["verdict"]) if of_use else None
    if of_use is None or status is None or not names_use(of_use["use"]):
        return ""
    return _sentence(drug, status, f"for {of_use['use']}")


def _of_label(part: str, drug: str) -> str:
    return _sentence(drug, "covered", f"for {part}") if is_label(part) else ""


def _sentence(drug: str, status: Status, uses: str) -> str:
    return f"{drug[0].upper()}{drug[1:]} {SAID[status]} {uses}".strip() + "."


def _stands_alone(part: str) -> bool:
    return stated_status(part) is not None or is_residual(part)


def _is_use(text: str) -> bool:
    """Whether a part of a list is a use, be it with where or after what it comes ("pain after an injury")."""
    if is_label(text) or is_residual(text):
        return True
    named = mentions(text)
    opens = bool(named) and named[0].start <= _OPENING and len(text.split()) <= _MOST_WORDS
    return opens and bool(_WHERE.match(text[named[0].end :]))
