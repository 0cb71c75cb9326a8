"""How a PDF sets its text: size of the body, distance of its lines, its words; learnt from the document itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from parsers.language.patterns import compiled
from parsers.pdf_pages.content import Line, PageContent
from parsers.pdf_pages.faces import family
from parsers.pdf_pages.small_titles import bold_titles_stand_apart, title_sizes
from parsers.sections.headings import BOLD_DEPTH

# A hyphen at the end of a line after these belongs to the word.
_PREFIXES = frozenset(
    ("self", "non", "co", "pre", "post", "anti", "re", "sub", "multi", "cross", "long", "short", "well", "high", "low",
     "first", "second", "third", "two", "three", "four", "six")
)  # fmt: skip
# Tables that hold so much more than the text are the text.
_LEAST_SHARE = 0.15
_FEWEST_PAIRS = 8
_SIZE_OF_NOTHING = 10.0
# A title in larger type is so much larger than the text.
_LARGE = 1.12
# Paragraphs in larger type hold so much of the text and have so many lines that go on in the next one.
_LEAST_TEXT, _FEWEST_WRAPPED = 0.08, 2
_LOWEST_RANK = 4
# The lines of a paragraph stand so many letters apart at most.
_LARGEST_PITCH = 1.6
# Lines farther apart than so many letters are loose; a line that reaches so much of the width is full.
_LOOSE, _FULL = 1.45, 0.85
# Titles in a face of their own that lead stand right under the title of the document.
TITLE_FACE_DEPTH = 2
_HYPHENATED = compiled(r"([A-Za-z]+)-$")


@dataclass(frozen=True, slots=True)
class Style:
    """How this document sets its text: size of the body, distance of lines by size, larger sizes, its words.

    `titles` are the families of type that only titles are set in (pdf_faces); they lead where one stands before any
    larger line but those of the largest type, which titles the document. `smaller` are the sizes below the body's that
    titles are set in; `bold_depth` is the rank of a bold line of the body's size. `text_sizes` are larger ones that
    paragraphs are set in where most of the text is a list, set smaller; `cell_sizes` those of sentences in tables.
    """

    body: float
    pitch: dict[float, float]
    larger: tuple[float, ...]
    words: frozenset[str]
    titles: frozenset[str] = frozenset()
    titles_lead: bool = False
    smaller: tuple[float, ...] = ()
    bold_depth: int = BOLD_DEPTH
    text_sizes: frozenset[float] = frozenset()
    cell_sizes: frozenset[float] = frozenset()

    @classmethod
    def of(cls, pages: Sequence[PageContent], titles: frozenset[str] = frozenset()) -> Style:
        """Learn the style from the text; from its tables only where they hold nearly all of it."""
        text = [[line for row in page.rows for line in row] for page in pages]
        cells = [cell for page in pages for table in page.tables for row in table.rows for cell in row]
        sizes, in_cells = _sizes(text), _sizes(cells)
        if sizes.total() < _LEAST_SHARE * in_cells.total():
            sizes += in_cells
        pitches = _pitches(text)
        for size, counts in _pitches(cells).items():
            if pitches.get(size, Counter()).total() < _FEWEST_PAIRS:
                pitches[size] = pitches.get(size, Counter()) + counts
        body = _body_size(sizes, in_cells)
        of_text = _text_sizes(text, body)
        larger = sorted({size for size in _larger(sizes, body) if size not in of_text}, reverse=True)
        usual = {size: _usual(counts) for size, counts in pitches.items()}
        lead = _lead([line for lines in text for line in lines], titles, larger[1:])
        words = frozenset(_words([*text, *cells]))
        smaller = title_sizes(pages, body)
        under = 0 if bold_titles_stand_apart(pages, body) else len(smaller)
        bold = BOLD_DEPTH + under
        return cls(body, usual, tuple(larger), words, titles, lead, smaller, bold, of_text, _text_sizes(cells, body))

    def of_cells(self) -> Style:
        """The style of what stands in tables, which may be set larger than the text around them."""
        return replace(self, text_sizes=self.text_sizes | self.cell_sizes)

    def joined(self, above: str, below: str) -> str:
        """Two lines of one paragraph as one; a word that was divided at the line's end closes up."""
        return _join(above, below, self.words)

    def is_title(self, line: Line) -> bool:
        """Whether the line is set in a face that is kept for titles."""
        return family(line.face) in self.titles

    def is_large(self, line: Line) -> bool:
        """Whether the line is set larger than the text, as titles are."""
        return line.size > _LARGE * self.body and line.size not in self.text_sizes

    def heading_depth(self, size: float) -> int:
        """1 for the largest type, down to 4; where there are more sizes, those of a title page are all 1."""
        ranks = [size for size, below in pairwise((*self.larger, 0.0)) if size > 1.06 * below]
        smaller = sum(1 for rank in ranks if 1.06 * rank < size)
        depth = max(1, min(len(ranks), _LOWEST_RANK) - smaller)
        return depth + 1 if self.titles_lead and depth >= TITLE_FACE_DEPTH else depth

    def is_small_title(self, line: Line) -> bool:
        """Whether the line is set in bold in one of the sizes of titles that are below the body's."""
        return line.bold and line.size in self.smaller

    def small_depth(self, size: float) -> int:
        """The rank of a title smaller than the text: under bold lines of the body's size where these are titles too."""
        first = BOLD_DEPTH if self.bold_depth > BOLD_DEPTH else BOLD_DEPTH + 1
        return first + self.smaller.index(size)

    def line_pitch(self, size: float) -> float:
        """Usual distance between the lines of a paragraph set in `size`; titles apart are no paragraph."""
        pitch = self.pitch.get(size) or 1.2 * size
        return min(pitch, 1.4 * size) if size > _LARGE * self.body else pitch


