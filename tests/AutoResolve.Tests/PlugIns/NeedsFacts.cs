namespace AutoResolve.Tests.PlugIns;

/// <summary>A provider of what no host has.</summary>
internal sealed class NeedsFacts(INeeded needed) : IFactProvider
{
    public IReadOnlyCollection<string> Names => [$"{needed}"];

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
