namespace AutoResolve.Incidents;

/// <summary>A fault of a product that is known, as staff describe it.</summary>
/// <param name="Id">Its id in the system that tracks it.</param>
/// <param name="Product">The product.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Status">What is known and done about it.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended, that moment not included; null while nobody knows.</param>
/// <param name="Workaround">What helps meanwhile, where something does.</param>
public sealed record Incident(
    string Id,
    string Product,
    string Title,
    string Status,
    DateTimeOffset From,
    DateTimeOffset? Until,
    string? Workaround
)
{
    /// <summary>Whether it is open at a moment.</summary>
    /// <param name="now">The moment.</param>
    public bool IsOpen(DateTimeOffset now) => From <= now && (Until is not { } until || now < until);
}
