using AutoResolve.PlugIns;

namespace AutoResolve.Journaling;

/// <summary>Redacts what is written to the journal. Where the redactor fails, nothing of the text is kept.</summary>
internal sealed class Redaction(MadeOnce<IRedactor> redactor)
{
    private const string Withheld = "[not kept: redaction failed]";
    private const string Masked = "[masked]";

    // Longer texts are cut before they are redacted; a journal is no archive.
    private const int Longest = 20_000;

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

    /// <summary>The issue as it may be kept. Its id and requester are opaque by their definition.</summary>
    public Issue Issue(Issue issue) =>
        issue with
        {
            Text = Text(issue.Text),
            Title = issue.Title is null ? null : Text(issue.Title),
            Fields = Fields(issue.Fields),
            Tried = [.. issue.Tried.Select(Text)],
            Turns = [.. issue.Turns.Select(Turn)],
        };

    /// <summary>The turn as it may be kept. Its id is opaque by its definition.</summary>
    public Turn Turn(Turn turn) => turn with { Text = Text(turn.Text), Fields = Fields(turn.Fields), Tried = [.. turn.Tried.Select(Text)] };

    /// <summary>
    /// What stands in an issue's copy in the places of something else: values of fields, and the masks in texts.
    /// </summary>
    public static IReadOnlyList<string> Changes(Issue issue, Issue kept)
    {
        List<string> changed = [];
        CompareText(issue.Text, kept.Text);
        CompareText(issue.Title ?? "", kept.Title ?? "");
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
                Compare(originals[name], copy);
        }
    }

    private Dictionary<string, string> Fields(IReadOnlyDictionary<string, string> fields) =>
        fields.ToDictionary(
            field => field.Key,
            field => IsPersonal(field.Key) ? Masked : Text(field.Value),
            StringComparer.OrdinalIgnoreCase
        );

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
