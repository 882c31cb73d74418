using AutoResolve.Scenarios.Running;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios.Promises;

/// <summary>What is otherwise than a story tells, where nothing went wrong.</summary>
internal static class StoryCheck
{
    public static IReadOnlyList<string> Differences(Story story, StoryEnd end)
    {
        var differences = new List<string>([.. end.Problems, .. end.Misunderstandings]);
        var effects = Texts.Difference(Ordered(story, story.Effects), Ordered(story, end.Effects));
        if (effects.Length > 0)
            differences.Add($"effects (- missing, + too many):\n{effects}");
        foreach (var (name, owner) in story.Owners)
        {
            var found = end.Cases.Keys.Where(reference => reference.ToString() == name).ToList();
            var actual = found.Count == 1 ? end.OwnerOf(found[0]) : "not told of in the story, or twice";
            if (actual != owner)
                differences.Add($"the owner of {name} is {actual}; should be {owner}");
        }

        return differences;
    }

    // What is delivered at once about several cases may happen in any order, but not about one case.
    private static IReadOnlyList<string> Ordered(Story story, IReadOnlyList<string> effects) =>
        story.IsAtOnce ? [.. effects.OrderBy(CaseOf, StringComparer.Ordinal)] : effects;

    private static string CaseOf(string effect) => effect.Split(' ')[1].TrimEnd(':');
}
