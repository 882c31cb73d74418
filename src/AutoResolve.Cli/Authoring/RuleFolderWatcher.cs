using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Sources;
using AutoResolve.Sources.Watching;

namespace AutoResolve.Cli.Authoring;

/// <summary>Reads the rules of a folder, and again whenever one is saved, or could not be read.</summary>
internal sealed class RuleFolderWatcher : IDisposable
{
    // How often saves are looked for that nobody tells.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly Terminal _terminal;
    private readonly Action<RuleFileSet, WatchState> _check;
    private readonly RuleSourceWatch _watch;
    private readonly SemaphoreSlim _checking = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isLost;

    /// <param name="source">The folder, and how it is read.</param>
    /// <param name="terminal">Where is told that saves are not.</param>
    /// <param name="check">Takes what was read, and how saves are found.</param>
    public RuleFolderWatcher(RulebookSource source, Terminal terminal, Action<RuleFileSet, WatchState> check)
    {
        (_terminal, _check) = (terminal, check);
        var folder = RuleSource.Folder(source.Folder);
        _watch = new RuleSourceWatch(() => folder, PollInterval, () => source.Options, terminal.Time, CheckAsync, Tell);
    }

    /// <summary>Goes on until it is cancelled, or a check throws.</summary>
    /// <exception cref="OperationCanceledException">It is cancelled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _watch.BeginAsync(cancellationToken);
        await CheckAsync(isGuess: false);
        await _ended.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _watch.Dispose();

    private async Task CheckAsync(bool isGuess)
    {
        await _checking.WaitAsync();
        try
        {
            if (await _watch.ReadAsync(isGuess) is { } files)
                _check(files, _watch.State);
        }
        catch (Exception exception)
        {
            _ended.TrySetException(exception);
        }
        finally
        {
            _checking.Release();
        }
    }

    private void Tell(WatchState state)
    {
        if (state.Reason is { } reason)
            _terminal.Error.Line(
                $"Saves are not told: {SafeText.Line(reason)}. They are looked for every {PollInterval.TotalSeconds} seconds."
            );
        else if (_isLost)
            _terminal.Error.Line("Saves are told again.");
        _isLost = state.Reason is not null;
    }
}
