using AutoResolve.Journaling;
using CsCheck;

namespace AutoResolve.Tests.Journals;

/// <summary>Random entries and queries of few distinct values, so that they often meet.</summary>
internal static class EntryGenerator
{
    private static readonly Gen<JournalEntryKind> Kind = Gen.Enum<JournalEntryKind>();
    private static readonly Gen<string> Issue = OneOf("", "issue-1", "Issue-1", "issue 2", "ísśue");
    private static readonly Gen<string> Tenant = OneOf("tenant-1", "Tenant-1", "tenant 2");
    private static readonly Gen<string> Rule = OneOf("sign-in.clock", "sign-in.code", "it's \"quoted\"");
    private static readonly Gen<CaseReference> Case = Gen.Select(Maybe(Tenant), Issue, (tenant, issue) => new CaseReference(tenant, issue));
    private static readonly Gen<string> Group = OneOf("once", "twice");
    private static readonly Gen<string> Label = OneOf("", "Answered", "answered", "Escalated", "Éscalated");
    private static readonly Gen<int> Version = Gen.Int[1, 3];

    // Ticks, so that a store that rounds to microseconds differs; offsets, so that one that forgets them does.
    private static readonly Gen<DateTimeOffset> Time = Gen.Select(Gen.Int[0, 40], OneOf(-11, 0, 5, 14), (ticks, hours) =>
        Some.Time.AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours))
    );

    /// <summary>Up to so many entries; each has a key of its own, or none, and some close others.</summary>
    public static Gen<JournalEntry[]> Entries(int most) =>
        from count in Gen.Int[most / 2, most]
        from entries in Entry(count).Array[count]
        select entries.Select((entry, place) => entry.Key is null ? entry : entry with { Key = KeyOf(place) }).ToArray();

    public static Gen<string> Letters(int count) => Gen.Char['a', 'z'].Array[count].Select(letters => new string(letters));

    public static Gen<JournalQuery> Query(IReadOnlyList<JournalEntry> written) =>
        from kinds in Kind.Array[0, 3]
        from issue in Maybe(Issue)
        from reference in Rarely(Case)
        from keys in Few(KeyAmong(written.Count))
        from rule in Maybe(Rule)
        from version in Gen.Frequency((3, Gen.Const((int?)null)), (1, Version.Select(version => (int?)version)))
        from groups in Few(Group)
        from @from in MaybeTime()
        from before in MaybeTime()
        from after in Gen.Frequency((2, Gen.Const(0L)), (1, Gen.Int[0, written.Count - 1].Select(place => written[place].Sequence)))
        from unfinished in Gen.Int[0, 3].Select(number => number == 0)
        from newestFirst in Gen.Bool
        from limit in Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[0, 20].Select(limit => (int?)limit)))
        select new JournalQuery
        {
            Kinds = kinds,
            IssueId = issue,
            Case = reference,
            Keys = keys,
            RuleId = rule,
            RuleVersion = version,
            Groups = groups,
            From = @from,
            Before = before,
            AfterSequence = after,
            Unfinished = unfinished,
            NewestFirst = newestFirst,
            Limit = limit,
        };

    /// <summary>What is looked up for each delivery, of which a store may look up many at once.</summary>
    public static Gen<JournalQuery> Lookup(IReadOnlyList<JournalEntry> written) =>
        Gen.OneOf(
            KeyAmong(written.Count).Array[1, 5].Select(keys => new JournalQuery { Keys = keys }),
            from kind in Kind
            from groups in Group.Array[1, 3]
            from @from in MaybeTime()
            from limit in Gen.Int[1, 5]
            select new JournalQuery
            {
                Kinds = [kind],
                Groups = groups,
                From = @from,
                Limit = limit,
            }
        );

    private static Gen<JournalEntry> Entry(int count) =>
        from at in Time
        from kind in Kind
        from tenant in Maybe(Tenant)
        from issue in Issue
        from key in Maybe(Gen.Const(""))
        from isOpen in Gen.Bool
        from closes in Maybe(KeyAmong(count))
        from rule in Maybe(Rule)
        from version in Version
        from label in Label
        from @group in Maybe(Group)
        from content in Gen.String[Gen.Char['a', 'z'], 0, 20]
        select new JournalEntry
        {
            At = at,
            Kind = kind,
            Tenant = tenant,
            IssueId = issue,
            Key = key,
            IsOpen = isOpen,
            Closes = closes,
            RuleId = rule,
            RuleVersion = rule is null ? null : version,
            RulebookRevision = rule is null ? null : $"revision-{version}",
            Label = label,
            Group = @group,
            Content = content,
        };

    private static Gen<string> KeyAmong(int count) => Gen.Int[0, count].Select(KeyOf);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static string KeyOf(int place) => $"key-{place}";

    private static Gen<string?> Maybe(Gen<string> value) =>
        Gen.Frequency((3, Gen.Const((string?)null)), (2, value.Select(text => (string?)text)));

    private static Gen<T?> Rarely<T>(Gen<T> value)
        where T : class => Gen.Frequency((9, Gen.Const((T?)null)), (1, value.Select(some => (T?)some)));

    private static Gen<string[]> Few(Gen<string> value) => Gen.Frequency((5, Gen.Const(Array.Empty<string>())), (1, value.Array[1, 4]));

    private static Gen<DateTimeOffset?> MaybeTime() =>
        Gen.Frequency((3, Gen.Const((DateTimeOffset?)null)), (1, Time.Select(time => (DateTimeOffset?)time)));
}
