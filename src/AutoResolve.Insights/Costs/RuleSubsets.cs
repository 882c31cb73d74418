using System.Text;
using AutoResolve.Rules;
using AutoResolve.Sources;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Costs;

/// <summary>Rule files of which rules are taken away: they are retired, so that whatever refers to them still does.</summary>
internal sealed class RuleSubsets
{
    private const string Retired = "retired";

    private static readonly string[] Unmatched = ["draft", Retired];

    // Never in a text; so that there is a rule for which texts are read.
    private const string Probe = """
        { "set": "costs-probe", "title": "A rule that never matches", "owner": "costs", "typos": false, "rules": [ {
            "id": "costs-probe.none", "title": "None", "type": "costs/none", "status": "active",
            "when": { "anyOf": ["qqxzvk wjjqzx"] }, "then": { "outcome": "route", "team": "none" } } ] }
        """;

    private readonly List<(string Path, JObject Set)> _files = [];
    private readonly List<(string Name, JObject Set)> _classifiers = [];
    private readonly JObject _probe = Parse(Probe);
    private readonly RulebookOptions _options;

    /// <param name="files">The rule files.</param>
    /// <param name="options">How they are loaded.</param>
    /// <param name="isExact">Whether no word is found with a typing error: else words of rules that are left out are unknown ones, of which
    /// each is compared with those that are left, so that fewer rules cost more.</param>
    public RuleSubsets(RuleFileSet files, RulebookOptions options, bool isExact)
    {
        _options = options;
        foreach (var file in files.Files)
            _files.Add((file.Path, Parse(Encoding.UTF8.GetString(file.Content.Span).TrimStart('\uFEFF'))));
        if (isExact)
            _files.ForEach(file => MakeExact(file.Set));
        var shared = _files.Select(file => file.Set).Where(set => (bool?)set["shared"] == true).ToList();
        _classifiers = [.. AskedClassifiers()];
        Rules =
        [
            .. from file in _files
            let names = new SetNames(file.Set, shared)
            from rule in (file.Set["rules"] as JArray ?? []).OfType<JObject>()
            where !Unmatched.Contains((string?)rule["status"])
            select RuleShapes.Of(rule, names),
        ];
    }

    /// <summary>Those that may match.</summary>
    public IReadOnlyList<RuleShape> Rules { get; }

    /// <summary>The classifiers that rules ask.</summary>
    public IEnumerable<string> Classifiers => _classifiers.Select(classifier => classifier.Name);

    /// <summary>A rulebook of some of the rules, and a rule that never matches.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="classifiers">How many of <see cref="Classifiers"/> are asked, the first ones, whether these rules do or not.</param>
    public Rulebook Only(IEnumerable<RuleShape> rules, int classifiers = 0)
    {
        var asking = _classifiers.Take(classifiers).Select(Ask).ToList();
        var kept = rules.Select(rule => rule.Json).ToHashSet();
        var gone = Rules.Where(rule => !kept.Contains(rule.Json)).SelectMany(rule => Statuses(rule.Json)).ToList();
        var were = gone.ConvertAll(status => status.Value);
        try
        {
            gone.ForEach(status => status.Value = Retired);
            return Build(
                _files
                    .Append(("costs-probe.json", _probe))
                    .Select(file => new RuleFile(file.Item1, Encoding.UTF8.GetBytes(file.Item2.ToString(Formatting.None))))
            );
        }
        finally
        {
            foreach (var (status, value) in gone.Zip(were))
                status.Value = value;
            asking.ForEach(rule => rule.Remove());
        }
    }

    /// <summary>A rulebook of nothing but a rule that never matches.</summary>
    public Rulebook OnlyProbe() => Build([ProbeFile]);

    private static RuleFile ProbeFile => new("costs-probe.json", Encoding.UTF8.GetBytes(Probe));

    private IEnumerable<(string Name, JObject Set)> AskedClassifiers()
    {
        var asked = _files
            .SelectMany(file => file.Set.DescendantsAndSelf().OfType<JProperty>().Where(part => part.Name == "by"))
            .Select(part => part.Value.ToString())
            .ToHashSet(StringComparer.Ordinal);
        return from file in _files
            from classifier in (file.Set["classifiers"] as JObject ?? []).Properties()
            where asked.Contains(classifier.Name)
            select (classifier.Name, file.Set);
    }

    // In the set that has it, which may be the only one that sees it.
    private JObject Ask((string Name, JObject Set) classifier)
    {
        var label = (classifier.Set["classifiers"]?[classifier.Name]?["labels"] as JObject)?.Properties().FirstOrDefault()?.Name;
        var set = (bool?)classifier.Set["shared"] == true ? _probe : classifier.Set;
        var rule = (JObject)_probe["rules"]![0]!.DeepClone();
        rule["id"] = $"{set["set"]}.costs-probe-{_classifiers.IndexOf(classifier)}";
        rule["when"] = new JObject
        {
            ["all"] = new JArray(
                rule["when"]!,
                new JObject
                {
                    ["readsLike"] = label,
                    ["by"] = classifier.Name,
                    ["sure"] = 99,
                }
            ),
        };
        if (set["rules"] is not JArray)
            set["rules"] = new JArray();
        ((JArray)set["rules"]!).Add(rule);
        return rule;
    }

    private Rulebook Build(IEnumerable<RuleFile> files)
    {
        var result = Rulebook.TryBuild(new RuleFileSet([.. files]), _options, new RulebookPurpose { Lint = false, AnyHandler = true });
        return result.Rulebook ?? throw new RulebookException("rules of which some are left out", result.Diagnostics);
    }

    private static void MakeExact(JObject set)
    {
        // What is no truth value is something else of that name.
        var options = set.DescendantsAndSelf().OfType<JProperty>().Where(each => each is { Name: "typos", Value.Type: JTokenType.Boolean });
        options.ToList().ForEach(option => option.Value = false);
        set["typos"] = false;
    }

    // A row may say its own.
    private static IEnumerable<JValue> Statuses(JObject rule) =>
        (rule["rows"] as JArray ?? []).OfType<JObject>().Prepend(rule).Select(each => each["status"]).OfType<JValue>();

    // Dates stay what they are: texts.
    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
    }
}
