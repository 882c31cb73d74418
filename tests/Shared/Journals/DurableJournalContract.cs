using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>What a journal promises besides that outlives its process and that several may share.</summary>
public abstract class DurableJournalContract
{
    // Without waiting in between: what is written together must not forget what stands before it.
    [SkippableFact]
    public async Task Append_ChangesOfOneCaseOneAfterTheOtherAtOnce_EachSeesTheOneBefore()
    {
        await using var journal = Open();
        await journal.AppendAsync([Some.Entry("first")]);
        var reference = new CaseReference("tenant", "case");
        CaseChange Change(long version) => new() { Case = Some.Case(reference), ExpectedVersion = version };

        var changing = Enumerable
            .Range(0, 60)
            .Select(number => journal.AppendAsync([Some.Entry($"{number}")], Change(number / 2)).AsTask())
            .ToList();
        var results = await Task.WhenAll(changing).WaitAsync(Patience.Long);

        Assert.Equal(Enumerable.Range(0, 60).Select(number => number % 2 == 1), results.Select(result => result.IsStale));
        Assert.Equal(30, (await journal.FindCaseAsync(reference))?.Version);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(number => $"{2 * number}").Prepend("first"),
            (await journal.ListAsync()).Select(entry => entry.Key)
        );
    }

    [SkippableFact]
    public async Task Append_ThenReopen_IsStillThere()
    {
        await using (var first = Open())
        {
            await first.AppendAsync(Some.Entries(3, "kept"));
            await first.SaveRulebookAsync("revision", new byte[] { 1, 2 });
        }

        await using var second = Open();
        Assert.Equal(["kept-0", "kept-1", "kept-2"], (await second.ListAsync()).Select(entry => entry.Key));
        Assert.Equal((byte[])[1, 2], (await second.FindRulebookAsync("revision"))?.ToArray());
        Assert.Equal("kept-1", (await second.AppendAsync([Some.Entry("kept-1")])).ConflictingKey);
    }

    [SkippableFact]
    public async Task Append_AfterDisposal_ThrowsJournalException()
    {
        var used = Open();
        await used.AppendAsync([Some.Entry("before")]);
        await used.DisposeAsync();
        await used.DisposeAsync();
        var neverUsed = Open();
        await neverUsed.DisposeAsync();

        foreach (var closed in (IDurableJournal[])[used, neverUsed])
        {
            var exception = await Assert.ThrowsAsync<JournalException>(async () => await closed.AppendAsync([Some.Entry("after")]));
            Assert.Equal("The journal is closed.", exception.Message);
            await Assert.ThrowsAsync<JournalException>(async () => await closed.ListAsync());
        }
    }

    [SkippableFact]
    public async Task Dispose_WhileManyAppend_EachIsWrittenOrToldThatItIsNot()
    {
        var journal = Open();
        await journal.AppendAsync([Some.Entry("first")]);
        var appending = Enumerable
            .Range(0, 200)
            .Select(writer =>
                Task.Run(async () =>
                {
                    try
                    {
                        return (await journal.AppendAsync([Some.Entry($"{writer}")])).Written;
                    }
                    catch (JournalException)
                    {
                        return false;
                    }
                })
            )
            .ToList();
        await Task.WhenAny(appending);
        await journal.DisposeAsync();
        var written = await Task.WhenAll(appending).WaitAsync(Patience.Long);

        await using var reopened = Open();
        var there = (await reopened.ListAsync()).Select(entry => entry.Key).ToHashSet();
        Assert.All(Enumerable.Range(0, 200), writer => Assert.Equal(written[writer], there.Contains($"{writer}")));
    }

    [SkippableTheory]
    [InlineData("UPDATE entries SET content = 'x'")]
    [InlineData("UPDATE entries SET content = 'x' WHERE entry_key = 'kept'")]
    [InlineData("DELETE FROM entries")]
    [InlineData("DELETE FROM entries WHERE entry_key = 'kept'")]
    public async Task RawSql_ThatChangesEntries_IsRefused(string sql)
    {
        await using var journal = Open();
        await journal.AppendAsync([Some.Entry("kept")]);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync(sql));

        Assert.Contains("append-only", exception.Message, StringComparison.Ordinal);
        Assert.Equal("{}", Assert.Single(await journal.ListAsync()).Content);
    }

    [SkippableTheory]
    [InlineData("UPDATE entries SET content = '{\"erased\":true}', label = 'x' WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":true}', entry_key = NULL WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":false}' WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":true}', tenant = 'x' WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":true}', closes = 'x' WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":true,\"reason\":\"solved\"}' WHERE entry_key = 'kept'")]
    [InlineData("UPDATE entries SET content = '{\"erased\":true,\"x\":null}' WHERE entry_key = 'kept'")]
    public async Task RawSql_ThatErasesAnEntryAndMore_IsRefused(string sql)
    {
        await using var journal = Open();
        await journal.AppendAsync([Some.Entry("kept")]);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync(sql));

        Assert.Contains("append-only", exception.Message, StringComparison.Ordinal);
        Assert.Equal("{}", Assert.Single(await journal.ListAsync()).Content);
    }

    [SkippableFact]
    public async Task RawSql_ThatErasesAnEntry_LeavesOnlyItsContentOut()
    {
        await using var journal = Open();
        var entry = Some.Entry("erased") with
        {
            Tenant = "tenant",
            Closes = "x",
            RuleId = "rule",
            RuleVersion = 1,
            Content = """{"text":"who I am"}""",
        };
        await journal.AppendAsync([entry, Some.Entry("kept")]);

        await ExecuteAsync("UPDATE entries SET content = '{\"erased\":true}' WHERE entry_key = 'erased'");

        Assert.Equal(
            [entry with { Content = """{"erased":true}""" }, Some.Entry("kept")],
            (await journal.ListAsync()).Select(read => read with { Sequence = 0 })
        );
    }

    [SkippableTheory]
    [InlineData("""{"erased":true,"reason":"solved"}""", true)]
    [InlineData("""{"erased":true,"issue":{"author":"customer"},"questions":[{}],"tier":2}""", true)]
    [InlineData("""{"erased":true,"reason":"withdrawn"}""", false)]
    [InlineData("""{"erased":true,"summary":"who I am"}""", false)]
    [InlineData("""{"erased":true,"issue":{"text":"who I am"}}""", false)]
    [InlineData("""{"erased":true,"questions":[{"text":"who are you"}]}""", false)]
    [InlineData("""{"erased":true,"tier":"2"}""", false)]
    [InlineData("""{"erased":true,"team":null}""", false)]
    [InlineData("""{"erased":true,"reason":""", false)]
    public async Task RawSql_ThatErasesAnEntry_MayKeepWhatWasDecidedAsItWas(string content, bool passes)
    {
        const string Said = """
            {"issue":{"text":"who I am","author":"customer"},"reason":"solved","summary":"I am","tier":2,"questions":[{"text":"who are you"}]}
            """;
        await using var journal = Open();
        await journal.AppendAsync([Some.Entry("erased") with { Content = Said }]);

        var exception = await Record.ExceptionAsync(() =>
            ExecuteAsync($"UPDATE entries SET content = '{content}' WHERE entry_key = 'erased'")
        );

        Assert.Equal(passes, exception is null);
        Assert.Equal(passes ? content : Said, Assert.Single(await journal.ListAsync()).Content);
    }

    // What no store can read is erased all the same.
    [SkippableTheory]
    [InlineData("not JSON")]
    [InlineData("""{"reason":"solved","summary":"\ud800"}""")]
    [InlineData("""{"reason":"solved","summary":"\u0000"}""")]
    [InlineData("""{"reason":7}""")]
    public async Task Erase_WhateverTheContent_LeavesNothingThatWasSaid(string content)
    {
        await using var journal = Open();
        var entry = Some.Entry("odd") with { Kind = JournalEntryKind.Decision, Content = content };
        await journal.AppendAsync([entry]);

        Assert.Equal(1, await ((IErasableJournal)journal).EraseAsync(new CaseReference(entry.Tenant, entry.IssueId)));
        Assert.Equal(0, await ((IErasableJournal)journal).EraseAsync(new CaseReference(entry.Tenant, entry.IssueId)));

        Assert.Matches("""^{"erased":true(,"reason":"solved")?}$""", Assert.Single(await journal.ListAsync()).Content);
    }

    [SkippableFact]
    public async Task Erase_Requester_LeavesWhatFiguresCountAndANoteOfOthersAll()
    {
        await using var journal = Open();
        var key = (await journal.OpenAsync()).All[0].Key("person");
        var (own, other) = (new CaseReference("tenant", "own"), new CaseReference(null, "own"));
        foreach (var (reference, requester) in new[] { (own, key), (other, (string?)null) })
        {
            var entry = Some.Entry($"{reference}") with
            {
                Tenant = reference.Tenant,
                IssueId = reference.IssueId,
                RuleId = "rule",
                Content = """{"text":"who I am"}""",
            };
            var record = Some.Case(reference) with { Owner = CaseOwner.Team, Team = "team", RequesterKey = requester };
            await journal.AppendAsync([entry], new CaseChange { Case = record, ExpectedVersion = 0 });
        }

        var erasure = await JournalErasure.EraseRequesterAsync(journal, "person", "u17");
        var again = await JournalErasure.EraseRequesterAsync(journal, "person", "u17");

        Assert.Equal((1, 1, 0, 0), (erasure.Cases.Count, erasure.Entries, erasure.UnderWay.Count, again.Cases.Count));
        var entries = await journal.ListAsync(new JournalQuery { Case = own });
        Assert.Equal(["""{"erased":true}""", """{"by":"u17"}"""], entries.Select(entry => entry.Content));
        Assert.Equal(("rule", "Answered", Some.Time), (entries[0].RuleId, entries[0].Label, entries[0].At));
        Assert.Contains(
            "who I am",
            Assert.Single(await journal.ListAsync(new JournalQuery { Case = other })).Content,
            StringComparison.Ordinal
        );
        Assert.Equal((CaseOwner.Nobody, null, null), Row(await journal.FindCaseAsync(own)));
        Assert.Equal((CaseOwner.Team, "team", null), Row(await journal.FindCaseAsync(other)));

        static (CaseOwner, string?, string?) Row(CaseRecord? record) => (record!.Owner, record.Team, record.RequesterKey);
    }

    [SkippableFact]
    public async Task Erase_CaseUnderWay_LeavesItAndSaysSo()
    {
        await using var journal = Open();
        var reference = new CaseReference(null, "issue-1");
        var record = Some.Case(reference) with { RequesterKey = (await journal.OpenAsync()).All[0].Key("person") };
        await journal.AppendAsync([Some.Entry("kept")], new CaseChange { Case = record, ExpectedVersion = 0 });

        var erasure = await JournalErasure.EraseRequesterAsync(journal, "person", "u17");

        Assert.Equal([reference], erasure.UnderWay);
        Assert.Equal(0, erasure.Entries);
        Assert.Equal("{}", Assert.Single(await journal.ListAsync()).Content);
    }

    [SkippableFact]
    public async Task RawSql_ThatDeletes_PassesForWhatIsPrunedOnly()
    {
        await using var journal = Open();
        await journal.AppendAsync([Some.Entry("old"), Some.Entry("new") with { At = Some.Time.AddTicks(1) }]);
        await ExecuteAsync($"INSERT INTO prunings (before_at, at, pruned_by) VALUES ('{Some.TextOf(Some.Time.AddTicks(1))}', '', 'test')");

        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM entries"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM entries WHERE entry_key = 'new'"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("DELETE FROM prunings"));
        await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE prunings SET before_at = '9'"));
        await ExecuteAsync("DELETE FROM entries WHERE entry_key = 'old'");

        Assert.Equal(["new"], (await journal.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Prepare_ManyAtOnce_AllCanAppend()
    {
        var journals = Enumerable.Range(0, 8).Select(_ => Open()).ToList();

        var appending = journals.Select((journal, number) => Task.Run(async () => await journal.AppendAsync([Some.Entry($"{number}")])));
        var results = await Task.WhenAll(appending).WaitAsync(Patience.Long);

        Assert.All(results, result => Assert.True(result.Written));
        Assert.Equal(8, (await journals[0].ListAsync()).Count);
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }

    [SkippableFact]
    public async Task Append_FromTwoJournalsOfOneStore_AReaderSeesEachOnceInOrder()
    {
        const int Appends = 150;
        await using var one = Open();
        await using var other = Open();
        await using var reader = Open();
        await reader.ListAsync();
        var writing = Task.WhenAll(
            from journal in (IDurableJournal[])[one, other]
            from writer in Enumerable.Range(0, 4)
            select Task.Run(async () =>
            {
                List<JournalEntry> written = [];
                for (var number = 0; number < Appends / 4; number++)
                {
                    var entry = Some.Entry($"{(journal == one ? "one" : "other")}-{writer}-{number}");
                    written.Add(entry with { Sequence = (await journal.AppendAsync([entry])).FirstSequence });
                }

                return written;
            })
        );

        List<JournalEntry> seen = [];
        while (true)
        {
            var wasDone = writing.IsCompleted;
            seen.AddRange(await reader.ListAsync(new JournalQuery { AfterSequence = seen.LastOrDefault()?.Sequence ?? 0 }));
            if (wasDone)
                break;
        }

        var expected = (await writing.WaitAsync(Patience.Long)).SelectMany(written => written).OrderBy(entry => entry.Sequence);
        Assert.Equal(expected, seen);
    }

    // For tools, which hold no secret: what is there is read, and nothing is written whatever is asked for.
    [SkippableFact]
    public async Task OpenRead_WrittenJournal_IsReadAndNotWritten()
    {
        var reference = new CaseReference("tenant", "case");
        await using var host = Open();
        await host.AppendAsync([Some.Entry("kept")], new CaseChange { Case = Some.Case(reference), ExpectedVersion = 0 });
        await host.SaveRulebookAsync("revision", new byte[] { 1, 2 });
        await using var journal = OpenRead();

        Assert.Equal("kept", Assert.Single(await journal.ListAsync()).Key);
        Assert.Equal(1, (await journal.FindCaseAsync(reference))?.Version);
        Assert.Equal(1, Assert.Single(await journal.CountAsync(new JournalQuery())).Count);
        Assert.Equal((byte[])[1, 2], (await journal.FindRulebookAsync("revision"))?.ToArray());
        foreach (
            var write in (Func<Task>[])
                [
                    async () => await journal.OpenAsync(),
                    async () => await journal.AppendAsync([Some.Entry("more")]),
                    async () => await journal.RenewAsync(reference, 1, TimeSpan.FromMinutes(1)),
                    async () => await journal.SaveRulebookAsync("other", new byte[] { 3 }),
                ]
        )
        {
            var exception = await Assert.ThrowsAsync<JournalException>(write);
            Assert.Contains("was opened to be read", exception.Message, StringComparison.Ordinal);
        }

        await host.AppendAsync([Some.Entry("later")]);
        Assert.Equal(["kept", "later"], (await journal.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task OpenRead_NoJournal_SaysSoAndMakesNone()
    {
        for (var time = 0; time < 2; time++)
        {
            await using var journal = OpenRead();

            var exception = await Assert.ThrowsAsync<JournalException>(async () => await journal.ListAsync());

            Assert.Contains("There is no journal", exception.Message, StringComparison.Ordinal);
        }
    }

    protected abstract IDurableJournal OpenRead();

    protected abstract IDurableJournal Open();

    /// <summary>Runs SQL in the store, past the journal.</summary>
    protected abstract Task ExecuteAsync(string sql);
}
