using AutoResolve.Journaling.Figures;

namespace AutoResolve.Shared.Journals.Figures;

/// <summary>A count as the database gives it, whose numbers are all long.</summary>
internal sealed class IssueCountRow
{
    public long IsSuperseded { get; init; }
    public long Part { get; init; }
    public long? Tier { get; init; }
    public string Type { get; init; } = "";
    public string? Team { get; init; }
    public string? Channel { get; init; }
    public string? Product { get; init; }
    public string? RuleId { get; init; }
    public string? Reason { get; init; }
    public string? Tenant { get; init; }
    public string? Language { get; init; }
    public long Issues { get; init; }
    public long Answered { get; init; }
    public long Confirmed { get; init; }
    public long Assumed { get; init; }
    public long Unseen { get; init; }
    public long Reopened { get; init; }
    public long Helpful { get; init; }
    public long Wrong { get; init; }
    public long Escalated { get; init; }
    public long Routed { get; init; }
    public long Asked { get; init; }
    public long Ignored { get; init; }
    public long Unfinished { get; init; }
    public long Handled { get; init; }
    public long FirstContact { get; init; }
    public long WithinHour { get; init; }
    public long WithinDay { get; init; }
    public double Minutes { get; init; }

    /// <summary>When the first of the issues came.</summary>
    public string First { get; init; } = "";

    public IssueCount ToCount() =>
        new()
        {
            IsSuperseded = IsSuperseded != 0,
            Part = (int)Part,
            Tier = (int?)Tier,
            Type = Type,
            Team = Team,
            Channel = Channel,
            Product = Product,
            RuleId = RuleId,
            Reason = Reason,
            Tenant = Tenant,
            Language = Language,
            Issues = Issues,
            Answered = Answered,
            Confirmed = Confirmed,
            Assumed = Assumed,
            Unseen = Unseen,
            Reopened = Reopened,
            Helpful = Helpful,
            Wrong = Wrong,
            Escalated = Escalated,
            Routed = Routed,
            Asked = Asked,
            Ignored = Ignored,
            Unfinished = Unfinished,
            Handled = Handled,
            FirstContact = FirstContact,
            WithinHour = WithinHour,
            WithinDay = WithinDay,
            Minutes = Minutes,
        };
}
