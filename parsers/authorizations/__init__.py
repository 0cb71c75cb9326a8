"""Whether the payer asks for prior authorization: what its sentences, titles and tables say of it."""
