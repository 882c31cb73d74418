using AutoResolve.Journaling;
using CsCheck;

namespace AutoResolve.Journal.Tests;

/// <summary>What every journal promises about reading.</summary>
public abstract partial class JournalContract
{
    [SkippableFact]
    public async Task Read_AnyEntriesAndQuery_FindsWhatTheOracleFinds()
    {
        var entries = EntryGenerator.Entries(300).Single();
        foreach (var some in entries.Chunk(17))
            Assert.True((await _journal.AppendAsync(some)).Written);
        var written = await _journal.ListAsync();
        Assert.Equal(entries, written.Select(entry => entry with { Sequence = 0 }));

        await EntryGenerator.Query(written).SampleAsync(
            async query =>
            {
                Assert.Equal(QueryOracle.Find(written, query), await _journal.ListAsync(query));
                Assert.Equal(QueryOracle.Count(written, query), await _journal.CountAsync(query));
            },
            iter: 500);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_MoreThanAPage_FindsAllInOrder(bool newestFirst)
    {
        await _journal.AppendAsync(Some.Entries(2_100, "page"));

        var all = await _journal.ListAsync(new JournalQuery { NewestFirst = newestFirst });
        var some = await _journal.ListAsync(new JournalQuery { NewestFirst = newestFirst, Limit = 1_500 });

        var keys = Enumerable.Range(0, 2_100).Select(number => $"page-{number}").ToList();
        if (newestFirst)
            keys.Reverse();
        Assert.Equal(keys, all.Select(entry => entry.Key));
        Assert.Equal(keys.Take(1_500), some.Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Read_WhileOthersAppend_NeitherSkipsNorRepeats()
    {
        await _journal.AppendAsync(Some.Entries(1_000, "before"));
        List<string?> keys = [];

        await foreach (var entry in _journal.ReadAsync(new JournalQuery()))
        {
            if (keys.Count == 10)
                await _journal.AppendAsync([Some.Entry("meanwhile")]);
            keys.Add(entry.Key);
        }

        Assert.Equal(Enumerable.Range(0, 1_000).Select(number => $"before-{number}"), keys.Take(1_000));
        Assert.True(keys.Count <= 1_001);
    }

    [SkippableFact]
    public async Task Read_Unfinished_LeavesOutWhatIsClosed()
    {
        JournalEntry Open(string? key) => Some.Entry(key, JournalEntryKind.Intent) with { IsOpen = true };
        await _journal.AppendAsync([Open("closed"), Open("open"), Open(null), Some.Entry("never open")]);
        await _journal.AppendAsync([Some.Entry("result", JournalEntryKind.ActionResult) with { Closes = "closed" }, Some.Entry() with { Closes = "unknown" }]);

        var unfinished = await _journal.ListAsync(new JournalQuery { Unfinished = true });

        Assert.Equal(["open", null], unfinished.Select(entry => entry.Key));
        Assert.Equal([new JournalCount(JournalEntryKind.Intent, "Answered", 2)], await _journal.CountAsync(new JournalQuery { Unfinished = true }));
    }

    [SkippableFact]
    public async Task Read_ClocksSetBack_IsInTheOrderOfWriting()
    {
        for (var number = 0; number < 5; number++)
            await _journal.AppendAsync([Some.Entry($"{number}") with { At = Some.Time.AddDays(-number) }]);

        Assert.Equal(["0", "1", "2", "3", "4"], (await _journal.ListAsync()).Select(entry => entry.Key));
        Assert.Equal(["4", "3"], (await _journal.ListAsync(new JournalQuery { NewestFirst = true, Limit = 2 })).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Read_TimesFinerThanAMicrosecondAndWithOffsets_AreKept()
    {
        DateTimeOffset[] times =
        [
            Some.Time.AddTicks(1), new(2026, 3, 1, 23, 59, 59, TimeSpan.FromHours(14)), new(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(-3.5)), DateTimeOffset.UnixEpoch,
            DateTimeOffset.MinValue, DateTimeOffset.MaxValue,
        ];
        await _journal.AppendAsync([.. times.Select(time => Some.Entry() with { At = time })]);

        Assert.Equal(times, (await _journal.ListAsync()).Select(entry => entry.At));
        Assert.Single(await _journal.ListAsync(new JournalQuery { From = Some.Time.AddTicks(1), Before = Some.Time.AddTicks(2) }));
    }

    [SkippableTheory]
    [InlineData("'; DROP TABLE entries; --")]
    [InlineData("\"both\" 'quotes' `ticks` \\ \\n $1 @key {0} %s")]
    [InlineData("👩‍👩‍👧‍👦 Zoë, ελληνικά, עברית, 日本語 \u202E")]
    [InlineData(" \t\r\n spaces \u00A0")]
    [InlineData("")]
    public async Task Read_AnyText_IsKeptInEveryPlace(string text)
    {
        var entry = new JournalEntry { At = Some.Time, Kind = JournalEntryKind.Note, IssueId = text, Key = text, Closes = text, RuleId = text, RulebookRevision = text, Label = text, Group = text, Content = text };
        await _journal.AppendAsync([entry]);

        var query = new JournalQuery { IssueId = text, Key = text, RuleId = text, Group = text };
        Assert.Equal(entry, Assert.Single(await _journal.ListAsync(query)) with { Sequence = 0 });
        Assert.Equal([new JournalCount(JournalEntryKind.Note, text, 1)], await _journal.CountAsync(query));
        Assert.Equal(text, (await _journal.AppendAsync([entry])).TakenKey);
    }

    // By number, since an attribute holds no half pairs.
    [SkippableTheory]
    [InlineData(0x0000)]
    [InlineData(0xD83D)]
    [InlineData(0xDC69)]
    public async Task Read_CharacterThatIsNone_IsKeptOrReplacedAndFound(int character)
    {
        var text = $"before{(char)character}after{(char)character}";
        var entry = new JournalEntry { At = Some.Time, Kind = JournalEntryKind.Note, IssueId = text, Key = text, RuleId = text, Label = text, Group = text, Content = text };
        await _journal.AppendAsync([entry with { IsOpen = true }, Some.Entry("other")]);

        var read = Assert.Single(await _journal.ListAsync(new JournalQuery { IssueId = text, Key = text, RuleId = text, Group = text, Unfinished = true }));

        Assert.All((string?[])[read.IssueId, read.Key, read.RuleId, read.Label, read.Group, read.Content], kept => Assert.Contains(kept, (string[])[text, "before\uFFFDafter\uFFFD"]));
        Assert.NotNull((await _journal.AppendAsync([entry])).TakenKey);
        Assert.NotNull((await _journal.AppendAsync([Some.Entry(text), Some.Entry(text)])).TakenKey);
        Assert.True((await _journal.AppendAsync([Some.Entry("result") with { Closes = text }])).Written);
        Assert.Empty(await _journal.ListAsync(new JournalQuery { Unfinished = true }));
        await _journal.KeepRulebookAsync(text, new byte[] { 1 });
        Assert.Equal(1, (await _journal.FindRulebookAsync(text))?.Length);
    }

    [SkippableFact]
    public async Task Read_LongContent_IsWhole()
    {
        var content = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"{number:x6} 👋 ab "));
        await _journal.AppendAsync([Some.Entry() with { Content = content }]);

        Assert.True(content.Length > 512 * 1024);
        Assert.Equal(content, Assert.Single(await _journal.ListAsync()).Content);
    }

    [SkippableFact]
    public async Task Read_Cancelled_Ends()
    {
        await _journal.AppendAsync(Some.Entries(3, "read"));
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _journal.ReadAsync(new JournalQuery(), cancellation.Token))
                Assert.Fail("Nothing is read once it is cancelled.");
        });
    }

    [SkippableFact]
    public async Task FindRulebook_Kept_IsTheFirstThatWasKept()
    {
        byte[] archive = [.. Enumerable.Range(0, 300_000).Select(number => (byte)number)];
        await _journal.KeepRulebookAsync("r1", archive);
        await _journal.KeepRulebookAsync("r1", new byte[] { 1, 2, 3 });
        await _journal.KeepRulebookAsync("r2", ReadOnlyMemory<byte>.Empty);

        Assert.Equal(archive, (await _journal.FindRulebookAsync("r1"))?.ToArray());
        Assert.Equal(0, (await _journal.FindRulebookAsync("r2"))?.Length);
        Assert.Null(await _journal.FindRulebookAsync("r3"));
    }

    [SkippableFact]
    public async Task KeepRulebook_FromManyAtOnce_KeepsOne()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () => await _journal.KeepRulebookAsync("same", new[] { (byte)writer }))));

        Assert.Equal(1, (await _journal.FindRulebookAsync("same"))?.Length);
    }
}
