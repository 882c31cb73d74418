using AutoResolve.Rules;

namespace AutoResolve;

/// <summary>What is known of a rule set without its rules.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Owner">Who owns it.</param>
/// <param name="IsGuard">Whether its rules are guards.</param>
/// <param name="File">The rule file, with forward slashes.</param>
public sealed record RuleSetInfo(string Name, string Title, string Owner, bool IsGuard, string File)
{
    internal static RuleSetInfo Of(RuleSet set) => new(set.Name.Value, set.Title, set.Owner, set.Guard, set.Location.File);
}
