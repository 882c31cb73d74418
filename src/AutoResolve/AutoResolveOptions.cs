namespace AutoResolve;

/// <summary>How AutoResolve works in a host.</summary>
public sealed class AutoResolveOptions
{
    /// <summary>The folder of rule files, as <see cref="Rules"/> set it.</summary>
    /// <value>Default: <c>rules</c>. A relative path starts at the host's content root, or without a host at the current folder.</value>
    public string RulesFolder { get; private set; } = "rules";

    /// <summary>How rules are loaded.</summary>
    public RulebookOptions Rulebook { get; } = new();

    /// <summary>Whether a changed rule file is loaded while the application runs. A broken change is refused, logged, and the last good rulebook kept.</summary>
    /// <value>Default: true.</value>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>The most UTF-16 units of a title, a text or a field that are read; the rest is left out, and the resolution remarks on it.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxTextLength { get; set; } = 100_000;

    /// <summary>How long one fact may take to look up before it counts as unknown.</summary>
    /// <value>Default: 2 seconds.</value>
    public TimeSpan FactTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How answers are encoded, by channel; names are compared ignoring case. Channels that are not listed get plain text.</summary>
    /// <value>Default: <c>web</c> and <c>portal</c> get HTML.</value>
    public IDictionary<string, AnswerFormat> ChannelFormats { get; } = new Dictionary<string, AnswerFormat>(StringComparer.OrdinalIgnoreCase)
    {
        ["web"] = AnswerFormat.Html,
        ["portal"] = AnswerFormat.Html,
    };

    /// <summary>Sets the folder of rule files.</summary>
    /// <param name="folder">The folder; see <see cref="RulesFolder"/>.</param>
    /// <returns>These options.</returns>
    public AutoResolveOptions Rules(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        RulesFolder = folder;
        return this;
    }
}
