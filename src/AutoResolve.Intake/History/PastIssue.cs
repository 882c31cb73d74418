using System.Globalization;
using AutoResolve.Actions;

namespace AutoResolve.Intake.History;

/// <summary>
/// An issue that has been dealt with: a record of a file, or a case of a journal with all its turns. What is not known is null. Where a
/// reader of this library made it, its texts, fields and answer hold no personal data; id, tenant and requester are as they stand there.
/// </summary>
public sealed record PastIssue
{
    /// <summary>Its place in what was read, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its id where it came from; null where it had none.</summary>
    public string? Id { get; init; }

    /// <summary>The description, without personal data.</summary>
    public required string Text { get; init; }

    /// <summary>How the description is written. Default: <see cref="TextFormat.Unknown"/>.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The case that it was in a journal; null for a record of a file.</summary>
    public CaseReference? Case { get; init; }

    /// <summary>A subject line, where it had one.</summary>
    public string? Title { get; init; }

    /// <summary>What was said and filled in later, in order. Default: empty.</summary>
    public IReadOnlyList<Turn> Turns { get; init; } = [];

    /// <summary>What was filled in at intake, by name. Default: empty.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>What had been tried at intake. Default: empty.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>Who wrote the description.</summary>
    public Author Author { get; init; }

    /// <summary>The organisation served, where a host serves several.</summary>
    public string? Tenant { get; init; }

    /// <summary>Who asked.</summary>
    public string? Requester { get; init; }

    /// <summary>The type or resolution code that people gave it.</summary>
    public string? Label { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The team that had it last.</summary>
    public string? Team { get; init; }

    /// <summary>The tier that dealt with it, 0 to 3.</summary>
    public int? Tier { get; init; }

    /// <summary>Minutes that people spent on it.</summary>
    public double? Minutes { get; init; }

    /// <summary>The answer that was given, without personal data.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether it came back after it was settled.</summary>
    public bool? Reopened { get; init; }

    /// <summary>Whether it was escalated.</summary>
    public bool? Escalated { get; init; }

    /// <summary>Whether what would say whether it was escalated is empty, in contrast to something that cannot be read.</summary>
    public bool HasEmptyEscalated { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>The product that it was about.</summary>
    public string? Product { get; init; }

    /// <summary>The contact center where it came in.</summary>
    public string? Center { get; init; }

    /// <summary>Its language, as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>How its last decision ended; null where a file tells of it, or it has not ended.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The rule that decided last; null where none did, or a file tells of it.</summary>
    public string? Rule { get; init; }

    /// <summary>The type that this rule gave it.</summary>
    public string? Type { get; init; }

    /// <summary>What people said of how it turned out, in order. Default: empty.</summary>
    public IReadOnlyList<FeedbackVerdict> Verdicts { get; init; } = [];

    /// <summary>
    /// Whether a person or a team closed it; false where it was settled without one; null where it is open, or not known.
    /// </summary>
    public bool? IsSolvedByPerson { get; init; }

    /// <summary>
    /// The issue as it would come today. A record of a file is as it stands there. A case of a journal is as it would have come, had all
    /// been said and filled in at once: the last turn of many cases says thank you, and what is asked here is what rules make of the
    /// matter.
    /// </summary>
    public Issue ToIssue()
    {
        var issue = new Issue
        {
            Id = Id ?? Number.ToString(CultureInfo.InvariantCulture),
            Text = Text,
            Format = Format,
            Title = Title,
            Author = Author,
            Channel = Channel,
            Product = Product,
            Locale = Locale,
            Tenant = Tenant,
            Requester = Requester,
            ReceivedAt = Date,
            Fields = Fields,
            Tried = Tried,
            Turns = Turns,
        };
        return Case is null
            ? issue
            : issue with
            {
                Text = string.Join("\n\n", Said),
                Fields = AllFields(),
                Tried = [.. Tried.Concat(Turns.SelectMany(turn => turn.Tried)).Distinct(StringComparer.Ordinal)],
                Turns = [],
            };
    }

    /// <summary>What its people said, in order: the description and the turns but those of agents and machines.</summary>
    public IEnumerable<string> Said =>
        Turns
            .Where(turn => turn.Author is not (Author.Agent or Author.Machine))
            .Select(turn => turn.Text)
            .Prepend(Text)
            .Where(text => !string.IsNullOrWhiteSpace(text));

    private Dictionary<string, string> AllFields()
    {
        var fields = new Dictionary<string, string>(Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Turns.SelectMany(turn => turn.Fields))
            fields[name] = value;
        return fields;
    }
}
