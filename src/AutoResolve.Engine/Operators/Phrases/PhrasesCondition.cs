using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Phrases;

/// <summary><c>anyOf</c>, or <c>allOf</c> where <paramref name="RequireAll"/>.</summary>
internal sealed record PhrasesCondition(IReadOnlyList<Located<string>> Phrases, bool RequireAll, TextPart In, SourceLocation Location)
    : TextCondition(In, Location)
{
    public override IEnumerable<Located<string>> PhrasesSought => Phrases.Concat(Except);

    public override bool FollowsFrom(Condition given) =>
        given is PhrasesCondition other && other.In == In && (Except.Count == 0 || other.Except.AreSameAs(Except)) && FollowsFrom(other);

    private bool FollowsFrom(PhrasesCondition given) =>
        (given.RequireAll, RequireAll) switch
        {
            (false, false) => given.Phrases.AreAmong(Phrases),
            (true, false) => given.Phrases.Any(phrase => ((Located<string>[])[phrase]).AreAmong(Phrases)),
            (true, true) => Phrases.AreAmong(given.Phrases),
            (false, true) => given.Phrases.AreSameAs(Phrases) && given.Phrases.Count == 1,
        };
}

/// <summary><c>anyOf</c> and <c>allOf</c>.</summary>
internal sealed class PhrasesOperator(string key, bool requireAll) : TextOperator<PhrasesCondition>
{
    public override string Key => key;

    public override IReadOnlyList<string> OptionKeys => OfPhrases;

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    ) =>
        conditions.Lists.Texts(reader.Find(key)) is { Count: > 0 } phrases
            ? new PhrasesCondition(phrases, requireAll, part, location)
            : null;

    protected override TextPattern? Compile(PhrasesCondition condition, ConditionCompiler conditions)
    {
        if (condition.RequireAll)
            return conditions.CompileTogether(condition, condition.Phrases) is { } together ? new AllOfPattern(together) : null;
        return conditions.CompilePhrases(condition, condition.Phrases) is { } phrases ? new AnyOfPattern(phrases) : null;
    }
}
