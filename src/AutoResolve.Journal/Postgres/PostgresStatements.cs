namespace AutoResolve.Journal.Postgres;

/// <summary>
/// The statements by which a group is written. Their texts are always the same, however many write, so that the server prepares them once.
/// </summary>
/// <remarks>
/// What is written is given as arrays, one for each column. Subqueries that end in LIMIT are looked up by the index row by row, whatever
/// the statistics say of a table that has just grown.
/// NOT IN is evaluated once as a hash.
/// </remarks>
internal static class PostgresStatements
{
    /// <summary>
    /// Nobody else writes until the end: sequences are drawn before they are committed, and a reader could see 8 before 7 is there, and
    /// never read 7.
    /// </summary>
    /// <remarks>READ COMMITTED, whatever the server's default: each statement after this one sees what was committed by whoever had the
    /// lock before.</remarks>
    public const string Begin = "BEGIN ISOLATION LEVEL READ COMMITTED";

    public const string Lock = """
        SELECT set_config('synchronous_commit', 'on', true), set_config('enable_seqscan', 'off', true),
               set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
               pg_advisory_xact_lock($1, hashtext($2))
        """;

    public const string Commit = "COMMIT";

    /// <summary>Writes entries of those none of whose keys is taken.</summary>
    public const string WriteEntries = $"""
        WITH {Taken},
        refused AS MATERIALIZED (SELECT place FROM taken),
        {Written}
        SELECT NULL::integer[], {Answer}
        """;

    /// <summary>Writes entries, and changes of cases, each case at most once.</summary>
    public const string WriteEntriesAndCases = $"""
        WITH op AS MATERIALIZED (
          SELECT o.*, coalesce(c.version, 0) AS version, coalesce(c.lease_until > clock_timestamp(), false) AS is_leased
          FROM unnest($15::integer[], $16::text[], $17::text[], $18::bigint[], $19::boolean[], $20::bigint[], $21::integer[], $22::text[],
                      $23::text[], $24::text[], $25::text[], $26::text[], $27::text[])
            AS o (place, tenant, issue_id, expected, takes_up, lease, owner, team, due_at, due_for, calendar, requester_key, content)
          LEFT JOIN LATERAL (SELECT version, lease_until FROM cases WHERE tenant = o.tenant AND issue_id = o.issue_id LIMIT 1) c ON true
        ),
        {Taken},
        stale AS MATERIALIZED (SELECT place FROM op WHERE version <> expected OR (takes_up AND is_leased)),
        refused AS MATERIALIZED (SELECT place FROM taken UNION ALL SELECT place FROM stale),
        inserted AS (
          INSERT INTO cases (tenant, issue_id, version, owner, team, due_at, due_for, calendar, requester_key, lease_until, content)
          SELECT tenant, issue_id, 1, owner, team, due_at, due_for, calendar, requester_key, {LeaseEnd}, content
          FROM op o WHERE expected = 0 AND place NOT IN (SELECT place FROM refused)
        ),
        updated AS (
          UPDATE cases c
          SET version = o.expected + 1, owner = o.owner, team = o.team, due_at = o.due_at, due_for = o.due_for, calendar = o.calendar,
              requester_key = o.requester_key, lease_until = {LeaseEnd}, content = o.content
          FROM op o
          WHERE c.tenant = o.tenant AND c.issue_id = o.issue_id AND o.expected > 0 AND o.place NOT IN (SELECT place FROM refused)
        ),
        {Written}
        SELECT (SELECT array_agg(place) FROM stale), {Answer}
        """;

    /// <summary>Renews leases, each case at most once, and tells which.</summary>
    public const string Renew = $"""
        UPDATE cases c SET lease_until = {LeaseEnd}
        FROM unnest($1::integer[], $2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS o (place, tenant, issue_id, version, lease)
        WHERE c.tenant = o.tenant AND c.issue_id = o.issue_id AND c.version = o.version
        RETURNING o.place
        """;

    private const string LeaseEnd = "clock_timestamp() + o.lease * interval '1 millisecond'";

    private const string Taken = """
        taken AS MATERIALIZED (
          SELECT k.place, k.entry_key
          FROM unnest($1::integer[], $6::text[]) AS k (place, entry_key)
          CROSS JOIN LATERAL (SELECT 1 FROM entries WHERE entry_key = k.entry_key LIMIT 1) e
        )
        """;

    private const string Written = """
        written AS (
          INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version,
                               rulebook_revision, label, entry_group, content)
          SELECT at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                 entry_group, content
          FROM unnest($1::integer[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
                      $9::text[], $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[]) WITH ORDINALITY
            AS n (place, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                  entry_group, content, number)
          WHERE place NOT IN (SELECT place FROM refused)
          ORDER BY number
          RETURNING sequence
        )
        """;

    private const string Answer = """
        (SELECT array_agg(place) FROM taken), (SELECT array_agg(entry_key) FROM taken),
        (SELECT array_agg(sequence ORDER BY sequence) FROM written)
        """;
}
