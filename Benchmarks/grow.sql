-- Grows a store that holds the real plans to :target obligations: more agencies that owe the same rows, in shifted years,
-- most of what is past completed, as in a store that has been in use for years. Parameters: :target, :today.
PRAGMA foreign_keys = OFF;
PRAGMA synchronous = OFF;
BEGIN;

CREATE TEMP TABLE base AS SELECT * FROM obligation WHERE agency_id IS NOT NULL;
CREATE TEMP TABLE copy (k INTEGER PRIMARY KEY);
INSERT INTO copy
WITH RECURSIVE n(k) AS (
    SELECT 1 UNION ALL
    SELECT k + 1 FROM n WHERE k < (:target - (SELECT count(*) FROM obligation)) / (SELECT count(*) FROM base) + 1
)
SELECT k FROM n;

INSERT INTO agency (id, kind, name, english_name, level, roles, part_of, valid_from, valid_to, source, certainty, position)
SELECT g.id || '-' || k, g.kind, g.name || ' ' || k, g.english_name, g.level, '', NULL, NULL, NULL, 'benchmark', 'general',
       1000000 + k
FROM agency g CROSS JOIN copy WHERE g.id IN (SELECT agency_id FROM base);

INSERT INTO obligation (plan_id, activity_id, part, part_label, owner, agency_id, period, cadence, is_conditional,
    is_tracked, since, stage, progress, nominal_due, effective_due, original_nominal, original_effective, deadline_version,
    submitted_on, reported_on, version)
SELECT plan_id, activity_id, part, part_label, owner || '-' || k, agency_id || '-' || k, period, cadence, is_conditional,
       is_tracked, since,
       CASE WHEN done THEN 'completed' ELSE stage END, CASE WHEN done THEN 100 ELSE progress END,
       nominal, effective, nominal, effective, 1, CASE WHEN done THEN date(effective, '-3 days') END, NULL, CASE WHEN done THEN 3 ELSE 1 END
FROM (
    SELECT b.*, k, date(nominal_due, '+' || (k % 4) || ' years') AS nominal,
           date(effective_due, '+' || (k % 4) || ' years') AS effective,
           stage = 'notStarted' AND (b.id * 7 + k) % 10 < 8
               AND date(effective_due, '+' || (k % 4) || ' years') < :today AS done
    FROM base b CROSS JOIN copy
)
LIMIT :target - (SELECT count(*) FROM obligation);

COMMIT;
ANALYZE;
PRAGMA wal_checkpoint(TRUNCATE);
