using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>Everything that finding rules by the words of an issue needs. Immutable, safe for any number of threads.</summary>
internal sealed class RuleIndex
{
    /// <summary>By ordinal.</summary>
    public required CompiledRule[] Rules { get; init; }

    /// <summary>Where the condition of each rule begins in the code.</summary>
    public required int[] Starts { get; init; }

    /// <summary>What is run where one of their anchors is found.</summary>
    public required RuleAlternative[] Alternatives { get; init; }

    /// <summary>By ordinal what is run of a rule that matches, of those of which there is something.</summary>
    public required IReadOnlyDictionary<int, AsideStarts> Asides { get; init; }

    /// <summary>The alternatives that are run for every issue, with the scopes of their rules.</summary>
    public required Posting[] Always { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required RuleCode Code { get; init; }

    /// <summary>What rules ask classifiers.</summary>
    public required AskedClassifier[] Classifiers { get; init; }

    /// <summary>What they know.</summary>
    public required FeatureTable Features { get; init; }

    public required PostingTable Postings { get; init; }

    /// <summary>The members of each group.</summary>
    public required Posting[][] Groups { get; init; }

    /// <summary>By which rules are found that nearly match, or are left out.</summary>
    public required NearMissIndex Near { get; init; }

    public required ScopeTable Scopes { get; init; }

    public required FieldTable Fields { get; init; }

    /// <summary>Of each word, see <see cref="PairFlags"/>.</summary>
    public required byte[] PairWords { get; init; }

    /// <summary>Of each term the same.</summary>
    public required byte[] PairTerms { get; init; }

    /// <summary>Whether words in quoted replies and signatures matter.</summary>
    public required bool ReadsEverything { get; init; }

    /// <summary>Of each rule whether it is a guard.</summary>
    public required bool[] IsGuard { get; init; }

    /// <summary>Whether any rule is a guard.</summary>
    public required bool HasGuards { get; init; }
}

/// <summary>A condition by which a rule matches: its own, or one of those of which one must hold.</summary>
/// <param name="Rule">The rule, by its place in the index.</param>
/// <param name="Start">Where the condition begins in the code.</param>
internal readonly record struct RuleAlternative(int Rule, int Start);

/// <summary>Where the conditions begin in the code that say what a rule has left to do, -1 for what has no condition.</summary>
/// <param name="Tried"><c>triedWhen</c> of each step; null where no step has one.</param>
/// <param name="Answered"><c>answeredWhen</c> of each question; null where no question has one.</param>
internal sealed record AsideStarts(int[]? Tried, int[]? Answered);

/// <summary>Whether two words side by side that lead to something may begin or end with a word.</summary>
internal static class PairFlags
{
    /// <summary>They lead to rules, and may begin with it.</summary>
    public const byte First = 1;

    /// <summary>They lead to rules, and may end with it.</summary>
    public const byte Second = 2;

    /// <summary>They lead to phrases of lists, and may begin with it.</summary>
    public const byte FirstOfList = 4;

    /// <summary>They lead to phrases of lists, and may end with it.</summary>
    public const byte SecondOfList = 8;
}
