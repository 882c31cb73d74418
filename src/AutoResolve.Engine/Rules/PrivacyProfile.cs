using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>What is personal for the customers of an organisation, and what is nobody's, as read.</summary>
internal sealed record PrivacyProfile
{
    /// <summary>The organisation's own sites: names of servers.</summary>
    public IReadOnlyList<Located<string>> Sites { get; init; } = [];

    /// <summary>Telephone numbers that are nobody's.</summary>
    public IReadOnlyList<Located<string>> PublicNumbers { get; init; } = [];

    /// <summary>Numbers that are somebody's.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>The forms of ids of tickets and the like.</summary>
    public IReadOnlyList<Located<string>> Records { get; init; } = [];

    /// <summary>Words behind which names are written.</summary>
    public IReadOnlyList<Located<string>> People { get; init; } = [];

    /// <summary>Words that are written like names, and are none.</summary>
    public IReadOnlyList<Located<string>> NotNames { get; init; } = [];
}

/// <summary>A number by which an organisation knows its people.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Words">What is said before it.</param>
/// <param name="Patterns">Its forms.</param>
internal sealed record Identifier(Located<string> Name, IReadOnlyList<Located<string>> Words, IReadOnlyList<Located<string>> Patterns);
