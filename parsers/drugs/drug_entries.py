"""Entries of a list of drugs and treatments: sections titled alike ("NAME approval criteria") and lines that open with
a name ("Vagus nerve stimulation: investigational for depression"). Those of others than our drug are not ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from parsers.answering.answers import names_use, stated_status
from parsers.answering.statuses import read_status
from parsers.drugs.names import is_drug_name, named_products
from parsers.drugs.other_drugs import is_for_other_drug, is_name_alone, is_other_drug
from parsers.language.patterns import compiled
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.tables.untitled_tables import titles_uses
from parsers.uses.indications import mentions
from parsers.uses.scopes import is_label

_TITLE = compiled(
    r"^\W*(?P<name>[^:]{2,60}?)\W+(?P<kind>(?:(?:prior|special|step|approval|authori[sz]ation|coverage|clinical|"
    r"PA)\W+){1,3}"
    # Behind it, in brackets, the use.
    r"criteria)(?:\s*[\[(](?:[^\[\]()]|\([^\[\]()]{2,40}\)){3,90}[\])])?\W*$",
    re.IGNORECASE,
)
# "Prior authorization criteria: NAME", "Coverage criteria for NAME".
_TITLE_BEFORE = compiled(
    r"^\W*(?P<kind>(?:(?:prior|special|step|approval|authori[sz]ation|coverage|clinical|PA)\W+){1,3}"
    r"(?:criteria|requirements))(?:\s*:| [–—-]| for)\s+(?P<name>[^:]{2,60}?)\W*$",
    re.IGNORECASE,
)
# A row with a list in it, as a heading: its name, and behind other cells the title of the list's column.
_TITLE_OF_ROW = compiled(r"^\W*(?P<name>[^|]{2,80}?) \| (?:[^|]+ \| )*(?P<kind>[^|]{3,40})$")
# What may stand before "approval criteria" and names no drug.
_OF_NO_DRUG = compiled(
    r"\b(?:general|all|any|other|additional|universal|common|new|class|drug|medication|these|the following|member"
    r"|patient|standard|our|plan)\b",
    re.IGNORECASE,
)
_LABELLED = compiled(r"^\W*(?P<name>[^.:;?()]{3,60}(?: \([\w ]+\))?)(?::\s+|\.\s+(?=[A-Z]))(?P<said>\S.*)$", re.DOTALL)
# "Antidepressants", "Medications for insomnia": a class of drugs, which a payer's list has in tiers.
_OF_A_DISORDER = r"(?:insomnia|sleep|migraine|ADHD|anxiety|seizure|opioid|smoking cessation|mood|psychosis)"
_DRUGS = r"(?:medications|medicines|drugs|agents|products|aids)"
_CLASS = compiled(
    r"^\W*(?:(?:oral|other|newer|atypical|second-generation) )?(?:antidepressants|antipsychotics|anxiolytics|"
    rf"stimulants|hypnotics|sedatives|anticonvulsants|triptans|"
    rf"{_OF_A_DISORDER} {_DRUGS}|{_DRUGS} for {_OF_A_DISORDER})\W*$",
    re.IGNORECASE,
)
_TIER = compiled(r"\btier[ -](?:\d|one|two|three)\b", re.IGNORECASE)
_NAME_WORDS = 6
_PAIR = 2
# A label of whom or what manner an answer is about, and no other treatment.
_OF_A_TOPIC = compiled(
    r"\b(?:uses?|indications?|adults?|adolescents?|children|patients?|people|age|home|alone|monotherapy|combin\w+|"
    r"dos\w+|"
    r"decision|answer|coverage|status|bottom line|in brief|finding|conclusion|note|also|however|effective|route|"
    r"infusions?"
    r"|intravenous\w*|oral|topical|nasal|off-?label)\b",
    re.IGNORECASE,
)


# Treatments that a guideline takes up one by one, beside drugs.
TREATMENT = compiled(
    r"^\W*(?:[\w-]+ ){0,2}?(?:stimulation|opioids?|(?:nerve |sympathetic )?blocks?|ablation|psilocybin|MDMA|ECT|"
    r"electroconvulsive therapy|r?TMS|psychotherapy|physical therapy|acupuncture|(?:medical )?cannabis|baclofen|"
    r"gabapentin(?:oids)?|benzodiazepines?|muscle relaxants?|botulinum toxins?|biofeedback|hyperbaric oxygen|lidocaine|"
    r"(?:drug delivery|(?:infusion |intrathecal )?pumps?|stimulators?|rhizotomy|neurolysis)|exercise|massage|"
    r"corticosteroids?|dry needling|sympathectomy|bisphosphonates?)\W*$",
    re.IGNORECASE,
)
# "Substance use disorder treatment", "Behavioral health services": a benefit of a catalog, though it names a disorder.
_BENEFIT = compiled(
    r"\b(?:treatments?|services?|therap(?:y|ies)|care|programs?|counseling|rehabilitation|screenings?|tests?|testing|"
    r"clinics?|facilit(?:y|ies)|hospitali[sz]ation|admissions?|surger(?:y|ies))\W*$",
    re.IGNORECASE,
)
# "What to enter" goes on with the entry before it.
_ASKS = compiled(r"^\W*(?:what|how|when) to (?:enter|approve|ask|check|give)\b", re.IGNORECASE)
# What a sentence is about, before its verb.
_SUBJECT = compiled(
    r"^(?:(?!\b(?:when|if|once|after|unless|provided)\b)[^.;:]){3,200}?(?= (?:is|are|may be|will be|can be|remains?)\b)"
)
_NUMBER = compiled(r"^\W*(?:[A-Z]{1,3}[-.]?)?\d{1,3}[.):]?\s+")
# What the numbers of a series have in common: "H.9", "H.10".
_SERIES = compiled(r"(?P<series>(?:[A-Z]{1,3}[-.]?)?(?:\d{1,3}[.-])*)(?:\d{1,3}|[A-Za-z])[.):]?")


def without_other_entries(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """`nodes` without the sections of other drugs: those titled by a name alone ("Auvelity (dextromethorphan)"), and
    those beside one that has the same title but for our drug's name.
    """
    return tuple(node for node in _without_alike(nodes) if not _is_titled_by_another(node))


def _is_titled_by_another(node: Node) -> bool:
    title = node.block.text
    if node.block.kind != "heading" or named_products(title) or not is_name_alone(title):
        return False
    # "Headache (excluded)" has the form of "Brand (generic)".
    is_use = mentions(title) or read_status(title) is not None
    ours_within = any(part.block.kind == "heading" and named_products(part.block.text) for part in walk(node.children))
    answered = any(_answers_for_ours(part.block.text) for part in node.children)
    return not (is_use or ours_within or answered)


def _without_alike(nodes: Sequence[Node]) -> tuple[Node, ...]:
    if len(nodes) < _PAIR:
        return tuple(nodes)
    nodes = _without_neighbours(_without_series(nodes))
    kinds = {_kind(node) for node in nodes if named_products(_name(node))} - {""}
    others = [node for node in nodes if kinds and (_is_of_a_class(node) or _is_titled_alike(node, kinds))]
    # One class beside our drug alone may be what is asked to have been tried before it.
    if not any(_kind(node) for node in others) and len(others) < _PAIR:
        others = []
    left = tuple(node for node in nodes if node not in others)
    labelled = [(node, *_labelled(node)) for node in left]
    entries = [(_NUMBER.sub("", name or _bare_name(node)), said) for node, name, said in labelled]
    if _lists_treatments([name for name, _ in entries]):
        return tuple(
            node for node, (name, _) in zip(left, entries, strict=True) if not _is_entry_of_another(node, name)
        )
    answered = any(named_products(name) and stated_status(said) for name, said in entries)
    return tuple(node for node in left if not _answers_for_another(node)) if answered else left


def _is_titled_alike(node: Node, kinds: set[str]) -> bool:
    return _kind(node) in kinds and _is_section_of_another(node)


def _is_of_a_class(node: Node) -> bool:
    """Whether a section is of a class of drugs in tiers, and never names ours."""
    if node.block.kind != "heading" or not _CLASS.match(node.block.text):
        return False
    under = [" ".join((*part.block.header, part.block.text)) for part in walk(node.children)]
    return any(map(_TIER.search, under)) and not any(map(named_products, under))


def _without_neighbours(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without the other entries of a catalog, where a heading is our drug's name and no more.

    They stand right beside it, in the order of the alphabet, or have the titles under them that ours has.
    """
    ours = next((place for place, node in enumerate(nodes) if _is_entry_of_ours(node)), None)
    if ours is None:
        return nodes
    before, after = _entries(nodes, range(ours - 1, -1, -1)), _entries(nodes, range(ours + 1, len(nodes)))
    in_order = {*_in_order(nodes, ours, before), *_in_order(nodes, ours, after, downwards=True)}
    own = _titles_under(nodes[ours])
    alike = {place for place in (*before, *after) if own & _titles_under(nodes[place])}
    # A benefit that names a disorder shows no catalog, but is an entry of one.
    named = [place for place in in_order if _names_another(nodes[place])]
    others = alike | (in_order if len(named) >= _PAIR else set())
    return [node for place, node in enumerate(nodes) if place not in others]


