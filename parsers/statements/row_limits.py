"""The limits and terms that a table's row states, each led in by the titles of its section and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.amounts.titled_amounts import titles_values
from parsers.criteria.conditions import named
from parsers.criteria.families import ROOT_KEYS, findings_in
from parsers.criteria.wording import Finding
from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.outline import Node
from parsers.phases.phases import read_phase
from parsers.sections.roles import heading_role
from parsers.tables.class_tables import titles_listed
from parsers.tables.counted_topics import chooses, counts_topic, is_count, is_grade, is_strength, topic_with
from parsers.tables.policy_rows import titled_cells
from parsers.tables.ticks import NOTHING_ASKED, is_a_waiver
from parsers.uses.indications import PATIENT_CONDITIONS, mentions, named_indications

# The title of a phase's column that says how long it is: "Each renewal of 24 weeks".
_CRITERIA = compiled(r"\b(?:criteria|requirements)\b", re.IGNORECASE)
_TITLED_LENGTH = compiled(
    r"\b(?:approv|authori[sz]|re-?auth|renew|continu|extension)\w*\b[^|]*\b\d+ (?:days|weeks|months|years?)\b"
    r"|^\W*(?:first|next) \d+ (?:weeks|months)\W*$",
    re.IGNORECASE,
)
_ON_CONDITION = compiled(
    r"(?:[\w,;]\s+|\(\s*)(?:when(?:ever)?|if|once|where|provided(?: that)?|as long as|so long as|given that|"
    r"on condition that) (\S.{8,})$"
    # behind the name of a phase and a colon
    r"|^\W*[a-z][\w -]{2,40}(?::| [–—-]) (?P<told>\S.{8,})$",
    re.IGNORECASE,
)
_ASIDE = compiled(r"\(([^()]{8,})\)\W*$")
_OF_LENGTHS = compiled(
    r"\b(?:length|duration|term|period)s? of (?:\w+ )?(?:approval|authori[sz]ation|coverage|renewal)"
    r"|\b(?:approval|authori[sz]ation|coverage|renewal) (?:length|duration|term|period)s?\b",
    re.IGNORECASE,
)
# Behind what a cell asks for: "… half or more. Length: 12 months."
_LENGTH_LABEL = compiled(
    r"(?:^|(?<=[.;] ))(?:length|duration|term|period|approval|authori[sz]ation)(?: (?:length|period|of approval))?:\s*",
    re.IGNORECASE,
)
_OF_CRITERIA = compiled(
    r"^\W*(?:coverage |approval )?(?:criteri(?:a|on)|requirements?|conditions?|what is asked)\W*$", re.IGNORECASE
)
_OF_EVIDENCE = compiled(
    r"^\W*(?:(?:required|supporting|needed|acceptable) )?(?:evidence|proof|documentation|documents?|records?|paperwork|"
    r"attachments?|how (?:it is )?(?:shown|documented|verified|proven)|what to (?:send|submit|attach)|send|attach)\b",
    re.IGNORECASE,
)
_OF_SOURCES = compiled(
    r"^\W*(?:where\b|sources?\b|references?\b|found (?:in|on)\b|(?:form )?(?:page|field|section|question)s?\W*$"
    r"|reviewer|verif)",
    re.IGNORECASE,
)
# Over the values of topics such a title says no more than "what is asked".
_TELLS = compiled(
    r"\W*(?:descriptions?|details?|explanations?|information|text|summary|notes?|comments?)\W*", re.IGNORECASE
)
_SAYS_NOTHING = compiled(
    r"^\W*(?:(?:not applicable|n/?a|none|no (?:requirement|condition|criteria|criterion)|nothing)?\W*$"
    r"|none\b\W*[;,.]\s)",
    re.IGNORECASE,
)
# "Yes / No" to tick beside what is asked for.
_BOXES = compiled(r"\W*yes\W+(?:or\W+)?no(?:\W+n/?a)?\W*", re.IGNORECASE)
_NONE = compiled(r"\W*none\b", re.IGNORECASE)
_NO = compiled(r"\W*no\W*", re.IGNORECASE)
# "Demographics" over "Adult (18 or older)": the first of several columns of demands.
_OF_PATIENTS = compiled(
    r"\W*(?:(?:patient |member )?(?:demographics|population)|who(?: qualifies)?|age)\W*", re.IGNORECASE
)
_ASKED = compiled(
    r"\b(?:requir|restrict|limit|criteri|cover|status|quantit|authori[sz]|allowance|notes?\b|comments?\b)",
    re.IGNORECASE,
)
_COUNT = compiled(r"^\W*(?:\d{1,2}|[A-Z])[.)]\s+(?=[A-Z])")


def limit_nodes(row: Block) -> list[tuple[str, Node]]:
    """The cells after the first, each led in by section and column title; the title beside each."""
    row = _uncounted(row)
    topical = not (row.header and (_titles_values(row.header[0]) or _has_evidence_beside(row)))
    cells = _labelled(row) or titled_cells(row)[1 if topical else 0 :] or [("", row.text)]
    nodes: list[tuple[str, Node]] = []
    for column, cell in () if _lists_names(row) else cells:
        if _SAYS_NOTHING.match(cell) or _asks_nothing(row, cell):
            nodes += [(column, _item(row, f"{row.cells[0].rstrip(': ')}: {cell}"))] if _bars(row, column, cell) else []
            continue
        if topical and _BOXES.fullmatch(cell):
            nodes.append((column, _item(row, row.cells[0])))
            continue
        title = column or _label(row)
        by_phase = topical and len(row.cells) > len(("label", "value")) and read_phase(title)
        of_use = _titles_a_use(title, row) and not titles_criteria_of_use(title)
        if of_use or (by_phase and not mentions(row.cells[0])):
            said = topic_with(row.cells[0].rstrip(": "), cell)
            if BARE_SPAN.match(cell) and row.path and _OF_LENGTHS.search(row.path[-1]):
                said = f"{row.cells[0].rstrip(': ')}: approval {cell}"
            nodes.append((title, Node(replace(row, kind="item", text=said, depth=1, header=()))))
            if by_phase and _TITLED_LENGTH.search(title):
                nodes.append((title, _item(row, title)))
            continue
        nodes.append((title, _led_in(row, title, cell, topical=topical)))
    return [*nodes, *_on_condition(row), *_in_aside(row)] if topical and nodes else nodes


def _asks_nothing(row: Block, cell: str) -> bool:
    """Whether a cell beside a topic says that nothing is asked of it, which is no rule itself."""
    topic = row.cells[0] if row.cells and cell != row.cells[0] else ""
    # A bare "No" beside a condition says that there must be none.
    refused = _NO.fullmatch(cell) and not any(named(topic.lower())) and not _ASKED.search(topic)
    return bool(topic and (refused or NOTHING_ASKED.fullmatch(cell))) and not is_a_waiver(f"{topic}: {cell}")


def _uncounted(row: Block) -> Block:
    """A row without the number before its label ("3. PHQ-9 score: | 15 or more")."""
    label = _COUNT.sub("", row.cells[0]) if row.cells else ""
    return replace(row, cells=(label, *row.cells[1:])) if label and label != row.cells[0] else row


def _has_evidence_beside(row: Block) -> bool:
    """Whether a row is a criterion and what is to be sent for it ("Criterion", "Evidence to send")."""
    asked, *beside = row.header
    return len(beside) == 1 and bool(_OF_CRITERIA.match(asked) and _OF_EVIDENCE.match(beside[0]))


def titles_criteria_of_use(title: str) -> bool:
    """Whether the title of a row or column says that criteria of a use stand in it ("PA criteria, depression")."""
    return bool(_CRITERIA.search(title)) and bool(mentions(title)) and heading_role(title) in ("indications", "initial")


def _bars(row: Block, title: str, cell: str) -> bool:
    """Whether "none" is what must be found of a condition ("Psychosis | None"), and not what is asked of who has it."""
    condition = row.cells[0] if row.cells and cell != row.cells[0] else ""
    return bool(_NONE.match(cell)) and any(named(condition.lower())) and not _ASKED.search(f"{title} | {condition}")


def _item(row: Block, text: str) -> Node:
    return Node(replace(row, kind="item", text=text, depth=1, cells=(), header=()))


def _on_condition(row: Block) -> Iterator[tuple[str, Node]]:
    """What a row of a phase and its length asks for behind the phase's name ("Renewal, when the score has fallen")."""
    found = _ON_CONDITION.search(row.cells[0]) if row.cells and read_phase(row.cells[0]) else None
    if found and any(map(BARE_SPAN.match, row.cells[1:])):
        said = (found[1] or found["told"]).strip(" ,)")
        if found[1] or not mentions(said):
            yield "", _item(row, said)


