namespace AutoResolve;

/// <summary>Words that a condition looked for and that do not count, since their sentence denies them or the rule excepts them.</summary>
/// <param name="Evidence">Where they stand.</param>
/// <param name="Why">What their sentence makes of them.</param>
public sealed record DeniedEvidence(Evidence Evidence, DenialReason Why)
{
    /// <summary>Why they are not counted, in a sentence for staff.</summary>
    /// <param name="found">The words, as <see cref="Evidence.TextIn"/> gives them; null where they are not known.</param>
    public string Describe(string? found) =>
        $"»{found ?? Evidence.Condition}« is not counted: "
        + Why switch
        {
            DenialReason.Denied => "its sentence denies it.",
            DenialReason.Over => "its sentence says that it is over.",
            DenialReason.Solved => "its sentence says that it is solved.",
            DenialReason.Supposed => "its sentence only supposes it.",
            _ => "it is part of a phrase that the rule excepts.",
        };
}
