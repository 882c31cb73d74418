using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Contains;
using AutoResolve.Operators.Expressions;
using AutoResolve.Operators.Facts;
using AutoResolve.Operators.Fields;
using AutoResolve.Operators.Near;
using AutoResolve.Operators.Phrases;
using AutoResolve.Operators.Regexes;
using AutoResolve.Operators.Uses;
using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Conditions;

/// <summary>Compiles the conditions of one set.</summary>
/// <param name="set">The set whose names count.</param>
/// <param name="scope">The rulebook being compiled.</param>
/// <param name="prefix">The JSON pointer that evidence leaves out: that of the rule.</param>
internal sealed class ConditionCompiler(RuleSet set, CompilationScope scope, string prefix)
{
    private const int MaxSize = 10_000;
    private const int Deepest = 200;

    private readonly PhraseCompiler _phrases = new(set, scope);

    /// <returns>The condition; null where it is broken, which is then reported.</returns>
    public CompiledCondition? Compile(Condition condition)
    {
        // Refused before it can exhaust the stack: the conditions of each named one may themselves be nested.
        if (scope.ConditionDepth == Deepest)
            return TooLarge(condition);
        scope.ConditionDepth++;
        var compiled = CompileKind(condition);
        scope.ConditionDepth--;
        return compiled is null or { Size: <= MaxSize, Depth: <= Deepest } ? compiled : TooLarge(condition);
    }

    private CompiledCondition? TooLarge(Condition condition)
    {
        scope.Report(
            condition.Location,
            MatchingCodes.LargeCondition,
            $"With the named conditions in it written out, this condition has more than {MaxSize} parts or is "
                + $"nested more than {Deepest} deep. Use fewer named conditions inside each other."
        );
        return null;
    }

    private CompiledCondition? CompileKind(Condition condition) =>
        condition switch
        {
            GroupCondition group => CompileGroup(group),
            UseCondition use => new NamedConditionCompiler(scope).Compile(use, set),
            TextCondition text => CompileText(text) is { } pattern
                ? new TextLeaf(pattern, text.In) { Pointer = Shorten(text.Location) }
                : null,
            FieldCondition field => CompileField(field),
            FactCondition fact => CompileFact(fact),
            ExpressionCondition expression => CompileExpression(expression.Expression),
            _ => throw new NotSupportedException($"A condition of kind {condition.GetType().Name}."),
        };

    private ExpressionLeaf? CompileExpression(Located<string> source)
    {
        if (scope.Expressions.Read(source.Value, out var problem) is { } safe)
            return new(safe.Compile(), ExpressionLiterals.Of(safe.Tree.Body), source.Value) { Pointer = Shorten(source.Location) };
        var location = problem!.Index is { } index ? source.At(Math.Clamp(index, 0, source.Value.Length)) : source.Location;
        scope.Report(location, problem.Code, problem.Message, problem.Suggestion);
        return null;
    }

    private CompiledCondition? CompileGroup(GroupCondition group)
    {
        var pointer = Shorten(group.Location);
        List<CompiledCondition> parts = [];
        var sound = CompilePart(group.All, Combination.All, scope.Share(pointer + "/all"), parts);
        sound &= CompilePart(group.Any, Combination.Any, scope.Share(pointer + "/any"), parts);
        sound &= CompilePart(group.None, Combination.None, scope.Share(pointer + "/none"), parts);
        if (!sound || parts.Count == 0)
            return null;
        return parts.Count == 1 ? parts[0] : new CombinedCondition(Combination.All, parts) { Pointer = pointer };
    }

    private bool CompilePart(IReadOnlyList<Condition>? conditions, Combination combination, string pointer, List<CompiledCondition> parts)
    {
        if (conditions is null)
            return true;
        var compiled = conditions.Select(Compile).ToList();
        if (compiled.Count == 0 || compiled.Contains(null))
            return false;
        parts.Add(new CombinedCondition(combination, compiled.OfType<CompiledCondition>()) { Pointer = pointer });
        return true;
    }

