using AutoResolve.Regexes;

namespace AutoResolve.Privacy;

/// <summary>What an organisation adds to the forms of personal data that are the same everywhere: its own numbers, words and
/// sites.</summary>
internal sealed record RedactionProfile
{
    /// <summary>Nothing of anybody's.</summary>
    public static RedactionProfile General { get; } = new();

    /// <summary>The sites, by the end of their servers' names, on which pages are nobody's.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Telephone numbers that are nobody's: their digits.</summary>
    public IReadOnlyList<string> PublicNumbers { get; init; } = [];

    /// <summary>Words that are said before numbers that are somebody's.</summary>
    public IReadOnlyList<string> NumberNames { get; init; } = [];

    /// <summary>The forms of numbers that are somebody's.</summary>
    public IReadOnlyList<CompiledRegex> Identifiers { get; init; } = [];

    /// <summary>The forms of numbers that are nobody's: of letters, digits and dashes, as a whole.</summary>
    public IReadOnlyList<CompiledRegex> Records { get; init; } = [];

    /// <summary>Words behind which names are written.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Words that are written like names there, and are none.</summary>
    public IReadOnlyList<string> NotNames { get; init; } = [];
}
