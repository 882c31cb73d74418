using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using AutoResolve.Decisions;
using AutoResolve.Matching;
using Microsoft.Extensions.Logging;

namespace AutoResolve;

/// <summary>Matches an issue, looks up the facts that still matter, and decides.</summary>
internal sealed class IssueResolver : IIssueResolver
{
    private readonly IRulebookMonitor _rulebooks;
    private readonly FactFinder _facts;
    private readonly AutoResolveOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<IssueResolver> _logger;
    private readonly FormWriter _forms;
    private readonly Func<IReadOnlySet<RuleVersion>> _demoted;

    /// <param name="rulebooks">The rules.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="forms">Fills the forms of handovers.</param>
    /// <param name="demoted">The active rules that only suggest; null where nothing is known of past issues.</param>
    public IssueResolver(IRulebookMonitor rulebooks, FactFinder facts, AutoResolveOptions options, TimeProvider timeProvider, ILogger<IssueResolver> logger, FormWriter forms, Func<IReadOnlySet<RuleVersion>>? demoted = null)
    {
        (_rulebooks, _facts, _options, _timeProvider, _logger, _forms) = (rulebooks, facts, options, timeProvider, logger, forms);
        _demoted = demoted ?? (() => FrozenSet<RuleVersion>.Empty);

        // Broken rules are told when the resolver is made, not with the first issue.
        _ = rulebooks.Current;
    }

    public ValueTask<Resolution> ResolveAsync(Issue issue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        cancellationToken.ThrowIfCancellationRequested();
        var rulebook = _rulebooks.Current;
        try
        {
            var text = IssueText.Prepare(issue, _options.Rulebook.DefaultLocale, _options.MaxTextLength);
            var matches = rulebook.Program.Matcher.Match(text, FactValues.None);
            var input = Input(text, matches);
            var needed = rulebook.Decider.FactsNeeded(input);
            return needed.Count == 0
                ? new ValueTask<Resolution>(WithForm(rulebook, issue, rulebook.Decider.Decide(input)))
                : DecideWithFactsAsync(rulebook, text, matches, needed, cancellationToken);
        }
        catch (Exception exception)
        {
            return new ValueTask<Resolution>(Unexpected(issue, rulebook, exception));
        }
    }

    public IAsyncEnumerable<Resolution> ResolveAllAsync(IAsyncEnumerable<Issue> issues, ResolveAllOptions? options = null, CancellationToken cancellationToken = default)
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

    private async ValueTask<Resolution> DecideWithFactsAsync(Rulebook rulebook, IssueText text, MatchResult matches, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        try
        {
            var lookups = await _facts.FindAsync(names, text.Issue, cancellationToken).ConfigureAwait(false);
            var facts = new FactValues(lookups.ToDictionary(lookup => lookup.Name, lookup => lookup.Value, StringComparer.Ordinal));
            var settled = rulebook.Program.Matcher.Settle(matches, text, facts);
            return WithForm(rulebook, text.Issue, rulebook.Decider.Decide(Input(text, settled) with { Facts = facts, Lookups = lookups }));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            return Unexpected(text.Issue, rulebook, exception);
        }
    }

    private DecisionInput Input(IssueText text, MatchResult matches) => new()
    {
        Text = text,
        Matches = matches,
        Demoted = _demoted(),
        Today = DateOnly.FromDateTime(_timeProvider.GetUtcNow().UtcDateTime),
        DefaultLocale = _options.Rulebook.DefaultLocale,
        Format = text.Issue.Channel is { } channel && _options.ChannelFormats.TryGetValue(channel.Trim(), out var format) ? format : AnswerFormat.PlainText,
    };

    // Even an answer may be handed over later, when what it does fails.
    private Resolution WithForm(Rulebook rulebook, Issue issue, Resolution resolution) =>
        rulebook.Desk is { Forms.Count: > 0 } desk ? resolution with { Form = new(() => _forms.Write(desk, issue, resolution)) } : resolution;

    private Resolution Unexpected(Issue issue, Rulebook rulebook, Exception exception)
    {
        // Its message may quote what the customer wrote.
        Log.DecisionFailed(_logger, issue.Id, exception.GetType(), exception.StackTrace);
        return new Resolution
        {
            IssueId = issue.Id,
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.Unexpected,
            Summary = "Something unexpected happened while this was decided, so a person gets it.",
            Remarks = [$"{exception.GetType().Name} while deciding."],
            RulebookRevision = rulebook.Revision,
        };
    }
}
