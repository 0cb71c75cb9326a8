"""What a question of a flow asks and where each of its answers leads ("Yes: go to #3; no: deny")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.criteria.vocabulary import PERSON
from parsers.flows.flow_approvals import APPROVES, approval_in
from parsers.flows.flow_choices import options_in
from parsers.flows.flow_wording import in_answers
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Block, Indication
from parsers.phases.phases import read_phase
from parsers.uses.indications import mentions, named_indications
from parsers.uses.residual_wording import RESIDUAL
from parsers.uses.scopes import is_label

ANSWER = compiled(
    # "… Go to #2 No: deny": a line of its own that the cell lost.
    r"(?:^|(?<=[|?.;☐□)\]\[])|(?<=\s)(?=(?-i:Yes|No):))\s*(?:(?:if|when) (?:the answer is |answered )?)?"
    r"(?:(?P<yes>yes)|(?P<no>not?)|(?P<initial>initial|new start)|(?P<renewal>renewal|continuation|reauthorization))"
    r"(?: (?:therapy|treatment|request|authorization))?\s*"
    # Behind a box, "(If Yes, …)" and "(Approval requires a No)" tell of the answers, and are none.
    r"(?!\((?:if|when|where)\b|\([^()]*\b(?:yes|no)\b[^()]*\)\W*$)(?:(?=→|->|=>)|[:,(=–—-])\s*",
    re.IGNORECASE,
)
GO_TO = compiled(
    r"\b(?:go|proceed|continue|skip|move)(?: on)? to (?:(?:question|step|number|item|no\.)\s*)?#?\s*"
    r"(?P<number>\d{1,2})\b"
    # "Yes: → 3".
    r"|(?:→|->|=>)\s*(?:(?:question|step|number)\s*)?#?\s*(?P<arrow>\d{1,2})(?=\W*(?:$|\|))",
    re.IGNORECASE,
)
# "Next question": the one after this.
_NEXT = compiled(
    r"^\W*(?:(?:go|proceed|continue|move)(?: on)? (?:to|with) )?(?:the )?next (?:question|step|item|criterion)\W*$|"
    r"^\W*(?:continue|proceed)\W*$",
    re.IGNORECASE,
)
_ELSEWHERE = compiled(
    r"\b(?:go|proceed|continue|skip|move)(?: on)? to\b|\b(?:see|use) (?:the )?\w+ criteria\b", re.IGNORECASE
)
_DENIES = compiled(
    r"\b(?:den(?:y|ied|ial)|(?:(?:can)?not|can't|never) (?:be )?approv\w+|do not (?:approve|authori[sz]e)|"
    r"not meet (?:the )?criteria)\b|^\W*stop\b",
    re.IGNORECASE,
)
# "Forward to the clinical pharmacist": the criteria grant nothing, and nobody is refused.
_REVIEWED = compiled(
    r"\b(?:forward|refer|send|rout|escalat|submit)(?:e|ed|red)?\b[^.;|]{0,20}? (?:to|for) (?:an? |the |your )?"
    r"(?:[\w-]+ ){0,2}(?:pharmacist|reviewer|medical director|physician|review|clinician)s?\b",
    re.IGNORECASE,
)
_STATUS = compiled(
    r"\b(?:not (?:medically necessary|covered)|(?:experimental|investigational|unproven))\b[^.;|☐□]*", re.IGNORECASE
)
_ASKS_FOR_THE_USE = compiled(
    r"\b(?:diagnos\w+|indications?|treat(?:ing|ed|ment(?!-))|used? (?:for|in)"
    r"|(?:request(?:ed)?|wanted|sought|ordered|prescribed|asked|intended|meant|needed) "
    r"(?:for|because of|due to|on account of|to treat)"
    r"|^\W*(?:is|was) (?:it|this|that|the (?:(?:earlier|first|initial|previous|prior|last|original|new) )?"
    r"(?:request|drug|spray|renewal|claim|order|prescription|medication|approval|authori[sz]ation)"
    r"|spravato|(?:es)?ketamine)(?: (?:granted|given|made|approved))? for\b"
    # Asked of both at once: "Is it one of the two uses in the label: …?"
    r"|(?:one|either|any) of (?:the|these|its|our) (?:[\w-]+ ){0,3}?uses"
    # "Is the requested use TRD or …?"
    r"|(?:is|are) (?:the |it )?(?:requested|intended|stated|proposed) (?:use|purpose|condition))\b",
    re.IGNORECASE,
)
# "Has the member been diagnosed with any of these?", and not "is the patient to be treated for chronic pain?".
_ASKS_OF_THE_PATIENT = compiled(
    rf"^\W*(?:is|has|does|was|did) (?:the |this |your )?{PERSON} (?!(?:is |be |being |to be )*treated)", re.IGNORECASE
)
# "Was the first approval for resistant depression?", asked of a renewal.
_OF_AN_APPROVAL = compiled(
    r"^\W*(?:is|was) the (?:earlier|first|initial|previous|prior|last|original) (?:request|approval|authori[sz]ation)"
    r"(?: (?:granted|given|made|approved))? for\b[^,]*$",
    re.IGNORECASE,
)
# "Is it one of the following: treatment-resistant depression; …?", with nothing but names of uses listed.
_ASKS_WHICH = compiled(
    r"^\W*is (?:it|this|that|the (?:request|drug|use|claim|condition))\b[^:?]{0,40}\b(?:one|either|any) of (?:the "
    r"following|these|those)\b[^:?]{0,30}[:?]",
    re.IGNORECASE,
)
# "Does the patient have treatment-resistant depression?", with nothing but a use behind it.
_ASKS_WHO_HAS_IT = compiled(
    r"^\W*(?:does|do|is|has) the (?:patient|member|individual|beneficiary|recipient|client|enrollee)s? "
    r"(?:have|suffer from|being treated for|been found to have) (?P<use>[^?]{3,120})\?",
    re.IGNORECASE,
)
# "Deny; any other use is not covered": the word is of the request, the rest of all others.
_DENY_FIRST = compiled(r"^\W*den(?:y|ied)\s*[;:,.–—-]\s*(?=\w)", re.IGNORECASE)
# "… in a patient whose risk would call for hospitalization?",
# "Is it for depression in a patient of 18 or older?", "Is it for depression, and has the patient improved?",
# "… a diagnosis of depression and meet all of the following?"
ASKS_MORE = compiled(
    r"\d|\bwhose\b|,? and (?:has|have|had|is|are|was|were|do|does|did|will"
    r"|(?:also )?(?:meets?|fulfill?s?|satisf(?:y|ies)))\b",
    re.IGNORECASE,
)
# "Is this the first request?", "Has the patient already been approved?"
_ASKS_FOR_THE_PHASE = compiled(
    r"\W*(?:is|was|has|does|do|are)\b(?![^?]*(?:,| and | if )\b)[^?]{3,90}\?\W*$", re.IGNORECASE
)
_TREATED_BEFORE = compiled(
    r"\b(?:already|previously|currently|earlier|(?:in|with) the past|before)\b[^?]*\b(?:drug|medication|spray|product|"
    r"plan|esketamine|spravato|ketamine)\b",
    re.IGNORECASE,
)

# One of these words, or the option that was chosen.
Word = str
_WORDS: tuple[Word, ...] = ("yes", "no", "initial", "renewal")


@dataclass(frozen=True, slots=True)
class Step:
    """Where an answer leads: to a question, to an approval ("Approve for 60 days"), elsewhere, or to a denial.

    `denial` is a denial that speaks of more than the request at hand ("Deny; other uses are not covered"), `status`
    what a denial calls the use that was asked for ("Deny; not medically necessary").
    """

    to: int | None = None
    names: str = ""
    approval: str = ""
    elsewhere: bool = False
    denial: str = ""
    status: str = ""
    denies: bool = False
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question without its number and answers; `use`: what it asks whether the drug is for.

    `left`: the one of its uses that is left after another was answered no, as the title of what is asked for it.
    `lead`: what it says before the list that it asks for, `listed`, which its text holds on one line.
    """

    number: int
    text: str
    block: Block
    answers: dict[Word, Step]
    left: str = ""
    lead: str = ""
    listed: tuple[Block, ...] = ()

    @property
    def chooses(self) -> bool:
        """Whether its answers are uses to choose from."""
        return self.answers.keys().isdisjoint(_WORDS)

    @property
    def use(self) -> tuple[Indication, ...]:
        if self.left:
            return named_indications(self.left)
        asks = _ASKS_FOR_THE_USE.search(self.text) or _asks_which(self.text) or self._asks_who_has_it()
        asks = asks and not self._bars_who_has_it()
        return named_indications(self.title) if asks else ()

    @property
    def title(self) -> str:
        """What it asks for, without the list of what is asked beside the use ("… and meet all of the following?")."""
        return self.left or (self.lead if ASKS_MORE.search(self.lead) else self.text)

    def _bars_who_has_it(self) -> bool:
        """Whether it refuses patients for what they have ("Was the patient diagnosed with bipolar disorder?")."""
        yes = self.answers.get("yes")
        return bool(yes and yes.denies and _ASKS_OF_THE_PATIENT.match(self.text))

    def _asks_who_has_it(self) -> bool:
        """Whether it asks if the patient has a use; where "yes" is refused, it asks for what bars."""
        asked, yes = _ASKS_WHO_HAS_IT.match(self.text), self.answers.get("yes")
        return bool(asked and yes and not yes.denies and is_label(asked["use"]))