def _in_aside(row: Block) -> Iterator[tuple[str, Node]]:
    """What a row asks for in brackets behind the name of its use ("Resistant depression (two drugs failed)")."""
    aside = _ASIDE.search(row.cells[0]) if row.cells and not read_phase(row.cells[0]) else None
    if aside and mentions(row.cells[0][: aside.start()]) and any(map(_decides, findings_in(aside[1]))):
        yield "", Node(replace(row, kind="item", text=aside[1], depth=1, cells=(), header=()))


def _decides(finding: Finding) -> bool:
    return finding.key not in ROOT_KEYS


def _titles_values(title: str) -> bool:
    """Whether the first column holds what is asked or granted ("Renewal", "Length of approval"), and no topics."""
    told = named_products(title) or read_phase(title) or _OF_LENGTHS.search(title) or _OF_PATIENTS.fullmatch(title)
    return bool(told)


def _led_in(row: Block, title: str, cell: str, *, topical: bool) -> Node:
    """What a cell says, under the titles of its section and of its column or row; a length alone behind it, apart."""
    plain = cell.replace("\n", " ")
    said, length = _length_apart(plain) if read_phase(title) or _LENGTH_LABEL.search(plain) else (plain, "")
    item = _item(row, _with_topic(row, said, topical=topical))
    if not title:
        return item
    above = f"{row.path[-1]} | " if row.path else ""
    topic = row.cells[0] if topical and (named_products(title) or _is_generic(title, row)) else title
    alone = (Node(replace(item.block, text=f"Approval: {length}")),) if length else ()
    return Node(replace(row, kind="paragraph", text=f"{above}{topic}", header=()), (item, *alone))


