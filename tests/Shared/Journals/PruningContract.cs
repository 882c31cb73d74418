using AutoResolve.Journaling;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Journals;

/// <summary>What is taken out of a journal in a database, and what stays.</summary>
public abstract class PruningContract
{
    private static readonly DateTimeOffset Before = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Old = Before.AddDays(-40);

    private readonly FakeTimeProvider _clock = new(Before.AddDays(60));

    public static TheoryData<string, CaseOwner, int, bool, bool> Cases =>
        new()
        {
            { "ended long ago", CaseOwner.Nobody, -40, false, true },
            { "ended just before", CaseOwner.Nobody, -1, false, true },
            { "went on after it", CaseOwner.Nobody, 1, false, false },
            { "waits for a team", CaseOwner.Team, -40, false, false },
            { "waits for the customer", CaseOwner.Customer, -40, false, false },
            { "is unfinished", CaseOwner.Nobody, -40, true, false },
        };

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task Case_ByHowItEnded_IsTakenOutOrStays(string id, CaseOwner owner, int lastDay, bool isOpen, bool goes)
    {
        await using var journal = Open();
        await WriteAsync(journal, id, owner, Before.AddDays(lastDay), isOpen);
        await WriteAsync(journal, "another", CaseOwner.Team, Old);

        var pruning = await PruneAsync();

        Assert.Equal(goes ? new JournalPruning(1, 2) : new JournalPruning(0, 0), pruning);
        Assert.Equal(goes, await journal.FindCaseAsync(new CaseReference(null, id)) is null);
        Assert.Equal(goes ? 2 : 4, (await journal.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Prune_OfManyCasesWhileHostsWrite_TakesOutTheOldOnesAndNothingElse()
    {
        await using var journal = Open();
        await Task.WhenAll(Enumerable.Range(0, 1200).Select(number => WriteAsync(journal, $"old-{number}", CaseOwner.Nobody, Old)));

        var pruning = PruneAsync();
        await Task.WhenAll(
            Enumerable.Range(0, 100).Select(number => WriteAsync(journal, $"new-{number}", CaseOwner.Nobody, Before.AddDays(50)))
        );

        Assert.Equal(new JournalPruning(1200, 2400), await pruning);
        Assert.Equal(200, (await journal.ListAsync()).Count);
        Assert.Equal(new JournalPruning(0, 0), await PruneAsync());
    }

    [SkippableFact]
    public async Task Prune_OfACase_LetsItBeginAnewAndKeepsWhoPruned()
    {
        await using var journal = Open();
        await WriteAsync(journal, "one", CaseOwner.Nobody, Old);

        await PruneAsync();
        await WriteAsync(journal, "one", CaseOwner.Team, Before.AddDays(59));

        Assert.Equal(1, (await journal.FindCaseAsync(new CaseReference(null, "one")))!.Version);
        Assert.Equal("u17", await WhoPrunedAsync());
    }

    [SkippableFact]
    public async Task Prune_OfWhatIsYoungOrNotThere_IsRefused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PruneAsync(Before.AddDays(30)));
        await Assert.ThrowsAsync<JournalException>(() => PruneAsync());
    }

    /// <summary>The journal of a host.</summary>
    protected abstract IDurableJournal Open();

    protected abstract Task<JournalPruning> PruneAsync(DateTimeOffset before, string by, TimeProvider clock);

    /// <summary>Who is kept as having pruned.</summary>
    protected abstract Task<string?> WhoPrunedAsync();

    private Task<JournalPruning> PruneAsync(DateTimeOffset? before = null) => PruneAsync(before ?? Before, "u17", _clock);

    private static async Task WriteAsync(IJournal journal, string id, CaseOwner owner, DateTimeOffset last, bool isOpen = false)
    {
        var reference = new CaseReference(null, id);
        JournalEntry[] entries =
        [
            Some.Entry($"{id} first") with
            {
                IssueId = id,
                At = last < Old ? last : Old,
                IsOpen = isOpen,
            },
            Some.Entry($"{id} last", JournalEntryKind.Note) with
            {
                IssueId = id,
                At = last,
            },
        ];
        var change = new CaseChange
        {
            Case = new CaseRecord { Reference = reference, Owner = owner },
            ExpectedVersion = 0,
        };
        Assert.True((await journal.AppendAsync(entries, change)).Written);
    }
}
