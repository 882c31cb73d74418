using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>What rules ask classifiers, each question once, with a term for the answer that it holds.</summary>
/// <param name="lexicon">Takes the terms.</param>
internal sealed class ClassifierTerms(LexiconBuilder lexicon)
{
    private readonly Dictionary<CompiledCondition, int> _terms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(TextClassifier, TextPart, bool IsUnlike, int LeastShare, int Window, string Labels), int> _questions = [];
    private readonly Dictionary<(TextClassifier Classifier, TextPart Part), List<ClassifierQuestion>> _asked = [];

    /// <summary>The classifiers that are asked, by the part of the text that they are asked about.</summary>
    public AskedClassifier[] Asked =>
        [
            .. _asked.Select(asked => new AskedClassifier(
                asked.Key.Classifier,
                asked.Key.Part,
                [.. asked.Value.Where(question => question.Window == 0)],
                [
                    .. asked
                        .Value.Where(question => question.Window > 0)
                        .GroupBy(question => question.Window)
                        .OrderBy(window => window.Key)
                        .Select(window => (window.Key, window.ToArray())),
                ]
            )),
        ];

    /// <summary>The term of a question.</summary>
    public int Of(CompiledCondition leaf) => _terms[leaf];

    /// <returns>The term.</returns>
    public int Add(LeafCondition leaf, ReadsLookup lookup)
    {
        var (classifier, labels, isUnlike, least, window, _) = lookup;
        var question = (classifier, leaf.LookupPart, isUnlike, least, window, string.Join(' ', labels));
        if (!_questions.TryGetValue(question, out var term))
        {
            _questions.Add(question, term = lexicon.NewAnswer(LikelihoodOf(lookup)));
            if (!_asked.TryGetValue((classifier, leaf.LookupPart), out var asked))
                _asked.Add((classifier, leaf.LookupPart), asked = []);
            asked.Add(new ClassifierQuestion(labels, isUnlike, least, window, term));
        }

        return _terms[leaf] = term;
    }

    // As if each label were as frequent as any other.
    private static double LikelihoodOf(ReadsLookup lookup)
    {
        var share = (double)lookup.Labels.Length / lookup.Classifier.LabelCount;
        return lookup.IsUnlike ? 1 - share : share;
    }
}

/// <summary>A classifier that is asked about a part of the text.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="Part">The part.</param>
/// <param name="Questions">What is asked about all of it.</param>
/// <param name="Windows">What is asked about windows of so many words, the fewest first.</param>
internal sealed record AskedClassifier(
    TextClassifier Classifier,
    TextPart Part,
    ClassifierQuestion[] Questions,
    (int Size, ClassifierQuestion[] Questions)[] Windows
);

/// <summary>A question to a classifier.</summary>
/// <param name="Labels">The labels of which the text must be one.</param>
/// <param name="IsUnlike">Whether it must be none of them.</param>
/// <param name="LeastShare">How likely that must be, in millionths.</param>
/// <param name="Window">How many words of the text suffice, 0 where it is about all.</param>
/// <param name="Term">What an issue has of which it holds.</param>
internal readonly record struct ClassifierQuestion(int[] Labels, bool IsUnlike, int LeastShare, int Window, int Term);
