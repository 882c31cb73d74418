using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>A condition as read. See rules/docs/format.md for the meaning of each kind.</summary>
/// <param name="Location">Where the JSON object of the condition begins.</param>
internal abstract record Condition(SourceLocation Location)
{
    /// <summary>The conditions that stand in it.</summary>
    public virtual IEnumerable<Condition> Inside => [];

    /// <summary>The phrases that it looks for itself.</summary>
    public virtual IEnumerable<Located<string>> PhrasesSought => [];

    /// <summary>The field of the issue that it reads.</summary>
    public virtual string? FieldRead => null;

    /// <summary>Code that may read fields, which it names.</summary>
    public virtual string? Code => null;

    /// <summary>What it reads other than text, in words; null where it reads text, or only what stands in it reads anything.</summary>
    public virtual string? ReadsBesideText => null;

    /// <summary>Whether it may hold although nothing is found.</summary>
    public virtual bool HoldsOfNothing => false;

    /// <summary>Whether it holds wherever another does, as far as the two say by themselves.</summary>
    public virtual bool FollowsFrom(Condition given) => false;

    /// <summary>Whether a field has a value wherever it holds.</summary>
    public virtual bool RequiresField(string field) => false;
}

/// <summary>
/// What stands for a condition that was reported as broken, so that its rule or name exists and nothing that refers to it is reported as
/// well.
/// </summary>
internal sealed record BrokenCondition(SourceLocation Location) : Condition(Location)
{
    public override bool HoldsOfNothing => true;
}

/// <summary>A leaf that reads text: of the issue, or of the field or fact in whose condition it stands.</summary>
internal abstract record TextCondition(TextPart In, SourceLocation Location) : Condition(Location)
{
    /// <summary>How its phrases are compared, where it has phrases.</summary>
    public PhraseOptions Options { get; init; } = PhraseOptions.Default;

    /// <summary>Whether its words are no reason not to read a misspelt word as one of another condition, where they bear no
    /// errors.</summary>
    public virtual bool StandsAside => false;

    /// <summary>Phrases of which its phrases may be no part where they stand.</summary>
    public IReadOnlyList<Located<string>> Except { get; init; } = [];
}

/// <summary>Which part of the text a leaf reads.</summary>
internal enum TextPart
{
    /// <summary>The customer's own words in title and text.</summary>
    OwnWords = 0,

    /// <summary>The title only.</summary>
    Title,

    /// <summary>The customer's own words in the text.</summary>
    Text,

    /// <summary>Title and text with quoted replies and signatures.</summary>
    Everything,
}

/// <summary>Comparisons of strings as rule files give them.</summary>
internal static class LocatedTexts
{
    /// <summary>Whether each of some is one of all, whatever the case.</summary>
    public static bool AreAmong(this IReadOnlyList<Located<string>> some, IReadOnlyList<Located<string>> all) =>
        some.All(one => all.Any(other => one.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether they are the same, whatever the order and the case.</summary>
    public static bool AreSameAs(this IReadOnlyList<Located<string>> some, IReadOnlyList<Located<string>> others) =>
        some.AreAmong(others) && others.AreAmong(some);
}
