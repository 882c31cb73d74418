using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>
/// Keeps the rule files of each revision in the journal, so that its decisions can be replayed when the files have changed.
/// </summary>
internal sealed class RulebookKeeper(IJournal journal, IRulebookMonitor rulebooks, ILogger<RulebookKeeper> logger) : IDisposable
{
    private readonly SemaphoreSlim _keeping = new(1);
    private volatile string? _kept;
    private volatile string? _tried;

    /// <summary>Keeps the present revision where nobody has tried to; decisions wait for this, and go on where it fails.</summary>
    public ValueTask KeepOnceAsync(CancellationToken cancellationToken) =>
        rulebooks.Current.Revision == _tried ? default : KeepAsync(cancellationToken);

    /// <summary>Keeps the present revision where it is not kept.</summary>
    public async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        await _keeping.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rulebook = rulebooks.Current;
            var isNew = rulebook.Revision != _kept && rulebook.Files.Count > 0;
            if (isNew && await TryKeepAsync(rulebook, cancellationToken).ConfigureAwait(false))
            {
                _kept = rulebook.Revision;
                rulebook.ForgetFiles();
            }

            _tried = rulebook.Revision;
        }
        finally
        {
            _keeping.Release();
        }
    }

    public void Dispose() => _keeping.Dispose();

    private async ValueTask<bool> TryKeepAsync(Rulebook rulebook, CancellationToken cancellationToken)
    {
        try
        {
            await journal
                .SaveRulebookAsync(rulebook.Revision, RulebookArchive.Pack(rulebook.Files), cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.RulebookNotKept(logger, rulebook.Revision, exception);
            return false;
        }
    }
}
