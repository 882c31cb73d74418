using System.Globalization;
using AutoResolve.Rules;

namespace AutoResolve.Json.Reading;

/// <summary>
/// Reads single values. Each method reports what is wrong and then returns null; it returns null without a report where there is no
/// value.
/// </summary>
internal sealed class ValueReader(Problems problems)
{
    /// <summary>A text with something in it.</summary>
    public Located<string>? Text(JsonNode? node)
    {
        if (AnyText(node) is not { } text)
            return null;
        if (!string.IsNullOrWhiteSpace(text.Value))
            return text;
        problems.Add(
            node!,
            ReadingCodes.EmptyText,
            $"{node!.Subject()} must not be empty: write something{(node!.Path.Key is null ? ", or remove the entry" : "")}."
        );
        return null;
    }

    /// <summary>A text, empty or not.</summary>
    public Located<string>? AnyText(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonString text => text.Located,
            JsonNumber or JsonBoolean => WrongKind(node, "a text", $": put it in quotes: \"{Cut(node.Raw)}\""),
            _ => WrongKind(node, "a text in quotes", ""),
        };

    /// <summary>A text or null.</summary>
    public Located<string>? TextOrNull(JsonNode? node) => node is JsonNull ? null : Text(node);

    public bool? Boolean(JsonNode? node)
    {
        if (node is null or JsonBoolean)
            return (node as JsonBoolean)?.Value;
        var cure = node is JsonString { Value: "true" or "false" } ? ", without quotes" : "";
        problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be true or false{cure}, not {node.Kind}.");
        return null;
    }

    public decimal? Number(JsonNode? node)
    {
        if (node is null or JsonNumber)
            return (node as JsonNumber)?.Value;
        var cure = node is JsonString ? " without quotes" : "";
        problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be a number{cure}, not {node.Kind}.");
        return null;
    }

    public int? WholeNumber(JsonNode? node, int least, int most)
    {
        if (Number(node) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number >= least && number <= most)
            return (int)number;
        problems.Add(
            node!,
            ReadingCodes.OutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{node!.Subject()} must be a whole number "
                    + $"{(most == int.MaxValue ? $"from {least}" : $"from {least} to {most}")}, not {Cut(node!.Raw)}."
            )
        );
        return null;
    }

    /// <summary>A share from 0 to 1.</summary>
    public double? Share(JsonNode? node)
    {
        if (Number(node) is not { } number)
            return null;
        if (number is >= 0 and <= 1)
            return (double)number;
        problems.Add(node!, ReadingCodes.OutOfRange, $"{node!.Subject()} must be a share from 0 to 1, such as 0.9, not {Cut(node!.Raw)}.");
        return null;
    }

    public TimeSpan? Duration(JsonNode? node)
    {
        if (Text(node) is not { } text)
            return null;
        if (Durations.TryRead(text.Value, out var duration))
            return duration;
        problems.Add(
            node!,
            ReadingCodes.BadDuration,
            $"{node!.Subject()} must be a length of time: a whole number and m, h or d, such as \"30m\", \"24h\" "
                + $"or \"7d\"; found {JsonQuote.Short(text.Value)}."
        );
        return null;
    }

    public Located<string>? Name(JsonNode? node, NameForm form)
    {
        if (Text(node) is not { } name)
            return null;
        return CheckName(name.Value, name.Location, node!.Subject(), form) ? name : null;
    }

    /// <summary>Reports a name that is not of its form.</summary>
    public bool CheckName(string name, SourceLocation location, string subject, NameForm form)
    {
        if (form.Fits(name))
            return true;
        var reason =
            name.Length > NameForm.Longest
                ? $"at most {NameForm.Longest} characters long"
                : $"written with {form.Description}, such as '{form.Example}'";
        problems.Add(location, ReadingCodes.BadName, $"{subject} must be {reason}; found {JsonQuote.Short(name)}.", form.Nearest(name));
        return false;
    }

    public Located<DateOnly>? Day(JsonNode? node)
    {
        if (Text(node) is not { } text)
            return null;
        if (Dates.TryDay(text.Value, out var day))
            return new(day, text.Location);
        problems.Add(
            node!,
            ReadingCodes.BadDate,
            $"{node!.Subject()} must be a day, written year-month-day such as \"2026-11-01\"; found {JsonQuote.Short(text.Value)}."
        );
        return null;
    }

    public T? Choice<T>(JsonNode? node, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (AnyText(node) is not { } word)
            return null;
        if (words.TryGetValue(word.Value, out var choice))
            return choice;
        var suggestion = word.Value.Length > 100 ? null : Spelling.Closest(word.Value, words.Keys);
        problems.Add(
            node!,
            ReadingCodes.UnknownWord,
            $"{node!.Subject()} must be one of {string.Join(", ", words.Keys)}; found {JsonQuote.Short(word.Value)}.",
            suggestion
        );
        return null;
    }

    private Located<string>? WrongKind(JsonNode node, string wanted, string cure)
    {
        problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be {wanted}, not {node.Kind}{cure}.");
        return null;
    }

    private static string Cut(string raw) => raw.Length <= 30 ? raw : raw[..30] + "…";
}
