using AutoResolve.Matching;

namespace AutoResolve.Conversations;

/// <summary>The turn that is decided, by itself.</summary>
internal sealed record NewestTurn
{
    public required Turn Turn { get; init; }

    /// <summary>Whether nothing is to be done about what it says: a machine wrote it, or a person to the customer.</summary>
    public required bool IsAside { get; init; }

    /// <summary>Its words and fields alone.</summary>
    public required MatchInput Text { get; init; }

    /// <summary>The rules that match it alone.</summary>
    public required MatchResult Matches { get; init; }

    /// <summary>Whether it answers a question that was put and was open.</summary>
    public required bool Answers { get; init; }
}
