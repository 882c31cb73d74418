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
    private const int MaxNamed = 5;

    private readonly ReadsLookup _lookup = new(classifier, labels, condition.IsUnlike, condition.Sure * (ClassifiedText.Whole / 100));

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

    // What speaks most for the likeliest of the labels that are wanted, against the likeliest of the others; where it stands first.
    private void AddEvidence(ReadOnlySpan<TokenizedText> views, ClassifiedText text, ICollection<Evidence> evidence)
    {
        Span<int> telling = stackalloc int[MaxNamed];
        telling = telling[..FindTelling(text, telling)];
        foreach (var view in views)
        {
            var before = 0UL;
            for (var at = 0; at < view.Words.Count && telling.Length > 0; at++)
            {
                var word = Feature.KeyOf(view.Words[at].Folded);
                if (Remove(ref telling, classifier.Find(word)))
                    evidence.Add(EvidenceOf(view, at, at));
                if (FollowsAnother(view, at) && Remove(ref telling, classifier.Find(Feature.KeyOf(before, word))))
                    evidence.Add(EvidenceOf(view, at - 1, at));
                before = word;
            }
        }
    }

    // Their places, what says most first. Where nothing speaks for it, it is what speaks least against it.
    private int FindTelling(ClassifiedText text, Span<int> places)
    {
        var label = text.LikeliestOf(labels, condition.IsUnlike);
        var other = text.LikeliestOf(labels, !condition.IsUnlike);
        Span<long> tellings = stackalloc long[places.Length];
        var count = 0;
        foreach (var place in text.Places)
        {
            var telling = TellingOf(place, label, other);
            var at = count;
            while (at > 0 && tellings[at - 1] < telling)
                at--;
            if (at == places.Length)
                continue;
            count = Math.Min(count + 1, places.Length);
            tellings[at..(count - 1)].CopyTo(tellings[(at + 1)..]);
            places[at..(count - 1)].CopyTo(places[(at + 1)..]);
            (tellings[at], places[at]) = (telling, place);
        }

        while (count > 1 && tellings[count - 1] <= 0)
            count--;
        return count;
    }

    private static bool Remove(ref Span<int> places, int place)
    {
        var at = place < 0 ? -1 : places.IndexOf(place);
        if (at < 0)
            return false;
        places[(at + 1)..].CopyTo(places[at..]);
        places = places[..^1];
        return true;
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
