using AutoResolve.PlugIns;

namespace AutoResolve.Facts;

/// <summary>The host's providers, by the facts that they know; made when one is first needed.</summary>
internal sealed class FactProviders
{
    private readonly MadeOnce<Dictionary<string, (Type Type, PlugIn<IFactProvider> Provider)>> _byFact;

    public FactProviders(PlugInFactory plugIns, IEnumerable<FactProviderRegistration> added) =>
        _byFact = new("the facts", () => MakeAll(plugIns, added));

    /// <summary>Makes them, where they are not yet.</summary>
    /// <exception cref="InvalidOperationException">Providers cannot be made, or know the same fact; all problems at once.</exception>
    public void Make() => _ = _byFact.Value;

    public PlugIn<IFactProvider>? Find(string fact) => _byFact.Value.TryGetValue(fact, out var known) ? known.Provider : null;

    private static Dictionary<string, (Type Type, PlugIn<IFactProvider> Provider)> MakeAll(
        PlugInFactory plugIns,
        IEnumerable<FactProviderRegistration> added
    )
    {
        var byFact = new Dictionary<string, (Type Type, PlugIn<IFactProvider> Provider)>(StringComparer.Ordinal);
        var problems = new PlugInProblems();
        foreach (var registration in added)
            problems.Try(() => Add(plugIns.Find<IFactProvider>(registration.Provider, registration.Provider)));
        foreach (var find in plugIns.FindAll<IFactProvider>())
            problems.Try(() => Add(find()));
        problems.ThrowIfAny();
        return byFact;

        void Add(PlugIn<IFactProvider> plugIn)
        {
            var (type, names) = plugIn.Read(provider => (provider.GetType(), provider.Names.ToList()));
            foreach (var name in names)
            {
                if (!byFact.TryAdd(name, (type, plugIn)))
                    problems.Add($"The fact '{name}' has two providers: {byFact[name].Type} and {type}. Leave one out.");
            }
        }
    }
}
