using System.Globalization;
using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>An entry as a row of the table: what both stores can hold.</summary>
internal class EntryRow
{
    public long Sequence { get; set; }
    public string At { get; set; } = "";
    public int Kind { get; set; }

    /// <summary>Empty where there is none.</summary>
    public string Tenant { get; set; } = "";
    public string IssueId { get; set; } = "";
    public string? Key { get; set; }
    public bool IsOpen { get; set; }
    public string? Closes { get; set; }
    public string? RuleId { get; set; }
    public int? RuleVersion { get; set; }
    public string? RulebookRevision { get; set; }
    public string Label { get; set; } = "";
    public string? Group { get; set; }
    public string Content { get; set; } = "";

    public static EntryRow Of(JournalEntry entry) =>
        new()
        {
            At = TextOf(entry.At),
            Kind = (int)entry.Kind,
            Tenant = EntryText.Of(entry.Tenant) ?? "",
            IssueId = EntryText.Of(entry.IssueId),
            Key = EntryText.Of(entry.Key),
            IsOpen = entry.IsOpen,
            Closes = EntryText.Of(entry.Closes),
            RuleId = EntryText.Of(entry.RuleId),
            RuleVersion = entry.RuleVersion,
            RulebookRevision = EntryText.Of(entry.RulebookRevision),
            Label = EntryText.Of(entry.Label),
            Group = EntryText.Of(entry.Group),
            Content = EntryText.Of(entry.Content),
        };

    /// <summary>In UTC with seven decimals, so that texts sort as times do.</summary>
    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset TimeOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public JournalEntry ToEntry() =>
        new()
        {
            Sequence = Sequence,
            At = TimeOf(At),
            Kind = (JournalEntryKind)Kind,
            Tenant = Tenant.Length == 0 ? null : Tenant,
            IssueId = IssueId,
            Key = Key,
            IsOpen = IsOpen,
            Closes = Closes,
            RuleId = RuleId,
            RuleVersion = RuleVersion,
            RulebookRevision = RulebookRevision,
            Label = Label,
            Group = Group,
            Content = Content,
        };
}
