using AutoResolve.Cli.Running;
using AutoResolve.Rules;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Finds a rule by the id that a person typed.</summary>
internal static class RuleFinder
{
    /// <exception cref="CommandFailure">There is no such rule.</exception>
    public static RuleReference Require(Rulebook rulebook, string id)
    {
        if (rulebook.Rules.FirstOrDefault(rule => rule.Id == id) is { } found)
            return found;
        List<string> all = [.. rulebook.Rules.Select(rule => rule.Id)];
        var suggestion = id.Length > 200 ? null : Spelling.Closest(id, all);
        throw CommandFailure.Usage($"There is no rule '{SafeText.Start(id, 100)}'.{Spelling.DidYouMean(suggestion, all)}");
    }
}