def _lead(lines: Sequence[Line], titles: frozenset[str], lesser: Sequence[float]) -> bool:
    """Whether a line in a face of titles comes before any in the lesser of the larger sizes."""
    first = next((line for line in lines if family(line.face) in titles or line.size in lesser), None)
    return first is not None and family(first.face) in titles


def _sizes(runs: Sequence[Sequence[Line]]) -> Counter[float]:
    sizes: Counter[float] = Counter()
    for line in (line for lines in runs for line in lines):
        sizes[line.size] += len(line.text)
    return sizes


def _larger(sizes: Counter[float], body: float) -> list[float]:
    return [size for size, letters in sizes.items() if size > _LARGE * body and letters >= 4]


def _text_sizes(runs: Sequence[Sequence[Line]], body: float) -> frozenset[float]:
    """The sizes over the body's that sentences of several lines are set in, and not in bold."""
    letters: Counter[float] = Counter()
    wrapped: Counter[float] = Counter()
    for above, below in (pair for lines in runs for pair in pairwise(lines)):
        if not above.bold:
            letters[above.size] += len(above.text)
            goes_on = below.size == above.size and below.text[:1].islower() and not below.bold
            wrapped[above.size] += goes_on and below.top - above.top < _LARGEST_PITCH * above.size
    least = _LEAST_TEXT * letters.total()
    return frozenset(
        size for size in _larger(letters, body) if letters[size] >= least and wrapped[size] >= _FEWEST_WRAPPED
    )


def _body_size(text: Counter[float], cells: Counter[float]) -> float:
    """The size of most letters of the text; that of most in tables where it is larger and has no fewer."""
    [(size, letters)] = text.most_common(1) or [(_SIZE_OF_NOTHING, 0)]
    [(in_cells, beside)] = cells.most_common(1) or [(0.0, 0)]
    return max(size, in_cells) if beside >= letters else size


def _pitches(runs: Sequence[Sequence[Line]]) -> dict[float, Counter[float]]:
    """By size, how often the lines of a page or a cell stand so far apart; farther than usual only in a sentence.

    Lines of their own stand apart as paragraphs do: where there is nothing else, that is no distance of a paragraph's.
    """
    pitches: dict[float, Counter[float]] = {}
    for lines in runs:
        full = _FULL * max((line.x1 for line in lines), default=0.0)
        for above, below in pairwise(lines):
            apart = below.top - above.top
            goes_on = above.x1 >= full and below.text[:1].islower() and above.text[-1:] not in ".?!"
            # Titles are set loosely, and what no sentence joins is one all the same.
            told = goes_on or apart <= _LOOSE * above.size or (above.bold and below.bold)
            if told and above.size == below.size and 0 < apart < 2.2 * above.size:
                pitches.setdefault(above.size, Counter())[round(apart, 0)] += 1
    return pitches


def _words(runs: Sequence[Sequence[Line]]) -> Iterator[str]:
    for line in (line for lines in runs for line in lines):
        # The last word of a line may be a part of one.
        yield from re.findall(r"[a-z]+(?:-[a-z]+)?(?![a-z]*-?$)", line.text.lower())


def _usual(counts: Counter[float]) -> float:
    """The smallest distance that is at all common: paragraph gaps are larger, however frequent."""
    enough = 0.2 * max(counts.values())
    return min(pitch for pitch, count in counts.items() if count >= enough)


def _join(above: str, below: str, words: frozenset[str]) -> str:
    hyphen = _HYPHENATED.search(above)
    following = re.match(r"[a-z]+", below)
    if not hyphen or not following:
        return f"{above}{below}" if re.search(r"\w[-/]$", above) else f"{above} {below}"
    return f"{above}{below}" if _keeps_hyphen(hyphen[1].lower(), following[0], words) else f"{above[:-1]}{below}"


def _keeps_hyphen(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether "first-" and "second" are a compound, judged by the document's other words; else a word was divided."""
    if len(first) == 1:
        # "N-methyl": nobody divides a word there.
        return True
    if f"{first}-{second}" in words or f"{first}{second}" in words:
        return f"{first}{second}" not in words
    if first in _PREFIXES or (first in words and second in words):
        return len(first) > 2 or first in ("co", "re")
    return len(first) >= 6 and len(second) >= 6
