using AutoResolve.Conditions;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Combinations;

/// <summary><c>all</c>, <c>any</c> and <c>none</c>.</summary>
internal sealed class CombinationOperator : Operator<GroupCondition>
{
    public override ObjectSchema Schema { get; } = new("a group of conditions", ["all", "any", "none"]);

    public override IReadOnlyList<string> Keys => Schema.Keys;

    public override IReadOnlyList<string> NestedKeys => Keys;

    public override Condition? Read(ObjectReader reader, ConditionReader conditions)
    {
        return new GroupCondition(Members("all"), Members("any"), Members("none"), reader.Node.Location);

        IReadOnlyList<Condition>? Members(string key) => reader.Find(key) is { } node ? conditions.Lists.Of(node, conditions.Read) : null;
    }

    protected override CompiledCondition? Compile(GroupCondition condition, ConditionCompiler conditions)
    {
        var pointer = conditions.Shorten(condition.Location);
        List<CompiledCondition> parts = [];
        var sound = Add(condition.All, Combination.All, "/all");
        sound &= Add(condition.Any, Combination.Any, "/any");
        sound &= Add(condition.None, Combination.None, "/none");
        if (!sound || parts.Count == 0)
            return null;
        return parts.Count == 1 ? parts[0] : new CombinedCondition(Combination.All, parts) { Pointer = pointer };

        bool Add(IReadOnlyList<Condition>? members, Combination combination, string key)
        {
            if (members is null)
                return true;
            var reader = combination == Combination.None ? conditions.Reads(PhraseReading.Exact) : conditions;
            var compiled = members.Select(reader.Compile).ToList();
            if (compiled.Count == 0 || compiled.Contains(null))
                return false;
            parts.Add(
                new CombinedCondition(combination, compiled.OfType<CompiledCondition>()) { Pointer = conditions.Scope.Share(pointer + key) }
            );
            return true;
        }
    }
}
