using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Operators.Classifiers;

/// <summary>A classifier is sure of some labels: of the title and the text of the issue, or of one of its turns.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="wanted">The labels, by number.</param>
/// <param name="condition">What is asked.</param>
/// <param name="pointer">Where the labels stand.</param>
internal sealed class ReadsPattern(TextClassifier classifier, int[] wanted, ReadsCondition condition, string pointer) : UnitPattern
{
    private const int MaxNamed = 5;

    private readonly int[] _others = [.. Enumerable.Range(0, classifier.LabelCount).Except(wanted)];

    public override Lookup Lookup => new ReadsLookup(classifier, wanted, condition.Sure);

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
        if (text.ShareOf(wanted) < condition.Sure * (ClassifiedText.Whole / 100))
            return LeafResult.Fails;
        if (evidence is not null)
            AddEvidence(views, text, evidence);
        return LeafResult.Holds(1);
    }

    private ClassifiedText Classify(ReadOnlySpan<TokenizedText> views)
    {
        var text = new ClassifiedText(classifier);
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

    // What speaks most for the likeliest of the labels that are wanted, against the likeliest of the others; where it stands first.
    private void AddEvidence(ReadOnlySpan<TokenizedText> views, ClassifiedText text, ICollection<Evidence> evidence)
    {
        var label = text.LikeliestOf(wanted);
        var other = _others.Length == 0 ? -1 : text.LikeliestOf(_others);
        var telling = text
            .Places.Select(place => (Place: place, Telling: TellingOf(place, label, other)))
            .Where(feature => feature.Telling > 0)
            .OrderByDescending(feature => feature.Telling)
            .Take(MaxNamed)
            .Select(feature => feature.Place)
            .ToHashSet();
        foreach (var view in views)
        {
            var before = 0UL;
            for (var at = 0; at < view.Words.Count && telling.Count > 0; at++)
            {
                var word = Feature.KeyOf(view.Words[at].Folded);
                if (telling.Remove(classifier.Find(word)))
                    evidence.Add(EvidenceOf(view, at, at));
                if (FollowsAnother(view, at) && telling.Remove(classifier.Find(Feature.KeyOf(before, word))))
                    evidence.Add(EvidenceOf(view, at - 1, at));
                before = word;
            }
        }
    }

    private long TellingOf(int place, int label, int other)
    {
        var sum = 0;
        foreach (var weight in classifier.WeightsOf(place))
        {
            if (TextClassifier.LabelOf(weight) == label)
                sum += TextClassifier.WeightOf(weight);
            else if (TextClassifier.LabelOf(weight) == other)
                sum -= TextClassifier.WeightOf(weight);
        }

        return (long)sum * classifier.RarityOf(place);
    }

    private Evidence EvidenceOf(TokenizedText view, int first, int last)
    {
        var start = view.Words[first].Start;
        var feature = string.Join(
            ' ',
            Enumerable.Range(first, last - first + 1).Select(at => Feature.Cut(view.Words[at].Folded).ToString())
        );
        return view.EvidenceOf(new TextRange(start, view.Words[last].End - start), pointer, feature);
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
