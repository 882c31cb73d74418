using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Operators.Classifiers;

/// <summary>A classifier is sure of some labels: of the title and the text of the issue, or of one of its turns.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="labels">The labels, by number.</param>
/// <param name="condition">What is asked.</param>
/// <param name="pointer">Where the labels stand.</param>
internal sealed class ReadsPattern(TextClassifier classifier, int[] labels, ReadsCondition condition, string pointer) : UnitPattern
{
    private readonly ReadsLookup _lookup = new(
        classifier,
        labels,
        condition.IsUnlike,
        condition.Sure * (ClassifiedText.Whole / 100),
        pointer
    );

    public override Lookup Lookup => _lookup;

    public override string Description =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"at least {condition.Sure} % sure that it {(condition.IsUnlike ? "does not read like" : "reads like")} "
                + $"{string.Join(" or ", condition.Labels.Select(label => label.Value))} ({condition.By.Value})"
        );

    protected override LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        if (!TakeSteps(views))
            return LeafResult.Unknown;
        var text = Classify(views);
        var holds = text.ShareOf(labels, condition.IsUnlike) >= _lookup.LeastShare;
        if (holds && evidence is not null)
            AddEvidence(views, text, evidence);
        classifier.Return(text);
        return holds ? LeafResult.Holds(1) : LeafResult.Fails;
    }

    public override string? Reach(ReadOnlySpan<TokenizedText> views)
    {
        var (most, isKnown) = (0, false);
        foreach (var unit in UnitsOf(views))
        {
            var text = Classify(unit);
            most = Math.Max(most, text.ShareOf(labels, condition.IsUnlike));
            isKnown |= text.IsKnown;
            classifier.Return(text);
        }

        return isKnown
            ? string.Create(CultureInfo.InvariantCulture, $"{most / (ClassifiedText.Whole / 100)} % sure")
            : "none of the words is known";
    }

    private ClassifiedText Classify(ReadOnlySpan<TokenizedText> views)
    {
        var text = classifier.Rent();
        foreach (var view in views)
        {
            text.Add(0);
            for (var at = 0; at < view.Words.Count; at++)
            {
                if (!FollowsAnother(view, at))
                    text.Add(0);
                text.Add(Feature.KeyOf(view.Words[at].Folded));
            }
        }

        text.Judge();
        return text;
    }

    // What tells most, where it stands first.
    private void AddEvidence(ReadOnlySpan<TokenizedText> views, ClassifiedText text, ICollection<Evidence> evidence)
    {
        Span<KnownFeature> features = stackalloc KnownFeature[ReadsLookup.MaxNamed];
        Span<int> telling = stackalloc int[text.FindTelling(labels, condition.IsUnlike, features)];
        for (var at = 0; at < telling.Length; at++)
            telling[at] = features[at].Start;
        foreach (var view in views)
        {
            var before = 0UL;
            for (var at = 0; at < view.Words.Count && telling.Length > 0; at++)
            {
                var word = Feature.KeyOf(view.Words[at].Folded);
                AddFirst(view, at, at, classifier.Find(word), ref telling, evidence);
                if (FollowsAnother(view, at))
                    AddFirst(view, at - 1, at, classifier.Find(Feature.KeyOf(before, word)), ref telling, evidence);
                before = word;
            }
        }
    }

    private void AddFirst(TokenizedText view, int first, int last, int known, ref Span<int> telling, ICollection<Evidence> evidence)
    {
        var at = known < 0 ? -1 : telling.IndexOf(known);
        if (at < 0)
            return;
        telling[(at + 1)..].CopyTo(telling[at..]);
        telling = telling[..^1];
        var start = view.Words[first].Start;
        evidence.Add(view.EvidenceOf(new TextRange(start, view.Words[last].End - start), pointer, classifier.NameOf(known)));
    }

    private static bool FollowsAnother(TokenizedText view, int at) => at > 0 && view.Words[at].Position == view.Words[at - 1].Position + 1;

    private static bool TakeSteps(ReadOnlySpan<TokenizedText> views)
    {
        foreach (var view in views)
        {
            if (view.Work?.Take(view.Words.Count) == false)
                return false;
        }

        return true;
    }
}
