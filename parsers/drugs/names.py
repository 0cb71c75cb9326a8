"""The two drugs by name. "ketamine" inside "esketamine" is not the racemic drug."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.any_of import any_of
from parsers.language.patterns import compiled
from parsers.models import Product

DRUG_NAMES: tuple[str, ...] = ("ketamine", "esketamine", "spravato", "ketalar")

# A raised note may stand close to the name.
_END = r"(?:\b|(?=[⁰¹²³⁴-⁹]))"
_ESKETAMINE = compiled(
    rf"\b(?:esketamine|spravato|s[- ]?\(?\+?\)?[- ]ketamine|J0013|S0013|G2082|G2083){_END}", re.IGNORECASE
)
_KETAMINE = compiled(rf"(?<![\w])(?<!s-)(?<!s\(\+\)-)(?:ketamine|ketalar|ketamin){_END}", re.IGNORECASE)
_SPOKEN_OF = compiled(r"ketamin|spravato|ketalar|[js]0013|g208[23]", re.IGNORECASE)
# Sentences that explain or contraindicate esketamine name ketamine without speaking of it.
_IN_PASSING = any_of(
    # "No form of ketamine is covered" speaks of it.
    r"(?:isomers?|enantiomers?|mirror[- ]images?(?: forms?)?|(?<!\bno )(?<!\bany )(?<!\ball )(?<!\bevery )forms?|"
    r"component|half|halves|version|derivatives?)\s+of\s+"
    r"(?:racemic\s+|the racemate\s+)?ketamine|\b(?:derived|made|obtained|separated) from (?:racemic )?ketamine|"
    r"\b(?:related|similar) to (?:racemic )?ketamine\b|"
    r"\b(?:ketamine (?:and|or|/) )?(?:es)?ketamine (?:and (?:es)?ketamine )?(?:\w+ )?(?:review )?"
    r"(?:group|committee|panel|work ?group)\b|"
    r"(?:hypersensitiv\w+|allerg\w+|intoleran\w+|reactions?) to[^.]{0,60}\bketamine|"
    r"\b(?:(?:mis|ab)us(?:e|es|ed|ing|er)s?|addict\w+|dependen\w+|recreational)(?: (?:to|on|of|use|use of))? "
    r"(?:\w+ (?:or|and) )?ketamine\b|"
    r"esketamine,\s*(?:or\s+)?ketamine,?\s*or",
    flags=re.IGNORECASE,
)
# Words that set a drug aside or send the reader elsewhere for it.
_NAME = r"(?:es)?ketamine|spravato|ketalar"
# "Compounded ketamine is a different drug, and we do not cover it" answers for that drug.
_UNANSWERED = (
    r"(?!.{0,80}\b(?:cover|pay|reimburse|approve|authorize)s?(?: for)? (?:it|this|that)\b"
    r"|[^.;]{0,60}\b(?:covered|excluded|denied)\b)"
)
# "Ketamine (see MP-204) is investigational" answers all the same.
_NO_STATUS = r"(?![^.]*\b(?:covered|excluded|denied|necessary|investigational|experimental|unproven|payable|benefit)\b)"
# The number of a text of its own ("BI641", "policy II-271"), and no section of this one nor a code ("J3490").
_ITS_NUMBER = (
    r"(?:the |our )?(?:(?:medical|pharmacy|drug|coverage|clinical|payment) )?"
    r"(?:(?:policy|guideline|bulletin|article) )?"
    r"(?:(?:no\.?|number|#) ?)?(?-i:(?![A-Z]\d{4}\b)[A-Z]{1,5}(?:-[A-Z]{1,5})?)[-. ]?\d[\w.-]*\b"
)
_SET_ASIDE = any_of(
    rf"\(?\b(?:not|other than|as (?:distinct|opposed) (?:from|to)|in contrast to) (?:to )?"
    rf"(?:(?:intravenous|IV|infused|racemic|compounded|injected|injectable|oral|generic|the) )*(?:{_NAME})\b"
    rf"(?: \((?:{_NAME})\))?\)?"
    rf"|\b(?:{_NAME})\b[^.;]{{0,50}}\b(?:is|are|has|have|see)\b"
    rf"(?:(?!\b(?:since|because|covered|necessary|investigational|unproven)\b)[^.;]){{0,40}}\b"
    rf"(?:(?:a |an )?(?:separate|different|another|other|own|dedicated) (?:\w+ ){{0,3}}(?:polic(?:y|ies)|"
    rf"guidelines?|bulletins?|documents?|(?:products?|drugs?){_UNANSWERED})|not (?:addressed|discussed|dealt with|"
    rf"part of|the subject|in scope|within the scope))\b[^.]*"
    rf"|\b(?:does not|do not) (?:address|deal with|apply to|concern|discuss|pertain to|speak (?:to|of))\b"
    rf"[^.;]{{0,30}}\b(?:{_NAME})\b[^.;]*"
    rf"|\b(?:for|on) (?:{_NAME})\b(?: \((?:{_NAME})\))?,? (?:please )?(?:see|refer to|consult)\b[^.]*"
    # "Clinic use of ketamine is discussed in MP-204", "intravenous ketamine: see policy II-31".
    rf"|\b(?:{_NAME})\b(?: (?:infusions?|injections?|therapy|treatment))?"
    r"(?: (?:is|are) (?:addressed|discussed|dealt with|handled|treated|described|reviewed|found) (?:in|by|under)|"
    rf"\s*[:,;(–—-]\s*(?:please )?(?:see|refer to|consult|go to)) {_ITS_NUMBER}{_NO_STATUS}[^.]*"
    # "Ketamine is not covered, except esketamine nasal spray with authorization": the spray is not what is refused.
    rf"|,? \(?\b(?:except(?:ing)?(?: for)?|with the (?:sole |only )?exception of|apart from|aside from|excluding) "
    rf"(?:the )?(?:{_NAME})(?: \((?:{_NAME})\))?(?: \((?:{_NAME})\))?(?: nasal spray| spray| infusions?| injections?)?"
    r"(?!,? \(?(?:which|that|when|if|for|in|where|whose|and|or)\b)(?=\W|$)"
    r"(?:,? (?:with|under|after) (?:prior )?authori[sz]ation\b)?"
    # "…, and ketamine infusion is not used with it", "not receiving ketamine": asked of another drug's patient.
    rf"|\b(?:{_NAME})\b(?: (?:infusions?|injections?|therapy|treatment))? (?:is|are|will) not (?:also |be |being )*"
    r"(?:used|given|taken|administered|infused|combined|received)\b(?! (?:for|to treat|in)\b)"
    r"|\bnot (?:currently |also |now )?(?:receiving|taking|using|getting|being treated with)"
    rf"(?: (?:concomitant|concurrent|any|other|compounded|IV|intravenous|racemic|infused))* (?:{_NAME})\b"
    # "AND NO dual therapy with another NMDA antagonist (ketamine)", "not used in combination with IV ketamine".
    r"|\b(?:no|not)(?=[\w ,]* (?:dual|concurrent|concomitant|simultaneous|combin\w+|conjunction|together|along|with)\b)"
    r"(?: (?:to|be|used?|given|taken|taking|receiv(?:e|ed|ing)|administered|prescribed|dual|concurrent(?:ly)?|"
    r"concomitant(?:ly)?|simultaneous(?:ly)?|combin(?:ed|ation)|in|conjunction|together|along|with|of|therap(?:y|ies)|"
    r"treatments?|an?|any|another|other|IV|intravenous|racemic|compounded|NMDA|receptor|antagonists?|agents?|drugs?))*"
    rf"(?: \((?:e\.g\.,? |i\.e\.,? |such as |including )?)? ?(?:{_NAME})\b(?: infusions?| injections?)?\)?"
    # "All agents in this table but Spravato alone".
    r"|\b(?:all|any|every) (?:\w+ )?(?:agents?|drugs?|products?|medications?|antidepressants)(?: \w+){0,4}? "
    rf"(?:but|except(?:ing)?(?: for)?|excluding|save|apart from|other than) (?:{_NAME})\b(?: alone)?",
    flags=re.IGNORECASE,
)

_ONLY_A_NAME = compiled(
    rf"\W*(?:(?:{_NAME}|nasal|spray|intranasal|by|iv|intravenous|infusions?|injections?|hydrochloride|hcl|generic|brand"
    r"|compounded|racemic|oral|sublingual|topical|lozenges?|troches?|creams?|gels?|capsules?|tablets?|powders?|bulk"
    r"|vials?|kits?|intramuscular|subcutaneous|rectal|im|therapy|treatments?|products?|and|or|any|all|mouth"
    r"|preparations?|formulations?|forms?|sprays|of|that|contain(?:s|ing)?|whether)\b\W*)+",
    re.IGNORECASE,
)

# "… after failure of esketamine": a drug that was tried before the one in question.
_TRIED_BEFORE = any_of(
    r"\b(?:fail(?:ed|ure|s)?(?: (?:to respond to|of|on|with))?|tried|trials? of|(?:not|never) respon(?:d|ded|se) to|"
    r"(?:inadequate|insufficient|poor|no|lack of) (?:respon|benefi|improve)\w+ (?:to|from|with)|"
    r"intoleran(?:t|ce) (?:of|to)) "
    rf"(?:(?:and failed|an?|the|nasal|intranasal|intravenous|IV|prior|course of) )*(?:{_NAME})\b"
    r"(?! (?:(?:is|are|was|were|will|may|can)|and|or)\b)",
    # "Esketamine has been tried", "Spravato failed", of the drug that stands first in its sentence.
    rf"(?:^\W*|(?<=[.;:] )|\b(?:in|for) whom )(?:{_NAME})\b(?: \((?:{_NAME})\))?(?: nasal spray| spray| infusions?)?"
    r"(?: (?:(?:must|should|needs? to|has to) )?(?:has|have|had|was|were|be|first))?"
    r"(?: (?:already|previously|first|been|be))* (?:tried|failed|ineffective)\b(?! (?:to|in|for|on)\b)",
    flags=re.IGNORECASE,
)

# "Authorization: 28 days for either drug"; "failure of either drug" is of others.
_FOR_BOTH = compiled(
    r"\b(?:approv|authori[sz]|cover|renew|continu)[^.;]*\b(?:(?:for|of) (?:either|both|each)(?: of the(?: two)?)? "
    r"drugs?"
    r"|of either one)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def whole_word(name: str) -> re.Pattern[str]:
    """An expression for `name` standing alone, be it with the raised sign of a note, in any case.

    Made while a document is read: `compiled` would make the index of all expressions anew for it.
    """
    return re.compile(rf"(?<![^\W_]){re.escape(name)}(?:(?![^\W_])|(?=[⁰¹²³⁴-⁹]))", re.IGNORECASE)


def mentions(text: str, name: str) -> bool:
    """Whether `name` stands in `text` as a word of its own."""
    return bool(whole_word(name).search(text))


# Several readers ask it of the same heading or sentence.
@lru_cache(maxsize=2048)
def named_products(text: str) -> tuple[Product, ...]:
    """The drugs that `text` speaks of; not one that it sets aside, nor ketamine named only to explain esketamine."""
    if not _SPOKEN_OF.search(text):
        return ()
    text = _TRIED_BEFORE.sub(" ", _SET_ASIDE.sub(" ", text))
    products: list[Product] = []
    if _ESKETAMINE.search(text):
        products.append("esketamine")
    if _KETAMINE.search(_IN_PASSING.sub(" ", text)):
        products.append("ketamine")
    return tuple(products)


# Several steps ask it of the same line.
@lru_cache(maxsize=1024)
def is_drug_name(text: str) -> bool:
    """Whether `text` is nothing but the name of one of the drugs, with its route or form."""
    return bool(named_products(text)) and bool(_ONLY_A_NAME.fullmatch(text))


def spoken_of(text: str) -> tuple[Product, ...]:
    """The drugs that a passage is about: those it names, and both where it says "either drug"."""
    return ("esketamine", "ketamine") if _FOR_BOTH.search(text) else named_products(text)
