"""Questions that send the reader on ("Yes: go to #3; no: deny") as the lists that lead to an approval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parsers.flows.flow_answers import (
    ANSWER,
    ASKS_MORE,
    Question,
    Step,
    Word,
    denied_rest,
    denied_use,
    left_by,
    read_question,
)
from parsers.flows.flow_approvals import APPROVES, granted_for
from parsers.flows.flow_choices import is_option
from parsers.flows.flow_lines import approving_step, is_asked_in, question_text, unnumbered
from parsers.flows.flow_wording import with_answers_apart
from parsers.models import Block, Indication
from parsers.telling.listed_questions import is_below, with_item

_FEWEST_QUESTIONS = 2
# More ways to an approval are no list that a person could read, and they double with each question.
_MOST_WAYS = 64
_DEEPEST_HEADING = 6
# What may stand between two questions of a flow that a page's end parts, and how long its foot may be.
_FOOT_AND_TITLES = 4
_FOOT = 60

# The headings that set the two phases of a flow apart.
_PHASES: dict[Word, str] = {"initial": "Initial approval criteria", "renewal": "Renewal criteria"}
_Asked = tuple[tuple["Question", Word], ...]
# What leads in the list of a question, and its items.
_List = tuple[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True)
class _Path:
    """The answers that lead to an approval: the question of the use, what is asked for and what bars."""

    use: Question | None
    asked: _Asked
    approval: str


def without_flows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with each flow of questions as one list for every use that it approves.

    A question is a criterion on a path when its other answer ends in a denial; where both answers go on, "yes" is one
    all the same. The titles of such a table become headings.
    """
    kept: list[Block] = []
    place = 0
    while place < len(blocks):
        flow, after = _flow_at(blocks, place)
        if flow:
            title = kept.pop() if kept and _is_title(kept[-1]) else None
            titles = (above for above in reversed(blocks[:place]) if above.kind == "heading" and "?" not in above.text)
            # A table's own title ("Renewal criteria") stands under the heading of its section, the drug's name say.
            depth = min(next((above.depth + bool(title) for above in titles), 1), _DEEPEST_HEADING)
            kept += _written(flow, title, depth)
        else:
            kept += blocks[place:after]
        place = after
    return tuple(kept)


