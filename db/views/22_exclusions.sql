-- What excludes a patient: psychosis, bipolar disorder, substance use, age …?
SELECT payer, payer_name, payer_type, states, source, product, indication, phase, key, value, role, text, page, url
FROM criteria_now
WHERE key IN ('exclusion', 'sud_remission_months', 'age_min', 'age_max')