    private TextPattern? CompileText(TextCondition condition) =>
        condition switch
        {
            PhrasesCondition { RequireAll: true } all => CompilePhrases(all.Phrases) is { } phrases ? new AllOfPattern(phrases) : null,
            PhrasesCondition any => CompilePhrases(any.Phrases) is { } phrases ? new AnyOfPattern(phrases) : null,
            NearCondition near => CompilePhrases(near.Phrases) is { } phrases ? new NearPattern(phrases, near.Within) : null,
            ContainsCondition contains => new ContainsPattern([.. contains.Strings.Select(value => (value, Shorten(value.Location)))]),
            RegexCondition regex => RegexCompiler.Compile(regex.Pattern, scope) is { } pattern
                ? new RegexPattern(pattern, Shorten(regex.Pattern.Location))
                : null,
            _ => throw new NotSupportedException($"A text condition of kind {condition.GetType().Name}."),
        };

    private Phrase[]? CompilePhrases(IReadOnlyList<Located<string>> sources)
    {
        var phrases = sources.Select(source => _phrases.Compile(source, Shorten(source.Location))).ToList();
        return phrases.Contains(null) ? null : phrases.OfType<Phrase>().ToArray();
    }

    private CompiledCondition? CompileField(FieldCondition condition)
    {
        var name = condition.Field.Value;
        return Combine(condition.Location, condition.Comparisons, comparison => comparison switch
            {
                ExistsTest { Exists: false } => new AbsentCondition(name) { Pointer = Shorten(comparison.Location) },
                _ => CompileValue(comparison) is { } test ? new FieldLeaf(name, test) { Pointer = Shorten(comparison.Location) } : null,
            });
    }

    private CompiledCondition? CompileFact(FactCondition condition)
    {
        var name = condition.Fact.Value;
        var known = scope.NamesOf(set).Facts;
        if (!known.Contains(name))
        {
            scope.Report(
                condition.Fact.Location,
                MatchingCodes.UnknownFact,
                $"There is no fact '{name}' in this set or in a shared one. Declare it under \"facts\", or correct the name.",
                Spelling.Closest(name, known)
            );
        }

        return Combine(condition.Location, condition.Comparisons, comparison => comparison switch
            {
                ExistsTest { Exists: false } => new FactLeaf(name, null) { Pointer = Shorten(comparison.Location) },
                _ => CompileValue(comparison) is { } test ? new FactLeaf(name, test) { Pointer = Shorten(comparison.Location) } : null,
            });
    }

    private CompiledCondition? Combine(
        SourceLocation location,
        IReadOnlyList<ValueComparison> comparisons,
        Func<ValueComparison, CompiledCondition?> compile
    )
    {
        var compiled = comparisons.Select(compile).ToList();
        if (compiled.Count == 0 || compiled.Contains(null))
            return null;
        return compiled.Count == 1
            ? compiled[0]
            : new CombinedCondition(Combination.All, compiled.OfType<CompiledCondition>())
            {
                Pointer = Shorten(location),
                CountsOnce = true,
            };
    }

    private ValueTest? CompileValue(ValueComparison comparison)
    {
        var pointer = Shorten(comparison.Location);
        return comparison switch
        {
            StringTest text => new StringValueTest(text.Operator, [.. text.Values.Select(value => value.Value)], pointer),
            NumberTest number => new NumberValueTest(number.AtLeast, number.Value, pointer),
            TimeTest time => new TimeValueTest(time.Before, time.Value, pointer),
            ExistsTest => new ExistsValueTest(pointer),
            TextTest text => CompileText(text.Test) is { } pattern ? new PatternValueTest(pattern) : null,
            _ => throw new NotSupportedException($"A comparison of kind {comparison.GetType().Name}."),
        };
    }

    private string Shorten(SourceLocation location) =>
        location.Pointer.StartsWith(prefix + "/", StringComparison.Ordinal)
            ? scope.Share(location.Pointer[prefix.Length..])
            : location.Pointer;
}
