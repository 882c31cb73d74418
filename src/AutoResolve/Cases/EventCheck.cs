using System.Globalization;
using System.Text;

namespace AutoResolve.Cases;

/// <summary>Refuses events that say too little.</summary>
internal static class EventCheck
{
    private const int MaxTeamLength = 100;

    /// <exception cref="ArgumentException">An id is blank or too long, or what the kind needs is missing.</exception>
    public static void Check(CaseReference reference, CaseEvent happened)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(happened);
        DeliveryCheck.Check(reference, nameof(reference));
        if (string.IsNullOrWhiteSpace(happened.Id))
            throw Wrong("The event has no id. Give each event the id that your system knows it by, such as that of a line in a history.");
        DeliveryCheck.CheckId("event", happened.Id, nameof(happened));
        if (!Enum.IsDefined(happened.Kind))
            throw Wrong(
                $"There is no kind of event {happened.Kind:D}; it must be one of {string.Join(", ", Enum.GetNames<CaseEventKind>())}."
            );
        if (happened.MessageKey is { Length: > Issue.MaxIdLength } key)
            throw Wrong($"The key of the message has {key.Length} characters; give the one that the channel got, or none.");
        if (happened.Kind == CaseEventKind.Reassigned)
            CheckTeam(happened.Team);
        if (happened.Kind == CaseEventKind.Merged)
            CheckInto(reference, happened.Into);
    }

    private static void CheckTeam(string? team)
    {
        if (string.IsNullOrWhiteSpace(team))
            throw Wrong($"A case that was reassigned has a team now: set {nameof(CaseEvent.Team)}.");
        if (team.Length > MaxTeamLength || !IsName(team))
            throw Wrong(
                $"{nameof(CaseEvent.Team)} must be the name of a team, as rules name teams: at most {MaxTeamLength} characters, without "
                    + "line breaks, control characters and addresses of mail. It stands in the journal as it is, "
                    + "and goes to the ticket system."
            );
    }

    // What changes how a text is shown has no place in a name; an address may be of a person.
    private static bool IsName(string team)
    {
        foreach (var rune in team.EnumerateRunes())
        {
            if (
                rune.Value == '@'
                || rune == Rune.ReplacementChar
                || Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
            )
                return false;
        }

        return true;
    }

    private static void CheckInto(CaseReference reference, CaseReference? into)
    {
        if (into is null)
            throw Wrong($"A case that was merged is part of another one: set {nameof(CaseEvent.Into)}.");
        DeliveryCheck.Check(into, "happened");
        if (into.Tenant != reference.Tenant)
            throw Wrong("Cases of two tenants cannot be merged. Give the other case the tenant of this one.");
        if (into == reference)
            throw Wrong("A case cannot be merged into itself.");
    }

    private static ArgumentException Wrong(string problem, string parameter = "happened") => new(problem, parameter);
}
