using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary>What fields and facts can be compared by.</summary>
internal sealed class ComparisonSet
{
    private readonly IReadOnlyList<Comparison> _all;
    private readonly Dictionary<string, Comparison> _byKey;
    private readonly Dictionary<Type, Comparison> _byKind;

    /// <param name="comparisons">In the order of the reference.</param>
    public ComparisonSet(IReadOnlyList<Comparison> comparisons)
    {
        _all = comparisons;
        _byKey = comparisons.SelectMany(one => one.Keys.Select(key => KeyValuePair.Create(key, one))).ToDictionary();
        _byKind = comparisons.DistinctBy(one => one.Kind).ToDictionary(one => one.Kind);
        Keys = [.. comparisons.SelectMany(one => one.Keys.Concat(one.SideKeys))];
        OwnKeys = [.. Keys.Except(comparisons.OfType<TextComparison>().SelectMany(one => one.Operator.Schema.Keys))];
    }

    /// <summary>All keys, in the order of the reference.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The keys that operators on text do not have, and so mean a comparison wherever they stand.</summary>
    public IReadOnlyList<string> OwnKeys { get; }

    /// <returns>The sound comparisons, in the order of the reference.</returns>
    public IReadOnlyList<ValueComparison> Read(ObjectReader reader, string subject, ConditionReader conditions)
    {
        var properties = Keys.Select(reader.Node.Find).OfType<JsonProperty>().ToList();
        if (properties.Count == 0)
        {
            // Where a key is unknown, it was probably meant to be the operator.
            if (reader.Node.Properties.All(property => property.Key == subject || ObjectReader.IsOwn(property.Key)))
                conditions.Problems.Add(
                    reader.Node,
                    ReadingCodes.NoComparison,
                    $"This says which {subject} but not how it compares: add \"equals\": [\"…\"], or \"exists\": true."
                );
            return [];
        }

        foreach (var comparison in _all.Where(one => one.SideKeys.Count > 0 && !one.Keys.Any(key => reader.Find(key) is not null)))
        {
            foreach (var lone in comparison.SideKeys.Select(reader.Node.Find).OfType<JsonProperty>())
                conditions.Problems.Add(lone.Location, ReadingCodes.NotOneCondition, comparison.AdviceOnLone(lone.Key)!);
        }

        var read = new List<ValueComparison>();
        foreach (var property in properties)
        {
            if (_byKey.GetValueOrDefault(property.Key)?.Read(property, reader, conditions) is { } comparison)
                read.Add(comparison);
        }

        return read;
    }

    /// <returns>All comparisons as one condition; null where one is broken, which is then reported.</returns>
    public CompiledCondition? Compile(
        SourceLocation location,
        IReadOnlyList<ValueComparison> comparisons,
        ConditionCompiler conditions,
        Func<string, CompiledCondition> absent,
        Func<ValueTest, string, CompiledCondition> compared
    )
    {
        var compiled = comparisons.Select(Compile).ToList();
        if (compiled.Count == 0 || compiled.Contains(null))
            return null;
        return compiled.Count == 1
            ? compiled[0]
            : new CombinedCondition(Combination.All, compiled.OfType<CompiledCondition>())
            {
                Pointer = conditions.Shorten(location),
                CountsOnce = true,
            };

        CompiledCondition? Compile(ValueComparison comparison)
        {
            var pointer = conditions.Shorten(comparison.Location);
            if (comparison.IsAbsence)
                return absent(pointer);
            return _byKind[comparison.GetType()].Compile(comparison, conditions) is { } test ? compared(test, pointer) : null;
        }
    }
}
