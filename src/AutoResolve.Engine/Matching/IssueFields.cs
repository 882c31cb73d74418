namespace AutoResolve.Matching;

/// <summary>Finds the issue's own fields by name.</summary>
internal static class IssueFields
{
    private static readonly Dictionary<string, IssueField> ByName = Enum.GetValues<IssueField>()
        .ToDictionary(field => field.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The issue's own field of that name; null where the name is one of <see cref="Issue.Fields"/>.</summary>
    public static IssueField? BuiltIn(string name) => ByName.TryGetValue(name, out var field) ? field : null;
}

/// <summary>The issue's own fields, as rules name them.</summary>
internal enum IssueField
{
    Id,
    Title,
    Text,
    Channel,
    Product,
    Locale,
    Tenant,
    Requester,
    ReceivedAt,
}
