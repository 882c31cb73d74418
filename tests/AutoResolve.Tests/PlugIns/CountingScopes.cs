using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>Counts the scopes that are begun, and begins none where a test says so.</summary>
internal sealed class CountingScopes(IServiceScopeFactory scopes) : IServiceScopeFactory
{
    private int _count;

    public int Count => _count;

    public Exception? Failure { get; set; }

    public IServiceScope CreateScope()
    {
        Interlocked.Increment(ref _count);
        return Failure is { } failure ? throw failure : scopes.CreateScope();
    }
}
