using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Fields;

/// <summary>Compares a field of the issue; all comparisons must hold.</summary>
internal sealed record FieldCondition(Located<string> Field, IReadOnlyList<ValueComparison> Comparisons, SourceLocation Location)
    : Condition(Location)
{
    public override IEnumerable<Located<string>> PhrasesSought => Comparisons.SelectMany(comparison => comparison.PhrasesSought);

    public override string? FieldRead => Field.Value;

    public override string? ReadsBesideText => "a field";

    public override bool HoldsOfNothing => Comparisons.All(comparison => comparison.IsAbsence);

    // Compared with anything else, a field that is not there is false.
    public override bool RequiresField(string field) =>
        Field.Value.Equals(field, StringComparison.OrdinalIgnoreCase) && !Comparisons.Any(comparison => comparison.AllowsNone);
}

/// <summary><c>field</c>.</summary>
internal sealed class FieldOperator(ComparisonSet comparisons) : Operator<FieldCondition>
{
    public override ObjectSchema Schema { get; } = new("a 'field' condition", ["field", .. comparisons.Keys]);

    public override IReadOnlyList<string> Keys { get; } = ["field"];

    public override string? AdviceOnMisplaced(string key) =>
        comparisons.OwnKeys.Contains(key)
            ? "It compares a field or a fact: name it with \"field\": \"…\", in a condition of its own."
            : null;

    public override string? AdviceOnLone(string key) =>
        comparisons.OwnKeys.Contains(key) ? $"'{key}' compares a field or a fact, and none is named: add \"field\": \"…\"." : null;

    public override Condition? Read(ObjectReader reader, ConditionReader conditions)
    {
        var field = conditions.Values.Text(reader.Find("field"));
        var tests = comparisons.Read(reader, "field", conditions);
        return field is { } name && tests.Count > 0 ? new FieldCondition(name, tests, reader.Node.Location) : null;
    }

    protected override CompiledCondition? Compile(FieldCondition condition, ConditionCompiler conditions)
    {
        var name = condition.Field.Value;
        return comparisons.Compile(
            condition.Location,
            condition.Comparisons,
            conditions.Reads(conditions.Reading with { EvenDenied = true, AcrossSentences = true }),
            pointer => new AbsentCondition(name) { Pointer = pointer },
            (test, pointer) => new FieldLeaf(name, test) { Pointer = pointer }
        );
    }
}
