"""Spiders of the fictional payers of `ketwatch demo`, in place of the real ones: KETWATCH_SPIDERS=spiders.demo."""
