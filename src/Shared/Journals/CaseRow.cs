using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>A case as a row of the table: what both stores can hold.</summary>
internal sealed class CaseRow
{
    /// <summary>Empty where there is none.</summary>
    public string Tenant { get; set; } = "";
    public string IssueId { get; set; } = "";
    public long Version { get; set; }
    public int Owner { get; set; }
    public string? Team { get; set; }
    public string? DueAt { get; set; }
    public string? DueFor { get; set; }
    public string? Calendar { get; set; }
    public string? RequesterKey { get; set; }
    public bool IsLeased { get; set; }
    public string Content { get; set; } = "";

    public static CaseRow Of(CaseRecord record, long version) =>
        new()
        {
            Tenant = EntryText.Of(record.Reference.Tenant) ?? "",
            IssueId = EntryText.Of(record.Reference.IssueId),
            Version = version,
            Owner = (int)record.Owner,
            Team = EntryText.Of(record.Team),
            DueAt = record.Due is { } due ? EntryRow.TextOf(due) : null,
            DueFor = EntryText.Of(record.DueFor),
            Calendar = EntryText.Of(record.Calendar),
            RequesterKey = EntryText.Of(record.RequesterKey),
            Content = EntryText.Of(record.Content),
        };

    public CaseRecord ToRecord() =>
        new()
        {
            Reference = new CaseReference(Tenant, IssueId),
            Version = Version,
            Owner = (CaseOwner)Owner,
            Team = Team,
            Due = DueAt is null ? null : EntryRow.TimeOf(DueAt),
            DueFor = DueFor,
            Calendar = Calendar,
            RequesterKey = RequesterKey,
            IsLeased = IsLeased,
            Content = Content,
        };
}
