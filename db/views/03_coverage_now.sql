-- Is this product and route covered for this diagnosis by this payer today, and is prior authorization needed?
-- One row a position in force. A payer or a use without a row has said nothing that could be read: that is not a denial.
SELECT * FROM coverage_history
WHERE in_force_from <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
  AND (in_force_until IS NULL OR in_force_until > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