def _without_series(nodes: Sequence[Node]) -> Sequence[Node]:
    """`nodes` without the other entries of a series ("9.1 Ketamine", "9.2 Nerve blocks"), one of them known as such."""
    titles = [node for node in nodes if node.block.marker and _is_short_title(node)]
    numbered = [(node, found["series"]) for node in titles if (found := _SERIES.fullmatch(node.block.marker))]
    ours = {series for node, series in numbered if is_drug_name(node.block.text)}
    others = [node for node, series in numbered if series in ours and _is_of_another(node.block.text)]
    return [node for node in nodes if not (node in others and any(map(_is_treatment, others)))]


def _is_treatment(node: Node) -> bool:
    return is_other_drug(node.block.text) or bool(TREATMENT.match(node.block.text))


def _in_order(nodes: Sequence[Node], ours: int, places: Sequence[int], *, downwards: bool = False) -> Iterator[int]:
    """The places, from ours on, for as long as their names stand in the order of the alphabet."""
    last = nodes[ours].block.text.lower()
    for place in places:
        name = nodes[place].block.text.lower()
        if (name < last) if downwards else (name > last):
            return
        last = name
        yield place


def _is_entry_of_ours(node: Node) -> bool:
    return node.block.kind == "heading" and is_drug_name(node.block.text) and bool(node.children)


