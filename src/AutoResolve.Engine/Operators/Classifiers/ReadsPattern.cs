using System.Globalization;
using AutoResolve.Matching;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Operators.Classifiers;

/// <summary>A classifier is sure of some labels: of the title and the text of the issue, or of one of its turns.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="labels">The labels, by number.</param>
/// <param name="condition">What is asked.</param>
/// <param name="spelling">The words of all rules, by which misspelt ones are read.</param>
/// <param name="pointer">Where the labels stand.</param>
internal sealed class ReadsPattern(
    TextClassifier classifier,
    int[] labels,
    ReadsCondition condition,
    SpellingWords spelling,
    string pointer
) : UnitPattern
{
    private readonly ReadsLookup _lookup = new(
        classifier,
        labels,
        condition.IsUnlike,
        condition.Sure * (ClassifiedText.Whole / 100),
        condition.Window,
        pointer
    );

    public override Lookup Lookup => _lookup;

    public override string Description =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"at least {condition.Sure} % sure that {Subject} {(condition.IsUnlike ? "does not read like" : "reads like")} "
                + $"{string.Join(" or ", condition.Labels.Select(label => label.Value))} ({condition.By.Value})"
        );

    private string Subject =>
        condition.Window == 0 ? "it" : string.Create(CultureInfo.InvariantCulture, $"a window of {condition.Window} words");

    protected override LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        if (!TakeSteps(views))
            return LeafResult.Unknown;
        var text = Read(views);
        var holds = text.JudgeFirst(labels, condition.IsUnlike, _lookup.LeastShare, condition.Window);
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
            var text = Read(unit);
            text.Judge();
            for (var window = 0; condition.Window == 0 ? window == 0 : text.JudgeWindow(window, condition.Window); window++)
            {
                most = Math.Max(most, text.ShareOf(labels, condition.IsUnlike));
                isKnown |= text.IsKnown;
            }

            classifier.Return(text);
        }

        return isKnown
            ? string.Create(CultureInfo.InvariantCulture, $"{most / (ClassifiedText.Whole / 100)} % sure")
            : "none of the words is known";
    }

    private ClassifiedText Read(ReadOnlySpan<TokenizedText> views)
    {
        var text = classifier.Rent();
        List<SpellingCandidate> candidates = [];
        foreach (var view in views)
        {
            text.Add(0);
            for (var at = 0; at < view.Words.Count; at++)
            {
                if (!FollowsAnother(view, at))
                    text.Add(0);
                text.Add(MeantFeature.KeyOf(view.Words[at].Folded, spelling.Table, candidates));
            }
        }

        return text;
    }

    // What tells most, where it stands first.
    private void AddEvidence(ReadOnlySpan<TokenizedText> views, ClassifiedText text, ICollection<Evidence> evidence)
    {
        Span<KnownFeature> features = stackalloc KnownFeature[ReadsLookup.MaxNamed];
        features = features[..text.FindTelling(labels, condition.IsUnlike, features)];
        features.Sort((one, other) => (one.Word + one.Words, one.Words).CompareTo((other.Word + other.Words, other.Words)));
        foreach (var (start, word, words, _) in features)
        {
            var first = word;
            var view = views[0];
            for (var at = 1; first >= view.Words.Count; at++)
                (first, view) = (first - view.Words.Count, views[at]);
            var begin = view.Words[first].Start;
            evidence.Add(
                view.EvidenceOf(new TextRange(begin, view.Words[first + words - 1].End - begin), pointer, classifier.NameOf(start))
            );
        }
    }

    private static bool FollowsAnother(TokenizedText view, int at) => at > 0 && view.Words[at].Position == view.Words[at - 1].Position + 1;

    private bool TakeSteps(ReadOnlySpan<TokenizedText> views)
    {
        foreach (var view in views)
        {
            if (view.Work?.Take(view.Words.Count * (condition.Window > 0 ? ClassifiedText.WindowsOver : 1)) == false)
                return false;
        }

        return true;
    }
}