def _asks_which(text: str) -> bool:
    asked = _ASKS_WHICH.match(text)
    listed = [part for part in re.split(r"[;?]", text[asked.end() :]) if part.strip()] if asked else []
    return bool(listed) and all(map(is_label, listed))


def denied_rest(question: Question) -> tuple[str, ...]:
    """What the answers to a question deny beside the request at hand: where no use that it asks for is the one, all
    others.
    """
    said = tuple(dict.fromkeys(step.denial for step in question.answers.values() if step.denial))
    status = question.answers["no"].status if question.use and "no" in question.answers else ""
    return said or ((f"All other uses: {status}",) if status else ())


def denied_use(question: Question) -> str:
    """What a question refuses whose "yes" to a use is a denial ("Is it for chronic pain? Yes: deny"); "" for others."""
    yes = question.answers.get("yes")
    refused = yes and yes.denies and question.use and not ASKS_MORE.search(question.text)
    named = dict.fromkeys(question.text[use.start : use.end] for use in mentions(question.text)) if refused else {}
    return f"{' and '.join(named)}: {yes.status or 'not covered'}" if named and yes else ""


def left_by(asked: Question, answered_no: Question) -> Question:
    """What is left of the uses that `asked` names where `answered_no` asks for some of them and the answer is no."""
    left = [named for named in mentions(asked.text) if named.indication not in answered_no.use]
    if not left or len(left) == len(mentions(asked.text)):
        return asked
    return replace(asked, left=f"Diagnosis: {' or '.join(asked.text[use.start : use.end] for use in left)}")


