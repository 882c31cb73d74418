using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Actions;

/// <summary>Keeps the rule files of each revision in the journal, so that its decisions can be replayed when the files have changed.</summary>
internal sealed class RulebookKeeper(IJournal journal, IRulebookMonitor rulebooks, ILogger<RulebookKeeper> logger)
{
    private string? _kept;

    public async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        var rulebook = rulebooks.Current;
        if (rulebook.Revision == _kept || rulebook.Files.Count == 0)
            return;
        try
        {
            await journal.KeepRulebookAsync(rulebook.Revision, RulebookArchive.Pack(rulebook.Files), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.RulebookNotKept(logger, rulebook.Revision, exception);
        }

        _kept = rulebook.Revision;
        rulebook.ForgetFiles();
    }
}