def _with_topic(row: Block, said: str, *, topical: bool) -> str:
    """What a cell says, with its row's topic where a count or a grade says nothing without it."""
    if is_strength(row.cells[0]) or (topical and is_count(row.cells[0], said)):
        return f"{row.cells[0].rstrip(': ')}: {said}"
    topic = row.cells[0]
    needs_topic = is_grade(topic, said) or counts_topic(topic, said) or chooses(topic, said)
    return topic_with(topic, said) if topical and needs_topic else said


def _titles_a_use(title: str, row: Block) -> bool:
    """Whether a column is of a use; "Substance use" in a row that names its own is what is asked of that one."""
    named = set(named_indications(title))
    return bool(named) and not (named <= PATIENT_CONDITIONS and mentions(row.cells[0]))


def _length_apart(cell: str) -> tuple[str, str]:
    """What a cell asks for, and the length that stands alone behind it: that of the approval; "" where none does."""
    *asked, last = sentences(cell) or ("",)
    length = _LENGTH_LABEL.sub("", last)
    return (" ".join(asked), length) if asked and BARE_SPAN.match(length) else (cell, "")


def _is_generic(title: str, row: Block) -> bool:
    """Whether the title of a table's second column says less than the row's own label ("What is asked")."""
    pair = len(row.cells) == len(("label", "value")) or _has_source_behind(row, title)
    generic = heading_role(title) in (None, "indications") or titles_values(row) or _TELLS.fullmatch(title)
    return bool(pair and generic) and not read_phase(title)


def _has_source_behind(row: Block, title: str) -> bool:
    """Whether a row has a topic, what is asked under `title`, and behind it where a reviewer finds that."""
    topic, asked, *behind = row.header if len(row.header) == len(row.cells) else ("", "")
    named = bool(topic) and asked == title and len(behind) == 1
    return named and bool(_OF_EVIDENCE.match(behind[0]) or _OF_SOURCES.match(behind[0]))


def _lists_names(row: Block) -> bool:
    """Whether a row holds a list's drugs side by side ("Preferred", "Non-preferred"): a name there asks for nothing."""
    beside = row.header and titles_listed(row.header[0]) and not named_products(row.cells[0])
    return bool(beside) and any(titles_listed(title) and named_products(cell) for title, cell in titled_cells(row)[1:])


def _label(row: Block) -> str:
    """The first cell of a row of a label and its value where it titles a limit ("Approval length")."""
    pair = not row.header and len(row.cells) == len(("label", "value"))
    return row.cells[0] if pair and heading_role(row.cells[0]) == "limits" else ""


def _labelled(row: Block) -> list[tuple[str, str]]:
    """The value of a row that is a label with its value ("Initial authorization", "12 months"), titled by the label."""
    label_and_value = not row.header and len(row.cells) == len(("label", "value")) and all(row.cells)
    return [(row.cells[0], row.cells[1])] if label_and_value else []