def _entries(nodes: Sequence[Node], places: Sequence[int]) -> tuple[int, ...]:
    """The places, from ours on, of headings that can be names of other drugs; the first that cannot ends them."""
    return tuple(takewhile(lambda place: _names_another(nodes[place]) or _names_benefit(nodes[place]), places))


def _is_section_of_another(node: Node) -> bool:
    """Whether a section has another name in its title, and nothing right under that answers for our drug."""
    return _is_of_another(_name(node)) and not any(_answers_for_ours(part.block.text) for part in node.children)


def _answers_for_ours(text: str) -> bool:
    """Whether a sentence answers for our drug by name ("Creams that contain ketamine are investigational")."""
    subject = _SUBJECT.match(text)
    return bool(subject and named_products(subject[0]) and stated_status(text))


def _names_another(node: Node) -> bool:
    return _is_short_title(node) and _is_of_another(node.block.text) and not _OF_A_TOPIC.search(node.block.text)


def _names_benefit(node: Node) -> bool:
    """Whether a heading is the name of a benefit with a disorder in it."""
    text = node.block.text
    plain = read_phase(text) or heading_role(text) or named_products(text)
    return _is_short_title(node) and bool(_BENEFIT.search(text) and mentions(text)) and not plain


def _is_short_title(node: Node) -> bool:
    return node.block.kind == "heading" and len(node.block.text.split()) <= _NAME_WORDS


def _titles_under(node: Node) -> frozenset[str]:
    return frozenset(child.block.text.lower() for child in node.children if child.block.kind == "heading")


def lists_for_another(node: Node) -> bool:
    """Whether a lead-in is of another drug by name ("Zulresso – approval: 30 days"), and nothing under it of ours."""
    listed = node.block.kind != "heading" and node.children and is_for_other_drug(node.block.text)
    return bool(listed) and not any(named_products(part.block.text) for part in walk(node.children))


def takes_up_drugs(nodes: Sequence[Node]) -> bool:
    """Whether paragraphs open with names of drugs, ours alone among others, as a bulletin takes them up one by one."""
    return _lists_treatments([_NUMBER.sub("", _labelled(node)[0]) for node in nodes])


def is_next_entry(section: Node) -> bool:
    """Whether a heading in a list of drugs can only be the next entry: it is of no section, use, phase or question, and
    no row under it is of a use.
    """
    text = section.block.text
    named = heading_role(text) or mentions(text) or read_phase(text) or _ASKS.match(text)
    return not named and not any(map(_is_of_a_use, section.children))


def _is_of_a_use(row: Node) -> bool:
    return any(map(is_label, row.block.cells[:1])) or titles_uses(row.block.header)


def _lists_treatments(names: Sequence[str]) -> bool:
    """Whether lines open with the name alone of our drug, and of another drug or treatment beside it."""
    return any(map(is_drug_name, names)) and any(is_other_drug(name) or TREATMENT.match(name) for name in names)


def _is_entry_of_another(node: Node, name: str) -> bool:
    if not name:
        return node.block.kind == "item" and bool(node.block.marker) and not _speaks_of_ours(node)
    ours = named_products(node.block.text) or _OF_A_TOPIC.search(name)
    return not ours and _is_of_another(name)


def _answers_for_another(node: Node) -> bool:
    """Whether a line opens with another treatment's name and answers for its uses."""
    name, said = _labelled(node)
    if not name or named_products(node.block.text) or _OF_A_TOPIC.search(name) or not _is_of_another(name):
        return False
    return read_status(said) is not None and names_use(said)


def _labelled(node: Node) -> tuple[str, str]:
    """The name that a line opens with and what it says of that; ("", "") of any other node."""
    found = _LABELLED.match(node.block.text) if node.block.kind in ("paragraph", "item") else None
    return (found["name"], found["said"]) if found and len(found["name"].split()) <= _NAME_WORDS else ("", "")


def _speaks_of_ours(node: Node) -> bool:
    return any(named_products(part.block.text) or names_use(part.block.text) for part in walk((node,)))


def _bare_name(node: Node) -> str:
    """Our drug's name, where a line is no more than that over what is said of it."""
    return node.block.text if node.children and is_drug_name(node.block.text) else ""


def _is_of_another(name: str) -> bool:
    plain = mentions(name) or read_phase(name) or heading_role(name) or _OF_NO_DRUG.search(name)
    return not (plain or named_products(name))


def _name(node: Node) -> str:
    return _part(node, "name")


def _kind(node: Node) -> str:
    return _part(node, "kind").lower()


def _part(node: Node, part: str) -> str:
    text = node.block.text if node.block.kind == "heading" else ""
    title = _TITLE.match(text) or _TITLE_BEFORE.match(text) or _TITLE_OF_ROW.match(text)
    return title[part] if title else ""
