namespace AutoResolve.Rules.Formatting;

/// <summary>A word of a rule file in place of another.</summary>
/// <param name="Position">Where it stood.</param>
/// <param name="What">What it is: <c>outcome of rule 'sign-in.loop'</c>.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is now.</param>
public sealed record Rewording(FilePosition Position, string What, string Before, string After);

/// <summary>A rule file in the words of today's format, and what was written differently before.</summary>
internal sealed record UpgradedFile(RuleFile File, IReadOnlyList<Rewording> Rewordings);
