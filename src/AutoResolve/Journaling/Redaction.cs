namespace AutoResolve.Journaling;

/// <summary>Redacts what is written to the journal. Where the redactor fails, nothing of the text is kept.</summary>
internal sealed class Redaction(IRedactor redactor)
{
    private const string Withheld = "[not kept: redaction failed]";
    private const string Masked = "[masked]";

    // Longer texts are cut before they are redacted; a journal is no archive.
    private const int Longest = 20_000;

    private static readonly string[] PersonalFields =
        ["name", "mail", "phone", "mobile", "address", "street", "city", "zip", "postal", "birth", "dob", "ssn", "social", "account", "card", "user", "login", "password", "token", "secret"];

    public string Text(string text)
    {
        try
        {
            return redactor.Redact(text.Length <= Longest ? text : text[..Longest]) ?? Withheld;
        }
        catch (Exception)
        {
            return Withheld;
        }
    }

    /// <summary>The issue as it may be kept. Its id and requester are opaque by their definition.</summary>
    public Issue Issue(Issue issue) => issue with
    {
        Text = Text(issue.Text),
        Title = issue.Title is null ? null : Text(issue.Title),
        Fields = issue.Fields.ToDictionary(field => field.Key, field => IsPersonal(field.Key) ? Masked : Text(field.Value), StringComparer.OrdinalIgnoreCase),
    };

    /// <summary>The values of an action as they may be kept, and whether they are all there.</summary>
    public (IReadOnlyDictionary<string, object?> Values, bool AreWhole) Parameters(IReadOnlyDictionary<string, object?> values)
    {
        var areWhole = true;
        var kept = values.ToDictionary(value => value.Key, value => IsPersonal(value.Key) && value.Value is string { Length: > 0 } ? Mask(ref areWhole) : Value(value.Value, ref areWhole), StringComparer.Ordinal);
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

    private static bool IsPersonal(string name) => Array.Exists(PersonalFields, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
