using System.Globalization;
using System.Text;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Shared.Journals;

/// <summary>
/// A query of cases as SQL that both stores understand. All values are parameters; <c>@now</c> is given by whoever needs it.
/// </summary>
internal static class CaseSelection
{
    private const string Columns = """
        tenant, issue_id AS IssueId, version, owner, team, due_at AS DueAt, due_for AS DueFor, calendar,
        requester_key AS RequesterKey, content
        """;

    public static (string Sql, DynamicParameters Parameters) One(SqlDialect dialect, CaseReference reference)
    {
        var parameters = new DynamicParameters();
        parameters.Add("tenant", EntryText.Of(reference.Tenant) ?? "");
        parameters.Add("issue", EntryText.Of(reference.IssueId));
        return ($"SELECT {Columns}, {IsLeased(dialect)} AS IsLeased FROM cases WHERE tenant = @tenant AND issue_id = @issue", parameters);
    }

    public static (string Sql, DynamicParameters Parameters) Select(SqlDialect dialect, CaseQuery query, CaseReference? after, int limit)
    {
        // What is looked up among few must not be read in the order of the primary key, through all that was ever closed: an expression is
        // in no index.
        var isOfFew = query.IsOpen || query.IsLapsed || query.DueUntil is not null || query.RequesterKey is not null;
        var (tenant, issue) = isOfFew ? ("tenant || ''", "issue_id || ''") : ("tenant", "issue_id");
        var where = new StringBuilder("1 = 1");
        var parameters = new DynamicParameters();
        parameters.Add("limit", limit);

        // As the indexes say it. A number of an enum; nothing that could hold SQL.
        if (query.Owner is { } owner)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND owner = {(int)owner}");
            where.Append(owner == CaseOwner.Nobody ? "" : " AND owner <> 3");
        }

        if (query.IsOpen && query.Owner is null or CaseOwner.Nobody)
            where.Append(" AND owner <> 3");
        if (query.Team is { } team)
        {
            where.Append(" AND team = @team");
            parameters.Add("team", EntryText.Of(team));
        }

        if (query.Tenant is { } organisation)
        {
            where.Append(" AND tenant = @organisation");
            parameters.Add("organisation", EntryText.Of(organisation));
        }

        if (query.IsLapsed)
            where.Append(CultureInfo.InvariantCulture, $" AND lease_until IS NOT NULL AND lease_until <= {dialect.Now}");
        if (query.DueUntil is { } until)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND due_at <= @until AND NOT {IsLeased(dialect)}");
            parameters.Add("until", EntryRow.TextOf(until));
        }

        if (query.RequesterKey is { } requester)
        {
            where.Append(" AND requester_key = @requester");
            parameters.Add("requester", EntryText.Of(requester));
        }

        if (after is not null)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND ({tenant}, {issue}) > (@tenant, @issue)");
            parameters.Add("tenant", EntryText.Of(after.Tenant) ?? "");
            parameters.Add("issue", EntryText.Of(after.IssueId));
        }

        var from = $"SELECT {Columns}, {IsLeased(dialect)} AS IsLeased FROM cases";
        return ($"{from} WHERE {where} ORDER BY {tenant}, {issue} LIMIT @limit", parameters);
    }

    private static string IsLeased(SqlDialect dialect) => $"(lease_until IS NOT NULL AND lease_until > {dialect.Now})";
}
