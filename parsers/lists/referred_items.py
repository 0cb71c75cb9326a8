"""Statements that ask for numbered criteria of another list ("approve for 6 months when criteria 1 through 4 are met").

Each such statement gets the items that it names under it. A list that statements divide among them wholly, and that
nothing leads in, asks for nothing by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.answering.answers import stated_status
from parsers.criteria.item_references import markers_named
from parsers.language.glosses import glosses_of, without_glosses
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.lists.lists_by_use import NumberedList, lists_meant
from parsers.lists.markers import bare_marker
from parsers.outline import Node, walk
from parsers.phases.phases import read_phase
from parsers.sections.headings import is_connective

_LABEL = (
    r"\(?#?(?:[a-h][.-]?\d{1,2}\b(?!\.\d)|\d{1,2}(?:[.-]?[a-q]\b|\([a-q](?=\)))"
    # "I.B", "I(B)": an item of an entry with a Roman numeral.
    r"|[ivx]{1,4}(?:\. ?[a-q]\b|\([a-q](?=\)))"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}|[a-q]|[ivx]{1,4})\b\)?(?:(?<=\.[a-q])\.(?= ?[(,]| \w))?"
)
_DOTTED = compiled(r"\d{1,2}(?:\.\d{1,2}){1,3}")
_A_RANGE = compiled(r"(?P<above>(?:\d+\.)+)(?P<first>\d+) ?(?:-|–|to|through|thru) ?(?P=above)(?P<last>\d+)")
# "A1, A2 and A6 through A8": items of a lettered list by its letter and their numbers.
_LETTERED = compiled(
    r"\b(?P<list>[a-h])[.-]?(?P<first>\d{1,2})(?: ?(?:-|–|to|through|thru) ?(?P=list)?[.-]?(?P<last>\d{1,2}))?\b",
    re.IGNORECASE,
)
# "1.D, 1F and 2(a)": items of a numbered entry by its number and their letters.
_OF_ENTRY = compiled(
    r"\b(?P<entry>\d{1,2}(?=[.(a-q-])|[ivx]{1,4}(?=[.(]))(?:[.-]? ?|\()(?P<item>[a-q])(?:\)|\b)"
    r"(?: ?(?:-|–|to|through|thru) ?(?:(?P=entry)(?:[.-]?|\())?(?P<last>[a-q])(?:\)|\b))?",
    re.IGNORECASE,
)
_ROMAN = compiled(r"[ivx]{1,4}")
_LABELS = rf"{_LABEL}(?:(?:,? (?:and|or|to|through|thru) |, | ?[–-] ?){_LABEL})*"
_NONE_IN = (
    r"\b(?:has|have|with) none of (?:the |these |those )?(?:conditions|disorders|diagnoses|diseases|exclusions) "
    r"(?:listed |named |given )?(?:in|under|of)(?: (?:item|point|criterion|paragraph|number))?"
)
_REFERS = compiled(
    rf"(?:\b(?:criteri(?:a|on)|conditions?|requirements?|items?|statements?|lines?|bullets?|elements?|rules?|points?|"
    rf"paragraphs?|clauses?)"
    # "Has none of the conditions in v": those that the item bars.
    rf"(?: (?:numbers?|numbered|nos?\.))?|{_NONE_IN}|\bsubject to|\b(?:numbers?|nos?\.))"
    rf" (?P<which>(?>{_LABELS}))(?! ?(?:days?|weeks?|months?|years?|hours?|mg|times"
    r"|of\b(?! (?:the |this )?(?:[\w-]+ ){0,6}?(?:sub)?"
    r"(?:section|part|list|paragraph|policy|criteria|initial|first))|%))",
    re.IGNORECASE,
)
# "VIII applies", "prescriber as under II": bare capitals of a list, in a clause that says no more.
_BARE = compiled(
    r"(?:(?<=[,;:] )|(?<=\band )|^)(?:(?:age|prescriber|diagnosis|monitoring|setting|REMS|exclusions) as "
    r"(?:under|in|at) (?P<under>[IVX]{1,4})|(?!I apply)"
    r"(?P<which>[IVX]{1,4}(?:(?:,? and |, | to | through )[IVX]{1,4})*) (?:also )?appl(?:y|ies))"
    r"(?=\W*(?:[,;.]|\band\b|$))"
)
_ASKS = compiled(
    r"\b(?:met|meets?|satisf\w+|fulfill?\w*|appl(?:y|ies)|holds?|true|remains?|continues?|still|present|in place"
    r"|subject to|(?:reviewed|judged|decided|assessed|evaluated|considered|measured) (?:only )?(?:under|by|against|on)"
    r"|documented|recorded|shown|evidenced|supported|established|confirmed|demonstrated"
    r"|(?:in|from|by) the (?:\w+ )?(?:records?|chart|notes|file)|on (?:record|file))\b"
    rf"|{_NONE_IN}",
    re.IGNORECASE,
)
_NUMBERED = (
    rf"(?:criteri(?:a|on)|conditions?|requirements?|items?|statements?|points?|rules?|numbers?|nos?\.) (?>{_LABELS})"
)
# Whose uses are asked for a few items "only": "for acute suicidality, requirements 1, 3 and 4 only".
_THESE_ALONE = compiled(
    rf"(?:^|[:,] )(?:only )?{_NUMBERED}(?: (?:above|of the list))?(?:,? (?:only|alone))\W*$", re.IGNORECASE
)
_ONLY_THESE = compiled(
    rf"\bonly (?:(?:the|to|of|under|by) )*{_NUMBERED}|\b{_NUMBERED}(?: (?:above|of the list))?,? (?:only|alone)\b",
    re.IGNORECASE,
)
_BESIDE = r"(?:and|plus|with|besides|beyond|as well as|in addition to|together with|along with)"
# "Both of the following, and items 1 and 4 of the list above:", "in addition to points 1 and 4 above:".
_ADDS = compiled(
    rf"^(?=[^;]*\b(?:following|these|each|above|below)\b)[^;]*(?:\b{_BESIDE} (?:(?:also|of|the|all|each) )*{_NUMBERED}"
    rf"|^\W*(?:meets? )?{_NUMBERED}[^.;:]{{0,80}}?,? {_BESIDE}\b)[^;]*:\s*$",
    re.IGNORECASE,
)
_LIFTS = compiled(
    r"\b(?:not|no longer|never|without|waived?|only for|unless|except|other than|apart from|excluding|instead|omit\w*"
    r"|skip\w*|(?:all|every|each)\b[^.;]* but)\b",
    re.IGNORECASE,
)
# "Item (iii) can be met in either way by any claimant" tells how, and asks for nothing again.
_TELLS_HOW = compiled(
    r"\b(?:can|may|could|might) (?:also |each )?(?:be )?(?:me?t|meet|satisf\w+|fulfill?\w*)\b"
    r"|\beither (?:way|of its)\b",
    re.IGNORECASE,
)
# "The same list applies, except that number 3 is not asked for": a whole list but for what is named.
_THE_LIST = r"(?:list|criteri(?:a|on)|conditions|requirements|items|statements|points|rules)"
_ALL_OF_IT = (
    rf"\b(?:(?:the|those) same {_THE_LIST}|(?:all|each|every)(?: one)?(?: of)? (?:(?:the|these|those) )?"
    rf"(?:[\w-]+ ){{0,4}}?{_THE_LIST}|the (?:[\w-]+ ){{0,4}}?(?:list|criteria|conditions|requirements|items)"
    rf"(?= (?:above|(?:for|of|under|in) )))(?: above)?(?: (?:for|of|under|in) [^.;,]{{3,60}}?)?"
)
_HOLDS = r"(?:appl(?:y|ies)|holds?|met|used|asked(?: for)?|satisfied)\b"
_EXCEPTS = (
    r"(?P<excepts>,? (?:except|save|other than|apart from|without|but not|but(?: for)?|minus|excluding)"
    r"(?: that| for| only)?(?: for)? (?:(?:the )?(?:criteri(?:a|on)|conditions?|requirements?|items?|statements?"
    rf"|points?|rules?|numbers?|nos?\.) )*(?P<but>(?>{_LABELS}))(?! ?(?:days?|weeks?|months?|years?|hours?|mg|times)\b)"
)
_SAME_LIST = compiled(rf"{_ALL_OF_IT}\b[^.;]{{0,40}}?\b{_HOLDS}[^.;]{{0,20}}?{_EXCEPTS}[^.;]*)", re.IGNORECASE)
# "All of the criteria for resistant depression other than number 2 are met".
_ALL_BUT = compiled(rf"{_ALL_OF_IT}{_EXCEPTS})(?=,? [^.;,]{{0,20}}?\b{_HOLDS})", re.IGNORECASE)
# "… and when the member has none of the conditions in v": said by the item itself once it stands under it.
_BARS_OF = compiled(
    rf",? and (?:(?:when|if|that|where) )?(?:(?:the|an?) )?(?:\w+ )?{_NONE_IN} (?>{_LABELS})(?! ?\w)", re.IGNORECASE
)
# "One of the scales in item c" says where the scales are named.
_PLACES = compiled(
    r"\b(?:scales?|scores?|instruments?|drugs?|antidepressants?|trials?|tools?|measures?|defin\w+|named|listed|given|"
    r"described|used) (?:in|of|from|under|by) (?:the )?$",
    re.IGNORECASE,
)
# A sentence tells of the items of one list; a paragraph of twenty lines does not.
_LONGEST = 500


def with_referred_items(outline: Sequence[Node]) -> tuple[Node, ...]:
    """`outline`, with the items that a statement asks for by their numbers under it."""
    referring = [(place, node, refs) for place, node in enumerate(walk(outline)) if (refs := _refs(node))]
    lists = list(numbered_lists(outline)) if referring else []
    asked: dict[int, tuple[Node, ...]] = {}
    parted: dict[int, set[int]] = {}
    for place, node, refs in referring:
        if (found := list_of(place, node, refs, lists)) is None:
            if (items := _numbered_apart(refs, lists) or _asked_nowhere(node, refs, lists)) or _names_a_section(node):
                asked[id(node)] = items
            continue
        if _but_for(node.block.text):
            asked[id(node)] = tuple(item for marker, item in found.items.items() if marker not in refs)
            continue
        asked[id(node)] = tuple(found.items[ref] for ref in refs)
        if not _is_of_renewal(node):
            parted.setdefault(id(found), set()).update(id(found.items[ref]) for ref in refs)
    moved = {item for each in lists for item in _moved(each, parted.get(id(each), set()), asked)}
    return tuple(_rebuilt(outline, asked, moved)) if asked else tuple(outline)


def refers_to_items(text: str) -> bool:
    """Whether a sentence asks for criteria by their numbers."""
    refers = (_REFERS.search(text) and any(form.search(text) for form in (_ASKS, _ADDS, _THESE_ALONE))) or _BARE.search(
        text
    )
    return _but_for(text) is not None or (bool(refers) and not any(form.search(text) for form in (_LIFTS, _TELLS_HOW)))


def asks_for_these_alone(text: str) -> bool:
    """Whether a statement asks for items of a list by their numbers and for no others."""
    return any(_ONLY_THESE.search(said) for said in sentences(text) if refers_to_items(said))


def _but_for(text: str) -> re.Match[str] | None:
    """A whole list that a text asks for, with the items that it excepts from it."""
    return _SAME_LIST.search(text) or _ALL_BUT.search(text)


def _refs(node: Node) -> tuple[str, ...]:
    text = node.block.text
    if node.block.kind not in ("paragraph", "item") or len(text) > _LONGEST:
        return ()
    if same := _but_for(text):
        return tuple(dict.fromkeys(markers_named(same["but"])))
    asking = [said for said in sentences(text) if refers_to_items(said)]
    found = (found for said in asking for found in _REFERS.finditer(said) if not _PLACES.search(said[: found.start()]))
    named = [each["which"].replace("#", "") for each in found]
    named += [each["under"] or each["which"] for said in asking for each in _BARE.finditer(said)]
    return tuple(dict.fromkeys(marker for each in named for marker in _markers(each)))


def _markers(listed: str) -> Iterator[str]:
    """The markers that a passage lists, those of numbered paragraphs ("3.1 to 3.3") among them."""
    for dotted in _A_RANGE.finditer(listed):
        yield from (f"{dotted['above']}{count}" for count in range(int(dotted["first"]), int(dotted["last"]) + 1))
    for lettered in _LETTERED.finditer(listed):
        last = int(lettered["last"] or lettered["first"])
        yield from (f"{lettered['list'].lower()}{count}" for count in range(int(lettered["first"]), last + 1))
    for own in _OF_ENTRY.finditer(listed):
        yield from (
            f"{own['entry'].lower()}{item}" for item in markers_named(f"{own['item']} to {own['last'] or own['item']}")
        )
    rest = _OF_ENTRY.sub(" ", _LETTERED.sub(" ", _A_RANGE.sub(" ", listed)))
    yield from _DOTTED.findall(rest)
    yield from markers_named(_DOTTED.sub(" ", rest))


def _is_of_renewal(node: Node) -> bool:
    """Whether a statement, or the nearest heading that names a phase, is of renewals: these keep what was asked."""
    named = (phase for text in (*reversed(node.block.path), node.block.text) if (phase := read_phase(text)))
    return next(named, None) == "renewal" or read_phase(node.block.text) == "renewal"


def numbered_lists(nodes: Sequence[Node], above: Node | None = None) -> Iterator[NumberedList]:
    """The numbered lists of an outline, each before those inside its items."""
    places = {id(node): place for place, node in enumerate(walk(nodes))} if above is None else {}
    yield from _lists_under(nodes, above, places)


def _lists_under(nodes: Sequence[Node], above: Node | None, places: Mapping[int, int]) -> Iterator[NumberedList]:
    for numbered, run in groupby(nodes, key=_is_of_a_list):
        items = [node for node in run if not (numbered and is_connective(node.block.text))]
        by_marker = {bare_marker(item.block.marker): item for item in items}
        if numbered and items and len(by_marker) == len(items):
            yield NumberedList(places[id(items[0])], above, by_marker)
        for item in items:
            yield from _lists_under(item.children, item, places)


def _is_of_a_list(node: Node) -> bool:
    return (node.block.kind == "item" and bool(node.block.marker)) or is_connective(node.block.text)


def list_of(place: int, node: Node, refs: Sequence[str], lists: Sequence[NumberedList]) -> NumberedList | None:
    """The list that a statement refers to: the last before it that has every item named, or else the next."""
    own = {bare_marker(child.block.marker) for child in node.children}
    if set(refs) & own:
        return None
    # "Criteria 4 through 7 of the resistant depression section": of the list that is for that use.
    lists = lists_meant(node, lists, refs)
    fit = [each for each in lists if set(refs) <= each.items.keys() and node not in map(each.items.get, refs)]
    # What a renewal asks for again is asked by the list before its own.
    if _is_of_renewal(node):
        fit = [each for each in fit if node not in each.items.values()] or fit
    before = [each for each in fit if each.place <= place]
    return before[-1] if before else next(iter(fit), None)


def _numbered_apart(refs: Sequence[str], lists: Sequence[NumberedList]) -> tuple[Node, ...]:
    """The items of several lists that a statement names, each by its whole number ("4.2.1 and 5.1.1", "A1", "1.D")."""
    items = {marker: item for each in lists for marker, item in each.items.items() if _DOTTED.fullmatch(marker)}
    for each in lists:
        entry = bare_marker(each.above.block.marker) if each.above else ""
        roman = bool(_ROMAN.fullmatch(entry))
        apart = {marker for marker in each.items if entry and (roman or entry.isalpha() != marker.isalpha())}
        items |= {f"{entry}{marker}": each.items[marker] for marker in apart}
    return tuple(items[ref] for ref in refs) if set(refs) <= items.keys() else ()


def _asked_nowhere(node: Node, refs: Sequence[str], lists: Sequence[NumberedList]) -> tuple[Node, ...]:
    """An item for those that cover asks for and no list has ("when items 1 and 7 are met"): asked all the same."""
    known = {marker for each in lists for marker in each.items}
    if node.children or set(refs) <= known or stated_status(node.block.text) != "covered":
        return ()
    told = _REFERS.search(node.block.text)
    text = f"{told[0][0].upper()}{told[0][1:]} are met" if told else node.block.text
    return (Node(replace(node.block, kind="item", text=text, depth=node.block.depth + 1, marker="", cells=())),)


def _names_a_section(node: Node) -> bool:
    """Whether a statement asks for what nobody finds in a section, whose use it does not ask for: it stays unread."""
    return bool(glosses_of(node.block.text)) and not _but_for(node.block.text)


def _moved(each: NumberedList, parted: set[int], asked: Mapping[int, object]) -> set[int]:
    """The items of a list that statements divide among them, where nothing else asks for it."""
    left = {id(item) for item in each.items.values() if id(item) not in asked}
    led = each.above is not None and each.above.block.kind != "heading" and stated_status(each.above.block.text)
    return left if parted and left <= parted and not led else set()


def _rebuilt(nodes: Sequence[Node], asked: Mapping[int, tuple[Node, ...]], moved: set[int]) -> Iterator[Node]:
    for node in nodes:
        if id(node) not in moved:
            block = replace(node.block, text=_without_exception(node.block.text)) if id(node) in asked else node.block
            yield replace(
                node, block=block, children=(*asked.get(id(node), ()), *_rebuilt(node.children, asked, moved))
            )


def _without_exception(text: str) -> str:
    """A statement without the items that it excepts from a list, or whose bars it repeats: these stand under it. Which
    use the list is of that has them ("of section A (resistant depression)", a gloss of ours) is not asked.
    """
    text = without_glosses(_BARS_OF.sub("", text))
    same = _but_for(text)
    return text[: same.start("excepts")] + text[same.end("excepts") :] if same else text
