using System.Globalization;
using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reads the classifiers of a set.</summary>
internal sealed class ClassifierReader(ReadingContext context)
{
    private const int MinLabels = 2;
    private const int MaxLabels = 200;
    private const int MaxWords = 200_000;

    public Classifier Read(Located<string> name, JsonNode node)
    {
        var reader = ObjectReader.Open(node, ObjectSchemas.Classifier, context.Problems);
        var labels = Labels(reader?.Require("labels", "\"labels\": { \"danger\": 0, \"other\": 0 }"));
        var words = reader?.Require("words", "\"words\": [\"big file 54 1:31\"]");

        // Where it has no labels, that is what is wrong, and not each of its words.
        return new Classifier(name, labels, labels.Count == 0 ? [] : Words(words, labels.Count));
    }

    private List<ClassifierLabel> Labels(JsonNode? node)
    {
        List<ClassifierLabel> labels = [];
        foreach (var property in context.Maps.Entries(node))
        {
            context.Values.CheckName(property.Key, property.Location, "This label", NameForm.Type);
            var bias = context.Values.WholeNumber(property.Value, -FeatureLine.MaxWeight, FeatureLine.MaxWeight);
            labels.Add(new ClassifierLabel(property.Key, bias ?? 0));
        }

        if (node is JsonObject && labels.Count is < MinLabels or > MaxLabels)
            context.Problems.Add(
                node,
                labels.Count < MinLabels ? ReadingCodes.ListTooShort : ReadingCodes.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A classifier has {MinLabels} to {MaxLabels} labels; this one has {labels.Count}."
                )
            );
        return labels;
    }

    private List<ClassifierWord> Words(JsonNode? node, int labels)
    {
        List<ClassifierWord> words = [];
        if (node is JsonArray { Items.Length: > MaxWords } list)
        {
            context.Problems.Add(
                node,
                ReadingCodes.OutOfRange,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A classifier has at most {MaxWords:N0} words; this one has {list.Items.Length:N0}."
                )
            );
            return words;
        }

        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var line in context.Lists.Of(node, item => item))
        {
            if (context.Problems.AreTooMany)
                break;
            if (context.Values.Text(line) is not { } text)
                continue;
            var problem = FeatureLine.Read(text.Value, labels, out var word, out var at);
            if (problem is null && !known.Add(word.Feature))
                problem = $"'{word.Feature}' stands twice in these words: keep one of the two.";
            if (problem is null)
                words.Add(word);
            else
                context.Problems.Add(text.At(at), ReadingCodes.BadFeature, problem);
        }

        return words;
    }
}
