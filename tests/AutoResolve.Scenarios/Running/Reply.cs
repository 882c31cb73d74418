namespace AutoResolve.Scenarios.Running;

/// <summary>What came of a request.</summary>
/// <param name="Says">As stories write it.</param>
/// <param name="IsAnswer">Whether a caller leaves it at that, rather than asking again.</param>
internal sealed record Reply(string Says, bool IsAnswer)
{
    private const string Duplicate = "duplicate";

    /// <summary>The host died.</summary>
    public static Reply None { get; } = new("nothing: the host died", IsAnswer: false);

    public static Reply Refused { get; } = new("refused", IsAnswer: true);

    public static Reply Cancelled { get; } = new("cancelled", IsAnswer: false);

    public static Reply Of(Disposition? disposition)
    {
        if (disposition is null)
            return new Reply("done", IsAnswer: true);
        var outcome = disposition.Outcome?.ToString().ToLowerInvariant();
        return disposition.Status switch
        {
            DispositionStatus.Done => new Reply(outcome ?? "no outcome", disposition.IsJournaled),
            DispositionStatus.Duplicate => new Reply($"{Duplicate}:{outcome}", IsAnswer: true),
            DispositionStatus.UnderWay => new Reply("underWay", IsAnswer: false),
            var status => new Reply(status.ToString().ToLowerInvariant(), IsAnswer: true),
        };
    }

    /// <summary>Whether it is what a story says.</summary>
    /// <param name="said">One or more replies, with | between them; <c>duplicate</c> alone is one of any outcome.</param>
    public bool Is(string said) =>
        said.Split('|').Any(one => one == Says || (one == Duplicate && Says.StartsWith($"{Duplicate}:", StringComparison.Ordinal)));
}
