using System.Text.RegularExpressions;
using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Patterns;

/// <summary>A regular expression that runs in linear time.</summary>
internal sealed class RegexPattern(Regex regex, string pointer) : TextPattern
{
    public override int Cost => 2;

    public override string Description => $"matches /{regex}/";

    public override LeafResult Find(ReadOnlySpan<TextView> views, ICollection<Evidence>? evidence)
    {
        foreach (var view in views)
        {
            foreach (var range in view.Ranges)
            {
                foreach (var match in regex.EnumerateMatches(view.Text.AsSpan(range.Start, range.Length)))
                {
                    evidence?.Add(new Evidence
                    {
                        Source = view.Source,
                        Start = range.Start + match.Index,
                        Length = match.Length,
                        Pointer = pointer,
                        Condition = regex.ToString(),
                    });
                    return LeafResult.Holds(1);
                }
            }
        }

        return LeafResult.Fails;
    }
}
