namespace AutoResolve.Cases;

/// <summary>How cases go on between automation, customers and teams.</summary>
public sealed class CaseOptions
{
    /// <summary>
    /// How much business time a customer has to answer what automation asked, before the team gets the case as it is.
    /// May change while the host runs, for questions that are asked then.
    /// </summary>
    /// <value>1 minute to 30 days. Default: 16 hours, which are two days of eight hours.</value>
    public TimeSpan AnswerDeadline { get; set; } = TimeSpan.FromHours(16);

    /// <summary>What business time is. May change while the host runs, for questions that are asked then.</summary>
    /// <value>Default: Monday to Friday from 09:00 to 17:00, UTC, without holidays.</value>
    public BusinessHours BusinessHours { get; } = new();

    /// <summary>
    /// How often in 24 hours automation writes to one person; what goes out for one turn counts once. Beyond it a person gets the case,
    /// and nothing is sent or fixed; what rules hand on anyway is handed on. People are told apart by tenant and
    /// <see cref="Issue.Requester"/>; without a requester it holds for each case, and for each reply address (field <c>replyTo</c>,
    /// <c>from</c> or <c>email</c>). What agents are told does not count. May change while the host runs.
    /// </summary>
    /// <value>0 for never, null for any number. Default: 3.</value>
    public int? MaxMessagesPerDay { get; set; } = 3;

    /// <summary>
    /// Whether automation goes on answering in a case in which a person has written to the customer. May change while the host runs.
    /// </summary>
    /// <value>Default: false.</value>
    public bool AnswerAfterPerson { get; set; }
}
