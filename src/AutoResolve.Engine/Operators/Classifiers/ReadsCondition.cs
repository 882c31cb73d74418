using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;
using AutoResolve.Words.Features;

namespace AutoResolve.Operators.Classifiers;

/// <summary><c>readsLike</c>, or <c>readsUnlike</c> where <paramref name="IsUnlike"/>.</summary>
/// <param name="Labels">The labels.</param>
/// <param name="IsUnlike">Whether it must be none of them.</param>
/// <param name="By">The classifier.</param>
/// <param name="Sure">How sure of that it must be, in percent.</param>
/// <param name="Window">How many words of the text suffice, 0 where it is about all of it.</param>
/// <param name="Asked">Where the labels stand.</param>
/// <param name="In">What it reads.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ReadsCondition(
    IReadOnlyList<Located<string>> Labels,
    bool IsUnlike,
    Located<string> By,
    int Sure,
    int Window,
    SourceLocation Asked,
    TextPart In,
    SourceLocation Location
) : TextCondition(In, Location);

/// <summary><c>readsLike</c> and <c>readsUnlike</c>.</summary>
internal sealed class ReadsOperator(string key, bool isUnlike) : TextOperator<ReadsCondition>
{
    private const int MaxSure = 99;

    // A few words are read like anything, and what is longer than this is a text.
    private const int LeastWindow = 8;
    private const int MaxWindow = 200;

    public override string Key => key;

    public override IReadOnlyList<string> SideKeys { get; } = ["by", "sure", "window"];

    public override string? AdviceOnLone(string key) =>
        SideKeys.Contains(key)
            ? $"'{key}' belongs to 'readsLike': add \"readsLike\": \"…\", a label of the classifier that \"by\" names."
            : base.AdviceOnLone(key);

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    )
    {
        var asked = reader.Find(key)!;
        var labels = conditions.Lists.TextOrTexts(asked, conditions.Values.Text);
        var by = conditions.Values.Text(reader.Require("by", "\"by\": \"subjects\", the classifier"));
        var sure = conditions.Values.WholeNumber(reader.Require("sure", "\"sure\": 60, how sure it must be in percent"), 1, MaxSure);
        var window = reader.Find("window") is { } size ? conditions.Values.WholeNumber(size, LeastWindow, MaxWindow) : 0;
        return labels.Count > 0 && by is { } name && sure is { } percent && window is { } words
            ? new ReadsCondition(labels, isUnlike, name, percent, words, asked.Location, part, location)
            : null;
    }

    protected override TextPattern? Compile(ReadsCondition condition, ConditionCompiler conditions)
    {
        var scope = conditions.Scope;
        var known = conditions.Names.Classifiers;
        if (!known.TryGetValue(condition.By.Value, out var classifier))
        {
            scope.Report(
                condition.By.Location,
                MatchingCodes.UnknownClassifier,
                $"There is no classifier '{condition.By.Value}' in this set or in a shared one. Define it under \"classifiers\", or "
                    + "correct the name.",
                Spelling.Closest(condition.By.Value, known.Keys)
            );
            return null;
        }

        var labels = NumbersOf(condition, classifier, scope);
        if (labels.Contains(-1))
            return null;
        return new ReadsPattern(
            scope.Classifiers.GetOrAdd(classifier, Compile),
            labels,
            condition,
            scope.Words,
            conditions.Shorten(condition.Asked)
        );
    }

    private static int[] NumbersOf(ReadsCondition condition, Classifier classifier, CompilationScope scope)
    {
        var names = classifier.Labels.Select(label => label.Name).ToList();
        foreach (var label in condition.Labels.Where(label => !names.Contains(label.Value)))
            scope.Report(
                label.Location,
                MatchingCodes.UnknownClassifier,
                $"The classifier '{classifier.Name.Value}' has no label '{label.Value}'. Correct the name, or teach it that label.",
                Spelling.Closest(label.Value, names)
            );
        return [.. condition.Labels.Select(label => names.IndexOf(label.Value)).Distinct().Order()];
    }

    private static TextClassifier Compile(Classifier classifier)
    {
        var builder = new TextClassifierBuilder(classifier.Labels.Select(label => label.Bias));
        foreach (var word in classifier.Words)
        {
            builder.Add(word.Feature, word.Strength);
            foreach (var weight in word.Weights)
                builder.AddWeight(weight.Label, weight.Weight);
        }

        return new TextClassifier(builder);
    }
}
