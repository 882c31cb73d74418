using System.Globalization;
using System.Runtime.CompilerServices;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Decisions;

/// <summary>How decisions are put in sentences. They quote what rules look for, never what only the customer wrote.</summary>
internal static class DecisionWording
{
    private const int MaxQuoted = 3;

    /// <summary>What else it speaks of, and who gets that.</summary>
    public static string Besides(RankedMatch other, OtherProblem told, MatchInput text) =>
        told.Team is { } team
            ? $"It speaks of something else, too, and team {team} gets it as well: {Matched(other, text)}"
            : $"It speaks of something else, too, that is not dealt with: {Matched(other, text)}";

    public static string Matched(RankedMatch candidate, MatchInput text)
    {
        var evidence = Distinct(candidate.Match.Evidence);
        if (evidence.Count == 0)
            return $"Rule {candidate.Reference.Id} matched.";
        var said = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        said.AppendLiteral("Rule ");
        said.AppendLiteral(candidate.Reference.Id);
        said.AppendLiteral(" matched ");
        var items = Math.Min(evidence.Count, MaxQuoted + 1);
        for (var at = 0; at < items; at++)
        {
            if (at > 0)
                said.AppendLiteral(at == items - 1 ? " and " : ", ");
            if (at == MaxQuoted)
            {
                said.AppendFormatted(evidence.Count - MaxQuoted);
                said.AppendLiteral(" more");
                break;
            }

            said.AppendLiteral(EvidenceWording.Of(evidence[at], text));
            said.AppendLiteral(ReadAs(evidence[at]));
        }

        said.AppendLiteral(".");
        return said.ToStringAndClear();
    }

    private static string ReadAs(Evidence evidence) => evidence.ReadAs is null ? "" : " (misspelt)";

    // What was looked for, each once.
    private static List<Evidence> Distinct(IReadOnlyList<Evidence> evidence)
    {
        List<Evidence> distinct = [];
        for (var at = 0; at < evidence.Count; at++)
        {
            if (!Contains(distinct, evidence[at]))
                distinct.Add(evidence[at]);
        }

        return distinct;
    }

    private static bool Contains(List<Evidence> known, Evidence evidence)
    {
        foreach (var one in known)
        {
            if (
                one.Condition.Equals(evidence.Condition, StringComparison.OrdinalIgnoreCase)
                && (one.Source == evidence.Source || (EvidenceWording.IsText(one) && EvidenceWording.IsText(evidence)))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The condition that a near miss failed by, with what stands directly inside it.</summary>
    public static string Failed(CompiledCondition failed, bool isUnwanted)
    {
        var described = failed is CombinedCondition combined ? $"{failed.Description} ({Inside(combined.Children)})" : failed.Description;
        return isUnwanted ? $"not {described}" : described;
    }

    public static string And(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            2 => $"{items[0]} and {items[1]}",
            _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
        };

    private static string Inside(IReadOnlyList<CompiledCondition> children)
    {
        var named = string.Join("; ", children.Take(MaxQuoted).Select(Short));
        return children.Count > MaxQuoted ? $"{named}; … {children.Count - MaxQuoted} more" : named;
    }

    private static string Short(CompiledCondition condition) =>
        condition is CombinedCondition ? $"{condition.Description} …" : condition.Description;

    private static readonly (UndecodedRemains Remains, string Wording)[] Undecoded =
    [
        (UndecodedRemains.QuotedPrintable, "quoted-printable, such as =20 and =E2=80=99"),
        (UndecodedRemains.Mojibake, "UTF-8 read as Windows-1252, such as â€™ and Ã©"),
        (UndecodedRemains.Entities, "entities of HTML in plain text, such as &nbsp; and &#39;"),
    ];

    public static IReadOnlyList<string> Remarks(DecisionInput input, IReadOnlyList<string> unread)
    {
        List<string>? remarks = null;
        if (input.Text.Truncated)
            (remarks ??= []).Add("The title, the text or a field is longer than is read; its end was left out.");
        foreach (var (remains, wording) in Undecoded)
        {
            if ((input.Text.Remains & remains) != 0)
                (remarks ??= []).Add($"The text was not decoded on its way here ({wording}); it is read as what was meant.");
        }

        if (unread.Count > 0)
            (remarks ??= []).AddRange(unread);
        for (var at = 0; at < input.Lookups.Count; at++)
        {
            if (input.Lookups[at] is { Problem: { } problem, Name: var name })
                (remarks ??= []).Add($"The fact {name} is unknown: {problem}.");
        }

        return remarks ?? (IReadOnlyList<string>)[];
    }

    public static string Lost(RankedMatch loser, RankedMatch winner) =>
        winner switch
        {
            { Rule.Guard: true } => loser.Rule.Guard ? "another guard came first" : "a guard came first",
            _ when loser.Rule.Priority < winner.Rule.Priority => $"lower priority: {loser.Rule.Priority} against {winner.Rule.Priority}",
            _ when loser.Match.Specificity < winner.Match.Specificity =>
                $"less specific: {loser.Match.Specificity} against {winner.Match.Specificity}",
            _ when loser.Match.IsCorrected && !winner.Match.IsCorrected => "rests on a word that was misspelt",
            _ => "would do the same; the other id comes first",
        };

    public static string Skipped(RankedMatch candidate) =>
        candidate.Standing switch
        {
            Eligibility.Suggests => "on trial: only suggested to a person",
            Eligibility.Shadow => "in shadow: recorded, without effect",
            Eligibility.NotYet => FormattableString.Invariant($"begins on {candidate.Rule.From?.Value:yyyy-MM-dd}"),
            Eligibility.Expired => FormattableString.Invariant($"ended on {candidate.Rule.Until?.Value:yyyy-MM-dd}"),
            Eligibility.NotRolledOut => FormattableString.Invariant(
                $"rolled out to {candidate.Rule.Rollout?.Percent} %, and this is not among them"
            ),
            _ => "acts",
        };
}
