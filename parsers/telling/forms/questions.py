"""Questions about coverage with their answers, said as statements ("Is it covered?" "No." is "It is not covered")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from parsers.answering.answers import names_use, stated_status
from parsers.criteria.aspects import spelled
from parsers.deciding.paragraph_wording import BARE_SPAN
from parsers.drugs.names import named_products
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block
from parsers.sections.headings import MADE_SECTION_DEPTH
from parsers.telling.asked_letters import ANSWER_LETTER, QUESTION_LETTER
from parsers.telling.forms.answer_words import NO, plain_answer
from parsers.telling.forms.asked_renewals import renewed_when
from parsers.telling.forms.asked_when import granted_when
from parsers.telling.forms.narrowed_questions import narrowed_by

_PAID = r"(?P<paid>covered|paid for|reimbursed|a (?:covered )?benefit)\b(?P<tail>.*)$"
_PAYS = r"(?P<paid>cover|pay for|reimburse)\b(?P<tail>.*)$"
_FORMS = (
    compiled(rf"^(?P<verb>is|are|will) (?P<what>.+?) (?P<be>be )?{_PAID}", re.IGNORECASE),
    compiled(rf"^(?P<verb>does|do|will|can) (?P<what>.+?) {_PAYS}", re.IGNORECASE),
)
_NAME = compiled(r"\b(?:spravato|esketamine|ketamine infusions?|ketamine|ketalar)\b", re.IGNORECASE)
_PRONOUN = compiled(
    r"\b(?:it|they|them|(?:the|this) (?:drug|spray|medicine|medication|treatment|product))\b", re.IGNORECASE
)
# "What about ketamine?", "And ketamine infusions?"
_ASKED_OF = compiled(
    r"^\W*(?:but |and )?(?:what about|how about|what of|and) (?P<drug>[\w ()-]{4,120})$", re.IGNORECASE
)
# "No. That is experimental as well."
_THAT = compiled(r"^\W*(?:that|this|these|those) (?:is|are)\b", re.IGNORECASE)
_OF_THE_DRUG = compiled(
    r"\b(?:it|they|them|this|these|that|those|drugs?|sprays?|medicines?|medications?|treatments?|products?|infusions?|"
    r"uses?|coverage|requests?|approvals?|authori[sz]ations?)\b",
    re.IGNORECASE,
)
# "Which patients qualify for the spray?", "For what is it covered?": the answer names uses, or people who have one.
_FOR_WHOM = compiled(
    r"^(?:who|(?:which|what) (?:patients|members|people|adults|individuals)) (?:qualif(?:y|ies)(?: for\b|$)|"
    r"(?:is|are) eligible$|(?:is|are) "
    r"(?:eligible|"
    r"covered|approved) for|(?:can|may|will) (?:get|have|receive|be (?:given|approved for)))\b"
    r"|^(?:for|in) (?:what|which|whom)\b.*\b(?:cover\w*|pays?|paid|approved?)\b"
    r"|^(?:what|which)(?: \w+){0,2} (?:is|does|do|are)\b.*\b(?:cover\w*|pays?|paid|approved?)(?: \w+)? for\b",
    re.IGNORECASE,
)
# "How long is the first approval?"
_DEPENDS = compiled(r"^\W*(?:it|that) depends(?: on [^:;.]{3,40})?\s*[:;.–—-]\s*", re.IGNORECASE)
_USE_WITH_ANSWER = compiled(r"(?:and |but )?(?:for )?(?P<use>[^:]{3,60}?)[: –—-]+(?P<word>yes|no)", re.IGNORECASE)
_WHO = "who is eligible"
_PEOPLE = r"(?:members|patients|individuals|people|adults|enrollees|beneficiaries|recipients|participants|clients)"
_TITLES_WHOM = compiled(
    rf"\W*(?:who (?:is|are) eligible|who (?:qualifies|can (?:get|receive|have) (?:it|the drug|spravato|esketamine))"
    rf"|{_PEOPLE} who (?:are eligible|qualify|may (?:get|receive|have) it)|eligible {_PEOPLE}|eligibility"
    r"|(?:covered|eligible) population)(?: for (?:coverage|approval|treatment|spravato|esketamine|the drug))?\W*",
    re.IGNORECASE,
)
_LENGTH = compiled(
    r"^(?:for )?how long (?:is|does|will|lasts?) (?:an? |the )?((?:[\w-]+ ){0,2}?(?:approval|"
    r"authori[sz]ation|renewal))\b",
    re.IGNORECASE,
)
# "Six months to begin with. After that, …"
_SPANS = compiled(
    r"\W*(?:up to )?[\w-]+(?: \(\d+\))? (?:days?|weeks?|months?|years?)"
    r"(?: (?:at first|initially|to (?:begin|start) with))?[.;,]",
    re.IGNORECASE,
)
# "No, for the same reason."
_SAME = compiled(
    r"\W*(?:for the same reasons?|(?:the )?same (?:answer|here|applies)|likewise|not (?:for )?(?:that|those) "
    r"either)\W*$",
    re.IGNORECASE,
)
_END = Block("heading", "")
# "Can it be used without an antidepressant?", "Must a psychiatrist prescribe it?": no question of cover.
_ASKS_OF_A_DEMAND = compiled(
    r"^(?:must|should|(?:is|are|do|does|can|may|will)\b(?=.*\b(?:without|alone|by itself|as (?:a )?monotherapy|"
    r"require[ds]?|needed|need|necessary|have to|has to)\b))",
    re.IGNORECASE,
)
# "Yes, for depression that resisted two drugs."
_GOES_ON = compiled(r"^(?:but )?(?:only )?(?:for|in|if|when|with)\b", re.IGNORECASE)
# "We do, with prior authorization, when …": how it is paid for, and no sentence of its own.
_AUTHORIZED = compiled(r"^with (?:prior |pre-?)?(?:authori[sz]ation|approval),? ?", re.IGNORECASE)
_QUESTION = compiled(rf"^(?:{QUESTION_LETTER})?(?P<asked>[^?]{{10,200}})\?\s*(?P<answer>.*)$", re.DOTALL)
_NEXT_USE = compiled(
    rf"^\W*(?:{QUESTION_LETTER})?(?:(?:and|but|or) )?(?:(?:what|how) about(?: for)?|for|in|when used for) "
    r"(?P<use>[^?]{2,120})$",
    re.IGNORECASE,
)
# "It may be.", "In some cases.": yes, for those whom the rest tells of.
_MAYBE = (
    r"(?:(?:it|they|that|spravato|esketamine|ketamine) (?:may|can) be|sometimes|maybe|in some cases|at times)"
    r"(?=[.,:;–—])"
)
_ANSWER = compiled(
    rf"^(?:{ANSWER_LETTER})?(?P<word>yes\b|{NO}|{_MAYBE})[\s,.;:–—-]*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL
)


def with_answered_questions(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], dict[str, str]]:
    """`blocks` with each question whether a drug is covered, and the yes or no to it, as one statement.

    Also what is printed in place of each statement.
    """
    blocks = _titled([_as_paragraph(block) for block in blocks])
    said: list[Block] = []
    restated: dict[str, str] = {}
    asked = above = drug = reason = before = ""
    for block in blocks:
        question = _QUESTION.match(_of_drug(block.text, drug, before))
        before = question["asked"] if question else before
        about, answer = (question["asked"], question["answer"]) if question else (asked, block.text)
        answer, reason = _with_reason(plain_answer(answer), reason)
        statement = _told(about, answer, drug, in_title=block.kind == "heading")
        if answer and block.kind != "heading" and not statement and (statement := _criterion_of(about, answer)):
            said[-1:] = said[-1:] if question else [replace(said[-1], text="")]
        said[-1:] = said[-1:] if question else narrowed_by(statement, said[-1:])
        if statement:
            restated[statement] = block.text if question else f"{above} {block.text}"
        aside = "" if statement else _answer_of_another_service(about, answer)
        asked = about if question and not answer else _WHO if _titles_whom(block) else ""
        titles = block.kind == "heading" and block.depth == 1 and len(named_products(block.text)) == 1
        named = _NAME.findall(about if question else block.text) if question or titles else []
        drug = named[-1] if named else drug
        above = block.text
        told = statement or aside
        refused = None if told or question is None else _refusal_of_a_manner(about, answer)
        said.append(replace(block, text=told or refused or "") if told or refused is not None else block)
    return tuple(said), restated


def _told(asked: str, answer: str, drug: str, *, in_title: bool) -> str:
    """What a question and its answer state together; "" where they state nothing. `drug` was the last one named."""
    if not asked:
        return ""
    if not in_title and (again := renewed_when(asked, answer, next(iter(_NAME.findall(asked)), drug))):
        return again
    length = _LENGTH.match(asked) if BARE_SPAN.match(answer) or _SPANS.match(answer) else None
    answered = "" if length or in_title or not named_products(asked) else _statement(asked, answer)
    told = f"{length[1]}: {answer}" if length else answered
    told = (
        told or _said_of(asked, answer) or _in_turn(asked, answer) or ("" if in_title else granted_when(asked, answer))
    )
    for_whom = not told and not in_title and _FOR_WHOM.match(asked)
    return _for_whom(next(iter(_NAME.findall(asked)), drug), answer) if for_whom else told


def _titles_whom(block: Block) -> bool:
    """Whether a heading without a question mark titles those whom the drug is covered for ("Eligible members")."""
    return block.kind == "heading" and bool(_TITLES_WHOM.fullmatch(block.text))


def _for_whom(drug: str, answer: str) -> str:
    """Cover for the uses that an answer opens with; "" where it answers in a sentence of its own or names none."""
    first = next(iter(sentences(answer)), "")
    if not drug or not names_use(first) or stated_status(first) or _ANSWER.match(answer):
        return ""
    led = "" if _GOES_ON.match(answer) else "for "
    return f"{drug} is covered {led}{answer[:1].lower()}{answer[1:]}"


def _with_reason(answer: str, before: str) -> tuple[str, str]:
    """An answer with what the one `before` it said, where it gives "the same reason"; and what it says itself."""
    given = _ANSWER.match(answer)
    if given is None:
        return answer, before
    if before and _SAME.match(given["rest"]):
        return f"{given['word']}. {before}", before
    return answer, given["rest"] if stated_status(given["rest"]) else before


def _criterion_of(asked: str, answer: str) -> str:
    """What is asked of trials ("How many antidepressants must have failed?" "Two."), as a sentence; "" for others."""
    said = spelled(asked, answer)
    return f"{said[:1].upper()}{said[1:].rstrip(' .')}." if said else ""


def _said_of(asked: str, answer: str) -> str:
    """An answer that leaves the drug to its question ("What about ketamine?" "It is excluded."), with its name."""
    drug = _ASKED_OF.match(asked)
    if drug is None or not answer or not named_products(asked) or named_products(answer):
        return ""
    given = _ANSWER.match(answer)
    if given and given["word"].lower() == "no" and (not given["rest"] or not _GOES_ON.match(given["rest"])):
        why = _THAT.sub("It is", given["rest"])
        return f"{drug['drug']}: {why}" if stated_status(why) else f"{drug['drug']} is not covered. {why}".strip()
    if given and given["word"].lower() == "yes" and _GOES_ON.match(given["rest"]) and not stated_status(given["rest"]):
        return f"{drug['drug']} is covered {given['rest']}"
    return _PRONOUN.sub(drug["drug"], answer, 1) if _PRONOUN.search(answer) else f"{drug['drug']}: {answer}"


def _in_turn(asked: str, answer: str) -> str:
    """What "It depends: anesthesia yes, pain no" says of each use; "" where it says it of none."""
    drug = next(iter(_NAME.findall(asked)), "")
    depends = _DEPENDS.match(answer)
    given = (
        [_USE_WITH_ANSWER.fullmatch(part.strip(" .")) for part in answer[depends.end() :].split(",")] if depends else []
    )
    told = [one for one in given if one and names_use(one["use"])]
    if not drug or not told or len(told) != len(given):
        return ""
    words = {"yes": "is covered", "no": "is not covered"}
    drug = f"{drug[:1].upper()}{drug[1:]}"
    return " ".join(f"{drug} for {one['use']} {words[one['word'].lower()]}." for one in told)


def _answer_of_another_service(asked: str, answer: str) -> str:
    """What a yes or no says besides, where the question is whether something else is covered; "" for any other."""
    given = _ANSWER.match(answer)
    form = next(filter(None, (form.match(asked) for form in _FORMS)), None) if given else None
    if given is None or form is None or named_products(asked) or names_use(asked):
        return ""
    return "" if _OF_THE_DRUG.search(form["what"] + form["tail"]) else given["rest"] or asked


def _refusal_of_a_manner(asked: str, answer: str) -> str | None:
    """What a "no" says besides, where it refuses a manner of use ("Is it covered at home?"); None for any other."""
    form = next(filter(None, (form.match(asked) for form in _FORMS)), None)
    given = _ANSWER.match(answer)
    return given["rest"] if form and given and given["word"].lower() == "no" else None


def _titled(blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with each question that is numbered as one ("Q3. …") the title of the paragraphs that answer it."""
    return [
        replace(block, kind="heading", depth=MADE_SECTION_DEPTH)
        if block.marker[:1] in ("Q", "q") and block.text.endswith("?") and after.kind == "paragraph"
        else block
        for block, after in zip_longest(blocks, blocks[1:], fillvalue=_END)
    ]


