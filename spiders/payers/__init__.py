"""One declarative module a payer."""
