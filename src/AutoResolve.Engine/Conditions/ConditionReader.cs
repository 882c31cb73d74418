using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;

namespace AutoResolve.Conditions;

/// <summary>Reads conditions.</summary>
/// <param name="operators">What they can be made of.</param>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="values">Reads values.</param>
/// <param name="lists">Reads lists.</param>
/// <param name="maps">Reads objects whose keys are the author's.</param>
internal sealed class ConditionReader(OperatorSet operators, Problems problems, ValueReader values, ListReader lists, MapReader maps)
{
    public Problems Problems => problems;

    public ValueReader Values => values;

    public ListReader Lists => lists;

    public MapReader Maps => maps;

    /// <returns>The condition; in place of a broken one, which is reported, <see cref="BrokenCondition"/>; null where there is no
    /// value.</returns>
    public Condition? Read(JsonNode? node)
    {
        if (node is null)
            return null;
        if (node is JsonObject value)
            return Read(value) ?? new BrokenCondition(node.Location);
        var cure = node switch
        {
            JsonString { Raw.Length: <= 60 } => $"; for words in the text write {{ \"anyOf\": [{node.Raw}] }}",
            JsonArray => "; for several conditions write { \"all\": [ … ] } or { \"any\": [ … ] }",
            _ => "",
        };
        problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be a condition in braces {{ }}, not {node.Kind}{cure}.");
        return new BrokenCondition(node.Location);
    }

    /// <summary>What an object says about how its phrases are compared.</summary>
    public PhraseOptions Options(ObjectReader reader) =>
        new(
            values.Boolean(reader.Find("typos")) ?? true,
            values.Boolean(reader.Find("denied")) ?? false,
            values.Boolean(reader.Find("acrossSentences")) ?? false,
            values.Boolean(reader.Find("compounds")) ?? false
        );

    /// <summary>The phrases that an object excepts.</summary>
    public IReadOnlyList<Located<string>> Except(ObjectReader reader) => lists.Texts(reader.Find("except"));

    private Condition? Read(JsonObject node)
    {
        if (operators.Find(node, problems) is not { } found)
            return null;
        return found.Read(ObjectReader.Open(node, found.Schema, problems, operators.Misplaced)!, this);
    }
}
