namespace AutoResolve;

/// <summary>Asks the host's fact providers, each fact once, within a time limit. What cannot be found out is unknown.</summary>
internal sealed class FactFinder
{
    private readonly Dictionary<string, IFactProvider> _providers = new(StringComparer.Ordinal);
    private readonly Func<TimeSpan> _timeout;
    private readonly TimeProvider _timeProvider;

    /// <exception cref="InvalidOperationException">Two providers know the same fact.</exception>
    public FactFinder(IEnumerable<IFactProvider> providers, Func<TimeSpan> timeout, TimeProvider timeProvider)
    {
        (_timeout, _timeProvider) = (timeout, timeProvider);
        foreach (var provider in providers)
        {
            foreach (var name in provider.Names)
            {
                if (!_providers.TryAdd(name, provider))
                    throw new InvalidOperationException($"The fact '{name}' has two providers: {_providers[name].GetType()} and {provider.GetType()}. Leave one out.");
            }
        }
    }

    public async Task<IReadOnlyList<FactLookup>> FindAsync(IEnumerable<string> names, Issue issue, CancellationToken cancellationToken) =>
        await Task.WhenAll(names.Select(name => FindAsync(name, issue, cancellationToken))).ConfigureAwait(false);

    private async Task<FactLookup> FindAsync(string name, Issue issue, CancellationToken cancellationToken)
    {
        if (!_providers.TryGetValue(name, out var provider))
            return new FactLookup(name, null, TimeSpan.Zero, "no provider knows it");
        var started = _timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(_timeout(), _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A provider that blocks, or does not heed its token, must not hold up the issue either.
            var lookUp = Task.Run(() => provider.LookUpAsync(name, issue, either.Token).AsTask(), either.Token);
            var value = await lookUp.WaitAsync(either.Token).ConfigureAwait(false);
            return new FactLookup(name, value, _timeProvider.GetElapsedTime(started), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new FactLookup(name, null, _timeProvider.GetElapsedTime(started), "it took too long");
        }
        catch (Exception exception)
        {
            return new FactLookup(name, null, _timeProvider.GetElapsedTime(started), $"its provider failed with {exception.GetType().Name}");
        }
    }
}
