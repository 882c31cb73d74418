using AutoResolve.Matching;
using AutoResolve.Regexes;
using AutoResolve.Words;

namespace AutoResolve.Operators.Regexes;

/// <summary>A regular expression that runs in linear time.</summary>
internal sealed class RegexPattern(CompiledRegex regex, string pointer) : TextPattern
{
    public override Lookup Lookup => new RegexLookup(regex.Pattern);

    public override int Cost => 2;

    public override long MaxStepsPerUnit => regex.MaxStepsPerCharacter;

    public override string Description => $"matches /{regex.Pattern}/";

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        foreach (var view in views)
        {
            for (var range = 0; range < view.Ranges.Count; range++)
            {
                if (regex.Find(view.Unwrapped(range), onlyWhether: evidence is null, view.Work) is not { } match)
                    continue;
                evidence?.Add(view.EvidenceOf(view.FromUnwrapped(range, match.Index, match.Length), pointer, regex.Pattern));
                return LeafResult.Holds(1);
            }
        }

        return LeafResult.Fails;
    }
}
