-- What exactly must be documented?
-- One row a criterion of a covered position in force; value is JSON as in the contract.
SELECT c.payer, c.payer_name, c.payer_type, c.states, c.source, c.product, c.indication, c.phase, k.key, k.value,
       k.role, k.choice, k.text, k.page, c.prior_authorization, c.url, k.version, k.n, k.leaf
FROM coverage_now c JOIN criteria k ON k.version = c.version AND k.n = c.n
