using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Expressions;
using AutoResolve.Operators.Facts;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Uses;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Conditions;

/// <summary>Reads conditions.</summary>
internal sealed class ConditionReader
{
    private readonly ReadingContext _context;
    private readonly LeafReader _leaves;
    private readonly ComparisonReader _comparisons;

    public ConditionReader(ReadingContext context)
    {
        _context = context;
        _leaves = new LeafReader(context);
        _comparisons = new ComparisonReader(context, _leaves);
    }

    /// <returns>The condition; in place of a broken one, which is reported, <see cref="GroupCondition.StandIn"/>; null where there is no
    /// value.</returns>
    public Condition? Read(JsonNode? node)
    {
        if (node is null)
            return null;
        if (node is JsonObject value)
            return Read(value) ?? GroupCondition.StandIn(node.Location);
        var cure = node switch
        {
            JsonString { Raw.Length: <= 60 } => $"; for words in the text write {{ \"anyOf\": [{node.Raw}] }}",
            JsonArray => "; for several conditions write { \"all\": [ … ] } or { \"any\": [ … ] }",
            _ => "",
        };
        _context.Problems.Add(
            node,
            ReadingCodes.WrongKind,
            $"{node.Subject()} must be a condition in braces {{ }}, not {node.Kind}{cure}."
        );
        return GroupCondition.StandIn(node.Location);
    }

    private Condition? Read(JsonObject node)
    {
        if (ConditionKindFinder.Find(node, _context.Problems) is not { } shape)
            return null;
        var reader = ObjectReader.Open(node, shape, _context.Problems)!;
        return shape switch
        {
            _ when shape == ObjectSchemas.Group => new GroupCondition(
                Members(reader, "all"),
                Members(reader, "any"),
                Members(reader, "none"),
                node.Location
            ),
            _ when shape == ObjectSchemas.Use => _context.Values.Text(reader.Find("use")) is { } name
                ? new UseCondition(name, node.Location)
                : null,
            _ when shape == ObjectSchemas.Expression => _context.Values.Text(reader.Find("expression")) is { } expression
                ? new ExpressionCondition(expression, node.Location)
                : null,
            _ when shape == ObjectSchemas.Field => _context.Values.Text(reader.Find("field")) is var field
            && _comparisons.Read(reader, "field") is { Count: > 0 } tests
            && field is not null
                ? new FieldCondition(field.Value, tests, node.Location)
                : null,
            _ when shape == ObjectSchemas.Fact => _context.Values.Text(reader.Find("fact")) is var fact
            && _comparisons.Read(reader, "fact") is { Count: > 0 } tests
            && fact is not null
                ? new FactCondition(fact.Value, tests, node.Location)
                : null,
            _ => _leaves.Read(reader, shape),
        };
    }

    private IReadOnlyList<Condition>? Members(ObjectReader reader, string key) =>
        reader.Find(key) is { } node ? _context.Lists.Of(node, Read) : null;
}
