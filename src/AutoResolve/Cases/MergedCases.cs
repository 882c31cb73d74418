using System.Net;
using System.Security.Cryptography;
using System.Text;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>Takes what is delivered to a case that became part of another one to that one.</summary>
internal sealed class MergedCases(IJournal journal)
{
    /// <summary>The cases that a case is part of, one within the other; first itself, last the one that is by itself.</summary>
    /// <remarks>Two hosts that merge two cases into each other at once make a circle. Of those in it the first by its id counts as by
    /// itself, so that whatever is delivered to any of them comes to one.</remarks>
    public async ValueTask<IReadOnlyList<CaseReference>> PathAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        List<CaseReference> path = [reference];
        while (await FindAsync(path[^1], cancellationToken).ConfigureAwait(false) is { MergedInto: { } into })
        {
            var next = new CaseReference(reference.Tenant, into);
            if (path.IndexOf(next) is >= 0 and var start)
            {
                path.Add(path[start..].MinBy(member => member.IssueId, StringComparer.Ordinal)!);
                return path;
            }

            path.Add(next);
        }

        return path;
    }

    /// <summary>What is new in a delivery, as turns of the case that it is part of now.</summary>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="known">What the journal knows of its case.</param>
    /// <param name="keys">The journal's keys.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where the case is by itself, or nothing is new.</returns>
    public async ValueTask<Delivery?> ForwardAsync(
        Delivery delivery,
        KnownCase known,
        CaseKeyring keys,
        CancellationToken cancellationToken
    )
    {
        var from = delivery.Reference;
        if (known.Content.MergedInto is null || known.New.Count == 0)
            return null;
        var path = await PathAsync(from, cancellationToken).ConfigureAwait(false);
        var into = path[^1];
        return into == from
            ? null
            : Delivery.Of(
                into,
                [
                    .. known.New.Select(each =>
                        each.Turn is { } turn ? Forward(from, turn, into, keys) : Forward(from, delivery.Issue!, into, keys)
                    ),
                ],
                known.Content.HasPerson || delivery.HasPerson
            );
    }

    /// <summary>The id that something of one case has in another, where no host gives such an id.</summary>
    public static string IdOf(CaseReference from, string id) =>
        "merged-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{from.IssueId.Length}:{from.IssueId}{id}")).AsSpan(0, 16));

    private static DeliveredTurn Forward(CaseReference from, Turn turn, CaseReference into, CaseKeyring keys)
    {
        var forwarded = turn with { Id = IdOf(from, turn.Id) };
        return new DeliveredTurn(forwarded, keys.Current.Turn(into, forwarded.Id), () =>
            [.. keys.All.Select(each => each.Turn(into, forwarded.Id))]
        );
    }

    // It has no id but what it says, which the journal knows by its keys.
    private static DeliveredTurn Forward(CaseReference from, Issue issue, CaseReference into, CaseKeyring keys)
    {
        string IdBy(CaseKeys secret) => IdOf(from, secret.Content(issue));
        var turn = new Turn
        {
            Id = IdBy(keys.Current),
            Author = issue.Author,
            At = issue.ReceivedAt,
            Text = WithTitle(issue),
            Format = issue.Format,
            Fields = issue.Fields,
            Tried = issue.Tried,
        };
        return new DeliveredTurn(turn, keys.Current.Turn(into, turn.Id), () =>
            [.. keys.All.SelectMany(secret => keys.All.Select(each => each.Turn(into, IdBy(secret))))]
        );
    }

    private static string WithTitle(Issue issue)
    {
        if (string.IsNullOrWhiteSpace(issue.Title))
            return issue.Text;
        return issue.Format == TextFormat.Html
            ? $"<p>{WebUtility.HtmlEncode(issue.Title)}</p>\n{issue.Text}"
            : $"{issue.Title}\n\n{issue.Text}";
    }

    private async ValueTask<CaseContent?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        await journal.FindCaseAsync(reference, cancellationToken).ConfigureAwait(false) is { } record
            ? JournalJson.TryReadCase(record)
            : null;
}
