"""Errors of the parsers, named for who must act."""


class ParseError(Exception):
    """The document cannot be read at all; the message says why and what to do. Nothing was concluded from it."""


class PatientError(Exception):
    """A patient's facts do not follow the contract; the message names the fact and the values it may have."""


class TableError(Exception):
    """A wording or payer table in the source code is wrong; raised when it is loaded, with the row to mend."""
