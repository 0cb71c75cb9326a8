"""Which drug and which route a sentence speaks of."""

from __future__ import annotations

from parsers.products import named_products, read_route


def test_each_drug_is_known_by_its_names() -> None:
    assert named_products("Spravato and Ketalar") == ("esketamine", "ketamine")


def test_esketamine_does_not_name_ketamine() -> None:
    assert named_products("Esketamine, the S-isomer of ketamine") == ("esketamine",)


def test_the_one_route_named_is_the_route() -> None:
    assert read_route("ketamine", "Intravenous ketamine") == "iv"
    assert read_route("esketamine", "Spravato") == "intranasal"


def test_several_routes_or_none_are_any() -> None:
    assert read_route("ketamine", "oral or subcutaneous ketamine") == "any"
    assert read_route("ketamine", "ketamine") == "any"


def test_a_drug_that_is_set_aside_is_not_spoken_of() -> None:
    assert named_products("Intranasal ketamine (not esketamine) for any indication") == ("ketamine",)
    assert named_products("Spravato is handled in a separate policy.") == ()
    assert named_products("This policy does not deal with esketamine.") == ()
