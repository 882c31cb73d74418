using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>A part of a profile in one language.</summary>
/// <param name="Visible">The set that it stands in, and those whose names it may use.</param>
/// <param name="Language">The language.</param>
/// <param name="Name">What it is called: <c>solved</c>, <c>errorCode</c>.</param>
/// <param name="Item">What it is.</param>
internal sealed record ProfileEntry<T>(IReadOnlyList<RuleSet> Visible, string Language, string Name, T Item)
{
    public RuleSet Set => Visible[0];

    /// <summary>Whether another stands for the same, so that it replaces this one.</summary>
    public bool IsReplacedBy(ProfileEntry<T> other) =>
        string.Equals(Language, other.Language, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Name, other.Name, StringComparison.Ordinal);
}
