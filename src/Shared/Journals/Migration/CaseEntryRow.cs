namespace AutoResolve.Shared.Journals.Migration;

/// <summary>An entry, and whether it is unfinished.</summary>
internal sealed class CaseEntryRow : EntryRow
{
    public bool IsUnfinished { get; set; }
}
