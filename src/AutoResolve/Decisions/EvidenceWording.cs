using AutoResolve.Matching;

namespace AutoResolve.Decisions;

/// <summary>Says what a piece of evidence is, to staff who need not know how rules are written.</summary>
internal static class EvidenceWording
{
    private const int LongestFound = 60;
    private const string Field = "field:";
    private const string Fact = "fact:";

    public static string Of(Evidence evidence, IssueText text) => evidence.Source switch
    {
        "title" => Quote(Sought(evidence, text.Issue.Title)),
        "text" => Quote(Sought(evidence, text.Issue.Text)),
        "expression" => "an expression",
        { } source when source.StartsWith(Field, StringComparison.Ordinal) => Named(evidence, source[Field.Length..], text),
        { } source when source.StartsWith(Fact, StringComparison.Ordinal) => Named(evidence, $"the fact {source[Fact.Length..]}", text),
        _ => Quote(evidence.Condition),
    };

    private static string Named(Evidence evidence, string name, IssueText text) =>
        evidence.Pointer.EndsWith("/exists", StringComparison.Ordinal) ? name
        : evidence.Source.StartsWith(Field, StringComparison.Ordinal)
            ? $"{name} {Quote(Sought(evidence, text.Issue.Fields.GetValueOrDefault(evidence.Source[Field.Length..])))}"
            : $"{name} {Quote(evidence.Condition)}";

    private static string Quote(string words) => $"\"{words}\"";

    // Where a rule looks for any phrase of a list, that which was found says more than the name of the list; it is the rule's as well.
    private static string Sought(Evidence evidence, string? text)
    {
        var condition = evidence.Condition;
        if (!condition.Contains('@', StringComparison.Ordinal) && !condition.Contains('=', StringComparison.Ordinal))
            return condition;
        if (text is null || evidence.Start + evidence.Length > text.Length || evidence.Length is 0 or > LongestFound)
            return condition.Replace("@", "", StringComparison.Ordinal).Replace("=", "", StringComparison.Ordinal);
        var found = text.AsSpan(evidence.Start, evidence.Length);
        return found.IndexOfAny('\r', '\n', '\t') < 0
            ? found.ToString()
            : string.Join(' ', found.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
