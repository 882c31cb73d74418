using AutoResolve.Matching;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Fields;

/// <summary>Which fields the rules compare with numbers and dates: of these it is told where an issue has something else there.</summary>
internal sealed class ComparedFields
{
    private readonly string[] _numbers;
    private readonly string[] _times;

    public ComparedFields(IReadOnlyList<RuleSet> sets)
    {
        SortedSet<string> numbers = new(StringComparer.OrdinalIgnoreCase);
        SortedSet<string> times = new(StringComparer.OrdinalIgnoreCase);
        foreach (var set in sets)
        {
            foreach (var condition in set.Conditions)
                Read(condition.Condition, numbers, times);
            foreach (var rule in set.Rules.Where(rule => rule.Status != RuleStatus.Retired))
                Read(rule.When, numbers, times);
        }

        (_numbers, _times) = ([.. numbers], [.. times]);
    }

    /// <summary>What of an issue cannot be compared. Without the values, which may be personal.</summary>
    public IReadOnlyList<string> RemarksOn(MatchInput input)
    {
        List<string>? remarks = null;
        foreach (var name in _numbers)
        {
            if (ValueOf(input, name) is { } value && !NumberText.TryRead(value, out _))
                (remarks ??= []).Add($"The field {name} holds no number that can be read, so no comparison with a number holds.");
        }

        foreach (var name in _times)
        {
            if (ValueOf(input, name) is { } value && TimeValueTest.Read(value) is null)
                (remarks ??= []).Add(
                    DateReader.IsAmbiguous(value)
                        ? $"The date in the field {name} can be read with the day or the month first, so no comparison with a date holds."
                        : $"The field {name} holds no date that can be read, so no comparison with a date holds."
                );
        }

        return remarks ?? (IReadOnlyList<string>)[];
    }

    private static string? ValueOf(MatchInput input, string name) =>
        input.Field(name)?.ToString().Trim() is { Length: > 0 } value ? value : null;

    private static void Read(Condition? condition, SortedSet<string> numbers, SortedSet<string> times)
    {
        if (condition is null)
            return;
        if (condition is FieldCondition field)
        {
            if (field.Comparisons.Any(comparison => comparison is NumberTest))
                numbers.Add(field.Field.Value);
            if (field.Comparisons.Any(comparison => comparison is TimeTest))
                times.Add(field.Field.Value);
        }

        foreach (var part in condition.Inside)
            Read(part, numbers, times);
    }
}
