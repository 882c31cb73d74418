using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Uses;
using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>Reports signals that read more than what somebody wrote.</summary>
internal static class SignalCheck
{
    /// <returns>Whether it reads text alone.</returns>
    public static bool Check(NamedCondition signal, RuleSet set, CompilationScope scope) =>
        Check(signal.Name.Value, signal.Condition, set, scope);

    private static bool Check(string signal, Condition condition, RuleSet set, CompilationScope scope)
    {
        switch (condition)
        {
            case GroupCondition group:
                // All are looked at, so that all are reported.
                return group.Inside.Select(part => Check(signal, part, set, scope)).ToList().TrueForAll(sound => sound);
            case UseCondition use when ReadsMore(use, set, scope, []):
                return Report(
                    use.Name.Location,
                    $"The signal '{signal}' uses the condition '{use.Name.Value}', which reads a field, a fact or "
                        + $"an expression; a signal reads text only. Use one that does."
                );
            case { ReadsBesideText: { } read }:
                return Report(
                    condition.Location,
                    $"The signal '{signal}' reads {read}; a signal reads text only. Say it with "
                        + $"anyOf, allOf, near, contains, regex, groups of these, or 'use'."
                );
            default:
                return true;
        }

        bool Report(SourceLocation location, string message)
        {
            scope.Report(location, ConversationCodes.NotText, message);
            return false;
        }
    }

    private static bool ReadsMore(Condition condition, RuleSet set, CompilationScope scope, HashSet<NamedCondition> seen) =>
        condition switch
        {
            UseCondition use => scope.NamesOf(set).Conditions.TryGetValue(use.Name.Value, out var named)
                && seen.Add(named.Item)
                && ReadsMore(named.Item.Condition, named.Owner, scope, seen),
            _ => condition.ReadsBesideText is not null || condition.Inside.Any(part => ReadsMore(part, set, scope, seen)),
        };
}
