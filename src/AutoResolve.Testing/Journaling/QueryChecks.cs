using AutoResolve.Journaling;
using static AutoResolve.Testing.JournalTrial;

namespace AutoResolve.Testing;

/// <summary>What a journal promises about queries: each member of a query by itself, and any two, against a plain answer.</summary>
internal static class QueryChecks
{
    private const int Count = 240;

    public static IReadOnlyList<JournalCheck> All { get; } =
    [
        new("Read_EachMemberOfAQuery_FindsWhatAPlainSearchFinds", journal => TryAsync(journal, EachAsync)),
        new("Read_AnyTwoMembersOfAQuery_FindWhatAPlainSearchFinds", journal => TryAsync(journal, PairsAsync)),
        new("Count_AnyQuery_CountsWhatAPlainSearchFinds", journal => TryAsync(journal, CountsAsync)),
    ];

    // Values that recur at different distances, so that any two of them meet.
    private static JournalEntry EntryAt(int place) =>
        new()
        {
            At = Time.AddTicks(place % 7),
            Kind = (JournalEntryKind)((place % 5) + 1),
            Tenant = (place % 3) switch
            {
                0 => null,
                1 => "tenant",
                _ => "Tenant",
            },
            IssueId = (place % 4) switch
            {
                0 => "",
                1 => "issue",
                2 => "Issue",
                _ => "ísśue",
            },
            Key = place % 6 == 0 ? null : $"key-{place}",
            IsOpen = place % 2 == 0,
            Closes = place % 11 == 0 ? $"key-{(place * 5) % Count}" : null,
            RuleId = (place % 5) switch
            {
                0 => null,
                1 => "it's \"quoted\"",
                _ => "rule",
            },
            RuleVersion = place % 5 == 0 ? null : place % 3,
            Label = (place % 4) switch
            {
                0 => "",
                1 => "answered",
                2 => "Answered",
                _ => "éscalated",
            },
            Group = (place % 8) switch
            {
                0 => "once",
                1 => "twice",
                _ => null,
            },
            Content = $"{{\"place\":{place}}}",
        };

    private static IReadOnlyList<(string Name, Func<JournalQuery, JournalQuery> Set)> Members(IReadOnlyList<JournalEntry> written) =>
        [
            ("one kind", query => query with { Kinds = [JournalEntryKind.Intent] }),
            ("two kinds", query => query with { Kinds = [JournalEntryKind.Decision, JournalEntryKind.Feedback] }),
            ("an issue", query => query with { IssueId = "issue" }),
            ("the empty issue", query => query with { IssueId = "" }),
            ("a case", query => query with { Case = new CaseReference("tenant", "Issue") }),
            ("a case without a tenant", query => query with { Case = new CaseReference(null, "ísśue") }),
            ("a key", query => query with { Keys = ["key-5"] }),
            ("keys", query => query with { Keys = ["key-50", "key-7", "none", "key-7", "key-201"] }),
            ("a key that is not there", query => query with { Keys = ["none"] }),
            ("a rule", query => query with { RuleId = "it's \"quoted\"" }),
            ("a version", query => query with { RuleVersion = 2 }),
            ("a group", query => query with { Groups = ["once"] }),
            ("groups", query => query with { Groups = ["twice", "once", "thrice"] }),
            ("from a time", query => query with { From = Time.AddTicks(3).ToOffset(TimeSpan.FromHours(5)) }),
            ("before a time", query => query with { Before = Time.AddTicks(3).ToOffset(TimeSpan.FromHours(-11)) }),
            ("after a sequence", query => query with { AfterSequence = written[Count / 3].Sequence }),
            ("what is unfinished", query => query with { Unfinished = true }),
            ("the newest first", query => query with { NewestFirst = true }),
            ("at most five", query => query with { Limit = 5 }),
            ("at most none", query => query with { Limit = 0 }),
        ];

    private static async Task TryAsync(JournalTrial trial, Func<IJournal, IReadOnlyList<JournalEntry>, Task> check)
    {
        var journal = await trial.OpenAsync().ConfigureAwait(false);
        List<JournalEntry> entries = [.. Enumerable.Range(0, Count).Select(EntryAt)];
        foreach (var some in entries.Chunk(17))
            Expect.True((await journal.AppendAsync(some).ConfigureAwait(false)).Written, "the entries are written");
        var written = await ListAsync(journal).ConfigureAwait(false);
        Expect.All(entries, written.Select(entry => entry with { Sequence = 0 }), "the entries, without their sequences,");
        await check(journal, written).ConfigureAwait(false);
    }

    private static async Task EachAsync(IJournal journal, IReadOnlyList<JournalEntry> written)
    {
        foreach (var (name, set) in Members(written))
        {
            var query = set(new JournalQuery());
            Expect.All(PlainSearch.Find(written, query), await ListAsync(journal, query).ConfigureAwait(false), $"the entries for {name}");
        }
    }

    private static async Task PairsAsync(IJournal journal, IReadOnlyList<JournalEntry> written)
    {
        foreach (var (name, set) in Members(written))
        {
            foreach (var (other, alsoSet) in Members(written))
            {
                var query = alsoSet(set(new JournalQuery()));
                Expect.All(
                    PlainSearch.Find(written, query),
                    await ListAsync(journal, query).ConfigureAwait(false),
                    $"the entries for {name} and {other}"
                );
            }
        }
    }

    private static async Task CountsAsync(IJournal journal, IReadOnlyList<JournalEntry> written)
    {
        foreach (var (name, set) in Members(written))
        {
            var query = set(new JournalQuery());
            Expect.All(PlainSearch.Count(written, query), await journal.CountAsync(query).ConfigureAwait(false), $"the counts for {name}");
        }
    }
}
