using AutoResolve.Incidents;

namespace AutoResolve.Facts;

/// <summary>The facts about the open incident of the issue's product. Of several the one that began last counts.</summary>
internal sealed class IncidentFacts(IncidentStore incidents, TimeProvider timeProvider) : IFactProvider
{
    private const string Id = "incident";
    private const string Title = "incidentTitle";
    private const string Status = "incidentStatus";
    private const string Workaround = "incidentWorkaround";

    public IReadOnlyCollection<string> Names { get; } = [Id, Title, Status, Workaround];

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) => new(LookUp(name, issue));

    private string? LookUp(string name, Issue issue)
    {
        var now = timeProvider.GetUtcNow();
        if (incidents.Current?.Where(incident => incident.IsOpen(now)).ToList() is not { } open)
            return null;

        // Which product is meant is not known; only where nothing is open at all does that not matter.
        if (string.IsNullOrWhiteSpace(issue.Product))
            return open.Count == 0 ? IncidentFile.None : null;
        var incident = open.Where(incident => incident.Product.Equals(issue.Product.Trim(), StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(incident => incident.From)
            .ThenBy(incident => incident.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return name switch
        {
            Id => incident?.Id,
            Title => incident?.Title,
            Status => incident?.Status,
            Workaround => incident?.Workaround,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No fact about incidents has this name."),
        } ?? IncidentFile.None;
    }
}
