"""Spiders of the fictional payers of `ketwatch demo`; KETWATCH_SPIDERS=spiders.demo puts them in place of the real ones."""
