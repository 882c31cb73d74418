namespace AutoResolve.Testing;

/// <summary>What a journal promises about rulebooks.</summary>
internal static class RulebookChecks
{
    public static IReadOnlyList<JournalCheck> All { get; } =
    [new("FindRulebook_Kept_IsTheFirstThatWasKept", FirstAsync), new("KeepRulebook_FromManyAtOnce_KeepsOne", ManyAsync)];

    private static async Task FirstAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        byte[] archive = [.. Enumerable.Range(0, 300_000).Select(number => (byte)number)];

        await journal.SaveRulebookAsync("r1", archive).ConfigureAwait(false);
        await journal.SaveRulebookAsync("r1", new byte[] { 1, 2, 3 }).ConfigureAwait(false);
        await journal.SaveRulebookAsync("r2", ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);

        var found = await journal.FindRulebookAsync("r1").ConfigureAwait(false);
        Expect.True(found is { } kept && kept.Span.SequenceEqual(archive), "the archive that was kept first is found, and whole");
        Expect.Equal(0, (await journal.FindRulebookAsync("r2").ConfigureAwait(false))?.Length, "the length of an empty archive");
        Expect.True(await journal.FindRulebookAsync("r3").ConfigureAwait(false) is null, "a revision that was not kept is not found");
    }

    private static async Task ManyAsync(JournalTrial trial)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);

        await JournalTrial
            .AllAtOnceAsync(async writer =>
            {
                await journal.SaveRulebookAsync("same", new[] { (byte)writer }).ConfigureAwait(false);
                return true;
            })
            .ConfigureAwait(false);

        Expect.Equal(1, (await journal.FindRulebookAsync("same").ConfigureAwait(false))?.Length, "the length of what is kept");
    }
}
