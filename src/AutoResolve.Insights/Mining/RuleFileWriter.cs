using System.Globalization;
using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Mining;

/// <summary>Writes the draft rules of a label in the rule format.</summary>
internal sealed class RuleFileWriter(Vocabulary vocabulary, DateOnly today, string source)
{
    private const double SameAnswer = 0.8;

    /// <param name="label">The label.</param>
    /// <param name="name">The label as part of ids.</param>
    /// <param name="facts">What the history says of it.</param>
    /// <param name="bands">Its conjunctions by band, the surest first.</param>
    /// <param name="threshold">What decides.</param>
    /// <param name="tests">Texts by rule id: those that must match, those that must not.</param>
    /// <param name="evidence">What speaks for it.</param>
    public RuleFile Write(
        string label,
        string name,
        LabelFacts facts,
        IEnumerable<(double Band, List<Conjunction> Conjunctions)> bands,
        double threshold,
        Func<string, (IReadOnlyList<string> Match, IReadOnlyList<string> Miss)> tests,
        JObject evidence
    )
    {
        var rules = new JArray();
        foreach (var (band, conjunctions) in bands)
        {
            var id = IdOf(name, band);
            var (match, miss) = tests(id);
            var rule = new JObject
            {
                ["id"] = id,
                ["title"] = Title(label, rules.Count),
                ["type"] = name,
                ["status"] = "draft",
                ["priority"] = DecisionThreshold.PriorityOf(band),
            };
            if (DecisionThreshold.LeadOf(band, threshold) is var lead and > 0)
                rule["lead"] = lead;
            rule["when"] = When(conjunctions);
            rule["then"] = Then(name, facts);
            rule["source"] = source;
            rule["reviewed"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (match.Count + miss.Count > 0)
                rule["tests"] = new JArray(match.Select(text => Test(text, true)).Concat(miss.Select(text => Test(text, false))));
            rules.Add(rule);
        }

        var set = new JObject
        {
            ["set"] = $"mined-{name}",
            ["title"] = Title(label, 0),
            ["owner"] = facts.Team is { } team ? Printable(team) : "to-be-named",
            ["x-evidence"] = evidence,
            ["rules"] = rules,
        };
        var path = $"{name}.json";
        var raw = new RuleFile(path, Encoding.UTF8.GetBytes(set.ToString()));
        return RuleFileFormatter.Format(raw).Text is { } formatted ? new RuleFile(path, Encoding.UTF8.GetBytes(formatted)) : raw;
    }

    public static string IdOf(string name, double band) =>
        string.Create(CultureInfo.InvariantCulture, $"mined.{name}.p{1000 + DecisionThreshold.PriorityOf(band)}");

    private static string Title(string label, int number) => Printable(number == 0 ? $"Mined: {label}" : $"Mined: {label}, {number + 1}");

    private static string Printable(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter))).Trim() is { Length: > 0 } kept
            ? kept[..Math.Min(kept.Length, 100)]
            : "unnamed";

    private static JObject Test(string text, bool match) => new() { ["text"] = text, ["match"] = match };

    private static JObject Then(string name, LabelFacts facts)
    {
        // Braces of a past answer would be read as a template.
        if (
            facts is { Answer: { } answer, AnswerShare: >= SameAnswer }
            && !answer.Contains("{{", StringComparison.Ordinal)
            && !answer.Contains("{%", StringComparison.Ordinal)
        )
            return new JObject
            {
                ["outcome"] = "answer",
                ["answer"] = new JObject { ["en"] = answer },
                ["tags"] = new JArray(name),
            };
        return new JObject
        {
            ["outcome"] = "route",
            ["team"] = facts.Team is { } team ? Printable(team) : name,
            ["tags"] = new JArray(name),
            ["note"] = "Mined from past issues. Say what should happen before this becomes active.",
        };
    }

    private JObject When(List<Conjunction> conjunctions)
    {
        var alternatives = new List<JObject>();
        var single = conjunctions
            .Where(conjunction => conjunction.Phrases.Length == 1)
            .Select(conjunction => vocabulary[conjunction.Phrases[0]])
            .ToList();
        if (single.Count > 0)
            alternatives.Add(AnyOf(single));
        alternatives.AddRange(Pairs([.. conjunctions.Where(conjunction => conjunction.Phrases.Length == 2)]));
        alternatives.AddRange(
            conjunctions
                .Where(conjunction => conjunction.Phrases.Length > 2)
                .Select(conjunction => new JObject { ["allOf"] = new JArray(conjunction.Phrases.Select(phrase => vocabulary[phrase])) })
        );
        return alternatives.Count == 1 ? alternatives[0] : new JObject { ["any"] = new JArray(alternatives) };
    }

    // Pairs that share a phrase read better as "card, and one of arrive, come, receive".
    private IEnumerable<JObject> Pairs(List<Conjunction> pairs)
    {
        while (pairs.Count > 0)
        {
            var shared = pairs
                .SelectMany(pair => pair.Phrases)
                .GroupBy(phrase => phrase)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .First();
            var with = pairs.Where(pair => pair.Phrases.Contains(shared.Key)).ToList();
            pairs = [.. pairs.Except(with)];
            yield return with.Count == 1
                ? new JObject { ["allOf"] = new JArray(with[0].Phrases.Select(phrase => vocabulary[phrase])) }
                : new JObject
                {
                    ["all"] = new JArray(
                        AnyOf([vocabulary[shared.Key]]),
                        AnyOf([.. with.Select(pair => vocabulary[pair.Phrases[0] == shared.Key ? pair.Phrases[1] : pair.Phrases[0]])])
                    ),
                };
        }
    }

    private static JObject AnyOf(IReadOnlyList<string> phrases) => new() { ["anyOf"] = new JArray(phrases) };
}
