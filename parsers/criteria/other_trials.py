"""How payers word trials of other treatments, or of a drug that is added: what they number is no antidepressant."""

from __future__ import annotations

from parsers.criteria.augmented_trials import AUGMENTED_TRIALS
from parsers.criteria.vocabulary import ANTIDEPRESSANT, AUGMENTER, near, one_of
from parsers.language.any_of import any_of
from parsers.language.patterns import compiled

# Numbers of these belong to other treatments: "1 of these augmentation agents", "stabilized on 1 antidepressant".
OTHER_TRIALS = compiled(
    one_of(
        r"\baugment", r"\badjunct\w* (?:therap|agent|treat|antipsych|medic|drug)", r"\badd-on\b",
        r"\ban adjunct\b(?! to\b)",
        r"\b(?:psycho|talk(?:ing)? )therap",
        r"\bcognitive[ -]behav", r"\bcbt\b", r"\bcounsel", r"\bstabili[sz]ed\b", r"\bremission (?:from|of|for)\b",
        r"\bsobriety", r"\babstin", r"\belectroconv", r"\btranscranial",
    )
)  # fmt: skip
# "One attempt to boost an antidepressant with a second drug" is of the augmentation.
# "A medicine added to boost an antidepressant", "one drug that strengthens the antidepressant".
_BOOST = r"(?:boost|strengthen|potentiate|enhance|support|reinforce)s?"
_BOOSTER = (
    r"(?:add-on )?(?:agents?|drugs?|medic\w+) (?:(?:(?:that|which) )?(?:(?:is|was|were|been|being) )?(?:added|used|"
    rf"given|taken|tried)(?: on)? to (?:{_BOOST} )?|to {_BOOST} |(?:that|which) {_BOOST} |added on top of )"
    rf"(?:an?|the|any|1|his|her|current|existing) (?:[a-z-]+ )?{ANTIDEPRESSANT}\w*"
)
BOOSTS = compiled(
    rf"\b(?:attempts?|trials?|efforts?) (?:to|of|at) (?:boost|strengthen|potentiat|enhanc|augment)\w* (?:an?|1|the)"
    rf" (?:\w+ )?{ANTIDEPRESSANT}"
)
ADDED_AGENT = any_of(
    rf"\b{_BOOSTER}",
    r"\badded to (?:an?|the|1|any|current|existing) (?:\w+ )?antidepress",
    rf"\badding (?:an? )?(?:\w+ )?(?:agent|drug|medic\w+)(?: \([^()]*\))? to (?:\w+ )?(?:\w+ )?"
    rf"{ANTIDEPRESSANT}",
    rf"\badding (?:an? )?(?:[\w-]+ ){{0,3}}?{AUGMENTER}[^.;,]{{0,25}}? to {near(20)}{ANTIDEPRESSANT}",
    rf"{ANTIDEPRESSANT}\w* with an? (?:added|additional|second|further) (?:agent|drug|medic)",
    rf"\baddition of (?:an? |1 )?(?:\w+[ -]){{0,3}}(?:{AUGMENTER}|augment)",
    r"\b(?:second|2nd|further) (?:agent|drug|medic\w+)(?: [\w-]+){0,2} (?:added to|on top of|together with) "
    rf"(?:an?|the|1) (?:\w+ )?{ANTIDEPRESSANT}",
    rf"\baddition of an? (?:2nd|second|further|another|other) (?:agent|drug|medic\w+) to "
    rf"{near(15)}{ANTIDEPRESSANT}",
    r"\b(?:plus|with) (?:an? |1 )?(?:augment|adjunct)",
    rf"{ANTIDEPRESSANT}\w*(?: (?:was|were|has been|have been|is))? (?:boosted|augmented|supplemented) (?:with|by)\b",
    rf"\bcombin\w+ (?:of|with){near(60)}\b{AUGMENTER}",
    rf"{ANTIDEPRESSANT}\w* (?:plus|(?:(?:combined|together|along) )?with|and) "
    rf"(?:an? )?(?:\w+[ -]){{0,2}}{AUGMENTER}",
    rf"\b{AUGMENTER}{near(30)}"
    r"\b(?:(?:added|combined|in (?:addition|combination)|together) (?:to|with)|(?:was|were|been) added\b)",
)
# e.g. "lithium was tried as an addition to an antidepressant": the antidepressant is no drug that is counted.
IN_ADDITION = compiled(r"\bas an? (?:addition|adjunct|add-on|supplement) to\b")
FURTHER_TRIAL = compiled(
    r"\b1 (?:further|additional|more|other) (?:trial|attempt|course)\b"
    r"|\b1 (?:trial|attempt|course),? (?:in addition|additionally|besides|as well|also)\b"
)
# "One trial of augmentation of an antidepressant": neither number is one of antidepressants that failed.
OF_AUGMENTATION = compiled(
    r"\b\d+ (?:[a-z-]+ )?(?:trials?|attempts?|courses?|failures?) (?:of|at|with) (?:[a-z-]+ )?"
    r"(?:augment|adjunct|add-on)\w*"
    rf"(?: [a-z]+)?(?: (?:of|to|for) (?:an?|the|any|1)(?: [a-z-]+)? {ANTIDEPRESSANT}\w*)?"
    rf"|\baugmentation (?:of|to) (?:an?|the|any|1)(?: [a-z-]+)? {ANTIDEPRESSANT}\w*"
    # "One trial of an antidepressant with lithium added".
    rf"|\b\d+ (?:[a-z-]+ )?(?:trials?|attempts?|courses?) (?:of|at|with) (?:an?|the|any|1)(?: [a-z-]+)? "
    rf"{ANTIDEPRESSANT}\w* with (?:(?!antidepress)[^.;,]){{1,50}}? added\b"
    rf"|{AUGMENTED_TRIALS}"
    rf"|\b(?:\d+|an?|another) (?:[a-z-]+ )?{_BOOSTER}"
)
