-- For an appeal: which denial, in what words, and how many peers cover the same?
-- One row a denied position in force; peers_covering counts other payers of the same type that cover it.
WITH held AS MATERIALIZED (SELECT * FROM coverage_now),
covering AS (
    SELECT DISTINCT payer, payer_type, product, indication FROM held WHERE status = 'covered'),
counted AS (
    SELECT payer_type, product, indication, count(*) AS payers FROM covering GROUP BY 1, 2, 3)
SELECT d.payer, d.payer_name, d.payer_type, d.states, d.source, d.product, d.route, d.indication, d.status, d.text,
       d.page, d.effective_on, d.url,
       coalesce(counted.payers, 0) - (covering.payer IS NOT NULL) AS peers_covering
FROM held d
LEFT JOIN counted USING (payer_type, product, indication)
LEFT JOIN covering ON covering.payer = d.payer AND covering.product = d.product AND covering.indication = d.indication
WHERE d.status IN ('excluded', 'not_medically_necessary', 'investigational')
