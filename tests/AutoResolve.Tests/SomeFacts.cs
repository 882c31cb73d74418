using System.Collections.Concurrent;

namespace AutoResolve.Tests;

/// <summary>Facts as a test wants them.</summary>
internal sealed class SomeFacts(Func<string, CancellationToken, Task<string?>> lookUp, params string[] names) : IFactProvider
{
    private readonly ConcurrentQueue<string> _asked = new();

    public IReadOnlyCollection<string> Asked => _asked;

    public IReadOnlyCollection<string> Names => names.Length > 0 ? names : ["incident", "locked"];

    public async ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken)
    {
        _asked.Enqueue(name);
        return await lookUp(name, cancellationToken);
    }
}
