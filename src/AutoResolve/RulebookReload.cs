using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>An attempt to change the rulebook while the application runs.</summary>
public sealed class RulebookReload
{
    internal RulebookReload(bool accepted, Rulebook current, IReadOnlyList<Diagnostic> diagnostics) =>
        (Accepted, Current, Diagnostics) = (accepted, current, diagnostics);

    /// <summary>Whether the rule files as they are now are in force; where they are not, the last good rulebook is.</summary>
    public bool Accepted { get; }

    /// <summary>The rulebook in force now.</summary>
    public Rulebook Current { get; }

    /// <summary>What was found in the new rule files; with errors where they were refused.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
