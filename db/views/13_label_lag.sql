-- How many weeks after a label event did each payer follow it, and who has not yet?
-- The weeks of who has not followed are those up to today (UTC); "announced" follows on a day to come.
SELECT payer, payer_name, payer_type, states, source, url, label_event, approved_on, announced_on, indication,
       iif(outcome = 'followed' AND followed_on > date('now'), 'announced', outcome) AS outcome, followed_on, at_most,
       text, page,
       round((julianday(CASE outcome WHEN 'not_yet' THEN date('now') ELSE followed_on END)
              - julianday(approved_on)) / 7.0, 1) AS weeks
FROM label_answers WHERE approved_on <= date('now')
