using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Matches an issue, looks up the facts that still matter, and decides.</summary>
internal sealed class IssueResolver : IIssueResolver, IExplainer
{
    private readonly IRulebookMonitor _rulebooks;
    private readonly FactFinder _facts;
    private readonly IOptionsMonitor<AutoResolveOptions> _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<IssueResolver> _logger;
    private readonly Func<string, string> _mask;
    private readonly Func<IReadOnlySet<RuleVersion>> _demoted;

    /// <param name="rulebooks">The rules.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="mask">Masks personal data in handovers.</param>
    /// <param name="demoted">The active rules that only suggest; null where nothing is known of past issues.</param>
    public IssueResolver(
        IRulebookMonitor rulebooks,
        FactFinder facts,
        IOptionsMonitor<AutoResolveOptions> options,
        TimeProvider timeProvider,
        ILogger<IssueResolver> logger,
        Func<string, string> mask,
        Func<IReadOnlySet<RuleVersion>>? demoted = null
    )
    {
        (_rulebooks, _facts, _options, _timeProvider, _logger, _mask) = (rulebooks, facts, options, timeProvider, logger, mask);
        _demoted = demoted ?? (() => FrozenSet<RuleVersion>.Empty);
    }

    public ValueTask<Resolution> ResolveAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        var deciding = DecideAsync(issue, cancellationToken);
        return deciding.IsCompletedSuccessfully ? new ValueTask<Resolution>(Whole(deciding.Result)) : WaitAsync(deciding);

        async ValueTask<Resolution> WaitAsync(ValueTask<Decision> running) => Whole(await running.ConfigureAwait(false));
    }

    public IAsyncEnumerable<Resolution> ResolveAllAsync(
        IAsyncEnumerable<Issue> issues,
        ResolveAllOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(issues);
        return Read(cancellationToken);

        // Each time it is enumerated the stream begins anew.
        async IAsyncEnumerable<Resolution> Read([EnumeratorCancellation] CancellationToken token)
        {
            using var stream = new ResolutionStream(issues, ResolveAsync, options ?? new ResolveAllOptions());
            await foreach (var resolution in stream.ReadAsync(token).ConfigureAwait(false))
                yield return resolution;
        }
    }

    public async ValueTask<Explanation> ExplainAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        var decision = await DecideAsync(issue, cancellationToken).ConfigureAwait(false);
        try
        {
            return decision.Explain();
        }
        catch (Exception exception)
        {
            return new Explanation { Resolution = Unexpected(issue.Id, decision.Resolution.RulebookRevision, exception).Resolution };
        }
    }

    /// <summary>Decides for who carries it out. Otherwise like <see cref="ResolveAsync"/>; nothing is packed for a person yet.</summary>
    public ValueTask<Decision> DecideAsync(Issue issue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(issue);
        cancellationToken.ThrowIfCancellationRequested();
        var rulebook = _rulebooks.Current;
        try
        {
            var evaluation = rulebook.Evaluate(ByChannel(issue), Context(issue));
            return evaluation.FactsNeeded.Count == 0
                ? new ValueTask<Decision>(Decide(evaluation))
                : DecideWithFactsAsync(rulebook, evaluation, cancellationToken);
        }
        catch (Exception exception)
        {
            return new ValueTask<Decision>(Unexpected(issue.Id, rulebook.Revision, exception));
        }
    }

    private async ValueTask<Decision> DecideWithFactsAsync(Rulebook rulebook, Evaluation evaluation, CancellationToken cancellationToken)
    {
        try
        {
            var lookups = await _facts.FindAsync(evaluation.FactsNeeded, evaluation.Issue, cancellationToken).ConfigureAwait(false);
            return Decide(evaluation.With(lookups));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return Unexpected(evaluation.Issue.Id, rulebook.Revision, exception);
        }
    }

    private Decision Decide(Evaluation evaluation)
    {
        var decision = evaluation.Decide();
        if (decision.Resolution is { Reason: ResolutionReason.TooMuchWork } resolution)
            Log.TooMuchWork(_logger, LogId.Of(resolution.IssueId), resolution.RulebookRevision, _options.CurrentValue.MaxWork);
        return decision;
    }

    private Issue ByChannel(Issue issue) => Authorship.ByChannel(issue, _options.CurrentValue.ChannelAuthors);

    private EvaluationContext Context(Issue issue)
    {
        var options = _options.CurrentValue;
        return new EvaluationContext
        {
            Today = DateOnly.FromDateTime(_timeProvider.GetUtcNow().UtcDateTime),
            MaxTextLength = options.MaxTextLength,
            MaxWork = options.MaxWork,
            Demoted = _demoted(),
            Mask = _mask,
            Format =
                issue.Channel is { } channel && options.ChannelFormats.TryGetValue(channel.Trim(), out var format)
                    ? format
                    : AnswerFormat.PlainText,
        };
    }

    // With what a person needs, where one takes over.
    private Resolution Whole(Decision decision)
    {
        try
        {
            return decision.Whole();
        }
        catch (Exception exception)
        {
            var unexpected = Unexpected(decision.Resolution.IssueId, decision.Resolution.RulebookRevision, exception);
            return unexpected.Resolution with { Handover = unexpected.HandOver() };
        }
    }

    private Decision Unexpected(string issueId, string revision, Exception exception)
    {
        // Its message may quote what the customer wrote.
        Log.DecisionFailed(_logger, LogId.Of(issueId), exception.GetType(), exception.StackTrace);
        return new Decision
        {
            Resolution = new Resolution
            {
                IssueId = issueId,
                Outcome = Outcome.Escalated,
                Reason = ResolutionReason.Unexpected,
                Summary = "Something unexpected happened while this was decided, so a person gets it.",
                Remarks = [$"{exception.GetType().Name} while deciding."],
                RulebookRevision = revision,
            },
        };
    }
}
