using System.Text;
using AutoResolve.Json;

namespace AutoResolve.Rules.Formatting;

/// <summary>
/// Writes a tree: two spaces a level; what fits on a line and holds no comment on one line; texts of a list without comments as many to
/// a line as fit, and plain values of a row; comments and single blank lines kept.
/// </summary>
internal sealed class CanonicalWriter(JsonTree tree)
{
    private const int Width = 120;

    private readonly StringBuilder _output = new();

    public string Write()
    {
        WriteComments(tree.Comments.Before(tree.Root.Start), 0, isFirst: true);
        WriteValue(tree.Root, Place.Set, 0, 0);
        WriteAfter(tree.Root);
        var end = tree.Comments.Before(tree.Source.Text.Length);
        if (end.Count > 0)
            _output.Append('\n');
        WriteComments(end, 0, isFirst: false);
        return _output.ToString().TrimEnd('\n') + "\n";
    }

    /// <param name="node">The value.</param>
    /// <param name="place">What it is.</param>
    /// <param name="depth">How deep the line is indented.</param>
    /// <param name="used">The columns of the line that are taken: by the key before, by the comma behind.</param>
    private void WriteValue(JsonNode node, Place place, int depth, int used)
    {
        if (OneLine(node, place, Width - (depth * 2) - used) is { } line)
            _output.Append(line);
        else if (node is JsonObject value)
            WriteObject(value, place, depth);
        else if (node is JsonArray texts && IsOfTexts(texts))
            WriteTexts(texts, depth);
        else if (node is JsonArray list)
            WriteList(list, place, depth);
        else
            _output.Append(InlineWriter.Write(node, place));
    }

    private string? OneLine(JsonNode node, Place place, int room)
    {
        if (IsAlwaysOpen(node, place) || tree.Comments.AnyBetween(node.Start, node.End))
            return null;
        var line = InlineWriter.Write(node, place, room);
        return line?.Length <= room ? line : null;
    }

    private static bool IsAlwaysOpen(JsonNode node, Place place) =>
        node switch
        {
            JsonObject { Properties.Length: > 0 } => place
                is Place.Set
                    or Place.Rule
                    or Place.Then
                    or Place.Names
                    or Place.ConditionNames
                    or Place.ClassifierNames
                    or Place.Classifier
                    or Place.QuestionNames
                    or Place.StepNames
                    or Place.Profile
                    or Place.ProfileLanguage
                    or Place.Privacy
                    or Place.IdentifierNames
                    or Place.ExtractorNames,
            JsonArray { Items.Length: > 0 } => place is Place.Rule or Place.Test,
            _ => false,
        };

    private void WriteObject(JsonObject node, Place place, int depth)
    {
        _output.Append("{\n");
        var properties = KeyOrder.Ordered(node, place).ToList();
        var used = 0;
        for (var i = 0; i < properties.Count; i++)
        {
            var comma = i == properties.Count - 1 ? "" : ",";
            if (place == Place.Row && IsPlain(properties[i]))
            {
                var text = InlineWriter.Quote(properties[i].Key) + ": " + InlineWriter.Write(properties[i].Value, Place.Data) + comma;
                used = Fill(text, used, depth + 1, isParted: i > 0 && HasBlankLineBefore(properties[i].Start));
                continue;
            }

            used = EndLine(used);
            WriteProperty(properties[i], place, depth, i == 0, i == properties.Count - 1);
        }

        EndLine(used);
        WriteClose(node, depth, properties.Count == 0, '}');
    }

    private void WriteProperty(JsonProperty property, Place place, int depth, bool isFirst, bool isLast)
    {
        var comments = tree.Comments.Before(property.Start).Concat(tree.Comments.Before(property.Value.Start)).ToList();
        WriteLead(comments, property.Start, depth + 1, isFirst);
        var key = InlineWriter.Quote(property.Key) + ": ";
        _output.Append(key);
        WriteValue(property.Value, KeyOrder.Child(place, property.Key), depth + 1, key.Length + 1);
        WriteEnd(property.Value, isLast);
    }

