using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Operators.Points;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Uses;

/// <summary>Compiles each named condition once, with the conditions it uses.</summary>
internal sealed class NamedConditionCompiler(CompilationScope scope)
{
    public CompiledCondition? Compile(UseCondition use, RuleSet set, PhraseReading reading)
    {
        var known = scope.NamesOf(set).Conditions;
        if (known.TryGetValue(use.Name.Value, out var named))
        {
            var compiled = Compile(named.Item, named.Owner, ReadingOf(named.Owner, set, reading));
            return compiled is not null && use.Needed is { } needed ? WithNeeded(compiled, needed) : compiled;
        }

        scope.Report(
            use.Name.Location,
            MatchingCodes.UnknownCondition,
            $"There is no condition '{use.Name.Value}' in this set or in a shared one. Define it under "
                + $"\"conditions\", or correct the name.",
            Spelling.Closest(use.Name.Value, known.Keys)
        );
        return null;
    }

    public CompiledCondition? Compile(NamedCondition named, RuleSet owner, PhraseReading reading)
    {
        if (CompilationScope.PathFrom(scope.ConditionPath, named) is { } circle)
        {
            ReportCircle(named, circle);
            return null;
        }

        return scope.Compile(named, reading, () => Compile(named, owner, new Variant(named, reading), reading));
    }

    // What a guard says means the same wherever it is asked for: a rule that it is to hold back must not go on for a typing error.
    private static PhraseReading ReadingOf(RuleSet owner, RuleSet asking, PhraseReading reading) =>
        owner.Guard && !asking.Guard ? PhraseReading.OfGuard : reading;

    private TextLeaf? WithNeeded(CompiledCondition compiled, Located<int> needed)
    {
        if (compiled is TextLeaf { Pattern: PointsPattern points } leaf)
        {
            if (points.Most >= needed.Value)
                return new TextLeaf(points.With(needed.Value), leaf.LookupPart) { Pointer = leaf.Pointer };
            scope.Report(needed.Location, ReadingCodes.OutOfRange, PointsOperator.NeverReached(needed.Value, points.Most));
            return null;
        }

        scope.Report(
            needed.Location,
            MatchingCodes.NeededWithoutPoints,
            "'needed' beside 'use' says how many points are needed, but the condition is not one that counts points. Leave it out, or name "
                + "one that is { \"points\": …, \"needed\": … } and nothing else."
        );
        return null;
    }

    private CompiledCondition? Compile(NamedCondition named, RuleSet owner, Variant variant, PhraseReading reading)
    {
        if (scope.Conditions.TryGetValue(variant, out var compiled))
            return compiled;
        scope.ConditionPath.Add(named);
        compiled = scope.Descend(named.Name, () => new ConditionCompiler(owner, scope, prefix: "", reading).Compile(named.Condition));
        scope.ConditionPath.RemoveAt(scope.ConditionPath.Count - 1);
        return scope.Conditions[variant] = compiled;
    }

    private void ReportCircle(NamedCondition named, IEnumerable<NamedCondition> circle)
    {
        var names = circle.Select(one => one.Name.Value);
        scope.Report(
            named.Name.Location,
            MatchingCodes.ConditionCycle,
            $"The condition '{named.Name.Value}' uses itself: {string.Join(" -> ", names)}. Take one of these uses out."
        );
    }
}
