-- How many weeks after a label event did each payer follow it, and who has not yet?
-- The weeks of who has not followed are those up to today (UTC).
SELECT *, round((julianday(CASE outcome WHEN 'not_yet' THEN date('now') ELSE followed_on END)
                 - julianday(approved_on)) / 7.0, 1) AS weeks
FROM label_answers WHERE approved_on <= date('now')
