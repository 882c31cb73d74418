using System.Globalization;
using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>Entries as a test wants them.</summary>
internal static class Some
{
    /// <summary>A time as journals in databases write it.</summary>
    public static string TextOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static JournalEntry Entry(string? key = null, JournalEntryKind kind = JournalEntryKind.Decision) =>
        new()
        {
            At = Time,
            Kind = kind,
            Key = key,
            IssueId = "issue-1",
            Label = "Answered",
        };

    public static CaseRecord Case(CaseReference reference) => new() { Reference = reference, Owner = CaseOwner.Automation };

    public static JournalEntry[] Entries(int count, string keys) =>
        [.. Enumerable.Range(0, count).Select(number => Entry($"{keys}-{number}"))];
}
