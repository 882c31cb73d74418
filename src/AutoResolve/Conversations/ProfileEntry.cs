using AutoResolve.Rules.Model;

namespace AutoResolve.Conversations;

/// <summary>A part of a profile in one language, and the set whose names count in it.</summary>
internal sealed record ProfileEntry<T>(RuleSet Set, string Language, string Name, T Item)
{
    /// <summary>Whether another stands for the same, so that it replaces this one.</summary>
    public bool IsReplacedBy(ProfileEntry<T> other) =>
        string.Equals(Language, other.Language, StringComparison.OrdinalIgnoreCase) && string.Equals(Name, other.Name, StringComparison.Ordinal);
}
