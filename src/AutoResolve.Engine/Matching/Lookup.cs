using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Matching;

/// <summary>How the index looks for what a condition wants. What has none is evaluated with every issue that leads to its rule.</summary>
internal abstract record Lookup;

/// <summary>Phrases, found by their words.</summary>
internal sealed record PhraseLookup(PhraseRelation Relation, IReadOnlyList<Phrase> Phrases, int Within = 0) : Lookup;

/// <summary>What phrases must be to each other.</summary>
internal enum PhraseRelation
{
    /// <summary>One must be there.</summary>
    Any,

    /// <summary>All must be there.</summary>
    All,

    /// <summary>All must be there, close together.</summary>
    Near,
}

/// <summary>Phrases that count points, found by their words.</summary>
/// <param name="Phrases">The phrases.</param>
/// <param name="Points">What each counts.</param>
/// <param name="Needed">What they must come to.</param>
internal sealed record PointsLookup(IReadOnlyList<Phrase> Phrases, IReadOnlyList<int> Points, int Needed) : Lookup;

/// <summary>A classifier, asked once for all conditions on it.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="Labels">The labels, by number, of which the text must be one.</param>
/// <param name="IsUnlike">Whether it must be none of them.</param>
/// <param name="LeastShare">How likely that must be, in millionths.</param>
/// <param name="Window">How many words of the text suffice, 0 where it is about all.</param>
/// <param name="Pointer">Where the labels stand, for evidence.</param>
internal sealed record ReadsLookup(TextClassifier Classifier, int[] Labels, bool IsUnlike, int LeastShare, int Window, string Pointer)
    : Lookup
{
    /// <summary>How many features are evidence at most.</summary>
    public const int MaxNamed = 5;
}

/// <summary>Raw text that has one of these in it, ignoring case.</summary>
internal sealed record StringLookup(IEnumerable<string> Strings) : Lookup;

/// <summary>Raw text that is read letter by letter, where it has what is required.</summary>
internal sealed record LiteralLookup(LiteralRequirement Required) : Lookup;

/// <summary>Raw text that a regular expression reads. What it requires was found when it was compiled.</summary>
internal sealed record RegexLookup(string Pattern) : Lookup;

/// <summary>The whole value is one of these.</summary>
internal sealed record ValueLookup(IReadOnlyList<string> Values) : Lookup;
