using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>What every durable journal says to hosts about its secrets.</summary>
public abstract class SecretContract
{
    protected static readonly JournalSecret One = JournalSecret.Create("1");
    protected static readonly JournalSecret Two = JournalSecret.Create("2");
    protected static readonly JournalSecret Three = JournalSecret.Create("3");
    protected static readonly JournalSecret OtherOne = JournalSecret.Create("1");

    [SkippableFact]
    public async Task Open_FirstHost_TellsTheJournalItsSecretAndAnotherHasIt()
    {
        Assert.Equal(One.Fingerprint, (await OpenAsync(One)).Current.Fingerprint);
        Assert.Equal(One.Fingerprint, (await OpenAsync(One)).Current.Fingerprint);
        Assert.Equal(["1"], await KnownAsync());
    }

    [SkippableFact]
    public async Task Open_HostWithAnotherSecretOfThatId_IsRefused()
    {
        await OpenAsync(One);

        var exception = await Assert.ThrowsAsync<JournalException>(() => OpenAsync(OtherOne));

        Assert.Contains("was written with another secret '1' than this host has", exception.Message, StringComparison.Ordinal);
        Assert.Contains("A new secret needs an id of its own", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Open_HostWithoutTheNewestSecret_IsRefusedAndAddsNone()
    {
        await OpenAsync(One);
        await OpenAsync(Two, One);

        foreach (
            var given in (JournalSecret[][])
                [
                    [One],
                    [Three, One],
                    [Three],
                ]
        )
        {
            var exception = await Assert.ThrowsAsync<JournalException>(() => OpenAsync(given));
            Assert.Contains("is written with the secret '2', which this host does not have", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["1", "2"], await KnownAsync());
    }

    [SkippableFact]
    public async Task Open_HostWithANewSecretFirst_TellsTheJournalAndAllUseIt()
    {
        await OpenAsync(One);
        Assert.Equal(["1", "2"], IdsOf(await OpenAsync(One, Two)));

        Assert.Equal(["2", "1"], IdsOf(await OpenAsync(Two, One)));

        Assert.Equal(["2", "1"], IdsOf(await OpenAsync(One, Two)));
        Assert.Equal(["2"], IdsOf(await OpenAsync(Two)));
        Assert.Equal(["1", "2"], await KnownAsync());
    }

    [SkippableFact]
    public async Task Open_ManyHostsAtOnce_HaveOneSecret()
    {
        var journals = Enumerable.Range(0, 8).Select(_ => Open(One)).ToList();

        var opening = journals.Select(journal => Task.Run(async () => await journal.OpenAsync()));
        var secrets = await Task.WhenAll(opening).WaitAsync(Patience.Long);

        Assert.All(secrets, given => Assert.Equal(One.Fingerprint, given.Current.Fingerprint));
        Assert.Equal(["1"], await KnownAsync());
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }

    [SkippableFact]
    public async Task Append_WithoutOpening_NeedsNoSecret()
    {
        await using var journal = Open();

        Assert.True((await journal.AppendAsync([Some.Entry("written by a tool")])).Written);

        Assert.Empty(await KnownAsync());
    }

    /// <summary>A journal for a host that has these secrets, the first being the one that it would use.</summary>
    protected abstract IDurableJournal Open(params JournalSecret[] secrets);

    /// <summary>The ids of the secrets that the journal knows, in the order in which it was told them.</summary>
    protected abstract Task<IReadOnlyList<string>> KnownAsync();

    protected async Task<JournalSecrets> OpenAsync(params JournalSecret[] secrets)
    {
        await using var journal = Open(secrets);
        return await journal.OpenAsync();
    }

    private static IEnumerable<string> IdsOf(JournalSecrets secrets) => secrets.All.Select(secret => secret.Id);
}
