"""Running text one sentence at a time: some told in other words, or left out; what is printed is kept for evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.telling.words_of_steps import Wording, parted_where, places_of

Told = tuple[tuple[Block, ...], dict[str, str]]
# Of a block, by its place: how each of its sentences is told; None where the block stays as it is.
TellersOf = Callable[[int], Callable[[str], str | None] | None]
DropsOf = Callable[[Block], Callable[[str], bool] | None]


def told_by_sentence(wording: Wording, blocks: Sequence[Block], tellers_of: TellersOf) -> Told:
    """`blocks`, with each sentence that its teller has other words for told so; and what is printed for these words.

    None is asked of a block in which `wording` is not found; the teller of a block is asked in reading order, so that
    it may remember what the sentences before told.
    """
    told = list(blocks)
    restated: dict[str, str] = {}
    for place in places_of(wording, blocks):
        if (tell := tellers_of(place)) is None:
            continue
        for sentence in sentences(blocks[place].text):
            if (said := tell(sentence)) and said != sentence:
                restated |= dict.fromkeys((said, *sentences(said)), sentence)
                told[place] = replace(told[place], text=told[place].text.replace(sentence, said, 1))
    return tuple(told), restated


def without_sentences(wording: Wording, blocks: Sequence[Block], drops_of: DropsOf) -> Told:
    """`blocks` without the sentences that are dropped, nor blocks of nothing else; and what is printed of the rest.

    None is looked for in a block in which `wording` is not found.
    """
    restated: dict[str, str] = {}

    def left(block: Block) -> Iterator[Block]:
        drops = drops_of(block)
        said = sentences(block.text) if drops else ()
        kept = [sentence for sentence in said if not (drops and drops(sentence))]
        if len(kept) == len(said):
            yield block
        elif kept:
            text = " ".join(kept)
            restated[text] = block.text
            yield replace(block, text=text)

    return parted_where(wording, blocks, left), restated
