using Microsoft.Extensions.Logging;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Keeps a message while the journal cannot be used, so that nothing more is taken than is held: a database that is away is no
/// work for people, and uses up no tries.</summary>
internal sealed class Holding(Waiting held, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(5);

    /// <summary>Tries until it is not to be held any more.</summary>
    /// <param name="tryAsync">Null where the journal cannot be used.</param>
    /// <param name="ending">Signalled where nobody waits for it any more.</param>
    public async Task<Fate> UntilAsync(Func<Task<Fate?>> tryAsync, CancellationToken ending)
    {
        if (await tryAsync().ConfigureAwait(false) is { } fate)
            return fate;
        if (held.Count == 0)
            Log.Held(logger);
        using var counted = held.Enter();
        for (var wait = First; ; wait = wait * 2 < Max ? wait * 2 : Max)
        {
            await Task.Delay(wait, timeProvider, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ending.IsCancellationRequested)
                return new Fate.Left();
            if (await tryAsync().ConfigureAwait(false) is { } later)
                return later;
        }
    }
}
