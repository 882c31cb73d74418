using AutoResolve.PlugIns;

namespace AutoResolve.Facts;

/// <summary>The host's providers, by the facts that they know.</summary>
internal sealed class FactProviders
{
    private readonly Dictionary<string, (Type Type, PlugIn<IFactProvider> Provider)> _byFact = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Providers cannot be made, or know the same fact; all problems at once.</exception>
    public FactProviders(PlugInFactory plugIns, IEnumerable<FactProviderRegistration> added)
    {
        var problems = new PlugInProblems();
        foreach (var registration in added)
            problems.Try(() => Add(plugIns.Find<IFactProvider>(registration.Provider, registration.Provider), problems));
        foreach (var find in plugIns.FindAll<IFactProvider>())
            problems.Try(() => Add(find(), problems));
        problems.ThrowIfAny();
    }

    public PlugIn<IFactProvider>? Find(string fact) => _byFact.TryGetValue(fact, out var known) ? known.Provider : null;

    private void Add(PlugIn<IFactProvider> plugIn, PlugInProblems problems)
    {
        var (type, names) = plugIn.Read(provider => (provider.GetType(), provider.Names.ToList()));
        foreach (var name in names)
        {
            if (!_byFact.TryAdd(name, (type, plugIn)))
                problems.Add($"The fact '{name}' has two providers: {_byFact[name].Type} and {type}. Leave one out.");
        }
    }
}
