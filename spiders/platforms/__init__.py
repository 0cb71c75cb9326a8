"""One base class for each kind of payer site."""
