namespace HelpDesk.Desk;

/// <summary>What a team has of a case.</summary>
internal sealed record Ticket(string? Team, IReadOnlyList<string> Notes)
{
    public static readonly Ticket New = new(null, []);

    public Ticket To(string team, string note) => new(team, [.. Notes, note]);

    public Ticket With(IEnumerable<string> notes) => this with { Notes = [.. Notes, .. notes] };
}
