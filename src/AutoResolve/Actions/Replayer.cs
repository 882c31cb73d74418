using System.Globalization;
using AutoResolve.Journaling;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Actions;

/// <summary>Decides again what the journal says was decided, with the rulebook of then.</summary>
internal sealed class Replayer(IJournal journal, RulebookOptions options, TimeProvider timeProvider)
{
    private readonly Dictionary<string, Rulebook?> _rulebooks = new(StringComparer.Ordinal);

    /// <returns>Null where the journal does not hold the rule files of that revision.</returns>
    /// <exception cref="JournalException">The journal cannot be read, or holds what cannot be understood.</exception>
    public async ValueTask<Replay?> ReplayAsync(JournalEntry decision, CancellationToken cancellationToken)
    {
        if (await FindAsync(decision.RulebookRevision ?? "", cancellationToken).ConfigureAwait(false) is not { } rulebook)
            return null;
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
        return new Replay(
            decision.IssueId,
            Describe(decision.Label, decision.RuleId, decision.RuleVersion, content.Team),
            Describe(JournalLabel.Of(resolution.Outcome), resolution.Rule?.Id, resolution.Rule?.Version, resolution.Team),
            content.Issue.IsMasked,
            Beside(JournalLabel.Read(content.Reason, ResolutionReason.RuleMatched))
        );
    }

    private async ValueTask<Rulebook?> FindAsync(string revision, CancellationToken cancellationToken)
    {
        if (_rulebooks.TryGetValue(revision, out var known))
            return known;
        var packed = await journal.FindRulebookAsync(revision, cancellationToken).ConfigureAwait(false);
        return _rulebooks[revision] = packed is { } archive ? Load(archive, revision) : null;
    }

    private Rulebook Load(ReadOnlyMemory<byte> archive, string revision)
    {
        var result = Rulebook.TryBuild(
            new RuleFileSet(RulebookArchive.Unpack(archive)),
            new RulebookOptions
            {
                AllowExpressions = options.AllowExpressions,
                ExpressionParser = options.ExpressionParser,
                DefaultLocale = options.DefaultLocale,
            },
            new RulebookPurpose { AnyHandler = true, Lint = false },
            timeProvider
        );
        return result.Rulebook
            ?? throw new JournalException(
                $"The rules of revision {revision} do not load any more: "
                    + $"{result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}"
            );
    }

    // What the host adds to the rules: who has the case, how often it has written, what time it is, what came back.
    private static ResolutionReason? Beside(ResolutionReason reason) =>
        reason
            is ResolutionReason.PersonHasIt
                or ResolutionReason.TooManyMessages
                or ResolutionReason.DeadlinePassed
                or ResolutionReason.Undelivered
                or ResolutionReason.TooManyTurns
                or ResolutionReason.CaseUnknown
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
