using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Reading;

public sealed class JournalReadingTests
{
    [Fact]
    public async Task ReadEntries_TheNewestOnly_AreInOrder()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync("issue-1");
        await host.ProcessAsync("issue-2");
        await host.ProcessAsync("issue-3");
        var query = new JournalQuery
        {
            Kinds = [JournalEntryKind.Decision],
            NewestFirst = true,
            Limit = 2,
        };

        var entries = await JournalBrowser.ReadEntriesAsync(host.Journal, query).ToListAsync();

        Assert.Equal(["issue-2", "issue-3"], entries.Select(entry => entry.IssueId));
        Assert.All(entries, entry =>
            Assert.StartsWith("routed by alpha version 1 to payments", EntrySentence.Of(entry), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void EntrySentence_OfADamagedEntry_SaysThatItCannotBeRead() =>
        Assert.Equal(
            "routed; the rest of this entry cannot be read: another version wrote it, or the journal is damaged",
            EntrySentence.Of(
                new JournalEntry
                {
                    At = DateTimeOffset.UnixEpoch,
                    Kind = JournalEntryKind.Decision,
                    Label = "routed",
                    Content = "[",
                }
            )
        );

    [Fact]
    public async Task Stories_OfCases_SayWhatWasSaidAndHowItEnded()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync("issue-1");
        await host.Get<IFeedbackCollector>()
            .RecordAsync(
                new Feedback
                {
                    IssueId = "issue-1",
                    Verdict = FeedbackVerdict.Helpful,
                    By = "u-1",
                }
            );

        var story = Assert.Single(await CaseStories.ReadAsync(host.Journal).ToListAsync());

        Assert.Equal(new CaseReference(null, "issue-1"), story.Case);
        Assert.Equal(("alpha", Outcome.Routed, "payments"), (story.Rule, story.Outcome, story.Team));
        Assert.Equal([FeedbackVerdict.Helpful], story.Verdicts);
        Assert.Contains("alpha", story.Issue?.Text, StringComparison.Ordinal);
        Assert.Equal((false, false, false), (story.HasErased, story.HasUnreadable, story.IsClosedByPeople));
    }

    [Fact]
    public async Task TrackRecords_OfAJournal_CountByRuleAndVersion()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync("issue-1");
        await host.Journal.AppendAsync([
            new JournalEntry
            {
                At = host.Clock.GetUtcNow(),
                Kind = JournalEntryKind.Demotion,
                RuleId = "alpha",
                RuleVersion = 1,
            },
        ]);

        Assert.Equal([new TrackRecord("alpha", 1, 1, 0, 0, 0) { OnlySuggests = true }], await TrackRecords.ReadAsync(host.Journal));
    }

    [Fact]
    public async Task FindUnfinished_WhereAllIsDone_FindsNothing()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync("issue-1");

        Assert.Empty(await JournalBrowser.FindUnfinishedAsync(host.Journal, host.Clock.GetUtcNow()).ToListAsync());
    }
}
