using AutoResolve.Conditions;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Uses;

/// <summary>Compiles each named condition once, with the conditions it uses.</summary>
internal sealed class NamedConditionCompiler(CompilationScope scope)
{
    public CompiledCondition? Compile(UseCondition use, RuleSet set)
    {
        var known = scope.NamesOf(set).Conditions;
        if (known.TryGetValue(use.Name.Value, out var named))
            return Compile(named.Item, named.Owner);
        scope.Report(
            use.Name.Location,
            MatchingCodes.UnknownCondition,
            $"There is no condition '{use.Name.Value}' in this set or in a shared one. Define it under "
                + $"\"conditions\", or correct the name.",
            Spelling.Closest(use.Name.Value, known.Keys)
        );
        return null;
    }

    public CompiledCondition? Compile(NamedCondition named, RuleSet owner)
    {
        if (scope.Conditions.TryGetValue(named, out var compiled))
        {
            ReportCircle(named);
            return compiled;
        }

        // Null while it is being compiled, so that a circle ends here.
        scope.Conditions.Add(named, null);
        scope.ConditionPath.Add(named);
        compiled = scope.Descend(named.Name, () => new ConditionCompiler(owner, scope, prefix: "").Compile(named.Condition));
        scope.ConditionPath.RemoveAt(scope.ConditionPath.Count - 1);
        return scope.Conditions[named] = compiled;
    }

    private void ReportCircle(NamedCondition named)
    {
        if (CompilationScope.PathFrom(scope.ConditionPath, named) is not { } circle)
            return;
        var names = circle.Select(one => one.Name.Value);
        scope.Report(
            named.Name.Location,
            MatchingCodes.ConditionCycle,
            $"The condition '{named.Name.Value}' uses itself: {string.Join(" -> ", names)}. Take one of these uses out."
        );
    }
}
