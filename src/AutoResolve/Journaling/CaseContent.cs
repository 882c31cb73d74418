namespace AutoResolve.Journaling;

/// <summary>What the row of a case holds beside its columns.</summary>
internal sealed record CaseContent
{
    public static readonly IReadOnlyDictionary<string, string> NoFates = new Dictionary<string, string>();

    /// <summary>Who wrote it last: of a write whose answer was lost, it tells whether it counts.</summary>
    public string? Writer { get; init; }

    /// <summary>The key of the last decision's entry; null before the first.</summary>
    public string? Decision { get; init; }

    /// <summary>What became of the actions of the last decision that did not succeed, by their keys.</summary>
    public IReadOnlyDictionary<string, string> Fates { get; init; } = NoFates;

    /// <summary>The ticket that is open; null where there is none.</summary>
    public CaseTicket? Ticket { get; init; }

    /// <summary>The keys of the actions that wait for approval.</summary>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>The ticket that was open when a team closed the case; null where none was, or none closed it.</summary>
    public CaseTicket? ClosedTicket { get; init; }

    /// <summary>The id of the case that this one became part of; null where it is by itself.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What automation did in cases that became part of this one since its last decision, which knew nothing of it.</summary>
    public IReadOnlyList<CaseReply> Brought { get; init; } = [];

    /// <summary>Whether a person has written to the customer.</summary>
    public bool HasPerson { get; init; }

    /// <summary>Whether what came of it first was given to a person unread, before the case itself came.</summary>
    public bool BeganUnread { get; init; }

    /// <summary>The group of what is written to the reply address, where one was known unmasked; else null.</summary>
    public string? Address { get; init; }

    /// <summary>The secret by which <see cref="Parts"/> are keyed.</summary>
    public string? SecretId { get; init; }

    /// <summary>
    /// What is known, by names: what a delivery adds is told by it. As keyed hashes, but for what the decision has as it is; names that
    /// people gave are hashes, too.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();
}
