namespace AutoResolve;

/// <summary>Names a case: an issue with all its turns.</summary>
/// <param name="Tenant">The organisation served; null where the host serves one.</param>
/// <param name="IssueId">The id of the issue.</param>
public sealed record CaseReference(string? Tenant, string IssueId)
{
    /// <summary>The organisation served; null where the host serves one, and where the given name is empty.</summary>
    public string? Tenant { get; } = string.IsNullOrEmpty(Tenant) ? null : Tenant;

    /// <summary>The case of an issue.</summary>
    /// <param name="issue">The issue.</param>
    public static CaseReference Of(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return new CaseReference(issue.Tenant, issue.Id);
    }

    /// <inheritdoc />
    public override string ToString() => Tenant is null ? IssueId : $"{Tenant}/{IssueId}";
}
