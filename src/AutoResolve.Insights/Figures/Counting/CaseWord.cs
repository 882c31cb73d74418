using AutoResolve.Journaling;
using AutoResolve.Journaling.Figures;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The last decision of a case, and how it ended.</summary>
/// <param name="label">What was decided.</param>
/// <param name="key">The key of its entry; null where it has none.</param>
internal sealed class CaseWord(string label, string? key)
{
    /// <summary>What became of it where it is part of another case.</summary>
    public const string Merged = "merged";

    public string Label => label;

    public string? Key => key;

    /// <summary>What became of it; open where that is not known yet.</summary>
    public required string Outcome { get; set; }

    /// <summary>When it ended; until that is known, when it was decided.</summary>
    public required DateTimeOffset Ended { get; set; }

    /// <summary>Whether it puts questions to whoever wrote.</summary>
    public bool Asks { get; set; }

    /// <summary>Whether automation only watched or suggested, so that a person got it.</summary>
    public bool IsHeld { get; init; }

    public bool IsGood => Outcome is "answered" or "fixed";

    public bool IsWithPeople => Outcome is "routed" or "escalated";

    public static CaseWord Of(JournalEntry decision, FigureStep step)
    {
        return new CaseWord(decision.Label, decision.Key)
        {
            Outcome = (step.IsHeld, decision.IsOpen) switch
            {
                (true, _) => "escalated",
                (_, true) => "open",
                _ => decision.Label,
            },
            Ended = decision.At,
            IsHeld = step.IsHeld,
            Asks = !step.IsHeld && (decision.Label == "asked" || (decision.Label is "routed" or "escalated" && step.HasQuestions)),
        };
    }
}
