namespace AutoResolve;

/// <summary>How AutoResolve works in a host.</summary>
public sealed class AutoResolveOptions
{
    /// <summary>The folder of rule files; not used where <see cref="AutoResolveBuilder.UseRules(Sources.IRuleSource)"/> sets another
    /// source.
    /// Read once at start.</summary>
    /// <value>Default: <c>rules</c>. A relative path starts at the host's content root, or without a host at the current folder.</value>
    public string RulesFolder { get; set; } = "rules";

    /// <summary>How rules are loaded.</summary>
    public RulebookOptions Rulebook { get; } = new();

    /// <summary>Whether changed rules are loaded while the application runs. A broken change is refused, logged, and the last good rulebook
    /// kept. What could not be read is tried again until it is. Read once at start.</summary>
    /// <value>Default: true.</value>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>How often changes of the rules and of the file of incidents are looked for, whether they are told as they happen or
    /// not. Looking costs little: it compares names, lengths and times, and reads what these cannot tell. A source that gives no token
    /// to ask is read anew. Read once at start.</summary>
    /// <value>100 milliseconds to 1 day. Default: 5 seconds.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most UTF-16 units of a title, of the texts of a case in sum, and of a field that are read: the newest texts first.
    /// The rest is
    /// left out, and the resolution remarks on it. May change while the host runs.</summary>
    /// <value>Default: 100,000.</value>
    public int MaxTextLength { get; set; } = 100_000;

    /// <summary>How much work rules may do to decide an issue, in steps as <see cref="EvaluationContext.MaxWork"/> counts them, and guards
    /// as much again. What would take more goes to a person (<see cref="ResolutionReason.TooMuchWork"/>). May change while the host
    /// runs.</summary>
    /// <value>At least 1. Default: 9,000,000.</value>
    public long MaxWork { get; set; } = 9_000_000;

    /// <summary>How long one fact may take to look up before it counts as unknown. May change while the host runs.</summary>
    /// <value>Above 0, at most 1 day. Default: 2 seconds.</value>
    public TimeSpan FactTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How answers are encoded, by channel; names are compared ignoring case. Channels that are not listed get plain text. May
    /// change while the host runs.</summary>
    /// <value>Default: <c>web</c> and <c>portal</c> get HTML.</value>
    public IDictionary<string, AnswerFormat> ChannelFormats { get; } =
        new Dictionary<string, AnswerFormat>(StringComparer.OrdinalIgnoreCase)
        {
            ["web"] = AnswerFormat.Html,
            ["portal"] = AnswerFormat.Html,
        };

    /// <summary>Who writes on a channel, where an issue or turn does not say; names are compared ignoring case. May change while the host
    /// runs.</summary>
    /// <value>Default: empty. What nobody says is taken for a customer's.</value>
    public IDictionary<string, Author> ChannelAuthors { get; } = new Dictionary<string, Author>(StringComparer.OrdinalIgnoreCase);
}
