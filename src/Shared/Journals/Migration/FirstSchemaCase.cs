using System.Text.Json.Nodes;
using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals.Migration;

/// <summary>Where a case stands by the entries of the first schema, which are told one after the other.</summary>
internal sealed class FirstSchemaCase(string tenant, string issueId)
{
    private string? _decision;
    private string _label = "";
    private string? _team;
    private string? _requester;
    private bool _isUnfinished;
    private int _turns;

    public void Add(EntryRow entry, bool isUnfinished)
    {
        _isUnfinished |= isUnfinished;
        var kind = (JournalEntryKind)entry.Kind;
        if (kind is JournalEntryKind.Decision or JournalEntryKind.Disposition)
            _label = entry.Label;
        if (kind != JournalEntryKind.Decision)
            return;
        var content = FirstSchemaContent.Of(entry);
        (_decision, _team, _requester) = (entry.Key, content.Team, content.Requester);
        _turns++;
    }

    /// <param name="secret">By which the requester is keyed.</param>
    /// <returns>The case; null where nothing was decided.</returns>
    public MigratedCase? ToCase(JournalSecret secret)
    {
        if (_turns == 0)
            return null;
        var owner = _isUnfinished
            ? CaseOwner.Automation
            : _label switch
            {
                "asked" => CaseOwner.Customer,
                "answered" or "fixed" or "ignored" => CaseOwner.Nobody,
                _ => CaseOwner.Team,
            };
        var content = new JsonObject
        {
            ["migrated"] = true,
            ["decision"] = _decision,
            ["turns"] = _turns,
        };
        if (owner == CaseOwner.Team)
            content["ticket"] = new JsonObject { ["isEscalated"] = _label != "routed", ["team"] = _team };
        return new MigratedCase(
            new CaseRow
            {
                Tenant = tenant,
                IssueId = issueId,
                Version = 1,
                Owner = (int)owner,
                Team = owner == CaseOwner.Team ? _team : null,
                RequesterKey = _requester is null ? null : secret.Key(_requester),
                Content = content.ToJsonString(),
            },
            _isUnfinished
        );
    }
}
