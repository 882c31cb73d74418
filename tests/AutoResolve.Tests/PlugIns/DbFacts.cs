namespace AutoResolve.Tests.PlugIns;

/// <summary>A provider of one fact, or two, with a service that lives as long as a scope.</summary>
internal abstract class DbFacts(Db db, DbScript script, params string[] names) : IFactProvider
{
    public IReadOnlyCollection<string> Names => names;

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) =>
        db.UseAsync<string?>(name, async () =>
        {
            await script.LookUp(name);
            return "yes";
        });

    /// <summary>Knows one.</summary>
    internal sealed class One(Db db, DbScript script) : DbFacts(db, script, "one");

    /// <summary>Knows two.</summary>
    internal sealed class Two(Db db, DbScript script) : DbFacts(db, script, "two", "three");
}
