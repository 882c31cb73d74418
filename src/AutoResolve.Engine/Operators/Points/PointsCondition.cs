using System.Globalization;
using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Points;

/// <summary>A phrase and what it counts.</summary>
internal sealed record PointedPhrase(Located<string> Phrase, int Points);

/// <summary><c>points</c> with <c>needed</c>.</summary>
internal sealed record PointsCondition(IReadOnlyList<PointedPhrase> Pointed, int Needed, TextPart In, SourceLocation Location)
    : TextCondition(In, Location)
{
    public override bool StandsAside => true;

    public override IEnumerable<Located<string>> PhrasesSought => Pointed.Select(pointed => pointed.Phrase).Concat(Except);
}

/// <summary><c>points</c> with <c>needed</c>.</summary>
internal sealed class PointsOperator : TextOperator<PointsCondition>
{
    private const int MaxPoints = 100;
    internal const int MaxNeeded = 10_000;

    public override string Key => "points";

    public override IReadOnlyList<string> OptionKeys => OfPhrases;

    public override IReadOnlyList<string> SideKeys { get; } = ["needed"];

    public override string? AdviceOnLone(string key) =>
        key == "needed" ? "'needed' belongs to 'points': add \"points\": { \"5\": [\"…\"], \"2\": [\"…\"] }." : base.AdviceOnLone(key);

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    )
    {
        var pointed = Read(reader.Find(key), conditions);
        var needed = conditions.Values.WholeNumber(
            reader.Require("needed", "\"needed\": 10, the points that the phrases found must come to"),
            1,
            MaxNeeded
        );
        if (pointed.Count == 0 || needed is not { } points)
            return null;
        var most = PointsPattern.MostOf(pointed.Select(one => one.Points));
        if (most >= points)
            return new PointsCondition(pointed, points, part, location);
        conditions.Problems.Add(reader.Find("needed")!, ReadingCodes.OutOfRange, NeverReached(points, most));
        return null;
    }

    /// <summary>What is wrong where more points are needed than all phrases come to.</summary>
    public static string NeverReached(int needed, long most) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"All phrases together come to {most} points, so {needed} are never reached. Write a smaller number under \"needed\", or add "
                + $"phrases that count more."
        );

    protected override TextPattern? Compile(PointsCondition condition, ConditionCompiler conditions) =>
        conditions.CompilePhrases(condition, [.. condition.Pointed.Select(pointed => pointed.Phrase)]) is { } phrases
            ? new PointsPattern(phrases, [.. condition.Pointed.Select(pointed => pointed.Points)], condition.Needed)
            : null;

    private static List<PointedPhrase> Read(JsonNode? node, ConditionReader conditions)
    {
        List<PointedPhrase> pointed = [];
        var properties = conditions.Maps.Properties(node);
        if (node is JsonObject && properties.Count == 0)
            conditions.Problems.Add(
                node,
                ReadingCodes.ListTooShort,
                "'points' has no phrases: add some by what they count, such as \"5\": [\"…\"]."
            );
        foreach (var property in properties)
        {
            var phrases = conditions.Lists.Texts(property.Value);
            if (PointsOf(property, conditions) is { } points)
                pointed.AddRange(phrases.Select(phrase => new PointedPhrase(phrase, points)));
        }

        return pointed;
    }

    private static int? PointsOf(JsonProperty property, ConditionReader conditions)
    {
        if (
            int.TryParse(property.Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points)
            && points is >= -MaxPoints and <= MaxPoints and not 0
            && points.ToString(CultureInfo.InvariantCulture) == property.Key
        )
            return points;
        conditions.Problems.Add(
            property.Location,
            ReadingCodes.OutOfRange,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The keys of 'points' are whole numbers from -{MaxPoints} to {MaxPoints}, without 0, such as \"5\" or \"-2\", "
                    + $"not '{property.Key}'."
            )
        );
        return null;
    }
}
