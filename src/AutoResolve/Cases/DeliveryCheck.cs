using System.Text;

namespace AutoResolve.Cases;

/// <summary>Refuses what cannot be identified.</summary>
internal static class DeliveryCheck
{
    /// <exception cref="ArgumentException">An id is blank, too long or stands twice, or there are too many turns.</exception>
    public static void Check(Issue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        Check(CaseReference.Of(issue), nameof(issue));
        if (issue.Requester is { Length: > Issue.MaxIdLength })
            throw TooLong("requester", issue.Requester, nameof(issue));
        if (issue.Turns.Count > Issue.MaxTurns)
            throw new ArgumentException($"The issue has {issue.Turns.Count} turns; at most {Issue.MaxTurns} are processed.", nameof(issue));
        foreach (var turn in issue.Turns)
            Check(turn);
        if (issue.Turns.GroupBy(turn => turn.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } same)
            throw new ArgumentException(
                $"Two turns of the issue have the id '{same.Key}'. Give each turn an id of its own, such as that of its message.",
                nameof(issue)
            );
    }

    /// <exception cref="ArgumentException">An id is blank or too long.</exception>
    public static void Check(CaseReference reference, Turn turn)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(turn);
        Check(reference, nameof(reference));
        Check(turn);
    }

    /// <exception cref="ArgumentException">The id of a case is blank or too long.</exception>
    public static void Check(CaseReference reference, string parameter)
    {
        if (string.IsNullOrWhiteSpace(reference.IssueId))
            throw new ArgumentException(
                "The issue has no id. Give each issue the id that your system knows it by; issues without one cannot be told apart.",
                parameter
            );
        if (reference.IssueId.Length > Issue.MaxIdLength)
            throw TooLong("issue", reference.IssueId, parameter);
        if (reference.Tenant is { Length: > Issue.MaxIdLength } tenant)
            throw TooLong("tenant", tenant, parameter);
        if (!IsText(reference.IssueId) || !IsText(reference.Tenant ?? ""))
            throw NoText("issue or its tenant", parameter);
    }

    /// <exception cref="ArgumentException">An id is too long, or no text.</exception>
    public static void CheckId(string what, string id, string parameter)
    {
        if (id.Length > Issue.MaxIdLength)
            throw TooLong(what, id, parameter);
        if (!IsText(id))
            throw NoText(what, parameter);
    }

    private static void Check(Turn turn)
    {
        if (string.IsNullOrWhiteSpace(turn.Id))
            throw new ArgumentException(
                "A turn has no id. Give each turn the id that your system knows it by, such as that of its message.",
                nameof(turn)
            );
        CheckId("turn", turn.Id, nameof(turn));
    }

    // What a journal cannot hold as it is would be taken for another id.
    private static bool IsText(string id)
    {
        foreach (var rune in id.EnumerateRunes())
        {
            if (rune.Value == 0 || rune == Rune.ReplacementChar)
                return false;
        }

        return true;
    }

    private static ArgumentException NoText(string what, string parameter) =>
        new(
            $"The id of the {what} holds a zero character, half of a surrogate pair or U+FFFD, by which ids cannot be told apart.",
            parameter
        );

    private static ArgumentException TooLong(string what, string id, string parameter) =>
        new(
            $"The id of the {what} has {id.Length} characters; at most {Issue.MaxIdLength} are taken. Send the one by which your system "
                + "knows it.",
            parameter
        );
}
