using RabbitMQ.Client;

namespace AutoResolve.RabbitMQ.Working;

/// <summary>Acknowledges what a channel handed out: with one message all that was done meanwhile, where nothing before it is left to
/// do.</summary>
/// <param name="channel">Which handed it out, numbered from one.</param>
/// <param name="failed">Is told where that failed.</param>
internal sealed class Acknowledging(IChannel channel, Action<Exception> failed)
{
    private readonly Lock _lock = new();
    private readonly SortedSet<ulong> _left = [];
    private readonly List<ulong> _done = [];
    private ulong _last;
    private Task? _running;

    /// <summary>Something was handed out, and so was all before it.</summary>
    public void Begin(ulong tag)
    {
        lock (_lock)
        {
            while (_last < tag)
                _left.Add(++_last);
        }
    }

    /// <summary>Something is done, and soon acknowledged.</summary>
    public void End(ulong tag)
    {
        lock (_lock)
        {
            _left.Remove(tag);
            _done.Add(tag);

            // Behind what the pool has to do already, since that may end more of them.
            _running ??= Task
                .Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default)
                .Unwrap();
        }
    }

    /// <summary>Ends when all that is done is acknowledged.</summary>
    public Task WhenDone()
    {
        lock (_lock)
            return _running ?? Task.CompletedTask;
    }

    private async Task RunAsync()
    {
        while (Take() is var (together, alone))
        {
            try
            {
                if (together is { } last)
                    await channel.BasicAckAsync(last, multiple: true).ConfigureAwait(false);
                foreach (var tag in alone)
                    await channel.BasicAckAsync(tag, multiple: false).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                failed(exception);
            }
        }
    }

    private (ulong? Together, List<ulong> Alone)? Take()
    {
        lock (_lock)
        {
            if (_done.Count == 0)
            {
                _running = null;
                return null;
            }

            var first = _left.Count > 0 ? _left.Min : ulong.MaxValue;
            ulong? together = null;
            List<ulong> alone = [];
            foreach (var tag in _done)
            {
                if (tag > first)
                    alone.Add(tag);
                else if (together is null || tag > together)
                    together = tag;
            }

            _done.Clear();
            return (together, alone);
        }
    }
}
