namespace AutoResolve;

/// <summary>What a rulebook is loaded for, beyond what its authors and operators set in <see cref="RulebookOptions"/>.</summary>
public sealed record RulebookPurpose
{
    /// <summary>The handlers of the host, so that the parameters of actions are checked against what they take.</summary>
    /// <value>Default: none.</value>
    /// <exception cref="ArgumentException">It is null, or one of them is.</exception>
    public IReadOnlyList<ActionSignature> Handlers
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Contains(null!))
                throw new ArgumentException("A handler is null.", nameof(value));
            field = value;
        }
    } = [];

    /// <summary>Whether rules may name any handler: for reading the rules of a host without being that host.</summary>
    /// <value>Default: false.</value>
    public bool AnyHandler { get; init; }

    /// <summary>Whether rules act whatever their status, retired ones apart: for asking what drafts would do.</summary>
    /// <value>Default: false.</value>
    public bool OnTrial { get; init; }

    /// <summary>Whether the rulebook holds on to its files, see <see cref="Rulebook.Files"/>.</summary>
    /// <value>Default: false.</value>
    public bool KeepFiles { get; init; }

    /// <summary>Whether it is linted: errors are found without it, remarks are not.</summary>
    /// <value>Default: true. Set it to false for a rulebook that was linted before, such as one from a journal.</value>
    public bool Lint { get; init; } = true;

    /// <summary>How many threads may work on loading it.</summary>
    /// <value>Default: one for each processor.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxThreads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;
}
