using System.Globalization;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Costs;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>What a rulebook costs, for people.</summary>
internal static class CostText
{
    private const int MaxParts = 20;

    public static void Write(CostReport report, Screen screen)
    {
        screen.Line(
            Invariant(
                $"{Plural.Of(report.Issues, "issue")} of {report.Characters} characters (median), {Plural.Of(report.Rules, "rule")}. "
            ) + "Microseconds of the processor and bytes for one issue:"
        );
        screen.Render(Operations(report.Operations));
        screen.Line(
            report.Loop is { } loop
                ? Invariant($"{loop.Rules} of them as a loop that is written by hand: {loop.Microseconds:N2}; ")
                    + Invariant($"match with the same rules: {loop.OwnMicroseconds:N2}. The loop finds strings as they stand.")
                : "None of them can be written as a loop over strings."
        );
        screen.Line();
        screen.Line(Invariant($"Where the time of match goes ({100 * report.Explained:0} % explained):"));
        screen.Render(Parts(report.Parts));
        if (report.Parts.Any(part => part.Microseconds == 0))
            screen.Line("What stands as 0 costs less than can be told from noise.");
        if (report.Parts.Any(part => !part.IsResolved))
            screen.Line("There was no time to look into all parts: give more --seconds.");
    }

    private static Table Operations(IEnumerable<OperationCost> operations)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("");
        foreach (var column in new[] { "first call", "first calls", "bytes", "warm", "bytes" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var cost in operations)
            table.AddRow(
                cost.Operation.ToString().ToLowerInvariant(),
                Invariant($"{cost.FirstMicroseconds:N0}"),
                Invariant($"{cost.FirstCallsMicroseconds:N1} ({cost.FirstCalls:N0})"),
                Invariant($"{cost.FirstCallsBytes:N0}"),
                Invariant($"{cost.Microseconds:N2}"),
                Invariant($"{cost.Bytes:N0}")
            );
        return table;
    }

    private static Table Parts(IReadOnlyList<CostPart> parts)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("share").RightAligned()).AddColumn(new TableColumn("warm").RightAligned());
        table.AddColumns("what", "why");
        foreach (var part in parts.Take(MaxParts))
            table.AddRow(
                Invariant($"{100 * part.Share:0.0} %"),
                Invariant($"{part.Microseconds:N2}"),
                Markup.Escape(SafeText.Line(What(part))),
                Markup.Escape(Why(part))
            );
        if (parts.Count > MaxParts)
            table.AddRow(
                Invariant($"{100 * parts.Skip(MaxParts).Sum(part => part.Share):0.0} %"),
                Invariant($"{parts.Skip(MaxParts).Sum(part => part.Microseconds):N2}"),
                Plural.Of(parts.Count - MaxParts, "other part"),
                ""
            );
        return table;
    }

    private static string What(CostPart part) =>
        part switch
        {
            { Kind: CostKind.Reading } => "reading",
            { Kind: CostKind.Sets } => "sets",
            { Kind: CostKind.Typos } => "typing errors",
            { Kind: CostKind.Classifier, List: { } classifier } => $"classifier {classifier}",
            { List: { } list } => $"@{list}, {Plural.Of(part.Rules.Count, "rule")}",
            { Rules: [var only] } => only,
            _ => $"{Plural.Of(part.Rules.Count, "rule")}, {part.Rules[0]} to {part.Rules[^1]}",
        };

    private static string Why(CostPart part) =>
        part.Kind switch
        {
            CostKind.Reading => "the texts, whatever the rules",
            CostKind.Sets => "languages, lists and named conditions, without rules",
            CostKind.Typos => "whatever is read with one; \"typos\": false turns that off",
            CostKind.Classifier => "what it makes of the words, once for all rules",
            CostKind.Words => "words and phrases" + Looked(part),
            CostKind.Fields => "fields and facts" + Looked(part),
            CostKind.LongList => "a list of 100 phrases or more" + Looked(part),
            CostKind.Points => "points" + Looked(part),
            CostKind.Near => "near" + Looked(part),
            CostKind.Contains => "contains" + Looked(part),
            CostKind.Regex => "regex" + Looked(part),
            CostKind.Expression => "expression" + Looked(part),
            _ => "no word finds it, so it is evaluated with every issue (AR2014)",
        };

    private static string Looked(CostPart part) =>
        part.Rules.Count == 1 ? Invariant($", evaluated for {part.Evaluated:0.#} % of issues") : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
