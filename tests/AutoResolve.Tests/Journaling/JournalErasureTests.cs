using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Testing;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Journaling;

/// <summary>What a host has written of a person is found, given out and erased, and its work goes on.</summary>
public sealed class JournalErasureTests : IDisposable
{
    private readonly RulesOnDisk _rules = new(SomeRules.Rule("alpha"));

    private static readonly CaseReference Own = new("agency", "i-1");

    [Fact]
    public async Task Erase_OfAPerson_LeavesNothingThatWasSaidAndGoesOn()
    {
        var journal = new InMemoryJournal();
        await using var services = Host(journal);
        var processor = services.GetRequiredService<IIssueProcessor>();
        var issue = new Issue
        {
            Id = Own.IssueId,
            Tenant = Own.Tenant,
            Requester = "p-1",
            Text = "alpha and the zebra",
            Title = "zebra",
        };
        await processor.ProcessAsync(issue);
        await processor.ContinueAsync(Own, new Turn { Id = "t-1", Text = "the zebra again" });
        await processor.ProcessAsync(issue with { Id = "i-2", Requester = "p-2" });
        var before = await FiguresAsync(journal);

        var erasure = await JournalErasure.EraseRequesterAsync(
            journal,
            "p-1",
            "u17",
            timeProvider: services.GetRequiredService<TimeProvider>()
        );

        Assert.Equal([Own], erasure.Cases);
        Assert.Empty(erasure.UnderWay);
        Assert.All(await ListAsync(journal, Own), entry => Assert.DoesNotContain("zebra", entry.Content, StringComparison.Ordinal));
        Assert.Contains(await ListAsync(journal, new CaseReference("agency", "i-2")), entry => entry.Content.Contains("zebra"));
        Assert.DoesNotContain("part", (await journal.FindCaseAsync(Own))!.Content, StringComparison.Ordinal);
        Assert.Equal(before, await FiguresAsync(journal));
        var conversation = await JournalBrowser.ReadCaseAsync(journal, Own, SomeRules.Now);
        Assert.All(conversation!.Moments, moment => Assert.True(Assert.IsType<CaseGap>(moment).IsErased));

        // What was said before is known no more, and what comes later is a beginning.
        await processor.ProcessAsync(issue);
        var later = await processor.ProcessAsync(issue with { Text = "alpha and a lion" });
        Assert.Equal(Outcome.Routed, later.Outcome);
        Assert.Contains(await ListAsync(journal, Own), entry => entry.Content.Contains("lion"));
    }

    [Fact]
    public async Task Export_OfACase_HasAllThatIsKept()
    {
        var journal = new InMemoryJournal();
        await using var services = Host(journal);
        await services
            .GetRequiredService<IIssueProcessor>()
            .ProcessAsync(
                new Issue
                {
                    Id = Own.IssueId,
                    Tenant = Own.Tenant,
                    Text = "alpha",
                }
            );

        var export = await JournalBrowser.ExportCaseAsync(journal, Own, SomeRules.Now);

        Assert.Equal(await ListAsync(journal, Own), export!.Entries);
        Assert.Equal(await journal.FindCaseAsync(Own), export.Record);
        Assert.NotEmpty(export.Conversation.Moments);
        Assert.Null(await JournalBrowser.ExportCaseAsync(journal, new CaseReference(null, "i-1"), SomeRules.Now));
    }

    public void Dispose() => _rules.Dispose();

    private ServiceProvider Host(InMemoryJournal journal)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FakeTimeProvider(SomeRules.Now));
        services
            .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (_rules.Folder, false))
            .UseJournal(_ => journal)
            .AddTicketSystem<FakeTicketSystem>();
        return services.BuildServiceProvider();
    }

    private static async Task<List<JournalEntry>> ListAsync(InMemoryJournal journal, CaseReference reference)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Case = reference }))
            entries.Add(entry);
        return entries;
    }

    // Whose they are and where they came from nobody knows any more.
    private static async Task<List<(string Label, long Count)>> FiguresAsync(InMemoryJournal journal) =>
        [
            .. (await journal.CountAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision, JournalEntryKind.Disposition] })).Select(
                count => (count.Label, count.Count)
            ),
        ];
}
