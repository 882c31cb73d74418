using AutoResolve.Rules;
using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Looks for a pattern in the text.</summary>
internal sealed class TextLeaf(TextPattern pattern, TextPart part) : LeafCondition
{
    public TextPattern Pattern => pattern;

    public override Lookup? Lookup => pattern.Lookup;

    public override TextPart LookupPart => part;

    public override IReadOnlyList<Phrase> Phrases => pattern.Phrases;

    public override int Cost => pattern.Cost;

    public override long MaxStepsPerUnit => pattern.MaxStepsPerUnit;

    // Near misses are described in every handover, and long lists are told by walking them.
    public override string Description => field ??= Describe();

    private string Describe() =>
        part switch
        {
            TextPart.Title => pattern.Description + " (in the title)",
            TextPart.Text => pattern.Description + " (in the text)",
            TextPart.Everything => pattern.Description + " (quotes included)",
            _ => pattern.Description,
        };

    protected override string? Reach(MatchInput text) => pattern.Reach(text.Views(part));

    protected override IReadOnlyList<DeniedEvidence> FindDenied(MatchInput text)
    {
        List<DeniedEvidence> denied = [];
        foreach (var view in text.Views(part))
        {
            foreach (var phrase in Phrases)
            {
                foreach (var (place, reason) in phrase.FindDenied(view).Take(1))
                    denied.Add(new DeniedEvidence(PhraseSearch.EvidenceOf(phrase, view, place), reason));
            }
        }

        return denied;
    }

    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        pattern.Find(text.Views(part), evidence);

    protected override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence, ReadOnlySpan<bool> mayHold) =>
        pattern.Find(text.Views(part), evidence, mayHold);
}
