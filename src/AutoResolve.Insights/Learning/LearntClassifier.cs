namespace AutoResolve.Insights.Learning;

/// <summary>A classifier that was learnt, as rules ask it by <c>readsLike</c>.</summary>
public sealed class LearntClassifier
{
    private readonly ClassifierTable _table;
    private readonly IReadOnlyList<string> _features;

    internal LearntClassifier(IReadOnlyList<LearntLabel> labels, ClassifierTable table, FeatureMatrix matrix, ClassifierJudgement judgement)
    {
        (Labels, _table, Judgement) = (labels, table, judgement);
        _features = [.. table.Features.Select(feature => matrix.Features[feature])];
    }

    /// <summary>The most characters of the name of a classifier.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Its labels, in the order of the alphabet, <see cref="LearntLabel.Other"/> last.</summary>
    public IReadOnlyList<LearntLabel> Labels { get; }

    /// <summary>How many words and pairs of words it knows.</summary>
    public int WordCount => _features.Count;

    /// <summary>How it judges texts that had no part in teaching it.</summary>
    public ClassifierJudgement Judgement { get; }

    /// <summary>Whether a classifier may be called so: letters and digits, beginning with a small letter, at most
    /// <see cref="MaxNameLength"/>.</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>A rule file, in its canonical form: a shared set with the classifier, which rules of other sets may ask.</summary>
    /// <param name="name">The name of the classifier, such as <c>signsOfDanger</c>. That of the set is the same in small letters with
    /// dashes: <c>learnt-signs-of-danger</c>.</param>
    /// <returns>The text of the file.</returns>
    /// <exception cref="ArgumentException"><see cref="IsName"/> is false of it.</exception>
    /// <exception cref="InvalidOperationException">There are no words: nothing was learnt.</exception>
    public string ToRuleFile(string name)
    {
        if (!IsName(name))
            throw new ArgumentException("Letters and digits, beginning with a small letter.", nameof(name));
        if (WordCount == 0)
            throw new InvalidOperationException("Nothing was learnt.");
        return ClassifierFile.Write(name, [.. Labels.Select(label => label.Name)], _features, _table);
    }
}
