using System.Text;
using AutoResolve.Insights.Learning;
using AutoResolve.Sources;

namespace AutoResolve.Insights.Tests.Learning;

/// <summary>Texts to learn from.</summary>
internal static class Some
{
    private static readonly string[] Around =
    [
        "the page says",
        "please call me",
        "since monday",
        "on my phone",
        "for my father",
        "thank you",
    ];

    /// <summary>Each label with words of its own, one after the other, by four writers of whom each writes of all.</summary>
    public static List<LabelledText> Texts(int count, params (string Label, string[] Words)[] kinds) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(at =>
                {
                    var (label, words) = kinds[at % kinds.Length];
                    var round = at / kinds.Length;
                    var (first, second) = (words[round % words.Length], words[((round / 3) + 1) % words.Length]);
                    return new LabelledText($"{Around[round % 6]} {first} {Around[round / 5 % 6]} {second}", label, $"writer {round % 4}");
                }),
        ];

    public static List<LabelledText> Dangers(int count) =>
        Texts(
            count,
            ("danger", ["scammed", "stolen", "wire transfer", "gift cards", "fake agent"]),
            ("calm", ["password", "upload", "letter", "appointment", "address"])
        );

    /// <summary>Rules that ask a classifier for each label, and hold where it is that sure.</summary>
    public static async Task<Rulebook> RulebookAsync(LearntClassifier learnt, int sure)
    {
        var rules = learnt.Labels.Select(
            (label, at) =>
                $$"""
                    { "id": "asks.a{{at}}", "title": "A", "type": "a/b", "status": "active",
                      "when": { "readsLike": "{{label.Name}}", "by": "learnt", "sure": {{sure}} },
                      "then": { "outcome": "escalate", "team": "t" } }
                    """
        );
        return await Rulebook.LoadAsync(
            RuleSource.Memory(
                File("learnt.json", learnt.ToRuleFile("learnt")),
                File("asks.json", $$"""{ "set": "asks", "title": "A", "owner": "o", "rules": [{{string.Join(",", rules)}}] }""")
            )
        );
    }

    /// <summary>The names of the labels of which it is that sure.</summary>
    public static IEnumerable<string> Asked(Rulebook rulebook, LearntClassifier learnt, string text)
    {
        var matches = new List<RuleReference>();
        rulebook.FindMatches(new Issue { Id = "1", Text = text }, matches);
        return matches.Select(match => learnt.Labels[int.Parse(match.Id.AsSpan("asks.a".Length), provider: null)].Name).Order();
    }

    private static RuleSourceFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
