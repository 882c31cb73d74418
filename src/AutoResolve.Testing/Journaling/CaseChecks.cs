using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about the one row of each case.</summary>
internal static class CaseChecks
{
    private static readonly string[] Texts =
    [
        "'; DROP TABLE cases; --",
        "👩‍👩‍👧‍👦 Zoë, ελληνικά, עברית, 日本語 \u202E",
        " \t\r\n \u00A0",
        new string('x', 100_000),
    ];

    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("Case_EveryMember_IsKept", EveryMemberAsync),
        new("Case_Changed_HasOnlyWhatTheChangeSays", ChangedAsync),
        new("Case_Unknown_IsNotFound", UnknownAsync),
        new("Case_AnyText_IsKept", TextAsync),
        new("Case_CharacterThatIsNone_IsKeptOrReplacedAndFound", OddCharactersAsync),
        new("Case_NoTenantAndAnEmptyOne_AreTheSame", TenantAsync),
        new("Change_OtherVersion_IsStaleAndNothingIsWritten", StaleAsync),
        new("Change_KeyTaken_LeavesTheCaseAsItIs", TakenAsync),
        new("Change_KeyTwice_LeavesTheCaseAsItIs", TwiceAsync),
        new("Change_ManyAtOnceOfOneCase_OneWinsEachVersion", ContestedAsync),
        new("Change_TwoHostsOfOneCase_OneWinsEachVersion", TwoHostsAsync),
        new("Change_ManyCasesAtOnce_AllAreWrittenWithTheirEntries", ManyCasesAsync),
        new("Change_HostThatLostTheCase_WritesNothing", FencedAsync),
    ];

    private static async Task EveryMemberAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var record = new CaseRecord
        {
            Reference = Case,
            Version = 77,
            Owner = CaseOwner.Customer,
            Team = "payments",
            Due = Time.AddTicks(7).ToOffset(TimeSpan.FromHours(5)),
            DueFor = "reminder",
            Calendar = "weekdays",
            RequesterKey = "0123456789abcdef",
            IsLeased = true,
            Content = """{"a":1}""",
        };

        var result = await journal
            .AppendAsync([Entry("a") with { Tenant = "tenant" }], new CaseChange { Case = record, ExpectedVersion = 0 })
            .ConfigureAwait(false);

        Expect.True(result is { Written: true, FirstSequence: > 0 }, "the entry and the case are written");
        Expect.Equal(
            record with
            {
                Version = 1,
                IsLeased = false,
            },
            await journal.FindCaseAsync(Case).ConfigureAwait(false),
            "the case, whose version is one more than the one before,"
        );
        Expect.All(["a"], await KeysAsync(journal).ConfigureAwait(false), "the keys");
    }

    private static async Task ChangedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var full = Record() with
        {
            Team = "team",
            Due = Time,
            DueFor = "reminder",
            Calendar = "weekdays",
            RequesterKey = "key",
            Content = "1",
        };
        await journal
            .AppendAsync(
                [],
                new CaseChange
                {
                    Case = full,
                    ExpectedVersion = 0,
                    Lease = trial.Unit * 10,
                }
            )
            .ConfigureAwait(false);

        var plain = new CaseRecord { Reference = Case, Owner = CaseOwner.Nobody };
        var result = await journal.AppendAsync([], new CaseChange { Case = plain, ExpectedVersion = 1 }).ConfigureAwait(false);

        Expect.True(result.Written, "a change without entries is written");
        Expect.Equal(plain with { Version = 2 }, await journal.FindCaseAsync(Case).ConfigureAwait(false), "the case");
    }

    private static async Task UnknownAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([], Change(0)).ConfigureAwait(false);

        CaseReference[] others =
        [
            new(null, "case-1"),
            new("Tenant", "case-1"),
            new("tenant", "Case-1"),
            new("tenant", "case-1 "),
            new("case-1", "tenant"),
        ];
        foreach (var other in others)
            Expect.Equal(null, await journal.FindCaseAsync(other).ConfigureAwait(false), $"the case '{other}'");
    }

    private static async Task TextAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        foreach (var text in Texts)
        {
            var reference = new CaseReference(text.Length > 256 ? text[..256] : text, text.Length > 256 ? text[..256] : text);
            var record = Record(reference) with
            {
                Team = text,
                DueFor = text,
                Calendar = text,
                RequesterKey = text.Length > 256 ? null : text,
                Content = text,
            };

            await journal.AppendAsync([], new CaseChange { Case = record, ExpectedVersion = 0 }).ConfigureAwait(false);

            Expect.Equal(record with { Version = 1 }, await journal.FindCaseAsync(reference).ConfigureAwait(false), "the case");
            Expect.True((await journal.AppendAsync([], Change(1, reference)).ConfigureAwait(false)).Written, "the case is changed");
        }
    }

    private static async Task OddCharactersAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        foreach (var odd in new[] { '\0', '\uD83D', '\uDC69' })
        {
            var text = $"{(int)odd:x} {odd}after{odd}";
            var reference = new CaseReference(text, text);
            await journal
                .AppendAsync(
                    [],
                    new CaseChange { Case = Record(reference) with { RequesterKey = text, Content = text }, ExpectedVersion = 0 }
                )
                .ConfigureAwait(false);

            var found = Expect.There(await journal.FindCaseAsync(reference).ConfigureAwait(false), "the case");
            Expect.True(
                found.Content == text || found.Content == text.Replace(odd, '\uFFFD'),
                "a character that is none is kept, or U+FFFD stands in its place"
            );
            Expect.Equal(
                1,
                (await CasesAsync(journal, new CaseQuery { RequesterKey = text }).ConfigureAwait(false)).Count,
                "the number of cases of the requester"
            );
            Expect.True((await journal.AppendAsync([], Change(0, reference)).ConfigureAwait(false)).IsStale, "the case is there already");
            Expect.True(await journal.RenewAsync(reference, 1, trial.Unit).ConfigureAwait(false), "its lease is renewed");
        }
    }

    private static async Task TenantAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        await journal.AppendAsync([], Change(0, new CaseReference("", "case"))).ConfigureAwait(false);

        Expect.Equal(
            1,
            (await journal.FindCaseAsync(new CaseReference(null, "case")).ConfigureAwait(false))?.Version,
            "the version of the case without a tenant"
        );
        Expect.True(
            (await journal.AppendAsync([], Change(0, new CaseReference(null, "case"))).ConfigureAwait(false)).IsStale,
            "the case is there already"
        );
    }

    private static async Task StaleAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        async Task<AppendResult> WriteAsync(long expected, string key) =>
            await journal.AppendAsync([Entry(key)], Change(expected)).ConfigureAwait(false);

        Expect.Equal(
            new AppendResult(0, IsStale: true),
            await WriteAsync(1, "too early").ConfigureAwait(false),
            "the result where there is no case yet"
        );
        Expect.True((await WriteAsync(0, "a").ConfigureAwait(false)).Written, "a new case is written");
        Expect.Equal(
            new AppendResult(0, IsStale: true),
            await WriteAsync(0, "b").ConfigureAwait(false),
            "the result where the case is not new"
        );
        Expect.Equal(
            new AppendResult(0, IsStale: true),
            await WriteAsync(2, "c").ConfigureAwait(false),
            "the result for a version that is not yet"
        );
        Expect.True((await WriteAsync(1, "d").ConfigureAwait(false)).Written, "the version that it has is changed");
        Expect.Equal(
            new AppendResult(0, IsStale: true),
            await WriteAsync(1, "e").ConfigureAwait(false),
            "the result for a version that was"
        );
        Expect.All(["a", "d"], await KeysAsync(journal).ConfigureAwait(false), "the keys");
        Expect.Equal(2, (await journal.FindCaseAsync(Case).ConfigureAwait(false))?.Version, "the version");
        Expect.True((await WriteAsync(2, "e").ConfigureAwait(false)).Written, "the key of what was stale is free still");
    }

    private static async Task TakenAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([Entry("taken")]).ConfigureAwait(false);
        async Task<AppendResult> WriteAsync(long expected, params string[] keys) =>
            await journal.AppendAsync([.. keys.Select(key => Entry(key))], Change(expected)).ConfigureAwait(false);

        Expect.Equal(new AppendResult(0, "taken"), await WriteAsync(0, "free", "taken").ConfigureAwait(false), "the result for a new case");
        Expect.Equal(null, await journal.FindCaseAsync(Case).ConfigureAwait(false), "the case");
        Expect.True((await WriteAsync(0, "free").ConfigureAwait(false)).Written, "the case is written with other keys");
        Expect.Equal(
            new AppendResult(0, "taken"),
            await WriteAsync(1, "free too", "taken").ConfigureAwait(false),
            "the result for a known case"
        );
        Expect.Equal(1, (await journal.FindCaseAsync(Case).ConfigureAwait(false))?.Version, "the version");
        Expect.All(["taken", "free"], await KeysAsync(journal).ConfigureAwait(false), "the keys");
    }

    private static async Task TwiceAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        Expect.Equal(
            new AppendResult(0, "twice"),
            await journal.AppendAsync([Entry("twice"), Entry("twice")], Change(0)).ConfigureAwait(false),
            "the result"
        );
        Expect.Equal(null, await journal.FindCaseAsync(Case).ConfigureAwait(false), "the case");
    }

    private static async Task ContestedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await ContestAsync(_ => journal, journal).ConfigureAwait(false);
    }

    private static async Task TwoHostsAsync(JournalTrial trial)
    {
        var hosts = new[] { await trial.OpenAsync().ConfigureAwait(false), await trial.OpenAsync().ConfigureAwait(false) };
        await ContestAsync(writer => hosts[writer % 2], hosts[0]).ConfigureAwait(false);
    }

    private static async Task ContestAsync(Func<int, IJournal> hostOf, IJournal reader)
    {
        const int Versions = 5;
        for (var version = 0; version < Versions; version++)
        {
            var results = await AllAtOnceAsync(writer =>
                    hostOf(writer)
                        .AppendAsync(
                            [Entry($"{version}-{writer}")],
                            Change(version) with
                            {
                                Case = Record() with { Content = $"{writer}" },
                            }
                        )
                )
                .ConfigureAwait(false);

            List<int> winners = [.. Enumerable.Range(0, Writers).Where(writer => results[writer].Written)];
            Expect.Equal(1, winners.Count, $"the number of those who changed version {version}");
            Expect.True(
                results.All(result => result.Written || result == new AppendResult(0, IsStale: true)),
                "all others are told that they are stale"
            );
            Expect.Equal($"{winners[0]}", (await reader.FindCaseAsync(Case).ConfigureAwait(false))?.Content, "what the case holds");
            Expect.Equal($"{version}-{winners[0]}", (await KeysAsync(reader).ConfigureAwait(false))[^1], "the last key");
        }

        Expect.Equal(Versions, (await ListAsync(reader).ConfigureAwait(false)).Count, "the number of entries");
    }

    private static async Task ManyCasesAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var results = await AllAtOnceAsync(async writer =>
            {
                var reference = new CaseReference(writer % 2 == 0 ? null : "tenant", $"case-{writer / 2}");
                JournalEntry Of(string key) => Entry($"{key}-{writer}") with { Tenant = reference.Tenant, IssueId = reference.IssueId };
                var first = await journal.AppendAsync([Of("a"), Of("b")], Change(0, reference)).ConfigureAwait(false);
                var stale = await journal.AppendAsync([Of("never")], Change(0, reference)).ConfigureAwait(false);
                var second = await journal.AppendAsync([Of("c")], Change(1, reference)).ConfigureAwait(false);
                var keys = await KeysAsync(journal, new JournalQuery { Case = reference }).ConfigureAwait(false);
                return first.Written
                    && stale.IsStale
                    && second.Written
                    && keys.SequenceEqual([$"a-{writer}", $"b-{writer}", $"c-{writer}"]);
            })
            .ConfigureAwait(false);

        Expect.True(results.All(holds => holds), "each case has the entries of those changes that were not stale, and no other's");
        Expect.True((await CasesAsync(journal).ConfigureAwait(false)).All(record => record.Version == 2), "each case was changed twice");
        Expect.Equal(Writers, (await CasesAsync(journal).ConfigureAwait(false)).Count, "the number of cases");
    }

    private static async Task FencedAsync(JournalTrial trial)
    {
        var slow = await trial.OpenAsync().ConfigureAwait(false);
        var other = await trial.OpenAsync().ConfigureAwait(false);
        await slow.AppendAsync([Entry("begun")], Change(0) with { Lease = trial.Unit }).ConfigureAwait(false);
        await trial.PassAsync(trial.Unit * 2).ConfigureAwait(false);

        var taken = await other
            .AppendAsync([Entry("taken up")], Change(1) with { TakesUp = true, Lease = trial.Unit * 100 })
            .ConfigureAwait(false);

        Expect.True(taken.Written, "a case whose lease has lapsed is taken up");
        Expect.True(
            (await slow.AppendAsync([Entry("late")], Change(1)).ConfigureAwait(false)).IsStale,
            "what the host that lost it writes is stale"
        );
        Expect.True(!await slow.RenewAsync(Case, 1, trial.Unit).ConfigureAwait(false), "it cannot renew the lease");
        Expect.All(["begun", "taken up"], await KeysAsync(other).ConfigureAwait(false), "the keys");
        Expect.Equal(2, (await other.FindCaseAsync(Case).ConfigureAwait(false))?.Version, "the version");
    }
}
