namespace AutoResolve.Rules.Formatting;

/// <summary>A rule file in the words of today's format, and what was written differently before.</summary>
internal sealed record UpgradedFile(RuleFile File, IReadOnlyList<Rewording> Rewordings);
