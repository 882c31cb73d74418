using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about leases.</summary>
internal static class LeaseChecks
{
    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("Lease_InForce_IsToldToAllHosts", InForceAsync),
        new("TakeUp_LeaseInForce_IsStale", RefusedAsync),
        new("TakeUp_LeaseLetGo_IsWritten", LetGoAsync),
        new("TakeUp_LeaseLapsed_IsWritten", LapsedAsync),
        new("TakeUp_ManyAtOnce_OneHasIt", ContestedAsync),
        new("Change_WithoutTakingUp_GoesOnUnderTheLease", GoesOnAsync),
        new("Renew_LeaseInForce_IsLonger", RenewedAsync),
        new("Renew_LeaseLapsedAndNotTakenUp_IsInForceAgain", RenewedLateAsync),
        new("Renew_OtherVersionOrCase_IsRefused", RenewRefusedAsync),
        new("Renew_CaseOtherwise_IsUnchanged", RenewUnchangedAsync),
        new("Renew_AmongManyChanges_ConcernsNobodyElse", RenewAmongManyAsync),
    ];

    private static async Task InForceAsync(JournalTrial trial)
    {
        var host = await trial.OpenAsync().ConfigureAwait(false);
        var other = await trial.OpenAsync().ConfigureAwait(false);

        await host.AppendAsync([], Change(0) with { Lease = trial.Unit * 5 }).ConfigureAwait(false);

        Expect.True((await other.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased, "another host finds the case leased");
        Expect.True((await CasesAsync(other).ConfigureAwait(false))[0].IsLeased, "another host reads the case as leased");
        await trial.PassAsync(trial.Unit * 6).ConfigureAwait(false);
        Expect.True(!(await other.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased, "the case is not leased once the time has passed");
    }

    private static async Task RefusedAsync(JournalTrial trial)
    {
        var host = await trial.OpenAsync().ConfigureAwait(false);
        var other = await trial.OpenAsync().ConfigureAwait(false);
        await host.AppendAsync([], Change(0) with { Lease = trial.Unit * 100 }).ConfigureAwait(false);

        foreach (var journal in new[] { other, host })
        {
            var result = await journal
                .AppendAsync([Entry("never")], Change(1) with { TakesUp = true, Lease = trial.Unit })
                .ConfigureAwait(false);
            Expect.Equal(new AppendResult(0, IsStale: true), result, "the result of taking up what is leased");
        }

        Expect.All([], await KeysAsync(host).ConfigureAwait(false), "the keys");
        Expect.Equal(1, (await host.FindCaseAsync(Case).ConfigureAwait(false))?.Version, "the version");
    }

    private static async Task LetGoAsync(JournalTrial trial)
    {
        var host = await trial.OpenAsync().ConfigureAwait(false);
        var other = await trial.OpenAsync().ConfigureAwait(false);
        await host.AppendAsync([], Change(0) with { Lease = trial.Unit * 100 }).ConfigureAwait(false);

        await host.AppendAsync([], Change(1)).ConfigureAwait(false);

        Expect.True(!(await host.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased, "a change without a lease lets it go");
        Expect.True(
            (await other.AppendAsync([], Change(2) with { TakesUp = true }).ConfigureAwait(false)).Written,
            "another host takes it up"
        );
    }

    private static async Task LapsedAsync(JournalTrial trial)
    {
        var host = await trial.OpenAsync().ConfigureAwait(false);
        var other = await trial.OpenAsync().ConfigureAwait(false);
        await host.AppendAsync([], Change(0) with { Lease = trial.Unit * 5 }).ConfigureAwait(false);

        Expect.True(
            (await other.AppendAsync([], Change(1) with { TakesUp = true }).ConfigureAwait(false)).IsStale,
            "nobody takes it up at first"
        );
        await trial.PassAsync(trial.Unit * 6).ConfigureAwait(false);

        Expect.True(
            (await other.AppendAsync([], Change(1) with { TakesUp = true, Lease = trial.Unit * 100 }).ConfigureAwait(false)).Written,
            "another host takes it up once the time has passed"
        );
        Expect.True(
            (await host.FindCaseAsync(Case).ConfigureAwait(false)) is { Version: 2, IsLeased: true },
            "the case has the other's lease"
        );
    }

    private static async Task ContestedAsync(JournalTrial trial)
    {
        var hosts = new[] { await trial.OpenAsync().ConfigureAwait(false), await trial.OpenAsync().ConfigureAwait(false) };
        await hosts[0].AppendAsync([], Change(0)).ConfigureAwait(false);

        var results = await AllAtOnceAsync(writer =>
                hosts[writer % 2].AppendAsync([Entry($"{writer}")], Change(1) with { TakesUp = true, Lease = trial.Unit * 100 })
            )
            .ConfigureAwait(false);

        Expect.Equal(1, results.Count(result => result.Written), "the number of those who took it up");
        Expect.Equal(1, (await ListAsync(hosts[0]).ConfigureAwait(false)).Count, "the number of entries");
    }

    private static async Task GoesOnAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        for (var version = 0; version < 3; version++)
        {
            var result = await journal
                .AppendAsync([Entry($"{version}")], Change(version) with { Lease = trial.Unit * 100 })
                .ConfigureAwait(false);
            Expect.True(result.Written, "who knows the version goes on, leased or not");
        }
    }

    private static async Task RenewedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([], Change(0) with { Lease = trial.Unit * 2 }).ConfigureAwait(false);

        Expect.True(await journal.RenewAsync(Case, 1, trial.Unit * 100).ConfigureAwait(false), "the lease is renewed");
        await trial.PassAsync(trial.Unit * 3).ConfigureAwait(false);

        Expect.True(
            (await journal.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased,
            "the lease is in force when the first would have lapsed"
        );
    }

    private static async Task RenewedLateAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([], Change(0) with { Lease = trial.Unit }).ConfigureAwait(false);
        await trial.PassAsync(trial.Unit * 2).ConfigureAwait(false);

        Expect.True(await journal.RenewAsync(Case, 1, trial.Unit * 100).ConfigureAwait(false), "what nobody else took up is renewed");

        Expect.True((await journal.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased, "the lease is in force");
    }

    private static async Task RenewRefusedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([], Change(0)).ConfigureAwait(false);
        await journal.AppendAsync([], Change(1)).ConfigureAwait(false);

        foreach (var version in new[] { 0L, 1, 3 })
            Expect.True(
                !await journal.RenewAsync(Case, version, trial.Unit * 100).ConfigureAwait(false),
                $"the lease of version {version} is not renewed"
            );
        Expect.True(
            !await journal.RenewAsync(new CaseReference(null, "none"), 1, trial.Unit).ConfigureAwait(false),
            "the lease of no case is not renewed"
        );
        Expect.True(!(await journal.FindCaseAsync(Case).ConfigureAwait(false))!.IsLeased, "the case is not leased");
        Expect.Equal(1, (await CasesAsync(journal).ConfigureAwait(false)).Count, "the number of cases");
    }

    private static async Task RenewUnchangedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var record = Record() with
        {
            Owner = CaseOwner.Team,
            Team = "team",
            Due = Time,
            DueFor = "reminder",
            Calendar = "weekdays",
            RequesterKey = "key",
            Content = "1",
        };
        await journal.AppendAsync([], new CaseChange { Case = record, ExpectedVersion = 0 }).ConfigureAwait(false);

        await journal.RenewAsync(Case, 1, trial.Unit * 100).ConfigureAwait(false);

        Expect.Equal(record with { Version = 1, IsLeased = true }, await journal.FindCaseAsync(Case).ConfigureAwait(false), "the case");
        Expect.All([], await KeysAsync(journal).ConfigureAwait(false), "the keys");
    }

    private static async Task RenewAmongManyAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await AllAtOnceAsync(writer => journal.AppendAsync([], Change(0, new CaseReference(null, $"{writer}")) with { Lease = trial.Unit }))
            .ConfigureAwait(false);

        var results = await AllAtOnceAsync(async writer =>
                (writer % 3) switch
                {
                    0 => await journal.RenewAsync(new CaseReference(null, $"{writer}"), 1, trial.Unit * 100).ConfigureAwait(false),
                    1 => (await journal.AppendAsync([Entry($"{writer}")], Change(1, new(null, $"{writer}"))).ConfigureAwait(false)).Written,
                    _ => !await journal.RenewAsync(new CaseReference(null, $"{writer}"), 2, trial.Unit * 100).ConfigureAwait(false),
                }
            )
            .ConfigureAwait(false);

        Expect.True(results.All(holds => holds), "renewals and changes of other cases are as if each were alone");
        await trial.PassAsync(trial.Unit * 2).ConfigureAwait(false);
        foreach (var record in await CasesAsync(journal).ConfigureAwait(false))
        {
            var writer = int.Parse(record.Reference.IssueId, System.Globalization.CultureInfo.InvariantCulture);
            Expect.Equal(writer % 3 == 0, record.IsLeased, $"whether case {writer} is leased");
            Expect.Equal(writer % 3 == 1 ? 2 : 1, record.Version, $"the version of case {writer}");
        }
    }
}
