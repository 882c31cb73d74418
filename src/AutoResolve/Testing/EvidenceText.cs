namespace AutoResolve.Testing;

/// <summary>The words of the issue that a piece of evidence points to.</summary>
internal static class EvidenceText
{
    /// <returns>Null where the evidence is not in the issue's title, text or fields.</returns>
    public static string? Of(Evidence evidence, Issue issue)
    {
        var source = evidence.Source switch
        {
            "title" => issue.Title,
            "text" => issue.Text,
            _ when evidence.Source.StartsWith("field:", StringComparison.Ordinal) => issue.Fields.GetValueOrDefault(evidence.Source["field:".Length..]),
            _ => null,
        };
        return source is not null && evidence.Start >= 0 && evidence.Start + evidence.Length <= source.Length ? source.Substring(evidence.Start, evidence.Length) : null;
    }
}
