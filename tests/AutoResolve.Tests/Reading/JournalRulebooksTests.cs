using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Reading;

public sealed class JournalRulebooksTests
{
    [Fact]
    public async Task Find_RulesThatWereKept_LoadsThem()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "account": "a-1" } }"""));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var kept = await JournalRulebooks.FindAsync(host.Journal, decision.RulebookRevision!);
        var last = await JournalRulebooks.FindLastAsync(host.Journal, decision.At.AddDays(1));

        Assert.Equal(decision.RulebookRevision, kept?.Revision);
        Assert.Equal(decision.RulebookRevision, last?.Revision);
        Assert.NotNull(kept?.Find("alpha"));
    }

    [Fact]
    public async Task Find_RulesThatWereNotKept_IsNull()
    {
        var journal = new InMemoryJournal();

        Assert.Null(await JournalRulebooks.FindAsync(journal, "another"));
        Assert.Null(await JournalRulebooks.FindLastAsync(journal, DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task Find_RulesThatAreDamaged_SaysSoOrFindsNone()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];
        var journal = new InMemoryJournal();
        await journal.SaveRulebookAsync("r-1", new byte[] { 1, 2, 3 });
        await journal.AppendAsync([decision with { Sequence = 0, RulebookRevision = "r-1" }]);

        await Assert.ThrowsAsync<JournalException>(async () => await JournalRulebooks.FindAsync(journal, "r-1"));
        Assert.Null(await JournalRulebooks.FindLastAsync(journal, decision.At.AddDays(1)));
    }
}
