"""Which pages of a long PDF matter: a quick pass over all of them, so that the slow reader gets only those."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2

from parsers.drugs.names import DRUG_NAMES, mentions, whole_word
from parsers.language.patterns import compiled

# A mention in the middle of a page needs no neighbour: what it belongs to stands on the page itself.
_EDGE = 0.3
_INDEX_ENTRY = compiled(r"^[^\n]{2,60}?(?:\s*:|\s*\.{3,})\s*\d{1,4}(?:,\s*\d{1,4})*,?\s*$", re.MULTILINE)
# The share of a table of contents that is a heading, a running title, a number at the foot.
_MOST_BESIDE_ENTRIES = 0.1
# Below this the slow reader takes all pages; the second pass would cost more than it saves.
LONG = 40
_FIRST_PAGES = 3
# Criteria that fill page after page without their drug's name; a longer list than this names it again.
_MOST_PAGES_OF_A_LIST = 5
_LIST_GOES_ON = compiled(
    r"\A(?:[^\n]*\n){0,4}?\s*(?:[(]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•●○▪■◦‣\uf0a7\uf0b7\uf0d8–-])\s", re.IGNORECASE
)


def page_texts(body: bytes) -> Iterator[str | None]:
    """The bare text of each page in order; None for one that is damaged. pypdfium2.PdfiumError: the whole file is."""
    document = pypdfium2.PdfDocument(body)
    try:
        for number in range(len(document)):
            yield _page_text(document, number)
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str | None:
    try:
        page = document[number]
        text = page.get_textpage()
        found: str = text.get_text_range()
    except pypdfium2.PdfiumError:
        return None
    text.close()
    page.close()
    return found


def excerpt(body: bytes, numbers: Sequence[int]) -> bytes:
    """A PDF of some of the pages only, numbered from 1: the slow reader would walk the tree of all of them.

    pypdfium2.PdfiumError: the file refuses.
    """
    whole, found = pypdfium2.PdfDocument(body), pypdfium2.PdfDocument.new()
    try:
        found.import_pages(whole, [number - 1 for number in numbers])
        written = io.BytesIO()
        found.save(written)
    finally:
        found.close()
        whole.close()
    return written.getvalue()


def matter_pages(texts: Iterable[str | None], focus: tuple[str, ...]) -> tuple[int, ...]:
    """Numbers, from 1, of the pages to read.

    They are those that name a word of `focus` or one of the drugs, the pages beside them, where their headings and the
    rest of their rows stand, those on which a list goes on, and the first pages, where the document says what it is. A
    page whose mentions are all entries of an index ("ketamine: 100, 111") says nothing of its own, nor does a table of
    contents below the title page. A damaged page is read: what it names is not known.

    An empty `focus`, or a document that is not long, gives every page.
    """
    pages = list(texts)
    if not focus or len(pages) <= LONG:
        return tuple(range(1, len(pages) + 1))
    words = {word.lower() for word in (*focus, *DRUG_NAMES)}
    wanted = {1, *(number for number in range(2, _FIRST_PAGES + 1) if not _is_contents(pages[number - 1]))}
    for number, text in enumerate(pages, start=1):
        if text is None:
            wanted.add(number)
            continue
        lower = text.lower()
        if not any(word in lower for word in words):
            continue
        content = _INDEX_ENTRY.sub("", text)
        if any(mentions(content, word) for word in words):
            wanted.update((number, *_beside(number, content, words, pages)))
    return tuple(number for number in sorted(wanted) if 1 <= number <= len(pages))


def _is_contents(text: str | None) -> bool:
    """Whether a page is little but entries with the numbers of their pages."""
    return text is not None and len(_INDEX_ENTRY.sub("", text)) < _MOST_BESIDE_ENTRIES * len(text)


def _beside(number: int, content: str, words: Iterable[str], pages: Sequence[str | None]) -> Iterator[int]:
    """The page before a mention near the top, the one after a mention near the foot, those on which a list goes on."""
    places = [found.start() / len(content) for word in words for found in whole_word(word).finditer(content)]
    if min(places) < _EDGE:
        yield number - 1
    if max(places) > 1 - _EDGE:
        yield number + 1
    for following, text in enumerate(pages[number : number + _MOST_PAGES_OF_A_LIST], start=number + 1):
        if not _LIST_GOES_ON.match(text or ""):
            return
        yield following
