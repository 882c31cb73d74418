using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>What becomes of a journal of the first schema.</summary>
public abstract class MigrationContract : IAsyncLifetime
{
    private static readonly IReadOnlyList<JournalEntry> Old = FirstSchema.Entries(more: 2_300);

    public Task InitializeAsync() => MakeAsync(Old);

    public Task DisposeAsync() => Task.CompletedTask;

    [SkippableFact]
    public async Task Open_FirstSchema_KeysEveryHashAndKeepsAllElse()
    {
        await using var journal = Open();

        var secret = (await journal.OpenAsync()).Current;

        var entries = await journal.ListAsync();
        var hashes = FirstSchema.Hashes(Old);
        var keys = hashes.Select(hash => (Hash: hash, Key: secret.Key(hash))).ToList();
        string? Keyed(string? text) => keys.Aggregate(text, (kept, one) => kept?.Replace(one.Hash, one.Key, StringComparison.Ordinal));
        Assert.Equal(
            Old.Take(40)
                .Select(
                    (entry, place) =>
                        entry with
                        {
                            Sequence = place + 1,
                            Tenant = entries[place].Tenant,
                            Key = Keyed(entry.Key),
                            Closes = Keyed(entry.Closes),
                            Group = Keyed(entry.Group),
                            Content = Keyed(entry.Content)!,
                        }
                ),
            entries.Take(40)
        );
        Assert.Equal(Old.Count, entries.Count);
        var old = new OldHashes(hashes);
        Assert.NotEmpty(old.In(Old[0].ToString()));
        Assert.All(entries, entry => Assert.Empty(old.In(entry.ToString())));
        Assert.Equal((byte[])[1, 2], (await journal.FindRulebookAsync("revision"))?.ToArray());
        Assert.Equal(Old.Count + 1, (await journal.AppendAsync([Some.Entry("new")])).FirstSequence);
        Assert.Equal(
            $"decision/{secret.Key(FirstSchema.Of("fixed", null))}",
            (await journal.AppendAsync([Some.Entry($"decision/{secret.Key(FirstSchema.Of("fixed", null))}")])).ConflictingKey
        );
    }

    [SkippableFact]
    public async Task Open_FirstSchema_EachEntryHasTheTenantOfItsDecision()
    {
        await using var journal = Open();
        await journal.OpenAsync();

        var entries = (await journal.ListAsync()).Where(entry => entry.Tenant is not null);

        Assert.Equal(
            [
                ("escalated", JournalEntryKind.Decision, "agency"),
                ("escalated", JournalEntryKind.Feedback, "agency"),
                ("unfinished", JournalEntryKind.Decision, "agency"),
                ("unfinished", JournalEntryKind.Intent, "agency"),
                ("asked", JournalEntryKind.Decision, "agency"),
            ],
            entries.Select(entry => (entry.IssueId, entry.Kind, entry.Tenant))
        );
    }

    [SkippableFact]
    public async Task Open_FirstSchema_EachCaseHasItsOwner()
    {
        await using var journal = Open();
        var secret = (await journal.OpenAsync()).Current;

        var cases = await journal.ListCasesAsync(new CaseQuery());

        bool IsOneOfMany(CaseRecord record) => record.Reference.IssueId.StartsWith("more-", StringComparison.Ordinal);
        Assert.Equal(2_300, cases.Count(record => IsOneOfMany(record) && record.Owner == CaseOwner.Nobody));
        Assert.Equal(
            [
                ("approved", CaseOwner.Automation, null),
                ("asked", CaseOwner.Customer, null),
                ("ended", CaseOwner.Nobody, null),
                ("fixed", CaseOwner.Nobody, null),
                ("undone", CaseOwner.Team, null),
                ("waiting", CaseOwner.Team, "billing"),
                ("agency/asked", CaseOwner.Team, "appeals"),
                ("agency/escalated", CaseOwner.Team, "payments"),
                ("agency/unfinished", CaseOwner.Automation, null),
            ],
            cases.Where(record => !IsOneOfMany(record)).Select(record => (record.Reference.ToString(), record.Owner, record.Team))
        );
        Assert.All(cases, record =>
        {
            Assert.Equal(1, record.Version);
            Assert.Equal(secret.Key($"vet-{record.Reference.IssueId}"), record.RequesterKey);
            Assert.Contains("\"migrated\":true", record.Content, StringComparison.Ordinal);
            Assert.False(record.IsLeased);
        });
        Assert.Equal(
            ["approved", "agency/unfinished"],
            (await journal.ListCasesAsync(new CaseQuery { IsLapsed = true })).Select(record => record.Reference.ToString())
        );
    }