def _as_paragraph(block: Block) -> Block:
    """A row of a question on coverage with its yes or no as a paragraph: the question alone says nothing."""
    question, *answers = dict.fromkeys(cell.strip() for cell in block.cells if cell.strip()) or ("",)
    asks = block.kind == "row" and question.endswith("?") and any(form.match(question) for form in _FORMS)
    if not asks or len(answers) != 1 or not _ANSWER.match(answers[0]):
        return block
    return replace(block, kind="paragraph", text=f"{question} {answers[0]}", cells=(), header=())


def _of_drug(text: str, drug: str, before: str) -> str:
    """A question with the drug that the question before it was about in place of its pronoun ("Is it covered?"), whole
    where it only names the next use ("And for pain?"): that of cover, or again what `before` asked of the first.
    """
    asked, mark, answer = text.partition("?")
    if not drug or not mark or named_products(asked):
        return text
    if (next_use := _NEXT_USE.match(asked)) and names_use(next_use["use"]):
        if _ASKS_OF_A_DEMAND.match(before):
            return f"{before} for {next_use['use']}{mark}{answer}"
        return f"Is {drug} covered for {next_use['use']}{mark}{answer}"
    return f"{_PRONOUN.sub(drug, asked, 1)}{mark}{answer}"


def _statement(asked: str, answer: str) -> str:
    """What the answer to a question states; "" where it is neither yes nor no, or a full answer by itself."""
    form = next(filter(None, (form.match(asked) for form in _FORMS)), None)
    given = _ANSWER.match(answer)
    if form is None or given is None:
        return ""
    rest = given["rest"][:1].upper() + given["rest"][1:]
    if _GOES_ON.match(rest) and given["word"].lower() != "no" and stated_status(_AUTHORIZED.sub("", rest)) is None:
        return f"{_declared(form, refuses=False).rstrip('.')} {given['rest']}"
    status = stated_status(rest)
    if status == "covered" and given["word"].lower() == "no" and names_use(rest) and names_use(form[0]):
        # "For bipolar depression?" "No. It is covered only for depression that resisted two drugs."
        return f"{_declared(form, refuses=True)} {_of_drug_told(rest, form[0])}".strip()
    if status is not None and not (named_products(rest) and names_use(rest)):
        return f"{form['what'] if form['what'] and named_products(form['what']) else ''}{form['tail']}: {rest}".strip()
    if status is not None:
        return ""
    return f"{_declared(form, refuses=given['word'].lower() == 'no')} {rest}".strip()


def _of_drug_told(answer: str, asked: str) -> str:
    """An answer with the drug that its question names in place of its pronoun."""
    name = next(iter(_NAME.findall(asked)), "")
    told = _PRONOUN.sub(name, answer, 1) if name and not named_products(answer) else answer
    return f"{told[:1].upper()}{told[1:]}"


def _declared(form: re.Match[str], *, refuses: bool) -> str:
    """The question as a sentence; "" where what is refused may be but a manner of use."""
    if refuses and form["tail"].strip() and not names_use(form[0]):
        return ""
    negation, be = (" not" if refuses else ""), form.groupdict().get("be") or ""
    return f"{form['what']} {form['verb'].lower()}{negation} {be}{form['paid']}{form['tail']}."
