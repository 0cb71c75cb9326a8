"""Drugs and treatments that payers name beside ours: what is said of them by name is not said of ketamine."""

from __future__ import annotations

import re

from parsers.language.patterns import compiled

OTHERS = (
    r"(?:lidocaine|bupivacaine|ropivacaine|mexiletine|magnesium(?: sulfate)?|propofol|dexmedetomidine|midazolam|"
    r"methohexital|etomidate|fentanyl|clonidine|gabapentin|pregabalin|baclofen|amitriptyline|cyclobenzaprine|"
    r"diclofenac|flurbiprofen|ketoprofen|tramadol|tapentadol|botulinum toxins?|(?:\w+)?botulinumtoxin ?[AB]|botox|"
    r"psilocybin|MDMA|LSD|"
    r"nitrous oxide|brexanolone|zuranolone|zulresso|zurzuvae|auvelity|naltrexone|buprenorphine|memantine|"
    r"ziconotide|scopolamine|cannabis|cannabidiol|morphine|methadone|immune globulin|electroconvulsive therapy|ECT|"
    r"transcranial magnetic stimulation|TMS|vagus nerve stimulation)"
)
_KINDS = (
    r"(?:infusions?|injections?|creams?|gels?|ointments?|patch(?:es)?|tablets?|capsules?|sprays?|blocks?|therapy|"
    r"treatments?|toxin)"
)
# "Lidocaine", "Topical lidocaine above 5%", "Magnesium infusions and propofol".
_NAME = (
    rf"(?:(?:topical|intravenous|IV|oral|bulk|compounded|high-dose|low-dose|inhaled) )*{OTHERS}"
    rf"(?:,? (?:bulk )?powder| {_KINDS})*"
)
_NAMES = compiled(
    rf"\W*{_NAME}(?:(?:,? (?:and|or) |, | ?/ ?|; )(?:{_NAME}|{_KINDS}))*"
    r"(?:,? (?:above|over|under|below|up to|at) \d[\d.]*\s?%)?(?: ?\([^()]{2,40}\))?\W*",
    re.IGNORECASE,
)


def names_another(text: str) -> bool:
    """Whether a text is no more than the names of such drugs."""
    return bool(_NAMES.fullmatch(text))
