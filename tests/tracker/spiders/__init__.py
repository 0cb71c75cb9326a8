"""Spiders of fictional payers, good and bad, for the nights that really crawl."""
