using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>What a host delivered: the whole state of a case, or one turn of it.</summary>
internal sealed class Delivery
{
    private Delivery(CaseReference reference, Issue? issue, IReadOnlyList<DeliveredTurn> turns) =>
        (Reference, Issue, Turns) = (reference, issue, turns);

    public CaseReference Reference { get; }

    /// <summary>The issue; null where one turn was delivered.</summary>
    public Issue? Issue { get; }

    /// <summary>What may be new, in order: first what the issue itself says.</summary>
    public IReadOnlyList<DeliveredTurn> Turns { get; }

    /// <summary>Why a person gets it without rules having read it; null where rules decide.</summary>
    public string? Unprocessable { get; init; }

    /// <summary>Whether it waits where its case is not known: a turn that rules are to decide.</summary>
    public bool CanWait => Issue is null && Unprocessable is null;

    /// <summary>Whether a person has written to the customer in the case from which it was taken here.</summary>
    public bool HasPerson { get; init; }

    /// <summary>The key of the turn that is decided with it; null as long as it is not known what of it is new.</summary>
    public string? Decided { get; set; }

    /// <summary>Whether a turn is part of it.</summary>
    public bool Has(string turnId) => Turns.Any(turn => turn.Turn?.Id == turnId);

    public static Delivery Of(Issue issue, CaseKeyring keys, string? unprocessable = null)
    {
        var reference = CaseReference.Of(issue);
        var own = new DeliveredTurn(null, keys.Current.Content(issue), () =>
            [.. keys.All.Select(each => each.Content(issue)), .. keys.All.Select(each => each.FirstSchemaContent(issue))]
        );
        return new Delivery(reference, issue, [own, .. issue.Turns.Select(turn => Delivered(reference, turn, keys))])
        {
            Unprocessable = unprocessable,
        };
    }

    public static Delivery Of(CaseReference reference, Turn turn, CaseKeyring keys, string? unprocessable = null) =>
        new(reference, null, [Delivered(reference, turn, keys)]) { Unprocessable = unprocessable };

    public static Delivery Of(CaseReference reference, IReadOnlyList<DeliveredTurn> turns, bool hasPerson = false) =>
        new(reference, null, turns) { HasPerson = hasPerson };

    private static DeliveredTurn Delivered(CaseReference reference, Turn turn, CaseKeyring keys) =>
        new(turn, keys.Current.Turn(reference, turn.Id), () => [.. keys.All.Select(each => each.Turn(reference, turn.Id))]);
}
