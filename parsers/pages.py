"""Which pages of a long PDF matter: a quick pass over all of them, so that the slow reader gets only those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2

from parsers.drugs import DRUG_NAMES, mentions

# Below this the slow reader takes all pages; the second pass would cost more than it saves.
LONG = 40
_FIRST_PAGES = 3
_NEIGHBOURS = 1


def page_texts(body: bytes) -> Iterator[str]:
    """The bare text of each page in order. pypdfium2.PdfiumError: the file is locked or damaged."""
    document = pypdfium2.PdfDocument(body)
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


def matter_pages(texts: Iterable[str], focus: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers, from 1, of the pages to read: those that name a word of `focus` or one of the drugs, the pages beside
    them, where their headings and the rest of their rows stand, and the first pages, where the document says what it is.

    An empty `focus`, or a document that is not long, gives every page.
    """
    pages = list(texts)
    if not focus or len(pages) <= LONG:
        return tuple(range(1, len(pages) + 1))
    words = {word.lower() for word in (*focus, *DRUG_NAMES)}
    wanted = set(range(1, _FIRST_PAGES + 1))
    for number, text in enumerate(pages, start=1):
        lower = text.lower()
        if any(word in lower and mentions(text, word) for word in words):
            wanted.update(range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1))
    return tuple(number for number in sorted(wanted) if 1 <= number <= len(pages))