    [SkippableFact]
    public async Task Append_FirstSchema_IsMigratedByWhoeverWritesFirst()
    {
        await using var journal = Open();

        Assert.Equal(Old.Count + 1, (await journal.AppendAsync([Some.Entry("new")])).FirstSequence);

        Assert.NotEmpty(await journal.ListCasesAsync(new CaseQuery()));
    }

    [SkippableFact]
    public async Task Open_ManyAtOnce_OneMigratesAndAllGoOn()
    {
        var journals = Enumerable.Range(0, 4).Select(_ => Open()).ToList();

        var opening = journals.Select(journal => Task.Run(async () => await journal.OpenAsync()));
        var secrets = await Task.WhenAll(opening).WaitAsync(Patience.Long);

        Assert.Single(secrets.Select(secret => secret.Current.Fingerprint).Distinct());
        Assert.Equal(Old.Count, (await journals[0].ListAsync()).Count);
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }

    [SkippableFact]
    public async Task Open_MigrationThatFails_LeavesTheOldJournalAsItWas()
    {
        await ExecuteAsync("CREATE TABLE cases (in_the_way integer)");
        await using var journal = Open();

        await Assert.ThrowsAsync<JournalException>(async () => await journal.OpenAsync());

        Assert.Equal(Old.Select((entry, place) => entry with { Sequence = place + 1 }), await journal.ListAsync());
        await ExecuteAsync("DROP TABLE cases");
        await journal.OpenAsync();
        Assert.NotEmpty(await journal.ListCasesAsync(new CaseQuery()));
    }

    [SkippableFact]
    public async Task Read_FirstSchema_IsReadAsItIs()
    {
        await using var journal = Open();

        Assert.Equal(Old.Select((entry, place) => entry with { Sequence = place + 1 }), await journal.ListAsync());
        Assert.Equal(3, (await journal.ListAsync(new JournalQuery { Case = new CaseReference(null, "waiting") })).Count);
        Assert.Empty(await journal.ListAsync(new JournalQuery { Case = new CaseReference("agency", "waiting") }));
        Assert.Equal(
            ["unfinished", "unfinished", "waiting", "approved"],
            (await journal.ListAsync(new JournalQuery { Unfinished = true })).Select(entry => entry.IssueId)
        );
        Assert.Contains(await journal.CountAsync(new JournalQuery()), count =>
            count == new JournalCount(JournalEntryKind.Decision, "asked", 1)
        );
        Assert.Null(await journal.FindCaseAsync(new CaseReference(null, "waiting")));
        Assert.Empty(await journal.ListCasesAsync(new CaseQuery()));
        Assert.Equal((byte[])[1, 2], (await journal.FindRulebookAsync("revision"))?.ToArray());
        Assert.True(await IsFirstSchemaAsync());
    }

    [SkippableFact]
    public async Task RawSql_OfAProgramOfTheVersionBefore_IsRefusedOnceMigrated()
    {
        await using var journal = Open();
        await journal.OpenAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => InsertAsync([Some.Entry("of an older program")]));

        Assert.Equal(Old.Count, (await journal.ListAsync()).Count);
    }

    protected abstract IDurableJournal Open();

    protected abstract Task MakeAsync(IReadOnlyList<JournalEntry> entries);

    protected abstract Task InsertAsync(IReadOnlyList<JournalEntry> entries);

    protected abstract Task ExecuteAsync(string sql);

    protected abstract Task<bool> IsFirstSchemaAsync();
}
