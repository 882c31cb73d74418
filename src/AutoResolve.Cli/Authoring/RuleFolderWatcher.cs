using System.Threading.Channels;
using AutoResolve.Cli.Running;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Authoring;

/// <summary>Tells when rule files change, once for a burst of changes.</summary>
internal sealed class RuleFolderWatcher : IDisposable
{
    // How often a folder that is gone is looked for.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ChangeWatch _watch;

    /// <exception cref="CommandFailure">The folder cannot be watched.</exception>
    public RuleFolderWatcher(string folder, TimeProvider time)
    {
        Exception? failure = null;
        var source = RuleSource.Folder(folder);
        _watch = new ChangeWatch(source.Watch, PollInterval, () => TimeLimit, time, Tell, exception => failure = exception);
        _watch.BeginAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (failure is null)
            return;
        _watch.Dispose();
        throw CommandFailure.Refused("watch", folder, failure);
    }

    /// <returns>True after a change; false once cancelled.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _changes.Reader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _watch.Dispose();

    // A folder that stays away is no change.
    private Task Tell(bool isGuess)
    {
        if (!isGuess)
            _changes.Writer.TryWrite(true);
        return Task.CompletedTask;
    }
}
