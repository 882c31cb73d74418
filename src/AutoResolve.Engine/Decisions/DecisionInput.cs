using System.Collections.Frozen;
using AutoResolve.Budgets;
using AutoResolve.Conversations;
using AutoResolve.Languages;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Decisions;

/// <summary>Everything that a decision depends on, besides the rules.</summary>
internal sealed record DecisionInput
{
    public required MatchInput Text { get; init; }

    /// <summary>Takes the steps of all that is read to decide.</summary>
    public WorkBudget Work => Text.Work;

    public required MatchResult Matches { get; init; }

    /// <summary>The turn that is decided, by itself; null where the issue has none.</summary>
    public NewestTurn? Newest { get; init; }

    /// <summary>What the last turn, or the issue where it has none, says beside its matter.</summary>
    public SignalSet Said { get; init; } = SignalSet.None;

    /// <summary>What automation has done in the case so far.</summary>
    public CaseMemory Memory { get; init; } = CaseMemory.None;

    /// <summary>The replies by which something was done, and the case as it was then.</summary>
    public IReadOnlyList<(CaseReply Reply, MatchInput Text)> Deeds { get; init; } = [];

    /// <summary>Whoever wrote last, and would read what is said.</summary>
    public Author Author { get; init; } = Author.Customer;

    public FactValues Facts { get; init; } = FactValues.None;
    public IReadOnlyList<FactLookup> Lookups { get; init; } = [];

    /// <summary>The day in UTC; null where dates and rollouts do not count, as in the tests of rules.</summary>
    public required DateOnly? Today { get; init; }

    /// <summary>Active rules that only suggest, since they turned out to be wrong too often.</summary>
    public IReadOnlySet<RuleVersion> Demoted { get; init; } = FrozenSet<RuleVersion>.Empty;

    /// <summary>A rule that acts whatever its status, as a rule does in its own tests; null where none does.</summary>
    public Rule? Trial { get; init; }

    /// <summary>Whether the host had no handler for what the winner does, where only that is known of it.</summary>
    public bool LacksHandlers { get; init; }

    /// <summary>The last resort for texts.</summary>
    public string DefaultLocale { get; init; } = "en";

    /// <summary>Whether the text tells the language where the locale does not, or is certainly in another.</summary>
    public bool ReadsLanguage { get; init; } = true;

    /// <summary>The language that the issue is in; null where nothing says it.</summary>
    public IssueLanguage? Language => ReadsLanguage ? Text.IssueLanguage : LanguageTag.Given(Text.Issue.Locale);

    /// <summary>The locale of what is said: that of the issue, but its language where that is read; else the default.</summary>
    /// <remarks>Of what only the script is certain may be in the default.</remarks>
    public string Locale =>
        Language is { IsRead: true } read
        && (!LanguageRelations.IsOnlyScript(read.Tag) || LanguageRelations.IsCertainlyNot(read.Tag, Text.Locale))
            ? read.Tag
            : Text.Locale;

    /// <summary>Fills the forms of handovers; null where nobody is to get one.</summary>
    public HandoverFormBuilder? Forms { get; init; }

    /// <summary>How the issue's channel wants its texts.</summary>
    public AnswerFormat Format { get; init; }
}
