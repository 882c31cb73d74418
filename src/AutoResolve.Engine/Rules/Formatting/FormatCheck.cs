using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Rules.Formatting;

/// <summary>
/// Reads a canonical text as the next program will, and compares it with what it was written from: the same data, keys in whatever order,
/// and the same comments beside them.
/// </summary>
internal sealed class FormatCheck
{
    private readonly JsonTree _before;
    private readonly JsonTree _after;
    private readonly List<JsonComment> _commentsBefore = [];
    private readonly List<JsonComment> _commentsAfter = [];

    private FormatCheck(JsonTree before, JsonTree after) => (_before, _after) = (before, after);

    /// <summary>What keeps the text from being written in place of the file: where in the file it begins to differ; null where nothing
    /// does.</summary>
    public static Diagnostic? Check(JsonTree before, RuleFile after)
    {
        List<Diagnostic> problems = [];
        var (offset, path, what) = RuleFileParser.Parse(after, problems) is { } read
            ? new FormatCheck(before, read).Compare()
            : (0, JsonPath.Root, $"it could not be read again ({Short(problems[0].Message)})");
        return what is null
            ? null
            : before
                .Source.Locate(offset, path)
                .Report(
                    ReadingCodes.FormatDiffers,
                    DiagnosticSeverity.Error,
                    $"The canonical form of this file would not mean the same: {what}. The file was left as it is. This is a fault of the "
                        + "formatter and not of the file: report it with this message and the lines around this place."
                );
    }

    private (int Offset, JsonPath Path, string? What) Compare()
    {
        if (Difference(_before.Root, _after.Root) is { } node)
            return (node.Start, node.Path, $"{node.Kind} is another one there, or gone");
        AddComments(_before.Source.Text.Length, _after.Source.Text.Length);
        var same = _commentsBefore.Zip(_commentsAfter).TakeWhile(pair => IsSame(pair.First, pair.Second)).Count();
        if (same < _commentsBefore.Count)
            return (_commentsBefore[same].Start, JsonPath.Root, "a comment is another one there, or gone");

        // What was walked is only what the walk knows of.
        var (before, after) = (_before.Comments.Count, _after.Comments.Count);
        return _commentsBefore.Count == before && after == before
            ? default
            : (0, JsonPath.Root, string.Create(CultureInfo.InvariantCulture, $"it has {after} comments in place of {before}"));
    }

    /// <returns>The value that is not the same; null where all are.</returns>
    private JsonNode? Difference(JsonNode before, JsonNode after)
    {
        AddComments(before.Start, after.Start);
        var differs = (before, after) switch
        {
            (JsonObject one, JsonObject other) => OfObject(one, other),
            (JsonArray one, JsonArray other) => OfList(one, other),
            (JsonString one, JsonString other) => one.Value == other.Value ? null : one,
            (JsonNumber, JsonNumber) or (JsonBoolean, JsonBoolean) or (JsonNull, JsonNull) => before.Raw == after.Raw ? null : before,
            _ => before,
        };
        _commentsBefore.AddRange(_before.Comments.After(before.End));
        _commentsAfter.AddRange(_after.Comments.After(after.End));
        return differs;
    }

    private JsonNode? OfObject(JsonObject before, JsonObject after)
    {
        if (before.Properties.Length != after.Properties.Length)
            return before;

        // Of a key that stands twice, the first is the first.
        var waiting = before
            .Properties.GroupBy(property => property.Key)
            .ToDictionary(same => same.Key, same => new Queue<JsonProperty>(same));
        foreach (var property in after.Properties)
        {
            if (!waiting.TryGetValue(property.Key, out var same) || !same.TryDequeue(out var own))
                return before;
            AddComments(own.Start, property.Start);
            if (Difference(own.Value, property.Value) is { } differs)
                return differs;
        }

        AddComments(before.End - 1, after.End - 1);
        return null;
    }

    private JsonNode? OfList(JsonArray before, JsonArray after)
    {
        if (before.Items.Length != after.Items.Length)
            return before;
        foreach (var (one, other) in before.Items.Zip(after.Items))
        {
            if (Difference(one, other) is { } differs)
                return differs;
        }

        AddComments(before.End - 1, after.End - 1);
        return null;
    }

    private void AddComments(int before, int after)
    {
        _commentsBefore.AddRange(_before.Comments.Before(before));
        _commentsAfter.AddRange(_after.Comments.Before(after));
    }

    private static bool IsSame(JsonComment before, JsonComment after) => LineEnds.Unify(before.Text) == LineEnds.Unify(after.Text);

    private static string Short(string message) => char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
