using System.Globalization;
using System.Text;
using AutoResolve.Insights.Mining;
using AutoResolve.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Learning;

/// <summary>Which of the phrases that texts are made of stand in which text, as rules find them.</summary>
internal sealed class PhraseMatrix
{
    private const int MinTextsOfPair = 2;
    private const string Id = "phrase.p";

    // Far below what a file may hold, whatever the phrases.
    private const int PhrasesOfFile = 10_000;

    private PhraseMatrix(IReadOnlyList<string> phrases, int[][] found) => (Phrases, Found) = (phrases, found);

    public IReadOnlyList<string> Phrases { get; }

    /// <summary>By text, the phrases that stand in it, ascending.</summary>
    public int[][] Found { get; }

    /// <param name="texts">The texts.</param>
    /// <param name="forGuard">Whether phrases are found as guards find them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PhraseMatrix> ReadAsync(IReadOnlyList<LabelledText> texts, bool forGuard, CancellationToken cancellationToken)
    {
        var vocabulary = Vocabulary.Of(texts.Select(text => text.Text), MinTextsOfPair);
        string[] phrases = [.. Enumerable.Range(0, vocabulary.Count).Select(phrase => vocabulary[phrase])];
        var source = RuleSource.Memory(FilesOf(phrases, forGuard));
        var rulebook = await Rulebook.LoadAsync(source, cancellationToken: cancellationToken).ConfigureAwait(false);
        var found = new int[texts.Count][];
        var matches = new List<RuleReference>();
        for (var at = 0; at < texts.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matches.Clear();
            rulebook.FindMatches(new Issue { Id = "text", Text = texts[at].Text }, matches);
            found[at] = [.. matches.Select(match => int.Parse(match.Id.AsSpan(Id.Length), CultureInfo.InvariantCulture)).Order()];
        }

        return new PhraseMatrix(phrases, found);
    }

    private static RuleSourceFile[] FilesOf(string[] phrases, bool forGuard) =>
        [
            .. phrases
                .Chunk(PhrasesOfFile)
                .Select(
                    (some, file) =>
                        new RuleSourceFile($"phrases-{file}.json", SetOf($"phrases-{file}", some, file * PhrasesOfFile, forGuard))
                ),
        ];

    private static byte[] SetOf(string name, string[] phrases, int first, bool forGuard)
    {
        var rules = phrases.Select(
            (phrase, at) =>
                new JObject
                {
                    ["id"] = Id + (first + at),
                    ["title"] = "A phrase",
                    ["type"] = "phrase/found",
                    ["status"] = "active",
                    ["when"] = new JObject { ["anyOf"] = new JArray(phrase) },
                    ["then"] = new JObject { ["outcome"] = "escalate", ["team"] = "nobody" },
                }
        );
        var set = new JObject
        {
            ["set"] = name,
            ["title"] = "Phrases",
            ["owner"] = "nobody",
            ["guard"] = forGuard,
            ["rules"] = new JArray(rules),
        };
        return Encoding.UTF8.GetBytes(set.ToString(Formatting.None));
    }
}
