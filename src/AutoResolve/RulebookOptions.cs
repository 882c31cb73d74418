using AutoResolve.Decisions.Signatures;

namespace AutoResolve;

/// <summary>How a rulebook is loaded.</summary>
public sealed class RulebookOptions
{
    /// <summary>Whether rules may hold C#-like expressions. They are code: allow them only for rules you trust.</summary>
    /// <value>Default: false; a rule with an expression is then an error.</value>
    public bool AllowExpressions { get; set; }

    /// <summary>The locale of issues that have none, and the last resort for answers.</summary>
    /// <value>Default: <c>en</c>.</value>
    public string DefaultLocale { get; set; } = "en";

    /// <summary>The names of the action handlers that the host has. A rule that names another is an error.</summary>
    /// <value>Default: null; names are then checked against the <c>handlers</c> of the rule files.</value>
    public IReadOnlyCollection<string>? Handlers { get; set; }

    /// <summary>The handlers that the host has registered, with their parameters.</summary>
    internal IReadOnlyList<ActionSignature> Signatures { get; set; } = [];

    /// <summary>Whether rules may name any handler: who reads the rules of a host elsewhere does not have its handlers.</summary>
    internal bool AnyHandler { get; set; }

    /// <summary>Whether rules act whatever their status, retired ones apart: what would they do?</summary>
    internal bool OnTrial { get; set; }

    /// <summary>Whether the rulebook holds on to its files until they are in a journal.</summary>
    internal bool KeepFiles { get; set; }

    /// <summary>The largest rule file that is read, in bytes.</summary>
    /// <value>Default: 8 MiB.</value>
    public long MaxFileBytes { get; set; } = 8 * 1024 * 1024;
}
