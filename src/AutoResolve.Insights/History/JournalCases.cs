using System.Runtime.CompilerServices;
using AutoResolve.Actions;
using AutoResolve.Intake.History;
using AutoResolve.Journaling;
using AutoResolve.Privacy;
using AutoResolve.Reading;
using AutoResolve.Words;

namespace AutoResolve.Insights.History;

/// <summary>
/// Reads the cases of a journal as past issues, one after the other, by tenant and id: what was said, as the journal keeps it, and what
/// became of it. Holds one case and a page of the journal's list of cases at a time, and changes nothing. Reads once.
/// </summary>
/// <param name="journal">The journal.</param>
/// <param name="redactor">Masks once more what the journal keeps. Default: by the forms of personal data that are the same everywhere;
/// the redactor of a rulebook knows those of its customers.</param>
public sealed class JournalCases(IJournal journal, IRedactor? redactor = null)
{
    private readonly IJournal _journal = journal ?? throw new ArgumentNullException(nameof(journal));

    // A host may have its own idea of what is personal; what is learned here must not depend on that.
    private readonly IRedactor _redactor = redactor ?? new PersonalDataRedactor();

    /// <summary>What the cases lack, so far as they have been read.</summary>
    public JournalGaps Gaps { get; } = new();

    /// <summary>Reads the cases.</summary>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public async IAsyncEnumerable<PastIssue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var story in CaseStories.ReadAsync(_journal, cancellationToken).ConfigureAwait(false))
        {
            Gaps.Cases++;
            if (ToIssue(story) is { } issue)
                yield return issue;
        }
    }

    // Null where nothing can be said of it.
    private PastIssue? ToIssue(CaseStory story)
    {
        if (story.Issue is not { } issue)
        {
            if (story.HasErased)
                Gaps.Erased++;
            else if (story.HasUnreadable)
                Gaps.Unreadable++;
            else
                Gaps.Undecided++;
            return null;
        }

        if (story.HasErased || story.HasUnreadable)
            Gaps.Incomplete++;
        var past = new PastIssue
        {
            Number = Gaps.Cases,
            Case = story.Case,
            Text = _redactor.Redact(issue.Text),
            Format = issue.Format,
            Title = issue.Title is null ? null : _redactor.Redact(issue.Title),
            Author = issue.Author,
            Tenant = issue.Tenant,
            Requester = issue.Requester,
            Turns = [.. issue.Turns.Select(turn => turn with { Text = _redactor.Redact(turn.Text) })],
            Fields = issue.Fields,
            Tried = issue.Tried,
            Date = issue.ReceivedAt ?? story.DecidedAt,
            Team = story.Team,
            Tier = story.Tier,
            Answer = story is { Outcome: Outcome.Answered, Answer.Text: { Length: > 0 } answer } ? answer : null,
            Reopened = WasReopened(story),
            Escalated = story.Outcome is { } ended ? ended == Outcome.Escalated : null,
            HasEmptyEscalated = story.Outcome is null,
            Channel = issue.Channel,
            Product = issue.Product,
            Locale = issue.Locale,
            Outcome = story.Outcome,
            Rule = story.Rule,
            Type = story.Type,
            Verdicts = story.Verdicts,
            IsSolvedByPerson = IsSolvedByPerson(story),
        };
        if (EnglishWords.Of(past.AsText().Text).Count == 0)
            Gaps.Masked++;
        return past;
    }

    private static bool? WasReopened(CaseStory story)
    {
        if (story.IsReopened || story.Verdicts.Contains(FeedbackVerdict.Reopened))
            return true;
        return story.Verdicts.Contains(FeedbackVerdict.Helpful) ? false : null;
    }

    private static bool? IsSolvedByPerson(CaseStory story)
    {
        if (story.IsClosedByPeople)
            return true;
        return story.Outcome == Outcome.Closed || story.Verdicts is [.., FeedbackVerdict.Helpful] ? false : null;
    }
}
