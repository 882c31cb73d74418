namespace AutoResolve.Matching;

/// <summary>The words of the issue that a piece of evidence points to.</summary>
internal static class EvidenceText
{
    private const string Field = "field:";

    /// <returns>Null where the evidence is not in the title, a text or a field of the issue or its turns.</returns>
    public static string? Of(Evidence evidence, Issue issue) =>
        WholeOf(evidence, issue) is { } whole && evidence.Start >= 0 && evidence.Start + evidence.Length <= whole.Length
            ? whole.Substring(evidence.Start, evidence.Length)
            : null;

    /// <summary>The text in which the evidence stands, see <see cref="Of"/>.</summary>
    public static string? WholeOf(Evidence evidence, Issue issue)
    {
        var turn = evidence.Turn is { } id ? issue.Turns.FirstOrDefault(turn => turn.Id == id) : null;
        if (turn is null && evidence.Turn is not null)
            return null;
        return evidence.Source switch
        {
            "title" => issue.Title,
            "text" => turn is null ? issue.Text : turn.Text,
            _ when evidence.Source.StartsWith(Field, StringComparison.Ordinal) => (turn?.Fields ?? issue.Fields).GetValueOrDefault(
                evidence.Source[Field.Length..]
            ),
            _ => null,
        };
    }
}
