namespace AutoResolve.Reading;

/// <summary>A case from the first message to where it stands.</summary>
/// <param name="Summary">Where it stands.</param>
/// <param name="Moments">What happened, in the order in which it was written down.</param>
public sealed record CaseConversation(CaseSummary Summary, IReadOnlyList<CaseMoment> Moments);
