using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about queries of cases.</summary>
internal static class CaseQueryChecks
{
    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("ReadCases_All_AreInTheOrderOfTenantAndId", OrderAsync),
        new("ReadCases_MoreThanAPage_FindsAllAndGoesOnAfterAny", PagesAsync),
        new("ReadCases_EachMemberOfAQuery_FindsWhatAPlainSearchFinds", MembersAsync),
        new("ReadCases_OfATeamAnOrganisationOrOpen_FindsWhatAPlainSearchFinds", FindersAsync),
        new("ReadCases_WhileTheyChange_FindsEachAtMostOnce", MeanwhileAsync),
    ];

    private static async Task OrderAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        string?[] tenants = [null, "A", "a", "a b", "b", "é"];
        string[] issues = ["", "1", "10", "2", "a", "é", "😀"];
        List<CaseReference> references = [.. tenants.SelectMany(tenant => issues.Select(issue => new CaseReference(tenant, issue)))];
        foreach (var reference in references.AsEnumerable().Reverse())
            await journal.AppendAsync([], Change(0, reference)).ConfigureAwait(false);

        Expect.All(references, (await CasesAsync(journal).ConfigureAwait(false)).Select(record => record.Reference), "the cases");
        for (var place = 0; place < references.Count; place++)
        {
            var query = new CaseQuery { After = references[place], Limit = 3 };
            Expect.All(
                references.Skip(place + 1).Take(3),
                (await CasesAsync(journal, query).ConfigureAwait(false)).Select(record => record.Reference),
                $"three cases after '{references[place]}'"
            );
        }
    }

    private static async Task PagesAsync(JournalTrial trial)
    {
        const int Count = 2_100;
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        CaseReference Of(int number) => new("tenant", $"{number:0000}");
        CaseChange Change(int number) =>
            new()
            {
                Case = Record(Of(number)) with { Due = Time, RequesterKey = "same" },
                ExpectedVersion = 0,
                Lease = TimeSpan.Zero,
            };
        var changes = Enumerable.Range(0, Count).Select(number => journal.AppendAsync([], Change(number)).AsTask());
        await Task.WhenAll(changes).ConfigureAwait(false);
        List<CaseReference> all = [.. Enumerable.Range(0, Count).Select(Of)];

        CaseQuery[] queries =
        [
            new(),
            new() { Owner = CaseOwner.Automation },
            new() { IsLapsed = true },
            new() { DueUntil = Time },
            new() { RequesterKey = "same" },
            new() { IsOpen = true },
            new() { Tenant = "tenant" },
        ];
        foreach (var query in queries)
        {
            Expect.All(
                all,
                (await CasesAsync(journal, query).ConfigureAwait(false)).Select(record => record.Reference),
                $"the cases for {query}"
            );
            var after = query with { After = Of(1_050), Limit = 1_040 };
            Expect.All(
                all.Skip(1_051).Take(1_040),
                (await CasesAsync(journal, after).ConfigureAwait(false)).Select(record => record.Reference),
                $"the cases for {after}"
            );
        }

        Expect.Equal(
            0,
            (await CasesAsync(journal, new CaseQuery { Limit = 0 }).ConfigureAwait(false)).Count,
            "the number of cases where none is asked for"
        );
    }

    private static async Task MembersAsync(JournalTrial trial)
    {
        const int Count = 96;
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        List<(CaseRecord Record, int Lease)> cases = [];
        for (var place = 0; place < Count; place++)
        {
            var record = Record(new CaseReference(place % 2 == 0 ? null : "tenant", $"{place:00}")) with
            {
                Version = 1,
                Owner = (CaseOwner)(place % 4),
                Due = place % 3 == 0 ? null : Time.AddTicks(place % 5).ToOffset(TimeSpan.FromHours(place % 7)),
                RequesterKey = place % 5 == 0 ? null : $"requester-{place % 2}",
            };

            // None, one that lapses, one that does not.
            var lease = (place / 4) % 3;
            TimeSpan? length = lease switch
            {
                0 => null,
                1 => trial.Unit * 2,
                _ => trial.Unit * 1_000,
            };
            cases.Add((record, lease));
            await journal
                .AppendAsync(
                    [],
                    new CaseChange
                    {
                        Case = record,
                        ExpectedVersion = 0,
                        Lease = length,
                    }
                )
                .ConfigureAwait(false);
        }

        await trial.PassAsync(trial.Unit * 3).ConfigureAwait(false);
        DateTimeOffset?[] dues = [null, Time.AddTicks(-1), Time.AddTicks(2).ToOffset(TimeSpan.FromHours(-3)), Time.AddDays(1)];
        foreach (var owner in (CaseOwner?[])[null, CaseOwner.Automation, CaseOwner.Customer, CaseOwner.Team, CaseOwner.Nobody])
        {
            foreach (var due in dues)
            {
                foreach (var requester in (string?[])[null, "requester-0", "requester-2"])
                {
                    foreach (var isLapsed in new[] { false, true })
                    {
                        var query = new CaseQuery
                        {
                            Owner = owner,
                            DueUntil = due,
                            RequesterKey = requester,
                            IsLapsed = isLapsed,
                        };
                        var expected = cases
                            .Where(known => owner is null || known.Record.Owner == owner)
                            .Where(known => due is null || (known.Record.Due <= due && known.Lease != 2))
                            .Where(known => requester is null || known.Record.RequesterKey == requester)
                            .Where(known => !isLapsed || known.Lease == 1)
                            .Select(known => known.Record with { IsLeased = known.Lease == 2 })
                            .OrderBy(record => record.Reference.Tenant ?? "", StringComparer.Ordinal)
                            .ThenBy(record => record.Reference.IssueId, StringComparer.Ordinal);
                        Expect.All(expected, await CasesAsync(journal, query).ConfigureAwait(false), $"the cases for {query}");
                    }
                }
            }
        }
    }

    private static async Task FindersAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        List<CaseRecord> cases = [];
        for (var place = 0; place < 48; place++)
        {
            var record = Record(new CaseReference(place % 3 == 0 ? null : $"tenant {place % 3}", $"{place:00}")) with
            {
                Version = 1,
                Owner = (CaseOwner)(place % 4),
                Team = (place % 8) switch
                {
                    2 => "accounts",
                    6 => "Accounts",
                    _ => null,
                },
            };
            cases.Add(record);
            await journal.AppendAsync([], new CaseChange { Case = record, ExpectedVersion = 0 }).ConfigureAwait(false);
        }

        foreach (var isOpen in new[] { false, true })
        {
            foreach (var owner in (CaseOwner?[])[null, CaseOwner.Team, CaseOwner.Nobody])
            {
                foreach (var team in (string?[])[null, "accounts", "none"])
                {
                    foreach (var tenant in (string?[])[null, "", "tenant 1", "tenant"])
                    {
                        var query = new CaseQuery
                        {
                            IsOpen = isOpen,
                            Owner = owner,
                            Team = team,
                            Tenant = tenant,
                        };
                        var expected = cases
                            .Where(known => !isOpen || known.Owner != CaseOwner.Nobody)
                            .Where(known => owner is null || known.Owner == owner)
                            .Where(known => team is null || known.Team == team)
                            .Where(known => tenant is null || (known.Reference.Tenant ?? "") == tenant)
                            .OrderBy(record => record.Reference.Tenant ?? "", StringComparer.Ordinal)
                            .ThenBy(record => record.Reference.IssueId, StringComparer.Ordinal);
                        Expect.All(expected, await CasesAsync(journal, query).ConfigureAwait(false), $"the cases for {query}");
                    }
                }
            }
        }
    }

    private static async Task MeanwhileAsync(JournalTrial trial)
    {
        const int Count = 1_200;
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        CaseReference Of(int number) => new(null, $"{number:0000}");
        await Task.WhenAll(Enumerable.Range(0, Count).Select(number => journal.AppendAsync([], Change(0, Of(number))).AsTask()))
            .ConfigureAwait(false);
        List<CaseReference> seen = [];

        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { Owner = CaseOwner.Automation }).ConfigureAwait(false))
        {
            seen.Add(record.Reference);
            if (seen.Count == 10)
            {
                var closed = new CaseChange { Case = Record(Of(1_100)) with { Owner = CaseOwner.Nobody }, ExpectedVersion = 1 };
                await journal.AppendAsync([], closed).ConfigureAwait(false);
                await journal.AppendAsync([], Change(1, Of(5))).ConfigureAwait(false);
            }
        }

        var unchanged = Enumerable.Range(0, Count).Where(number => number != 1_100).Select(Of);
        Expect.All(unchanged, seen.Where(reference => reference != Of(1_100)), "the cases that have that owner all the time");
        Expect.True(seen.Count(reference => reference == Of(1_100)) <= 1, "a case that changes meanwhile is read at most once");
    }
}
