-- How many sessions, devices and milligrams, in which phase?
SELECT payer, payer_name, payer_type, states, source, product, indication, phase, key, value, text, page, url
FROM criteria_now
WHERE key IN ('dose_max_mg', 'frequency_max_per_week', 'quantity_limit', 'course_cap')
