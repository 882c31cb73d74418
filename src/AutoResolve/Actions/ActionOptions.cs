namespace AutoResolve.Actions;

/// <summary>How far actions go.</summary>
public sealed class ActionOptions
{
    /// <summary>How far automation goes. Can be changed while the host runs, as any option can.</summary>
    /// <value>Default: <see cref="OperatingMode.Active"/>.</value>
    public OperatingMode Mode { get; set; } = OperatingMode.Active;

    /// <summary>The highest safety class that runs without a person's approval. What is irreversible never does, whatever this says.</summary>
    /// <value>Default: <see cref="ActionSafety.Reversible"/>.</value>
    public ActionSafety SafetyCeiling { get; set; } = ActionSafety.Reversible;

    /// <summary>Whether handlers only rehearse. Nothing is carried out; handlers that cannot rehearse are not called.</summary>
    /// <value>Default: false.</value>
    public bool DryRun { get; set; }

    /// <summary>How old an unfinished entry of the journal must be at start before it is taken up again. Other hosts on the same journal may still work on younger ones.</summary>
    /// <value>Default: zero, for one host to a journal. With several, longer than the longest total timeout of a handler times the most actions of a rule.</value>
    public TimeSpan RecoverAfter { get; set; }

    /// <summary>How often what other hosts on the same journal wrote about stops and demotions is read.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(5);
}
