-- Which changes hold, with everything that was corrected since?
-- One row a change of a comparison that holds, whether its version is confirmed or not.
SELECT c.comparison, c.n, c.product, c.indication, c.phase, c.key, c.axis, c.direction, c.before, c.after,
       c.before_text, c.after_text, c.before_page, c.after_page
FROM changes c JOIN held_comparisons h USING (comparison) WHERE h.corrected IS NULL
UNION ALL
SELECT h.comparison, j.key, j.value ->> '$.product', j.value ->> '$.indication', j.value ->> '$.phase',
       j.value ->> '$.key', j.value ->> '$.axis', j.value ->> '$.direction',
       nullif(j.value -> '$.before', 'null'), nullif(j.value -> '$.after', 'null'),
       j.value ->> '$.before_text', j.value ->> '$.after_text',
       j.value ->> '$.before_page', j.value ->> '$.after_page'
FROM held_comparisons h JOIN json_each(h.corrected, '$.changes') j WHERE h.corrected IS NOT NULL
