"""Spiders of fictional payers, which the tests crawl with."""