def sends_on(text: str) -> bool:
    """Whether an answer in `text` sends the reader to a question by its number, or to the next."""
    return bool(GO_TO.search(text)) or any(map(_NEXT.match, ANSWER.sub("|", text).split("|")))


def read_question(number: int, text: str, block: Block) -> Question:
    text = in_answers(text)
    if options := options_in(text):
        steps = {option: _chosen(option, done, number + 1) for option, done in options.items()}
        return Question(number, text.partition("?")[0].strip(" |☐□") + "?", block, steps)
    # "Renewal: has the patient improved?" answers nothing before it has asked.
    given = list(ANSWER.finditer(text, text.find("?")))
    asked = text[: given[0].start()] if given else text.partition("|")[0]
    ends = [answer.start() for answer in given[1:]] + [len(text)]
    answers: dict[Word, Step] = {}
    for answer, end in zip(given, ends, strict=False):
        word = next(word for word in _WORDS if answer[word])
        answers[word] = _step(text[answer.end() : end], number + 1)
    asked = asked.strip(" |☐□")
    if "?" not in text and (approval := APPROVES.search(text)):
        return Question(number, "", block, {"yes": Step(approval=approval[0].strip())})
    answers = _with_the_other(answers, number + 1)
    # "What diagnosis is being treated?": whatever is answered, the next question follows.
    return Question(number, asked, block, _by_phase(asked, answers) or {"yes": Step(number + 1)}, _approved_use(asked))


def _approved_use(asked: str) -> str:
    """The use that an earlier approval was for, as the title of what is asked now; "" where that is not asked."""
    named = [asked[use.start : use.end] for use in mentions(asked)] if _OF_AN_APPROVAL.match(asked) else []
    return f"Diagnosis: {' or '.join(named)}" if named else ""


def _chosen(option: str, done: str, following: int) -> Step:
    """Where an option leads, with the use that it names."""
    step = _step(f"{option}: {done}", following)
    return replace(step, names=_named_in(option) or option) if step.to else step


def _with_the_other(answers: dict[Word, Step], following: int) -> dict[Word, Step]:
    """The answers with the one that is not told ("Is the patient 18? If no, deny."): it leads to the next question."""
    given = next(iter(answers), None)
    if len(answers) != 1 or given not in ("yes", "no"):
        return answers
    if not (answers[given].denies or answers[given].reviewed or answers[given].to):
        return answers
    return {"yes": Step(following), **answers} if given == "no" else {**answers, "no": Step(following)}


def _by_phase(asked: str, answers: dict[Word, Step]) -> dict[Word, Step]:
    """The answers by phase where "yes" and "no" only tell which phase it is ("Is this the first request?")."""
    phase = read_phase(asked) or ("renewal" if _TREATED_BEFORE.search(asked) else None)
    if (
        phase is None
        or not _ASKS_FOR_THE_PHASE.match(asked)
        or answers.keys() != {"yes", "no"}
        or any(step.to is None for step in answers.values())
    ):
        return answers
    yes, no = answers["yes"], answers["no"]
    return {"initial": yes, "renewal": no} if phase == "initial" else {"initial": no, "renewal": yes}


def _step(text: str, following: int) -> Step:
    if _DENIES.search(text):
        status = _STATUS.search(text)
        denial = next((said for said in sentences(text) if RESIDUAL.stands_in(said)), "").strip()
        denial = _DENY_FIRST.sub("", denial)
        return Step(denial=denial, status=status[0].strip() if status else "", denies=True)
    if to := GO_TO.search(text):
        return Step(int(to["number"] or to["arrow"]), _named_in(text[: to.start()]))
    if _NEXT.match(text):
        return Step(following)
    if _REVIEWED.search(text):
        return Step(reviewed=True)
    approval = approval_in(text)
    return Step(approval=approval) if approval else Step(elsewhere=bool(_ELSEWHERE.search(text)))


def _named_in(text: str) -> str:
    """The use that the words before a reference to a question name; "" where they name none."""
    return next((text[named.start : named.end] for named in mentions(text)), "")
