namespace AutoResolve.Journaling;

/// <summary>A turn as the journal keeps it.</summary>
internal sealed record TurnRecord
{
    public required string Id { get; init; }
    public Author Author { get; init; }
    public bool? ToCustomer { get; init; }
    public DateTimeOffset? At { get; init; }
    public string Text { get; init; } = "";
    public TextFormat? Format { get; init; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Tried { get; init; } = [];

    public static TurnRecord Of(Turn turn, Redaction redaction)
    {
        var kept = redaction.Turn(turn);
        return new TurnRecord
        {
            Id = kept.Id,
            Author = kept.Author,
            ToCustomer = kept.ToCustomer,
            At = kept.At,
            Text = kept.Text,
            Format = kept.Format is TextFormat.Unknown ? null : kept.Format,
            Fields = kept.Fields,
            Tried = kept.Tried,
        };
    }

    public Turn ToTurn() =>
        new()
        {
            Id = Id,
            Author = Author,
            ToCustomer = ToCustomer,
            At = At,
            Text = Text,
            Format = Format ?? TextFormat.Unknown,
            Fields = Fields,
            Tried = Tried,
        };
}
