"""Lines of a PDF page that are set as titles, and how deep each stands."""

from __future__ import annotations

from parsers.lists.markers import without_marker
from parsers.pdf_pages.content import Line
from parsers.pdf_pages.line_wording import OPENS_WITH_CODE
from parsers.pdf_pages.marks import UNFOLDED
from parsers.pdf_pages.style import TITLE_FACE_DEPTH, Style
from parsers.sections.headings import BAR_DEPTH, CAPS_DEPTH, is_caps, is_connective, looks_like_heading

# A heading is no smaller than so many times the text and has so many words at most, or so many in a face of its own.
_SMALLEST, _SMALLEST_OF_A_FACE = 0.85, 0.75
_MOST_WORDS, _MOST_WORDS_OF_A_FACE = 14, 22


def is_heading(line: Line, style: Style) -> bool:
    """Whether a line is set as a title is: larger, in bold, in capitals or in a face of its own."""
    if line.text.startswith(UNFOLDED) or line.rank:
        return True
    text = without_marker(line.text)
    if is_connective(text):
        return False
    if style.is_large(line) and len(text) < 160:
        return any(letter.isalpha() for letter in text) and not OPENS_WITH_CODE.match(text)
    own_face = style.is_title(line)
    if style.is_small_title(line):
        return looks_like_heading(text.rstrip(":"), bold=True, most_words=_MOST_WORDS_OF_A_FACE)
    if line.size < (_SMALLEST_OF_A_FACE if own_face else _SMALLEST) * style.body:
        return False
    most = _MOST_WORDS_OF_A_FACE if own_face else _MOST_WORDS
    return looks_like_heading(text.rstrip(":"), bold=line.bold, most_words=most)


def depth_of(title: Line, style: Style) -> int:
    """How deep a title stands, by the size of its letters, its face or what it is set on."""
    if title.rank:
        return title.rank
    if style.is_large(title):
        return style.heading_depth(title.size)
    if style.titles_lead and style.is_title(title):
        return TITLE_FACE_DEPTH
    if title.barred:
        return BAR_DEPTH
    if style.is_small_title(title):
        return style.small_depth(title.size)
    return CAPS_DEPTH if is_caps(title.text) or title.text.startswith(UNFOLDED) else style.bold_depth
