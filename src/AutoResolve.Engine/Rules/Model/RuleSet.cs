namespace AutoResolve.Rules.Model;

/// <summary>One rule file as read: shape checked, names not yet resolved.</summary>
internal sealed record RuleSet
{
    public required Located<string> Name { get; init; }
    public required string Title { get; init; }
    public required string Owner { get; init; }
    public bool Guard { get; init; }
    public bool Shared { get; init; }
    public IReadOnlyList<PhraseList> Lists { get; init; } = [];
    public IReadOnlyList<NamedCondition> Conditions { get; init; } = [];
    public IReadOnlyList<QuestionDefinition> Questions { get; init; } = [];
    public IReadOnlyList<VocabularyEntry> Handlers { get; init; } = [];
    public IReadOnlyList<VocabularyEntry> Facts { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public SupportDesk? Desk { get; init; }
    public Profile? Profile { get; init; }
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public required SourceLocation Location { get; init; }
}
