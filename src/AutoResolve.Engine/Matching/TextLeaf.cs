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

    public override string Description =>
        part switch
        {
            TextPart.Title => pattern.Description + " (in the title)",
            TextPart.Text => pattern.Description + " (in the text)",
            TextPart.Everything => pattern.Description + " (quotes included)",
            _ => pattern.Description,
        };

    public override LeafResult Find(MatchInput text, FactValues facts, ICollection<Evidence>? evidence) =>
        pattern.Find(text.Views(part), evidence);
}
