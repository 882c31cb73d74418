using System.Collections.Concurrent;

namespace AutoResolve.Tests.PlugIns;

/// <summary>All services of a host that live as long as a scope, and who has used which.</summary>
internal sealed class DbLog
{
    private readonly ConcurrentQueue<Db> _all = [];
    private readonly ConcurrentQueue<(string Who, Db Db)> _uses = [];

    /// <summary>What happens when one is made.</summary>
    public Action Making { get; set; } = () => { };

    /// <summary>What happens when one is disposed of.</summary>
    public Action Disposing { get; set; } = () => { };

    public IReadOnlyCollection<Db> All => _all;

    public IReadOnlyList<string> Users => [.. _uses.Select(use => use.Who)];

    /// <summary>Those that somebody has used, in the order in which that began.</summary>
    public IReadOnlyList<Db> Used => [.. _uses.Select(use => use.Db)];

    public void Make(Db db)
    {
        Making();
        _all.Enqueue(db);
    }

    public void Use(string who, Db db) => _uses.Enqueue((who, db));

    public void Dispose(Db db)
    {
        Assert.Contains(db, _all);
        Disposing();
    }

    /// <summary>Each call had one of its own, and all that were made are disposed of, once.</summary>
    public void AssertOneACall()
    {
        Assert.Equal(Used.Count, Used.Distinct().Count());
        Assert.All(All, db => Assert.Equal(1, db.Disposals));
    }
}
