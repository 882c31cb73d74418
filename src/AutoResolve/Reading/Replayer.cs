using System.Globalization;
using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Reading;

/// <summary>
/// Decides again what a journal says was decided, with the rulebook, the facts and the day of then. Writes nothing. Keeps the rulebooks
/// that it has loaded; for one thread.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="options">How the host read its rules: expressions and the default locale count. Default:
/// <see cref="RulebookOptions"/> as it is.</param>
/// <param name="timeProvider">The clock. Default: the system's.</param>
public sealed class Replayer(IJournal journal, RulebookOptions? options = null, TimeProvider? timeProvider = null)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>?> _archives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rulebook> _rulebooks = new(StringComparer.Ordinal);
    private readonly IJournal _journal = journal ?? throw new ArgumentNullException(nameof(journal));
    private readonly RulebookOptions _options = options ?? new RulebookOptions();

    /// <summary>Decides one issue again.</summary>
    /// <param name="decision">The entry of a decision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The entry is no decision.</exception>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public async ValueTask<Replay> ReplayAsync(JournalEntry decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Kind != JournalEntryKind.Decision)
            throw new ArgumentException($"Only decisions are replayed; this is an entry of the kind {decision.Kind}.", nameof(decision));
        if (decision.RulebookRevision is not { Length: > 0 } revision)
            return Unable(decision, ReplayResult.WithoutRules, "no rulebook made it: the case had too many turns, or was not known");
        if (await FindAsync(revision, cancellationToken).ConfigureAwait(false) is not { } archive)
            return Unable(decision, ReplayResult.NotKept, $"the journal does not hold the rules of revision {revision}");
        try
        {
            return Decide(decision, Load(archive, revision));
        }
        catch (JournalException exception)
        {
            return Unable(decision, ReplayResult.Unreadable, exception.Message);
        }
    }

    /// <summary>Decides again what entries say was decided, the oldest first.</summary>
    /// <param name="query">Which entries; only decisions among them count. Default: all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public async IAsyncEnumerable<Replay> ReplayAllAsync(
        JournalQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var decisions = (query ?? new JournalQuery()) with { Kinds = [JournalEntryKind.Decision] };
        await foreach (var decision in JournalBrowser.ReadEntriesAsync(_journal, decisions, cancellationToken).ConfigureAwait(false))
            yield return await ReplayAsync(decision, cancellationToken).ConfigureAwait(false);
    }

    private static Replay Unable(JournalEntry decision, ReplayResult result, string problem) =>
        new()
        {
            Decision = decision,
            Result = result,
            Problem = problem,
        };

    private static Replay Decide(JournalEntry decision, Rulebook rulebook)
    {
        var content = JournalJson.Read<DecisionContent>(decision);
        var resolution = rulebook
            .Evaluate(
                content.Issue.ToIssue(),
                new EvaluationContext
                {
                    Today = content.Today,
                    Facts = content.Facts,
                    MaxTextLength = int.MaxValue,
                    Demoted = content.Demoted.Select(Parse).ToHashSet(),
                    LacksHandlers = content.Reason == JournalLabel.Of(ResolutionReason.HandlerMissing),
                }
            )
            .Decide()
            .Resolution;
        var then = Describe(decision.Label, decision.RuleId, decision.RuleVersion, content.Team);
        var now = Describe(JournalLabel.Of(resolution.Outcome), resolution.Rule?.Id, resolution.Rule?.Version, resolution.Team);
        var beside = Beside(JournalLabel.Read(content.Reason, ResolutionReason.RuleMatched));
        return new Replay
        {
            Decision = decision,
            Then = then,
            Now = now,
            Beside = beside,
            Result = (then == now, beside, content.Issue.IsMasked) switch
            {
                (true, _, _) => ReplayResult.Same,
                (_, not null, _) => ReplayResult.BesideRules,
                (_, _, true) => ReplayResult.Masked,
                _ => ReplayResult.Different,
            },
        };
    }

    private async ValueTask<ReadOnlyMemory<byte>?> FindAsync(string revision, CancellationToken cancellationToken)
    {
        if (!_archives.TryGetValue(revision, out var archive))
            _archives[revision] = archive = await _journal.FindRulebookAsync(revision, cancellationToken).ConfigureAwait(false);
        return archive;
    }

    private Rulebook Load(ReadOnlyMemory<byte> archive, string revision)
    {
        if (!_rulebooks.TryGetValue(revision, out var rulebook))
            _rulebooks[revision] = rulebook = JournalRulebooks.Load(archive, revision, _options, timeProvider);
        return rulebook;
    }

    // What the host adds to the rules: who has the case, how often it has written, what time it is, what came back, what an issue may cost,
    // what could not be processed.
    private static ResolutionReason? Beside(ResolutionReason reason) =>
        reason
            is ResolutionReason.PersonHasIt
                or ResolutionReason.TooManyMessages
                or ResolutionReason.DeadlinePassed
                or ResolutionReason.Undelivered
                or ResolutionReason.TooManyTurns
                or ResolutionReason.CaseUnknown
                or ResolutionReason.TooMuchWork
                or ResolutionReason.Unprocessable
            ? reason
            : null;

    private static RuleVersion Parse(string demoted)
    {
        var at = demoted.LastIndexOf('@');
        return at >= 0 && int.TryParse(demoted.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new RuleVersion(demoted[..at], version)
            : throw new JournalException($"'{demoted}' is no rule with its version; the journal is damaged.");
    }

    private static string Describe(string outcome, string? rule, int? version, string? team) =>
        $"{outcome}{(rule is null ? "" : $" by {rule} version {version}")}{(team is null ? "" : $" to {team}")}";
}
