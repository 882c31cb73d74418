namespace AutoResolve;

/// <summary>A rule that would hold if nothing were denied.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Evidence">The words for which it does not.</param>
public sealed record DeniedRule(RuleReference Rule, IReadOnlyList<DeniedEvidence> Evidence)
{
    /// <summary>The words for which it does not hold.</summary>
    public IReadOnlyList<DeniedEvidence> Evidence
    {
        get;
        init => field = ValueList<DeniedEvidence>.Of(value);
    } = ValueList<DeniedEvidence>.Of(Evidence);
}
