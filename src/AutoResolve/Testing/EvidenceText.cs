using AutoResolve.Matching;

namespace AutoResolve.Testing;

/// <summary>The words of the issue that a piece of evidence points to.</summary>
internal static class EvidenceText
{
    /// <returns>Null where the evidence is not in the issue.</returns>
    public static string? Of(Evidence evidence, IssueText text)
    {
        var source = evidence.Source switch
        {
            "title" => text.Issue.Title,
            "text" => text.Issue.Text,
            _ when evidence.Source.StartsWith("field:", StringComparison.Ordinal) => text.Issue.Fields.GetValueOrDefault(evidence.Source["field:".Length..]),
            _ => null,
        };
        return source is not null && evidence.Start >= 0 && evidence.Start + evidence.Length <= source.Length ? source.Substring(evidence.Start, evidence.Length) : null;
    }
}
