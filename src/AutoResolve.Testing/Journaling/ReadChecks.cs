using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about reading entries.</summary>
internal static class ReadChecks
{
    private static readonly string[] Texts =
    [
        "'; DROP TABLE entries; --",
        "\"both\" 'quotes' `ticks` \\ \\n $1 @key {0} %s",
        "👩‍👩‍👧‍👦 Zoë, ελληνικά, עברית, 日本語 \u202E",
        " \t\r\n spaces \u00A0",
        "",
    ];

    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("Read_EveryMember_IsKept", EveryMemberAsync),
        new("Read_MoreThanAPage_FindsAllInOrder", PagesAsync),
        new("Read_WhileOthersAppend_NeitherSkipsNorRepeats", MeanwhileAsync),
        new("Read_WhatTwoHostsWrote_IsSeenOnceAndInOrder", TwoHostsAsync),
        new("Read_Unfinished_LeavesOutWhatIsClosed", UnfinishedAsync),
        new("Read_ClocksSetBack_IsInTheOrderOfWriting", ClocksAsync),
        new("Read_TimesFinerThanAMicrosecondAndWithOffsets_AreKept", TimesAsync),
        new("Read_AnyText_IsKeptInEveryPlace", TextsAsync),
        new("Read_CharacterThatIsNone_IsKeptOrReplacedAndFound", OddCharactersAsync),
        new("Read_LongContent_IsWhole", LongAsync),
        new("Read_NoTenantAndAnEmptyOne_AreTheSame", TenantAsync),
        new("Read_Cancelled_Ends", CancelledAsync),
    ];

    private static async Task EveryMemberAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var entry = new JournalEntry
        {
            At = Time.AddTicks(3),
            Kind = JournalEntryKind.Turn,
            Tenant = "tenant",
            IssueId = "issue",
            Key = "key",
            IsOpen = true,
            Closes = "closes",
            RuleId = "rule",
            RuleVersion = 3,
            RulebookRevision = "revision",
            Label = "label",
            Group = "group",
            Content = """{"a":1}""",
        };
        var plain = new JournalEntry { At = Time, Kind = (JournalEntryKind)77 };

        await journal.AppendAsync([entry, plain]).ConfigureAwait(false);

        var read = await ListAsync(journal).ConfigureAwait(false);
        Expect.All([entry, plain], read.Select(found => found with { Sequence = 0 }), "what is read");
    }

    private static async Task PagesAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync(Entries(2_100, "page")).ConfigureAwait(false);
        List<string?> keys = [.. Entries(2_100, "page").Select(entry => entry.Key)];
        foreach (var newestFirst in new[] { false, true })
        {
            var query = new JournalQuery { NewestFirst = newestFirst };
            Expect.All(keys, await KeysAsync(journal, query).ConfigureAwait(false), "all keys");
            Expect.All(
                keys.Take(1_500),
                await KeysAsync(journal, query with { Limit = 1_500 }).ConfigureAwait(false),
                "the first 1,500 keys"
            );
            keys.Reverse();
        }
    }

    private static async Task MeanwhileAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync(Entries(1_000, "before")).ConfigureAwait(false);
        List<string?> keys = [];

        await foreach (var entry in journal.ReadAsync(new JournalQuery()).ConfigureAwait(false))
        {
            if (keys.Count == 10)
                await journal.AppendAsync([Entry("meanwhile")]).ConfigureAwait(false);
            keys.Add(entry.Key);
        }

        Expect.All(Entries(1_000, "before").Select(entry => entry.Key), keys.Take(1_000), "the keys that were there");
        Expect.True(keys.Count <= 1_001, "what was appended meanwhile is read at most once");
    }

    private static async Task TwoHostsAsync(JournalTrial trial)
    {
        const int Appends = 20;
        var hosts = new[] { await trial.OpenAsync().ConfigureAwait(false), await trial.OpenAsync().ConfigureAwait(false) };
        var reader = await trial.OpenAsync().ConfigureAwait(false);
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        List<(long Sequence, string? Key)> written = [];
                        for (var number = 0; number < Appends; number++)
                        {
                            var result = await hosts[writer % 2].AppendAsync([Entry($"{writer}-{number}")]).ConfigureAwait(false);
                            written.Add((result.FirstSequence, $"{writer}-{number}"));
                        }

                        return written;
                    })
                )
        );

        List<(long Sequence, string? Key)> seen = [];
        for (var isDone = false; ; )
        {
            var query = new JournalQuery { AfterSequence = seen.LastOrDefault().Sequence };
            seen.AddRange((await ListAsync(reader, query).ConfigureAwait(false)).Select(entry => (entry.Sequence, entry.Key)));
            if (isDone)
                break;
            isDone = writing.IsCompleted;
        }

        Expect.All(
            (await writing.ConfigureAwait(false)).SelectMany(written => written).OrderBy(written => written.Sequence),
            seen,
            "what a third host saw, reading on after the highest sequence each time,"
        );
    }

    private static async Task UnfinishedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        JournalEntry Open(string? key) => Entry(key, JournalEntryKind.Intent) with { IsOpen = true };
        await journal.AppendAsync([Open("closed"), Open("open"), Open(null), Entry("never open")]).ConfigureAwait(false);
        await journal
            .AppendAsync([Entry("result", JournalEntryKind.ActionResult) with { Closes = "closed" }, Entry() with { Closes = "unknown" }])
            .ConfigureAwait(false);
        var query = new JournalQuery { Unfinished = true };

        Expect.All(["open", null], await KeysAsync(journal, query).ConfigureAwait(false), "the keys of what is unfinished");
        Expect.All(
            [new JournalCount(JournalEntryKind.Intent, "answered", 2)],
            await journal.CountAsync(query).ConfigureAwait(false),
            "the counts of what is unfinished"
        );
    }

    private static async Task ClocksAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        for (var number = 0; number < 5; number++)
            await journal.AppendAsync([Entry($"{number}") with { At = Time.AddDays(-number) }]).ConfigureAwait(false);

        Expect.All(["0", "1", "2", "3", "4"], await KeysAsync(journal).ConfigureAwait(false), "the keys");
        Expect.All(
            ["4", "3"],
            await KeysAsync(journal, new JournalQuery { NewestFirst = true, Limit = 2 }).ConfigureAwait(false),
            "the newest keys"
        );
    }

    private static async Task TimesAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        DateTimeOffset[] times =
        [
            Time.AddTicks(1),
            new(2026, 3, 1, 23, 59, 59, TimeSpan.FromHours(14)),
            new(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(-3.5)),
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.MinValue,
            DateTimeOffset.MaxValue,
        ];

        await journal.AppendAsync([.. times.Select(time => Entry() with { At = time })]).ConfigureAwait(false);

        Expect.All(times, (await ListAsync(journal).ConfigureAwait(false)).Select(entry => entry.At), "the times");
        var tick = new JournalQuery { From = Time.AddTicks(1), Before = Time.AddTicks(2) };
        Expect.Equal(1, (await ListAsync(journal, tick).ConfigureAwait(false)).Count, "the number of entries of one tick");
    }

    private static async Task TextsAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        foreach (var text in Texts)
        {
            var entry = new JournalEntry
            {
                At = Time,
                Kind = JournalEntryKind.Note,
                Tenant = text.Length == 0 ? null : text,
                IssueId = text,
                Key = text,
                Closes = text,
                RuleId = text,
                RulebookRevision = text,
                Label = text,
                Group = text,
                Content = text,
            };
            await journal.AppendAsync([entry]).ConfigureAwait(false);

            var query = new JournalQuery
            {
                IssueId = text,
                Case = new CaseReference(text, text),
                Keys = [text],
                RuleId = text,
                Groups = [text],
            };
            var read = await ListAsync(journal, query).ConfigureAwait(false);
            Expect.All([entry], read.Select(found => found with { Sequence = 0 }), $"what is read of the text '{text}'");
            Expect.All(
                [new JournalCount(JournalEntryKind.Note, text, 1)],
                await journal.CountAsync(query).ConfigureAwait(false),
                $"the counts of the text '{text}'"
            );
            Expect.Equal(text, (await journal.AppendAsync([entry]).ConfigureAwait(false)).ConflictingKey, "the key that is taken");
        }
    }

    private static async Task OddCharactersAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        foreach (var odd in new[] { '\0', '\uD83D', '\uDC69' })
        {
            var text = $"before {(int)odd:x} {odd}after{odd}";
            string[] kept = [text, text.Replace(odd, '\uFFFD')];
            var entry = new JournalEntry
            {
                At = Time,
                Kind = JournalEntryKind.Note,
                Tenant = text,
                IssueId = text,
                Key = text,
                RuleId = text,
                Label = text,
                Group = text,
                Content = text,
            };
            await journal.AppendAsync([entry with { IsOpen = true }, Entry($"other {(int)odd}")]).ConfigureAwait(false);

            var query = new JournalQuery
            {
                IssueId = text,
                Case = new CaseReference(text, text),
                Keys = [text],
                RuleId = text,
                Groups = [text],
                Unfinished = true,
            };
            var read = await ListAsync(journal, query).ConfigureAwait(false);
            Expect.Equal(1, read.Count, "the number of entries that are found");
            var found = read[0];
            foreach (var part in new[] { found.Tenant, found.IssueId, found.Key, found.RuleId, found.Label, found.Group, found.Content })
                Expect.True(kept.Contains(part), "a character that is none is kept, or U+FFFD stands in its place");
            Expect.True((await journal.AppendAsync([entry]).ConfigureAwait(false)).ConflictingKey is not null, "its key is taken");
            Expect.True(
                (await journal.AppendAsync([Entry(text + 1), Entry(text + 1)]).ConfigureAwait(false)).ConflictingKey is not null,
                "a key twice is refused"
            );
            await journal.AppendAsync([Entry($"result {(int)odd}") with { Closes = text }]).ConfigureAwait(false);
            Expect.Equal(
                0,
                (await ListAsync(journal, query).ConfigureAwait(false)).Count,
                "the number of those that are unfinished once it is closed"
            );
            await journal.SaveRulebookAsync(text, new byte[] { 1 }).ConfigureAwait(false);
            Expect.Equal(1, (await journal.FindRulebookAsync(text).ConfigureAwait(false))?.Length, "the length of the rulebook's archive");
        }
    }

    private static async Task LongAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var content = string.Concat(Enumerable.Range(0, 60_000).Select(number => $"{number:x6} 👋 ab "));

        await journal.AppendAsync([Entry() with { Content = content }]).ConfigureAwait(false);

        var read = (await ListAsync(journal).ConfigureAwait(false))[0].Content;
        Expect.True(content == read, $"a content of {content.Length} characters is whole; it has {read.Length}");
    }

    private static async Task TenantAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        await journal
            .AppendAsync([Entry("none"), Entry("empty") with { Tenant = "" }, Entry("other") with { Tenant = "other" }])
            .ConfigureAwait(false);

        foreach (var tenant in new[] { null, "" })
        {
            var query = new JournalQuery { Case = new CaseReference(tenant, "issue-1") };
            Expect.All(["none", "empty"], await KeysAsync(journal, query).ConfigureAwait(false), "the keys of the case without a tenant");
        }

        var tenants = (await ListAsync(journal).ConfigureAwait(false)).Select(entry => entry.Tenant);
        Expect.All(["", "", "other"], tenants.Select(tenant => tenant ?? ""), "the tenants");
    }

    private static async Task CancelledAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync(Entries(3, "read"), Change(0)).ConfigureAwait(false);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync().ConfigureAwait(false);

        await Expect
            .ThrowsAsync<OperationCanceledException>(
                async () =>
                {
                    await foreach (var entry in journal.ReadAsync(new JournalQuery(), cancelled.Token).ConfigureAwait(false))
                        Expect.True(entry is null, "nothing is read once it is cancelled");
                },
                "reading with a token that is cancelled"
            )
            .ConfigureAwait(false);
        await Expect
            .ThrowsAsync<OperationCanceledException>(
                async () =>
                {
                    await foreach (var record in journal.ReadCasesAsync(new CaseQuery(), cancelled.Token).ConfigureAwait(false))
                        Expect.True(record is null, "no case is read once it is cancelled");
                },
                "reading cases with a token that is cancelled"
            )
            .ConfigureAwait(false);
    }
}
