namespace AutoResolve.Cli.Rulebooks;

/// <summary>Facts that were given on the command line; every other fact is unknown.</summary>
internal sealed class StaticFactProvider(IReadOnlyDictionary<string, string> facts) : IFactProvider
{
    public IReadOnlyCollection<string> Names => [.. facts.Keys];

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) =>
        new(facts.GetValueOrDefault(name));
}
