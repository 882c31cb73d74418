namespace AutoResolve.Journaling;

/// <summary>An issue as the journal keeps it.</summary>
internal sealed record IssueRecord
{
    private const int MaxTextOfTurns = 100_000;
    private const int MaxTurns = Issue.MaxTurns + 1;

    public required string Id { get; init; }
    public string Text { get; init; } = "";
    public TextFormat? Format { get; init; }
    public string? Title { get; init; }
    public string? Channel { get; init; }
    public string? Product { get; init; }
    public string? Locale { get; init; }
    public string? Tenant { get; init; }
    public string? Requester { get; init; }
    public Author Author { get; init; }
    public DateTimeOffset? ReceivedAt { get; init; }
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Tried { get; init; } = [];
    public IReadOnlyList<TurnRecord> Turns { get; init; } = [];
    public IReadOnlyList<CaseReply> Replies { get; init; } = [];

    /// <summary>Whether redaction masked something in it.</summary>
    public bool IsMasked { get; init; }

    public static IssueRecord Of(Issue issue, Redaction redaction)
    {
        var kept = redaction.Issue(issue);
        return Of(kept, Redaction.Changes(issue, kept).Count > 0);
    }

    /// <param name="kept">The copy.</param>
    /// <param name="isMasked">Whether something in it stands in the place of something else.</param>
    public static IssueRecord Of(Issue kept, bool isMasked)
    {
        return new IssueRecord
        {
            Id = kept.Id,
            Text = kept.Text,
            Format = kept.Format is TextFormat.Unknown ? null : kept.Format,
            Title = kept.Title,
            Channel = kept.Channel,
            Product = kept.Product,
            Locale = kept.Locale,
            Tenant = kept.Tenant,
            Requester = kept.Requester,
            ReceivedAt = kept.ReceivedAt,
            Fields = FieldsOf(kept),
            Author = kept.Author,
            Tried = [.. kept.Tried.Union(Old(kept).SelectMany(turn => turn.Tried), StringComparer.Ordinal)],
            Turns = Keep(kept),
            Replies = [.. kept.Replies.TakeLast(MaxTurns)],
            IsMasked = isMasked,
        };
    }

    // Each decision keeps the whole case, which must not make a long one grow without end: of what was said long ago the ids stay,
    // and of ids the newest.
    private static List<TurnRecord> Keep(Issue issue)
    {
        var old = Old(issue).Count();
        return
        [
            .. issue
                .Turns.Select(
                    (turn, place) =>
                        place < old
                            ? new TurnRecord
                            {
                                Id = turn.Id,
                                Author = turn.Author,
                                ToCustomer = turn.ToCustomer,
                                At = turn.At,
                            }
                            : new TurnRecord
                            {
                                Id = turn.Id,
                                Author = turn.Author,
                                ToCustomer = turn.ToCustomer,
                                At = turn.At,
                                Text = turn.Text,
                                Format = turn.Format is TextFormat.Unknown ? null : turn.Format,
                                Fields = turn.Fields,
                                Tried = turn.Tried,
                            }
                )
                .TakeLast(MaxTurns),
        ];
    }

    // What a turn filled in that is kept no more is part of the issue.
    private static Dictionary<string, string> FieldsOf(Issue issue)
    {
        var fields = new Dictionary<string, string>(issue.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Old(issue).SelectMany(turn => turn.Fields))
            fields[name] = value;
        return fields;
    }

    /// <summary>The turns of which no text is kept.</summary>
    private static IEnumerable<Turn> Old(Issue issue)
    {
        var left = MaxTextOfTurns - issue.Turns.Sum(SizeOf);
        return issue.Turns.TakeWhile(
            (turn, place) =>
            {
                var isOld = left < 0 || place < issue.Turns.Count - MaxTurns;
                left += SizeOf(turn);
                return isOld;
            }
        );
    }

    private static int SizeOf(Turn turn) =>
        turn.Text.Length + turn.Fields.Sum(field => field.Key.Length + field.Value.Length) + turn.Tried.Sum(step => step.Length);

    public Issue ToIssue() =>
        new()
        {
            Id = Id,
            Text = Text,
            Format = Format ?? TextFormat.Unknown,
            Title = Title,
            Channel = Channel,
            Product = Product,
            Locale = Locale,
            Tenant = Tenant,
            Requester = Requester,
            ReceivedAt = ReceivedAt,
            Fields = Fields,
            Author = Author,
            Tried = Tried,
            Turns = [.. Turns.Select(turn => turn.ToTurn())],
            Replies = Replies,
        };
}
