using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Facts;

/// <summary>Compares a looked-up fact; all comparisons must hold, and an unknown fact makes none of them true.</summary>
internal sealed record FactCondition(Located<string> Fact, IReadOnlyList<ValueComparison> Comparisons, SourceLocation Location)
    : Condition(Location)
{
    public override IEnumerable<Located<string>> PhrasesSought => Comparisons.SelectMany(comparison => comparison.PhrasesSought);

    public override string? ReadsBesideText => "a fact";
}

/// <summary><c>fact</c>.</summary>
internal sealed class FactOperator(ComparisonSet comparisons) : Operator<FactCondition>
{
    public override ObjectSchema Schema { get; } = new("a 'fact' condition", ["fact", .. comparisons.Keys]);

    public override IReadOnlyList<string> Keys { get; } = ["fact"];

    public override Condition? Read(ObjectReader reader, ConditionReader conditions)
    {
        var fact = conditions.Values.Text(reader.Find("fact"));
        var tests = comparisons.Read(reader, "fact", conditions);
        return fact is { } name && tests.Count > 0 ? new FactCondition(name, tests, reader.Node.Location) : null;
    }

    protected override CompiledCondition? Compile(FactCondition condition, ConditionCompiler conditions)
    {
        var name = condition.Fact.Value;
        var known = conditions.Names.Facts;
        if (!known.Contains(name))
        {
            conditions.Scope.Report(
                condition.Fact.Location,
                MatchingCodes.UnknownFact,
                $"There is no fact '{name}' in this set or in a shared one. Declare it under \"facts\", or correct the name.",
                Spelling.Closest(name, known)
            );
        }

        return comparisons.Compile(
            condition.Location,
            condition.Comparisons,
            conditions.Reads(PhraseReading.Exact),
            pointer => new FactLeaf(name, null) { Pointer = pointer },
            (test, pointer) => new FactLeaf(name, test) { Pointer = pointer }
        );
    }
}
