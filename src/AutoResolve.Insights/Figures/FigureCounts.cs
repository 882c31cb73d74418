namespace AutoResolve.Insights.Figures;

/// <summary>How many issues, and what became of them. <see cref="Reporting.Definitions"/> says what each word means.</summary>
internal sealed record FigureCounts
{
    public static readonly FigureCounts None = new();

    public long Issues { get; init; }

    /// <summary>Those that were decided by rules: all of a journal, none of a history, whose issues people dealt with.</summary>
    public long Decided { get; init; }

    /// <summary>Answered or fixed by a rule; the next four and <see cref="Pending"/> say how that turned out.</summary>
    public long Answered { get; init; }
    public long Confirmed { get; init; }
    public long Assumed { get; init; }

    /// <summary>Of the assumed, those whose requester is not known, so that nobody could see them come back.</summary>
    public long Unseen { get; init; }
    public long Reopened { get; init; }

    /// <summary>
    /// Of the answered, those of which somebody said within the days of grace that it helped, and those of which somebody said that it
    /// did not.
    /// </summary>
    public long Helpful { get; init; }
    public long Wrong { get; init; }

    /// <summary>Those for which it is known whether they were escalated.</summary>
    public long Followed { get; init; }
    public long Escalated { get; init; }
    public long Routed { get; init; }
    public long Asked { get; init; }
    public long Ignored { get; init; }

    /// <summary>What was decided was begun, and nobody wrote down that it was done.</summary>
    public long Unfinished { get; init; }

    /// <summary>Resolved by the first decision.</summary>
    public long FirstContact { get; init; }

    /// <summary>Of the resolved, those resolved within an hour and a day of the first decision.</summary>
    public long WithinHour { get; init; }
    public long WithinDay { get; init; }

    /// <summary>Minutes from the first decision to the last, summed over the resolved.</summary>
    public double Minutes { get; init; }

    /// <summary>Those that took a person's time; among them, those for which it is known how much, with the minutes.</summary>
    public long Handled { get; init; }
    public long Timed { get; init; }
    public double HandlingMinutes { get; init; }

    /// <summary>Of the answered, those whose days of grace are not over.</summary>
    public long Pending => Answered - Resolved - Reopened;

    public long Resolved => Confirmed + Assumed;

    /// <summary>Of the answered, those whose result is known.</summary>
    public long Judged => Resolved + Reopened;

    /// <summary>What no rule resolved: all but the resolved, the pending, and what was to be ignored.</summary>
    public long Unresolved => Issues - Resolved - Pending - Ignored;

    public static FigureCounts operator +(FigureCounts left, FigureCounts right) =>
        new()
        {
            Issues = left.Issues + right.Issues,
            Decided = left.Decided + right.Decided,
            Answered = left.Answered + right.Answered,
            Confirmed = left.Confirmed + right.Confirmed,
            Assumed = left.Assumed + right.Assumed,
            Unseen = left.Unseen + right.Unseen,
            Reopened = left.Reopened + right.Reopened,
            Helpful = left.Helpful + right.Helpful,
            Wrong = left.Wrong + right.Wrong,
            Followed = left.Followed + right.Followed,
            Escalated = left.Escalated + right.Escalated,
            Routed = left.Routed + right.Routed,
            Asked = left.Asked + right.Asked,
            Ignored = left.Ignored + right.Ignored,
            Unfinished = left.Unfinished + right.Unfinished,
            FirstContact = left.FirstContact + right.FirstContact,
            WithinHour = left.WithinHour + right.WithinHour,
            WithinDay = left.WithinDay + right.WithinDay,
            Minutes = left.Minutes + right.Minutes,
            Handled = left.Handled + right.Handled,
            Timed = left.Timed + right.Timed,
            HandlingMinutes = left.HandlingMinutes + right.HandlingMinutes,
        };
}
