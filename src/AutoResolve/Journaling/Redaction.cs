using System.Globalization;
using AutoResolve.PlugIns;

namespace AutoResolve.Journaling;

/// <summary>Redacts what is written to the journal. Where the redactor fails, nothing of the text is kept.</summary>
internal sealed class Redaction(MadeOnce<IRedactor> redactor)
{
    private const string Withheld = "[not kept: redaction failed]";
    private const string Masked = "[masked]";

    // Longer texts are cut before they are redacted; a journal is no archive.
    private const int Longest = 20_000;

    /// <summary>The members of issues and turns that are kept as they were given, by name; all others are masked. Ids are opaque by their
    /// definition, and what is no text says nothing of a person.</summary>
    public static readonly IReadOnlySet<string> KeptAsGiven = new HashSet<string>(StringComparer.Ordinal)
    {
        nameof(AutoResolve.Issue.Id),
        nameof(AutoResolve.Issue.Tenant),
        nameof(AutoResolve.Issue.Requester),
        nameof(AutoResolve.Issue.Locale),
        nameof(AutoResolve.Issue.Format),
        nameof(AutoResolve.Issue.Author),
        nameof(AutoResolve.Issue.ReceivedAt),
        nameof(AutoResolve.Turn.ToCustomer),
        nameof(AutoResolve.Turn.At),
        nameof(CaseReply.Turn),
        nameof(CaseReply.Outcome),
        nameof(CaseReply.HasAnswer),
    };

    private static readonly string[] PersonalFields =
    [
        "name",
        "mail",
        "phone",
        "mobile",
        "address",
        "street",
        "city",
        "zip",
        "postal",
        "birth",
        "dob",
        "ssn",
        "social",
        "account",
        "card",
        "user",
        "login",
        "password",
        "token",
        "secret",
    ];

    public Redaction(IRedactor redactor)
        : this(new MadeOnce<IRedactor>("what masks personal data", () => redactor)) { }

    /// <summary>Makes the redactor, where it is not yet.</summary>
    public void Make() => _ = redactor.Value;

    public string Text(string text)
    {
        try
        {
            return redactor.Value.Redact(text.Length <= Longest ? text : text[..Longest]) ?? Withheld;
        }
        catch (Exception)
        {
            return Withheld;
        }
    }

    /// <summary>The issue as it may be kept: all of it masked but <see cref="KeptAsGiven"/>.</summary>
    public Issue Issue(Issue issue) =>
        issue with
        {
            Text = Text(issue.Text),
            Title = TextOrNull(issue.Title),
            Channel = TextOrNull(issue.Channel),
            Product = TextOrNull(issue.Product),
            Fields = Fields(issue.Fields),
            Tried = Texts(issue.Tried),
            Turns = [.. issue.Turns.Select(Turn)],
            Replies = [.. issue.Replies.Select(Reply)],
        };

    /// <summary>The turn as it may be kept.</summary>
    public Turn Turn(Turn turn) => turn with { Text = Text(turn.Text), Fields = Fields(turn.Fields), Tried = Texts(turn.Tried) };

    // A host may bring replies that no rule of its own gave.
    private CaseReply Reply(CaseReply reply) =>
        reply with
        {
            Rule = TextOrNull(reply.Rule),
            Team = TextOrNull(reply.Team),
            Steps = Texts(reply.Steps),
            Questions = Texts(reply.Questions),
            Actions = Texts(reply.Actions),
        };

    private string? TextOrNull(string? text) => text is null ? null : Text(text);

    private IReadOnlyList<string> Texts(IReadOnlyList<string> texts) => [.. texts.Select(Text)];

    /// <summary>
    /// What stands in an issue's copy in the places of something else: names and values of fields, and the masks in texts.
    /// </summary>
    public static IReadOnlyList<string> Changes(Issue issue, Issue kept)
    {
        List<string> changed = [];
        CompareText(issue.Text, kept.Text);
        CompareText(issue.Title ?? "", kept.Title ?? "");
        Compare(issue.Channel, kept.Channel);
        Compare(issue.Product, kept.Product);
        CompareFields(issue.Fields, kept.Fields);
        foreach (var (turn, copy) in issue.Turns.Zip(kept.Turns))
        {
            CompareText(turn.Text, copy.Text);
            CompareFields(turn.Fields, copy.Fields);
        }

        return [.. changed.Distinct(StringComparer.Ordinal)];

        void Compare(string? original, string? copy)
        {
            if (original != copy && copy is not null)
                changed.Add(copy);
        }

        void CompareText(string original, string copy)
        {
            if (original == copy)
                return;
            var before = changed.Count;
            if (copy != Withheld)
                changed.AddRange(MaskFinder.Find(original, copy));
            if (changed.Count == before)
                changed.Add(copy);
        }

        void CompareFields(IReadOnlyDictionary<string, string> originals, IReadOnlyDictionary<string, string> copies)
        {
            foreach (var (name, copy) in copies)
            {
                if (!originals.TryGetValue(name, out var original))
                    changed.Add(name);
                Compare(original, copy);
            }
        }
    }

    private Dictionary<string, string> Fields(IReadOnlyDictionary<string, string> fields)
    {
        var kept = new Dictionary<string, string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in fields)
        {
            // Two names of which the same is left are two all the same.
            var known = Text(name);
            for (var (free, number) = (known, 2); !kept.TryAdd(free, IsPersonal(name) ? Masked : Text(value)); number++)
                free = string.Create(CultureInfo.InvariantCulture, $"{known} {number}");
        }

        return kept;
    }

    /// <summary>The values of an action as they may be kept, and whether they are all there.</summary>
    public (IReadOnlyDictionary<string, object?> Values, bool AreWhole) Parameters(IReadOnlyDictionary<string, object?> values)
    {
        var areWhole = true;
        var kept = values.ToDictionary(
            value => value.Key,
            value => IsPersonal(value.Key) && value.Value is string { Length: > 0 } ? Mask(ref areWhole) : Value(value.Value, ref areWhole),
            StringComparer.Ordinal
        );
        return (kept, areWhole);
    }

    private object? Value(object? value, ref bool isWhole)
    {
        switch (value)
        {
            case string text:
                var kept = Text(text);
                isWhole &= kept == text;
                return kept;
            case IReadOnlyDictionary<string, object?> map:
                var (values, areWhole) = Parameters(map);
                isWhole &= areWhole;
                return values;
            case IEnumerable<object?> list:
                var items = new List<object?>();
                foreach (var item in list)
                    items.Add(Value(item, ref isWhole));
                return items;
            case long number when Math.Abs((decimal)number) >= 1_000_000:
                return Mask(ref isWhole);
            default:
                return value;
        }
    }

    private static string Mask(ref bool isWhole)
    {
        isWhole = false;
        return Masked;
    }

    private static bool IsPersonal(string name) =>
        Array.Exists(PersonalFields, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
