using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>One rule file as read: shape checked, names not yet resolved.</summary>
internal sealed record RuleSet
{
    public required Located<string> Name { get; init; }
    public required string Title { get; init; }
    public required string Owner { get; init; }
    public bool Guard { get; init; }
    public bool Shared { get; init; }

    /// <summary>The language of its phrases, and of the issues that its rules are for; null where it says none.</summary>
    public Located<string>? Language { get; init; }

    /// <summary>How all phrases of the set are compared.</summary>
    public PhraseOptions Options { get; init; } = PhraseOptions.Default;

    public IReadOnlyList<PhraseList> Lists { get; init; } = [];
    public IReadOnlyList<NamedCondition> Conditions { get; init; } = [];
    public IReadOnlyList<Classifier> Classifiers { get; init; } = [];

    /// <summary>Where one of these holds, no rule of the set does. They have names of their own, so that each is found once for
    /// all.</summary>
    public IReadOnlyList<NamedCondition> None { get; init; } = [];

    public IReadOnlyList<QuestionDefinition> Questions { get; init; } = [];

    /// <summary>Steps that answers of several rules name.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<VocabularyEntry> Handlers { get; init; } = [];
    public IReadOnlyList<VocabularyEntry> Facts { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public SupportDesk? Desk { get; init; }
    public Profile? Profile { get; init; }
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public required SourceLocation Location { get; init; }
}

/// <summary>A named list of phrases, used as <c>@name</c>.</summary>
internal sealed record PhraseList(Located<string> Name, IReadOnlyList<Located<string>> Phrases)
{
    /// <summary>The language of its phrases; null where it is that of its set.</summary>
    public Located<string>? Language { get; init; }

    /// <summary>How its phrases are compared.</summary>
    public PhraseOptions Options { get; init; } = PhraseOptions.Default;
}

/// <summary>A condition that rules refer to with <c>use</c>.</summary>
internal sealed record NamedCondition(Located<string> Name, Condition Condition);

/// <summary>A name that rules may use (a handler, a fact), and what it means.</summary>
internal sealed record VocabularyEntry(Located<string> Name, string Description);

/// <summary>A phone number, an address or a link that answers print by name, so that it stands in one place.</summary>
/// <param name="Name">What answers call it, behind <c>contacts.</c>.</param>
/// <param name="Value">What is printed.</param>
/// <param name="What">Whose it is, in a sentence.</param>
/// <param name="Reviewed">When somebody last tried it; null where nobody says.</param>
internal sealed record Contact(Located<string> Name, string Value, string What, Located<DateOnly>? Reviewed);
