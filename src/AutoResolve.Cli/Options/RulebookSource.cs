namespace AutoResolve.Cli.Options;

/// <summary>Where the rulebook is and how it is loaded.</summary>
internal sealed record RulebookSource(string Folder, RulebookOptions Options)
{
    /// <summary>What it is loaded for.</summary>
    public RulebookPurpose Terms { get; init; } = new();
}
