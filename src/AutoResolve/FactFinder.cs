using AutoResolve.Actions;
using AutoResolve.Facts;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Asks the host's fact providers, each fact once, within a time limit. What cannot be found out is unknown.</summary>
/// <remarks>Facts are looked up side by side, so that each look-up by a provider that is no singleton has a scope of its own.</remarks>
internal sealed class FactFinder(FactProviders providers, IOptionsMonitor<AutoResolveOptions> options, TimeProvider timeProvider)
{
    public async Task<IReadOnlyList<FactLookup>> FindAsync(IEnumerable<string> names, Issue issue, CancellationToken cancellationToken) =>
        await Task.WhenAll(names.Select(name => FindAsync(name, issue, cancellationToken))).ConfigureAwait(false);

    private async Task<FactLookup> FindAsync(string name, Issue issue, CancellationToken cancellationToken)
    {
        if (providers.Find(name) is not { } provider)
            return new FactLookup(name, null, "no provider knows it");
        var started = timeProvider.GetTimestamp();
        using var limit = new CancellationTokenSource(options.CurrentValue.FactTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // A provider that blocks, or does not heed its token, must not hold up the issue either.
            var token = either.Token;
            var lookUp = Task.Run(
                () =>
                    provider
                        .CallAsync(static (known, asked) => known.LookUpAsync(asked.name, asked.issue, asked.token), (name, issue, token))
                        .AsTask(),
                token
            );
            var value = await lookUp.WaitAsync(token).ConfigureAwait(false);
            return new FactLookup(name, value, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new FactLookup(name, null, "it took too long");
        }
        catch (PlugInException exception)
        {
            return new FactLookup(name, null, $"its provider {exception.Message.TrimEnd('.')}");
        }
        catch (Exception exception)
        {
            return new FactLookup(name, null, $"its provider failed with {exception.GetType().Name}");
        }
        finally
        {
            Telemetry.FactLookedUp(name, timeProvider.GetElapsedTime(started));
        }
    }
}