    // The plain values of a row stand beside each other, as in a table.
    private bool IsPlain(JsonProperty property) =>
        property.Value is not (JsonObject or JsonArray)
        && tree.Comments.Before(property.Start).Count == 0
        && tree.Comments.Before(property.Value.Start).Count == 0
        && tree.Comments.After(property.Value.End).Count == 0;

    /// <summary>Adds to the line what fits on it, else begins one.</summary>
    /// <returns>The columns that are taken then.</returns>
    private int Fill(string text, int used, int depth, bool isParted)
    {
        if (used > 0 && !isParted && used + 1 + text.Length <= Width)
        {
            _output.Append(' ').Append(text);
            return used + 1 + text.Length;
        }

        EndLine(used);
        _output.Append(isParted ? "\n" : "").Append(' ', depth * 2).Append(text);
        return (depth * 2) + text.Length;
    }

    private int EndLine(int used)
    {
        _output.Append(used > 0 ? "\n" : "");
        return 0;
    }

    private void WriteList(JsonArray node, Place place, int depth)
    {
        _output.Append("[\n");
        for (var i = 0; i < node.Items.Length; i++)
        {
            var item = node.Items[i];
            WriteLead(tree.Comments.Before(item.Start), item.Start, depth + 1, i == 0);
            WriteValue(item, place, depth + 1, 1);
            WriteEnd(item, i == node.Items.Length - 1);
        }

        WriteClose(node, depth, node.Items.Length == 0, ']');
    }

    private bool IsOfTexts(JsonArray node) =>
        Array.TrueForAll(node.Items, item => item is JsonString) && !tree.Comments.AnyBetween(node.Start, node.End);

    private void WriteTexts(JsonArray node, int depth)
    {
        _output.Append("[\n");
        var used = 0;
        for (var i = 0; i < node.Items.Length; i++)
        {
            var text = InlineWriter.Quote(((JsonString)node.Items[i]).Value) + (i == node.Items.Length - 1 ? "" : ",");
            used = Fill(text, used, depth + 1, isParted: i > 0 && HasBlankLineBefore(node.Items[i].Start));
        }

        EndLine(used);
        _output.Append(' ', depth * 2).Append(']');
    }

    private void WriteLead(IReadOnlyList<JsonComment> comments, int start, int depth, bool isFirst)
    {
        WriteComments(comments, depth, isFirst);
        if (HasBlankLineBefore(start) && !(isFirst && comments.Count == 0))
            _output.Append('\n');
        _output.Append(' ', depth * 2);
    }

    private void WriteEnd(JsonNode node, bool isLast)
    {
        if (!isLast)
            _output.Append(',');
        WriteAfter(node);
        _output.Append('\n');
    }

    private void WriteClose(JsonNode node, int depth, bool isEmpty, char bracket)
    {
        WriteComments(tree.Comments.Before(node.End - 1), depth + 1, isEmpty);
        _output.Append(' ', depth * 2).Append(bracket);
    }

    private void WriteComments(IEnumerable<JsonComment> comments, int depth, bool isFirst)
    {
        foreach (var comment in comments)
        {
            if (!isFirst && HasBlankLineBefore(comment.Start))
                _output.Append('\n');
            _output.Append(' ', depth * 2).Append(Clean(comment)).Append('\n');
            isFirst = false;
        }
    }

    private void WriteAfter(JsonNode node)
    {
        foreach (var comment in tree.Comments.After(node.End))
            _output.Append(' ').Append(Clean(comment));
    }

    private static string Clean(JsonComment comment) => LineEnds.Unify(comment.Text);

    private bool HasBlankLineBefore(int offset)
    {
        var before = tree.Source.Text.AsSpan(0, offset);
        return LineEnds.Count(before[before.TrimEnd().Length..]) > 1;
    }
}
