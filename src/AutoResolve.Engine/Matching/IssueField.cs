namespace AutoResolve.Matching;

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
