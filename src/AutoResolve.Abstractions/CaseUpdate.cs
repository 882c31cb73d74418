namespace AutoResolve;

/// <summary>What a later turn brought to a case that a team or a person has already. Plain data, equal by value.</summary>
public sealed record CaseUpdate
{
    /// <summary>What it brought and what was done about it, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>
    /// The turns that were not told before, in order. After a restart they are the journal's copy, in which personal data is masked.
    /// Empty where the issue itself was delivered again with other content.
    /// </summary>
    public IReadOnlyList<Turn> Turns
    {
        get;
        init => field = ValueList<Turn>.WithoutNulls(value);
    } = ValueList<Turn>.Empty;

    /// <summary>The whole of what is known now.</summary>
    public required Handover Handover { get; init; }
}
