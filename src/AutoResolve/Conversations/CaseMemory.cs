namespace AutoResolve.Conversations;

/// <summary>What automation has done in a case so far.</summary>
internal sealed class CaseMemory
{
    public static readonly CaseMemory None = new([]);

    private readonly IReadOnlyList<CaseReply> _replies;

    private CaseMemory(IReadOnlyList<CaseReply> replies) => _replies = replies;

    /// <summary>The team that the case was last for; null where none is known.</summary>
    public string? Team => Last(static reply => reply.Team is not null)?.Team;

    /// <summary>What was decided last; null where nothing was.</summary>
    public Outcome? Outcome => _replies.Count == 0 ? null : _replies[^1].Outcome;

    /// <summary>The replies that put questions, in order.</summary>
    public IEnumerable<CaseReply> Asking => _replies.Where(reply => reply.Questions.Count > 0);

    public static CaseMemory Of(Issue issue) => issue.Replies.Count == 0 ? None : new CaseMemory(issue.Replies);

    /// <summary>Whether a step was offered.</summary>
    public bool HasOffered(string step) => Last(reply => reply.Steps.Contains(step, StringComparer.OrdinalIgnoreCase)) is not null;

    /// <summary>Whether a question was put.</summary>
    public bool HasPut(string question) => Last(reply => reply.Questions.Contains(question, StringComparer.Ordinal)) is not null;

    /// <summary>Whether a rule has given its answer.</summary>
    public bool HasAnswered(string rule) => Last(reply => reply.HasAnswer && reply.Rule == rule) is not null;

    /// <summary>Whether a rule has decided.</summary>
    public bool HasDecided(string rule) => Last(reply => reply.Rule == rule) is not null;

    /// <summary>The last reply by which anything was done; null where nothing was.</summary>
    public CaseReply? LastDeed => Last(static reply => reply.Actions.Count > 0);

    /// <summary>The last reply by which a rule did something; null where it has not.</summary>
    public CaseReply? DoneBy(string rule) => Last(reply => reply.Actions.Count > 0 && reply.Rule == rule);

    /// <summary>The last reply that fits; null where none does.</summary>
    public CaseReply? Last(Func<CaseReply, bool> fits)
    {
        for (var at = _replies.Count - 1; at >= 0; at--)
        {
            if (fits(_replies[at]))
                return _replies[at];
        }

        return null;
    }
}
