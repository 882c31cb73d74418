namespace AutoResolve.Insights.Figures;

/// <summary>How many cases were asked something, and what came of it.</summary>
/// <param name="Asked">Cases in which a question was put to whoever wrote.</param>
/// <param name="Answered">Of these, those in which it was answered.</param>
/// <param name="Unanswered">Those in which it was not, and its time has passed.</param>
/// <param name="Minutes">How long each answer took, in minutes and in no order.</param>
internal readonly record struct AskingCounts(long Asked, long Answered, long Unanswered, IReadOnlyList<double> Minutes)
{
    public static readonly AskingCounts None = new(0, 0, 0, []);

    /// <summary>Those that may still answer.</summary>
    public long Waiting => Asked - Answered - Unanswered;

    public static AskingCounts operator +(AskingCounts left, AskingCounts right) =>
        new(
            left.Asked + right.Asked,
            left.Answered + right.Answered,
            left.Unanswered + right.Unanswered,
            (left.Minutes, right.Minutes) switch
            {
                ([], var minutes) => minutes,
                (var minutes, []) => minutes,
                _ => [.. left.Minutes, .. right.Minutes],
            }
        );

    /// <summary>The time within which so large a share of the answers came; null where none came.</summary>
    public double? Within(double share)
    {
        var sorted = Minutes.Order().ToList();
        return sorted.Count == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public bool Equals(AskingCounts other) =>
        (Asked, Answered, Unanswered) == (other.Asked, other.Answered, other.Unanswered)
        && Minutes.Order().SequenceEqual(other.Minutes.Order());

    public override int GetHashCode() => HashCode.Combine(Asked, Answered, Unanswered);
}
