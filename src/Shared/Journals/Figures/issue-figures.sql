-- Counts issues that are alike. An issue is what its last decision says, and what became of that, where it does not merely close it; what
-- was begun and not finished is neither answered nor escalated. What a person or team has got is not answered by a later rule, and what
-- became part of another issue is nothing to do.
--
-- A decision is judged until the next one of its issue; that one counts as coming back. Each issue is followed for the days of grace after
-- its first decision, and each answer for as many days after it was given, whatever the period: so periods of different length compare, and
-- from twice the days of grace after a period on its counts change no more.
--
-- Times are texts of 28 characters that sort. The few entries of an issue are looked up by the index rather than sorting all. Names in
-- braces are what the databases say differently (FigureStatement).
WITH decisions AS {inParallel} (
{decisions}{exceptUnreadable}
),
placed AS (
  SELECT d.*,
         (SELECT e.at FROM entries e
          WHERE e.issue_id = d.issue_id AND e.sequence < d.sequence AND e.kind = 1{exceptUnreadable}
            AND coalesce({e.tenant}, '') = d.tenant
          ORDER BY e.sequence LIMIT 1) AS earlier_at,
         (SELECT e.at || CAST(e.sequence AS text) FROM entries e
          WHERE e.issue_id = d.issue_id AND e.sequence > d.sequence AND e.kind = 1 AND e.at < @last AND e.label <> 'closed'
            {exceptUnreadable} AND coalesce({e.reason}, '') <> 'goesOn' AND coalesce({e.tenant}, '') = d.tenant
          ORDER BY e.sequence LIMIT 1) AS later
  FROM decisions d {barrier}
),
followed AS (
  SELECT p.*, coalesce(earlier_at, at) AS first_at, substr(later, 1, 28) AS later_at, {graceAfterFirst} AS follow_end,
         coalesce(CAST(substr(later, 29) AS bigint), 9223372036854775807) AS next_sequence
  FROM placed p
  WHERE earlier_at IS NULL OR (label <> 'closed' AND coalesce(reason, '') <> 'goesOn') {barrier}
),
finished AS (
  SELECT sequence, issue_id, tenant, requester, author, type, team, tier, channel, product, language, rule_id, earlier_at, first_at, follow_end,
         next_sequence, later_at, is_last, is_merged, outcome,
         coalesce(substr(ended, 1, 28), at) AS end_at,
         CASE WHEN is_held THEN 'held'
              WHEN outcome = 'unfinished' THEN 'unfinished'
              WHEN outcome = 'escalated' AND label <> 'escalated' THEN 'notCarriedOut'
              ELSE reason END AS reason
  FROM (
    SELECT o.*,
           CASE WHEN is_merged THEN 'ignored'
                WHEN is_held THEN 'escalated'
                WHEN ended IS NOT NULL THEN substr(ended, 29)
                WHEN is_open THEN 'unfinished'
                ELSE label END AS outcome
    FROM (
      SELECT f.*,
             coalesce(later_at > follow_end, true) AS is_last,
             coalesce(mode, 'active') <> 'active' AS is_held,
             coalesce((SELECT e.label FROM entries e
              WHERE e.issue_id = f.issue_id AND e.sequence > f.sequence AND e.sequence < f.next_sequence AND e.kind = 13
                AND e.at <= f.follow_end AND e.label IN ('merged', 'reopened', 'reassigned', 'personReplied')
              ORDER BY e.sequence DESC LIMIT 1), '') = 'merged' AS is_merged,
             (SELECT e.at || e.label FROM entries e
              WHERE e.issue_id = f.issue_id AND e.sequence > f.sequence AND e.kind = 4 AND e.at <= f.follow_end{exceptUnreadable}
                AND (f.entry_key IS NULL OR e.closes = f.entry_key OR coalesce({e.decision}, f.entry_key) = f.entry_key)
              ORDER BY e.sequence DESC LIMIT 1) AS ended
      FROM followed f
      WHERE first_at >= @first AND at <= follow_end {barrier}
    ) o
  ) f
),
-- Whether a requester came back is looked for among the next three contacts about the same type; more than two before the answer are one
-- and the same cry for help. Whoever is nobody's next contact stands alone, so that nothing is joined: a database whose statistics are old
-- would join a million rows with a million one by one.
contacts AS (
  SELECT f.*, lead(first_at, 1) OVER person AS next_1, lead(first_at, 2) OVER person AS next_2, lead(first_at, 3) OVER person AS next_3
  FROM finished f
  WINDOW person AS (
    PARTITION BY tenant, requester, type, CASE WHEN is_last AND requester IS NOT NULL AND type IS NOT NULL THEN 0 ELSE sequence END
    ORDER BY first_at, sequence)
),
-- Handed is what a person or team had got before, whatever a rule says later.
histories AS (
  SELECT c.*,
         CASE WHEN earlier_at IS NULL OR is_merged THEN false ELSE EXISTS (
           SELECT 1 FROM entries e
           WHERE e.issue_id = c.issue_id AND e.sequence < c.sequence{exceptUnreadable}
             AND ((e.kind = 4 AND e.label IN ('routed', 'escalated'))
               OR (e.kind = 1 AND coalesce({e.tenant}, '') = c.tenant
                 AND ((NOT e.is_open AND e.label IN ('routed', 'escalated')) OR coalesce({e.mode}, 'active') <> 'active')))) END AS handed,
         CASE WHEN earlier_at IS NOT NULL THEN (
           SELECT max(CAST({e.tier} AS bigint)) FROM entries e
           WHERE e.issue_id = c.issue_id AND e.sequence < c.sequence AND e.kind = 1{exceptUnreadable}
             AND coalesce({e.tenant}, '') = c.tenant) END AS earlier_tier
  FROM contacts c
  WHERE first_at < @to {barrier}
),
answers AS (
  SELECT h.*, outcome IN ('answered', 'fixed') AND NOT handed AS answered,
         CASE WHEN outcome IN ('answered', 'fixed') THEN {graceAfterEnd} END AS grace_end
  FROM histories h {barrier}
),
-- Taken is what a person or team took up after it was answered, asked or begun: a system told it, or a person wrote to the customer.
judged AS (
  SELECT j.*,
         answered AND end_at < @quiet AS is_judged,
         CASE WHEN answered THEN coalesce((
           SELECT max(CASE WHEN e.label = 'helpful' THEN 1 ELSE 2 END) FROM entries e
           WHERE e.issue_id = j.issue_id AND e.sequence > j.sequence AND e.sequence < j.next_sequence AND e.kind = 5
             AND e.at <= j.grace_end), 0) ELSE 0 END AS verdict,
         outcome IN ('answered', 'fixed', 'asked', 'unfinished') AND EXISTS (
           SELECT 1 FROM entries e
           WHERE e.issue_id = j.issue_id AND e.sequence > j.sequence AND e.sequence < j.next_sequence
             AND e.at <= coalesce(j.grace_end, j.follow_end)
             AND ((e.kind = 13 AND (e.label IN ('reopened', 'reassigned', 'personReplied')
                 OR (e.label = 'closed' AND outcome IN ('asked', 'unfinished'))))
               OR (e.kind = 12{exceptUnreadable} AND coalesce(CAST({e.toCustomer} AS text),
                 CASE WHEN {e.author} = 'agent' AND j.author IN ('', 'unknown', 'customer') THEN 'true' ELSE 'false' END)
                 IN ('true', '1')))) AS taken,
         answered AND (coalesce(later_at <= grace_end, false)
           OR coalesce(CASE WHEN next_1 > end_at THEN next_1 WHEN next_2 > end_at THEN next_2 WHEN next_3 > end_at THEN next_3 END
             <= grace_end, false)) AS came_back,
         CASE WHEN NOT answered OR end_at < first_at THEN 0.0 ELSE {secondsToEnd} END AS seconds,
         CASE WHEN tier IS NULL OR earlier_tier > tier THEN earlier_tier ELSE tier END AS reached
  FROM answers j {barrier}
),
resolved AS (
  SELECT j.*, is_judged AND verdict < 2 AND NOT came_back AND NOT taken AS held FROM judged j
)
SELECT CASE WHEN is_last THEN 0 ELSE 1 END AS IsSuperseded,
       CAST({part} AS bigint) AS Part,
       reached AS Tier, coalesce(type, 'unknown') AS Type, team AS Team, channel AS Channel, product AS Product, rule_id AS RuleId,
       reason AS Reason, nullif(tenant, '') AS Tenant, language AS Language,
       count(*) AS Issues,
       count(*) FILTER (WHERE answered) AS Answered,
       count(*) FILTER (WHERE held AND verdict = 1) AS Confirmed,
       count(*) FILTER (WHERE held AND verdict = 0) AS Assumed,
       count(*) FILTER (WHERE held AND verdict = 0 AND requester IS NULL) AS Unseen,
       count(*) FILTER (WHERE is_judged AND (verdict = 2 OR came_back OR taken)) AS Reopened,
       count(*) FILTER (WHERE verdict = 1) AS Helpful,
       count(*) FILTER (WHERE verdict = 2) AS Wrong,
       count(*) FILTER (WHERE outcome = 'escalated') AS Escalated,
       count(*) FILTER (WHERE outcome = 'routed' OR (outcome IN ('answered', 'fixed') AND handed)) AS Routed,
       count(*) FILTER (WHERE outcome = 'asked') AS Asked,
       count(*) FILTER (WHERE outcome IN ('ignored', 'closed')) AS Ignored,
       count(*) FILTER (WHERE outcome = 'unfinished') AS Unfinished,
       count(*) FILTER (WHERE outcome IN ('escalated', 'routed') OR handed OR taken) AS Handled,
       count(*) FILTER (WHERE held AND earlier_at IS NULL) AS FirstContact,
       count(*) FILTER (WHERE held AND seconds <= 3600) AS WithinHour,
       count(*) FILTER (WHERE held AND seconds <= 86400) AS WithinDay,
       coalesce(sum(seconds) FILTER (WHERE held), 0.0) / 60.0 AS Minutes,
       min(first_at) AS First
FROM resolved
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