def places_of_flows(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of `blocks` that such a flow takes up."""
    places: set[int] = set()
    start = 0
    while start < len(blocks):
        flow, after = _flow_at(blocks, start)
        places |= set(range(start, after)) if flow else set()
        start = after
    return frozenset(places)


def _flow_at(blocks: Sequence[Block], start: int) -> tuple[tuple[Question, ...], int]:
    """The questions of the flow that starts at `start`, () when none does, and the block after what was looked at."""
    texts: list[tuple[int, str, Block]] = []
    lists: dict[int, _List] = {}
    place = start
    while place < len(blocks):
        found = question_text(blocks[place]) or unnumbered(blocks[place], [block for _, _, block in texts])
        found = found or (approving_step(blocks[place]) if texts else None)
        if found and (not texts or found[0] == texts[-1][0] + 1):
            texts.append((*found, blocks[place]))
        elif texts and is_option(blocks[place], texts[-1][2]):
            number, text, block = texts[-1]
            texts[-1] = (number, f"{text} | {blocks[place].text}", block)
        elif texts and (is_below(blocks[place], texts[-1][2]) or is_asked_in(blocks[place], *texts[-1][1:])):
            number, text, block = texts[-1]
            texts[-1] = (number, with_item(text, blocks[place].text), block)
            lead, listed = lists.get(number, (text, ()))
            lists[number] = (lead, (*listed, blocks[place]))
        elif texts and blocks[place].kind != "heading" and ANSWER.match(with_answers_apart(blocks[place].text)):
            number, text, block = texts[-1]
            texts[-1] = (number, f"{text} | {blocks[place].text}", block)
        elif texts and (onward := _on_the_next_page(blocks, start, place, texts[-1][0] + 1)):
            place = onward
            continue
        else:
            break
        place += 1
    flow = tuple(_with_list(read_question(*read), lists.get(read[0])) for read in texts)
    steps = [step for question in flow for step in question.answers.values()]
    approves = any(step.approval for step in steps)
    goes_on = len(flow) >= _FEWEST_QUESTIONS and any(step.to and step.to > 1 for step in steps)
    accepted = approves and (goes_on or _decides_alone(flow)) and 0 < _ways(flow)[flow[0].number] <= _MOST_WAYS
    return flow if accepted else (), max(place, start + 1)


def _with_list(question: Question, told: _List | None) -> Question:
    return replace(question, lead=told[0], listed=told[1]) if told else question


def _on_the_next_page(blocks: Sequence[Block], start: int, place: int, number: int) -> int | None:
    """The place of question `number` where only a page's foot and the table's title, said again, part it from the one
    before; None otherwise.
    """
    title = blocks[start - 1].text if start else ""
    for ahead in range(place, min(place + _FOOT_AND_TITLES, len(blocks))):
        block = blocks[ahead]
        if found := question_text(block):
            return ahead if found[0] == number and block.page > blocks[place - 1].page else None
        repeats = block.kind in ("row", "heading") and block.text == title
        if not repeats and (block.kind != "paragraph" or len(block.text) > _FOOT):
            return None
    return None


def _decides_alone(flow: Sequence[Question]) -> bool:
    """Whether one question is the whole flow: one answer approves, the other denies."""
    ends = [step for question in flow for step in question.answers.values()]
    return len(flow) == 1 and len(ends) == len(("yes", "no")) and sum(bool(step.approval) for step in ends) == 1


def _paths(flow: Sequence[Question]) -> Iterator[_Path]:
    """The ways through a flow to an approval, with what decides on each."""
    numbered = {question.number: question for question in flow}
    ways = _ways(flow)

    def walk(question: Question, use: Question | None, asked: _Asked) -> Iterator[_Path]:
        for word, step in question.answers.items():
            others = [other for given, other in question.answers.items() if given != word]
            told = question if question.use and word == "yes" else _named_by(question, step) or use
            if word == "no" and told and told is use and question.use:
                told = left_by(use, question)
            decides = (
                bool(others)
                and not question.chooses
                and (word == "yes" or not any(_ways_on(question, other, ways) for other in others))
            )
            so_far = (*asked, (question, word)) if decides and told is not question else (*asked, *_left_out(use, told))
            if step.approval:
                yield _Path(told, so_far, step.approval)
            elif _leads_on(question, step) and step.to in numbered:
                yield from walk(numbered[step.to], told, so_far)

    yield from walk(flow[0], None, ())


def _left_out(use: Question | None, told: Question | None) -> _Asked:
    """What a question of several uses asked besides ("in an adult"), where a later one asks for one of these."""
    asks = use and told is not use and not (told and told.left) and ASKS_MORE.search(use.text)
    return ((use, "yes"),) if use and asks else ()


def _named_by(question: Question, step: Step) -> Question | None:
    """The use that an answer names itself ("No (resistant depression): go to 4"), as what asks for it."""
    return (
        replace(question, text=f"Diagnosis: {step.names}")
        if step.names and (question.use or question.chooses)
        else None
    )


def _ways(flow: Sequence[Question]) -> Mapping[int, int]:
    """For each question, in how many ways its answers can still end in an approval, here or elsewhere."""
    ways: dict[int, int] = {}
    for question in reversed(flow):
        ways[question.number] = sum(_ways_on(question, step, ways) for step in question.answers.values())
    return ways


def _ways_on(question: Question, step: Step, ways: Mapping[int, int]) -> int:
    if step.approval or step.elsewhere:
        return 1
    return ways.get(step.to, 0) if step.to is not None and _leads_on(question, step) else 0


def _leads_on(question: Question, step: Step) -> bool:
    """Whether an answer sends to a later question: a flow never goes back."""
    return step.to is not None and step.to > question.number


def _written(flow: Sequence[Question], title: Block | None, depth: int) -> Iterator[Block]:
    """The flow as headings, items and the words of its approvals."""
    path = title.path if title else flow[0].block.path
    if title:
        yield replace(title, kind="heading", text=_words(title), depth=depth, cells=(), header=())
        path = (*path, _words(title))
    phases = tuple(_phases(flow))
    for name, part in phases:
        yield _block(part[0], "heading", name, min(depth + 1, _DEEPEST_HEADING), path)
        yield from _asked_by_use(part, (*path, name), depth + 1)
    if not phases:
        yield from _asked_by_use(flow, path, depth)


def _phases(flow: Sequence[Question]) -> Iterator[tuple[str, Sequence[Question]]]:
    """The questions of each phase, by its name, where one asks which phase it is; those before it are of both."""
    places = {question.number: place for place, question in enumerate(flow)}
    parting = next((place for place, asked in enumerate(flow) if not _PHASES.keys().isdisjoint(asked.answers)), 0)
    asked, before = flow[parting], flow[:parting]
    if any(step.approval for question in before for step in question.answers.values()):
        return
    for word, name in _PHASES.items():
        step = asked.answers.get(word)
        if step and step.to in places and _leads_on(asked, step):
            yield name, (*_sent_on(before, asked.number, step.to), *flow[places[step.to] :])


def _sent_on(before: Sequence[Question], parting: int, to: int) -> Iterator[Question]:
    """The questions before the one on the phase, as they lead on where that one is answered for them."""
    for question in before:
        answers = {
            word: replace(step, to=to) if step.to == parting else step for word, step in question.answers.items()
        }
        yield replace(question, answers=answers)


def _asked_by_use(flow: Sequence[Question], path: tuple[str, ...], depth: int) -> Iterator[Block]:
    """What the flow asks for each use that it approves, under a heading of the use."""
    by_use: dict[tuple[Indication, ...], list[_Path]] = {}
    for found in _paths(flow):
        by_use.setdefault(found.use.use if found.use else (), []).append(found)
    for paths in by_use.values():
        use = paths[0].use
        under = path
        if use:
            yield _block(use, "heading", use.title, min(depth + 1, _DEEPEST_HEADING), path)
            under = (*path, use.title)
            if ASKS_MORE.search(use.text):
                yield from _items(((use, "yes"),), 1, under)
        yield from _listed(paths, under)
        granted = [granted_for(one.approval, use.use if use else ()) for one in paths if APPROVES.search(one.approval)]
        for approval in dict.fromkeys(granted):
            yield _block(flow[-1], "paragraph", approval, 0, under)
    denials = [(question, denial) for question in flow for denial in denied_rest(question)]
    of_uses = [(question, denied_use(question)) for question in flow if denied_use(question)]
    for question, denial in (*of_uses, *denials[:1]):
        yield _block(question, "paragraph", denial, 0, path)


def _listed(paths: Sequence[_Path], path: tuple[str, ...]) -> Iterator[Block]:
    """What all paths to an approval ask for, then what each asks beside it, as alternatives."""
    shared = tuple(part for part in paths[0].asked if all(part in other.asked for other in paths))
    yield from _items(shared, 1, path)
    own = [tuple(part for part in one.asked if part not in shared) for one in paths]
    if len(own) > 1 and all(own):
        yield _block(own[0][0][0], "item", "One of the following:", 1, path)
        for asked in own:
            if len(asked) > 1:
                yield _block(asked[0][0], "item", "All of the following:", 2, path)
            yield from _items(asked, 3 if len(asked) > 1 else 2, path)


def _items(asked: Sequence[tuple[Question, Word]], depth: int, path: tuple[str, ...]) -> Iterator[Block]:
    for question, word in asked:
        if word == "no":
            yield _block(question, "item", "None of the following:", depth, path)
        listed = question.listed if word == "yes" else ()
        yield _block(question, "item", question.lead if listed else question.text, depth + (word == "no"), path)
        for item in listed:
            yield replace(item, depth=depth + 1 + item.depth - listed[0].depth, marker="", path=path)


def _block(
    of: Question, kind: Literal["heading", "item", "paragraph"], text: str, depth: int, path: tuple[str, ...]
) -> Block:
    return Block(kind, text, of.block.page, depth, path=path)


def _is_title(block: Block) -> bool:
    """Whether a row holds a title of the questions after it and nothing more."""
    return block.kind == "row" and len([cell for cell in block.cells if cell.strip()]) == 1 and "?" not in block.text


def _words(title: Block) -> str:
    return next(cell.strip() for cell in title.cells if cell.strip())
