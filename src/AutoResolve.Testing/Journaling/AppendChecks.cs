using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about appending entries.</summary>
internal static class AppendChecks
{
    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("Open_TwoHosts_HaveTheSameSecret", OpenAsync),
        new("Append_OneAfterTheOther_SequencesAscend", AscendAsync),
        new("Append_ManyEntries_StandInTheirOrder", ManyAsync),
        new("Append_NeitherEntriesNorAChange_IsAnError", NothingAsync),
        new("Append_TakenKey_WritesNothingAndNamesIt", TakenAsync),
        new("Append_SameKeyTwiceInOneAppend_WritesNothingAndNamesIt", TwiceAsync),
        new("Append_KeysThatDifferInCaseOrSpace_AreDifferent", DifferentAsync),
        new("Append_WithoutKeys_AreNeverTaken", WithoutKeysAsync),
        new("Append_SameKeyFromManyAtOnce_ExactlyOneWins", ContestedAsync),
        new("Append_SameKeyFromTwoHosts_ExactlyOneWins", TwoHostsAsync),
        new("Append_FromManyAtOnce_AllStandWhereTheResultSays", PlacesAsync),
        new("Append_SomeKeysTakenAmongMany_OnlyThoseAreRefused", SomeTakenAsync),
        new("Append_WhatTheStoreMayNotHoldAmongMany_NobodyElseFails", TooLongAsync),
        new("Append_CharactersThatAreNoneAmongMany_NobodyElseFails", OddCharactersAsync),
        new("Append_CancelledBefore_WritesNothing", CancelledAsync),
        new("Append_CancelledMeanwhile_IsWholeOrAbsentAndEnds", CancelledMeanwhileAsync),
    ];

    private static async Task OpenAsync(JournalTrial trial)
    {
        var one = await (await trial.OpenAsync().ConfigureAwait(false)).OpenAsync().ConfigureAwait(false);
        var other = await (await trial.OpenAsync().ConfigureAwait(false)).OpenAsync().ConfigureAwait(false);

        Expect.Equal(one.Current.Id, other.Current.Id, "the id of the second host's secret");
        Expect.Equal(one.Current.Fingerprint, other.Current.Fingerprint, "the fingerprint of the second host's secret");
    }

    private static async Task AscendAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var first = await journal.AppendAsync([Entry("a")]).ConfigureAwait(false);
        var second = await journal.AppendAsync([Entry("b"), Entry("c")]).ConfigureAwait(false);
        var third = await journal.AppendAsync([Entry("d")]).ConfigureAwait(false);

        Expect.True(first.Written && second.Written && third.Written, "all is written");
        Expect.True(first.FirstSequence > 0, "sequences are above 0");
        Expect.True(first.FirstSequence < second.FirstSequence && second.FirstSequence < third.FirstSequence, "sequences ascend");
        Expect.All(["a", "b", "c", "d"], await KeysAsync(journal).ConfigureAwait(false), "the keys, in the order of writing,");
    }

    private static async Task ManyAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        var entries = Entries(2_500, "many");

        var result = await journal.AppendAsync(entries).ConfigureAwait(false);

        var read = await ListAsync(journal).ConfigureAwait(false);
        Expect.All(entries, read.Select(entry => entry with { Sequence = 0 }), "the entries, without their sequences,");
        Expect.Equal(result.FirstSequence, read[0].Sequence, "the sequence of the first entry");
        Expect.True(read.Zip(read.Skip(1)).All(pair => pair.First.Sequence < pair.Second.Sequence), "their sequences ascend");
    }

    private static async Task NothingAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        await Expect
            .ThrowsAsync<ArgumentException>(async () => await journal.AppendAsync([]).ConfigureAwait(false), "appending nothing")
            .ConfigureAwait(false);
    }

    private static async Task TakenAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([Entry("taken")]).ConfigureAwait(false);

        var result = await journal.AppendAsync([Entry("before"), Entry("taken"), Entry("after")]).ConfigureAwait(false);

        Expect.Equal(new AppendResult(0, "taken"), result, "the result");
        Expect.All(["taken"], await KeysAsync(journal).ConfigureAwait(false), "the keys");
        Expect.True((await journal.AppendAsync([Entry("before")]).ConfigureAwait(false)).Written, "the other keys are free still");
    }

    private static async Task TwiceAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var result = await journal.AppendAsync([Entry("once"), Entry("twice"), Entry(), Entry("twice")]).ConfigureAwait(false);

        Expect.Equal(new AppendResult(0, "twice"), result, "the result");
        Expect.All([], await KeysAsync(journal).ConfigureAwait(false), "the keys");
    }

    private static async Task DifferentAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        foreach (var key in (string[])["key", "Key", "key ", " key", ""])
            Expect.True((await journal.AppendAsync([Entry(key)]).ConfigureAwait(false)).Written, $"the key '{key}' is free");
    }

    private static async Task WithoutKeysAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        await journal.AppendAsync([Entry(), Entry()]).ConfigureAwait(false);

        Expect.True((await journal.AppendAsync([Entry()]).ConfigureAwait(false)).Written, "an entry without a key is written");
        Expect.All([null, null, null], await KeysAsync(journal).ConfigureAwait(false), "the keys");
    }

    private static async Task ContestedAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var results = await AllAtOnceAsync(writer =>
                journal.AppendAsync([Entry("contested") with { Label = $"{writer}" }, Entry($"own-{writer}")])
            )
            .ConfigureAwait(false);

        List<int> winners = [.. Enumerable.Range(0, Writers).Where(writer => results[writer].Written)];
        Expect.Equal(1, winners.Count, "the number of those who wrote");
        Expect.True(
            results.Where(result => !result.Written).All(result => result == new AppendResult(0, "contested")),
            "all others are told the key that is taken"
        );
        var read = await ListAsync(journal).ConfigureAwait(false);
        Expect.All(["contested", $"own-{winners[0]}"], read.Select(entry => entry.Key), "the keys");
        Expect.Equal($"{winners[0]}", read[0].Label, "what is written");
        Expect.Equal(results[winners[0]].FirstSequence, read[0].Sequence, "where it stands");
    }

    private static async Task TwoHostsAsync(JournalTrial trial)
    {
        var hosts = new[] { await trial.OpenAsync().ConfigureAwait(false), await trial.OpenAsync().ConfigureAwait(false) };

        var results = await AllAtOnceAsync(writer => hosts[writer % 2].AppendAsync([Entry($"contested-{writer / 2}")]))
            .ConfigureAwait(false);

        for (var pair = 0; pair < Writers; pair += 2)
            Expect.True(results[pair].Written != results[pair + 1].Written, "one of two hosts writes");
        Expect.Equal(Writers / 2, (await ListAsync(hosts[0]).ConfigureAwait(false)).Count, "the number of entries");
    }

    private static async Task PlacesAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var results = await AllAtOnceAsync(writer => journal.AppendAsync(Entries((writer % 3) + 1, $"writer-{writer}")))
            .ConfigureAwait(false);

        var read = await ListAsync(journal).ConfigureAwait(false);
        Expect.Equal(Enumerable.Range(0, Writers).Sum(writer => (writer % 3) + 1), read.Count, "the number of entries");
        for (var writer = 0; writer < Writers; writer++)
        {
            var own = read.SkipWhile(entry => entry.Sequence != results[writer].FirstSequence).Take((writer % 3) + 1);
            Expect.All(
                Entries((writer % 3) + 1, $"writer-{writer}").Select(entry => entry.Key),
                own.Select(entry => entry.Key),
                "the keys where the result says, side by side,"
            );
        }
    }

    private static async Task SomeTakenAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        await journal.AppendAsync([Entry("taken")]).ConfigureAwait(false);

        var results = await AllAtOnceAsync(writer => journal.AppendAsync([Entry(writer % 8 == 0 ? "taken" : $"free-{writer}")]))
            .ConfigureAwait(false);

        for (var writer = 0; writer < Writers; writer++)
            Expect.Equal(writer % 8 == 0 ? "taken" : null, results[writer].ConflictingKey, "the key that is taken");
    }

    private static async Task TooLongAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        // Of letters that do not repeat: a store may compress what does.
        var letter = 17u;
        var tooLong = string.Create(20_000, 0, (letters, _) =>
        {
            foreach (ref var place in letters)
                place = (char)('a' + ((letter = (letter * 1_664_525u) + 1_013_904_223u) >> 16) % 26);
        });
        var wasWritten = false;

        var results = await AllAtOnceAsync(async writer =>
            {
                if (writer > 0)
                {
                    var change = Change(0, new CaseReference(null, $"{writer}"));
                    return (await journal.AppendAsync([Entry($"{writer}")], change).ConfigureAwait(false)).Written;
                }

                try
                {
                    wasWritten = (await journal.AppendAsync([Entry(tooLong)]).ConfigureAwait(false)).Written;
                }
                catch (JournalException)
                {
                    // A store may have limits.
                }

                return true;
            })
            .ConfigureAwait(false);

        Expect.True(results.All(written => written), "all others are written");
        Expect.Equal(Writers - 1 + (wasWritten ? 1 : 0), (await ListAsync(journal).ConfigureAwait(false)).Count, "the number of entries");
        Expect.Equal(Writers - 1, (await CasesAsync(journal).ConfigureAwait(false)).Count, "the number of cases");
    }

    private static async Task OddCharactersAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        var results = await AllAtOnceAsync(writer =>
                journal.AppendAsync([Entry($"{writer}") with { Content = writer % 2 == 0 ? "\0\uD83D" : "{}" }])
            )
            .ConfigureAwait(false);

        Expect.True(results.All(result => result.Written), "all are written");
    }

    private static async Task CancelledAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync().ConfigureAwait(false);

        await Expect
            .ThrowsAsync<OperationCanceledException>(
                async () => await journal.AppendAsync([Entry("never")], Change(0), cancelled.Token).ConfigureAwait(false),
                "appending with a token that is cancelled"
            )
            .ConfigureAwait(false);

        Expect.All([], await KeysAsync(journal).ConfigureAwait(false), "the keys");
        Expect.Equal(null, await journal.FindCaseAsync(Case).ConfigureAwait(false), "the case");
    }

    private static async Task CancelledMeanwhileAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        for (var round = 0; round < 20; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var reference = new CaseReference(null, $"{round}");
            var entries = Entries(3, $"{round}");
            var appending = Task.Run(async () =>
                await journal.AppendAsync(entries, Change(0, reference), cancellation.Token).ConfigureAwait(false)
            );
            await cancellation.CancelAsync().ConfigureAwait(false);
            await Task.WhenAny(appending).ConfigureAwait(false);

            // What was appended before this is written before it.
            await journal.AppendAsync([Entry($"after-{round}")]).ConfigureAwait(false);
            var keys = await KeysAsync(journal).ConfigureAwait(false);
            var written = keys.Count(key => key!.StartsWith($"{round}-", StringComparison.Ordinal));
            var found = await journal.FindCaseAsync(reference).ConfigureAwait(false);
            Expect.True(
                written == 3 || (written == 0 && !appending.IsCompletedSuccessfully),
                "all three are written, or none where it was cancelled"
            );
            Expect.Equal(written == 3, found is not null, "that the case is there where its entries are");
        }
    }
}
