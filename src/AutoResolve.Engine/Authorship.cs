using AutoResolve.Mails;

namespace AutoResolve;

/// <summary>Who wrote what, as far as it is said or the channel tells.</summary>
public static class Authorship
{
    /// <summary>The issue with the authors that its channel tells, where it does not tell them itself.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="channels">Who writes on which channel.</param>
    public static Issue ByChannel(Issue issue, IDictionary<string, Author> channels)
    {
        if (channels.Count == 0 || issue.Channel is not { } channel || !channels.TryGetValue(channel.Trim(), out var author))
            return issue;
        var said = issue.Author == Author.Unknown ? issue with { Author = author } : issue;
        return said.Turns.All(turn => turn.Author != Author.Unknown)
            ? said
            : said with
            {
                Turns = [.. said.Turns.Select(turn => turn.Author == Author.Unknown ? turn with { Author = author } : turn)],
            };
    }

    /// <summary>Whoever wrote an issue: a machine where its mail headers, its sender or the beginning of its title say so.</summary>
    /// <param name="issue">The issue.</param>
    public static Author Of(Issue issue) => MachineMail.SignOf(issue) is not null ? Author.Machine : Known(issue.Author);

    /// <summary>Whoever wrote a turn.</summary>
    /// <param name="turn">The turn.</param>
    public static Author Of(Turn turn) => IsMachine(turn) ? Author.Machine : Known(turn.Author);

    /// <summary>Whether nothing is to be done about what a turn says: a machine wrote it, or a person to the customer.</summary>
    internal static bool IsAside(Turn turn, Issue issue) => IsMachine(turn) || IsToCustomer(turn, issue);

    /// <summary>Whether a program wrote a turn.</summary>
    internal static bool IsMachine(Turn turn) => turn.Author == Author.Machine || MachineMail.SignOf(turn) is not null;

    /// <summary>Whether a person wrote a turn to the customer, rather than about the problem.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="issue">The issue that it is of.</param>
    public static bool IsToCustomer(Turn turn, Issue issue) =>
        turn.ToCustomer ?? (turn.Author == Author.Agent && Known(issue.Author) == Author.Customer);

    private static Author Known(Author author) => author == Author.Unknown ? Author.Customer : author;
}
