using System.Collections.Frozen;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;

namespace AutoResolve.Conditions;

/// <summary>The operators that conditions can be made of.</summary>
internal sealed class OperatorSet
{
    // What other languages call them, and no typing errors.
    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "all",
        ["or"] = "any",
        ["not"] = "none",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, Operator> _byKey;
    private readonly FrozenDictionary<Type, Operator> _byKind;
    private readonly string[] _keys;

    /// <param name="operators">In the order of the reference.</param>
    public OperatorSet(IReadOnlyList<Operator> operators)
    {
        All = operators;
        _byKey = operators
            .SelectMany(one => one.Keys.Select(key => KeyValuePair.Create(key, one)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        _byKind = operators.DistinctBy(one => one.Kind).ToFrozenDictionary(one => one.Kind);
        _keys = [.. operators.SelectMany(one => one.Schema.Keys).Distinct()];
        NestedKeys = operators.SelectMany(one => one.NestedKeys).ToFrozenSet(StringComparer.Ordinal);
        Misplaced = _keys
            .Select(key =>
                KeyValuePair.Create(key, operators.Select(one => one.AdviceOnMisplaced(key)).FirstOrDefault(said => said is not null))
            )
            .Where(pair => pair.Value is not null)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
    }

    public IReadOnlyList<Operator> All { get; }

    /// <summary>The keys under which conditions stand.</summary>
    public IReadOnlySet<string> NestedKeys { get; }

    /// <summary>What to do about keys that stand in a condition of another operator.</summary>
    public IReadOnlyDictionary<string, string> Misplaced { get; }

    /// <summary>The operator whose key it is.</summary>
    public Operator this[string key] => _byKey[key];

    /// <summary>The operator of a condition.</summary>
    public Operator Of(Condition condition) => _byKind[condition.GetType()];

    /// <summary>The operator of an object, the first where it has keys of several; null where it has keys of none.</summary>
    public Operator? FirstOf(JsonObject node) => All.FirstOrDefault(one => one.Keys.Any(key => node.Find(key) is not null));

    /// <returns>Null, and a problem reported, where the object is of none or more than one.</returns>
    public Operator? Find(JsonObject node, Problems problems)
    {
        // One key is all that most conditions have.
        if (node.Properties is [var only] && _byKey.TryGetValue(only.Key, out var known))
            return known;
        var keys = node.Properties.Select(property => property.Key).ToHashSet(StringComparer.Ordinal);
        var named = All.SelectMany(one => one.Keys.Where(keys.Contains).Take(1).Select(key => (Key: key, Operator: one))).ToList();

        // What compares a value has operators on text among its own keys.
        var found = named
            .Where(one => !named.Exists(other => other.Operator != one.Operator && other.Operator.Schema.Has(one.Key)))
            .ToList();
        switch (found.Count)
        {
            case 1:
                return found[0].Operator;
            case 0:
                ReportNone(node, problems);
                return null;
            default:
                problems.Add(
                    node,
                    ReadingCodes.NotOneCondition,
                    $"This is {found.Count} conditions in one: "
                        + $"{string.Join(" and ", found.Select(one => $"'{one.Key}'"))}. Give each its own braces "
                        + $"inside {{ \"all\": [ … ] }} or {{ \"any\": [ … ] }}."
                );
                return null;
        }
    }

    private void ReportNone(JsonObject node, Problems problems)
    {
        var known = true;
        foreach (var property in node.Properties.Where(property => !ObjectReader.IsOwn(property.Key) && !_keys.Contains(property.Key)))
        {
            known = false;
            var suggestion = OtherNames.GetValueOrDefault(property.Key)
                ?? (property.Key.Length > 100 ? null : Spelling.Closest(property.Key, _keys));
            var kinds = suggestion is null ? $" A condition has one of {string.Join(", ", All.SelectMany(one => one.Keys))}." : "";
            problems.Add(
                property.Location,
                ReadingCodes.UnknownKey,
                $"Unknown key {JsonQuote.Short(property.Key)} in a condition.{kinds}",
                suggestion
            );
        }

        if (!known)
            return;
        var first = node.Properties.Select(property => property.Key).FirstOrDefault(_keys.Contains);
        problems.Add(
            node,
            ReadingCodes.NotOneCondition,
            first is null
                ? "This condition says nothing: add one, such as \"anyOf\": [\"sign in\"]."
                : All.Select(one => one.AdviceOnLone(first)).First(said => said is not null)!
        );
    }
}
