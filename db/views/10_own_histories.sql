-- What does the payer's own list of revisions say was changed, and when?
-- One row an entry in the newest confirmed version of a document, in the document's order. `claimed` is what it says was
-- done to access; it moves no verdict of ours.
SELECT payers.payer, payers.name AS payer_name, payers.payer_type, payers.states, sources.source, r.dated_on,
       r.kind AS entry_kind, r.text, r.page, r.direction AS claimed,
       'payer''s own table' AS provenance, sources.url, r.version, r.n
FROM revisions r
JOIN (SELECT version, source, row_number() OVER (PARTITION BY source ORDER BY seen_at DESC, version DESC) AS age
      FROM versions WHERE state = 'confirmed') v USING (version)
JOIN sources USING (source) JOIN payers USING (payer)
WHERE v.age = 1
