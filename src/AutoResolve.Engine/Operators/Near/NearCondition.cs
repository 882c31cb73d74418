using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Near;

/// <summary><c>near</c> with <c>within</c>.</summary>
internal sealed record NearCondition(IReadOnlyList<Located<string>> Phrases, int Within, TextPart In, SourceLocation Location)
    : TextCondition(In, Location)
{
    public override IEnumerable<Located<string>> PhrasesSought => Phrases.Concat(Except);

    public override bool FollowsFrom(Condition given) =>
        given is NearCondition other
        && other.In == In
        && other.Within <= Within
        && other.Phrases.AreSameAs(Phrases)
        && (Except.Count == 0 || other.Except.AreSameAs(Except));
}

/// <summary><c>near</c> with <c>within</c>.</summary>
internal sealed class NearOperator : TextOperator<NearCondition>
{
    private const int FarthestWithin = 1000;

    public override string Key => "near";

    public override IReadOnlyList<string> OptionKeys => OfPhrases;

    public override IReadOnlyList<string> SideKeys { get; } = ["within"];

    public override string? AdviceOnLone(string key) =>
        key == "within" ? "'within' belongs to 'near': add \"near\": [\"…\", \"…\"]." : base.AdviceOnLone(key);

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    )
    {
        var phrases = conditions.Lists.Texts(reader.Find(key), least: 2);
        var within = conditions.Values.WholeNumber(
            reader.Require("within", "\"within\": 6, the number of words they may stand apart"),
            1,
            FarthestWithin
        );
        return phrases.Count > 1 && within is { } words ? new NearCondition(phrases, words, part, location) : null;
    }

    protected override TextPattern? Compile(NearCondition condition, ConditionCompiler conditions) =>
        conditions.CompileTogether(condition, condition.Phrases) is { } phrases ? new NearPattern(phrases, condition.Within) : null;
}
