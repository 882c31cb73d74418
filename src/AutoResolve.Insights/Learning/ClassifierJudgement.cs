using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Learning;

/// <summary>How a classifier judges texts that had no part in teaching it: each is judged by what others teach.</summary>
public sealed class ClassifierJudgement
{
    private const int MillionthsOfPercent = 10_000;

    private readonly string[] _names;
    private readonly byte[] _labels;
    private readonly int[]?[] _millionths;

    internal ClassifierJudgement(string[] names, byte[] labels, int[]?[] millionths) =>
        (_names, _labels, _millionths) = (names, labels, millionths);

    /// <summary>What <c>readsLike</c> one label comes to.</summary>
    /// <param name="label">The name of the label.</param>
    /// <param name="sure">How sure, from 1 to 99 percent.</param>
    /// <exception cref="ArgumentException">There is no such label, or <paramref name="sure"/> is out of its range.</exception>
    public LabelJudgement Of(string label, int sure)
    {
        var asked = Array.IndexOf(_names, label);
        if (asked < 0)
            throw new ArgumentException($"There is no label '{label}'.", nameof(label));
        CheckSure(sure);
        var (found, wrong, texts) = (0, 0, 0);
        for (var at = 0; at < _labels.Length; at++)
        {
            var holds = _millionths[at] is { } likely && likely[asked] >= sure * MillionthsOfPercent;
            if (_labels[at] == asked)
            {
                texts++;
                found += holds ? 1 : 0;
            }
            else
            {
                wrong += holds ? 1 : 0;
            }
        }

        return new LabelJudgement(label, new Proportion(found, texts), new Proportion(wrong, _labels.Length - texts));
    }

    /// <summary>What all labels together come to, where of each text the likeliest is taken.</summary>
    /// <param name="sure">How sure it must be, from 1 to 99 percent; of other texts none is taken.</param>
    /// <exception cref="ArgumentException"><paramref name="sure"/> is out of its range.</exception>
    public OverallJudgement Overall(int sure)
    {
        CheckSure(sure);
        var (right, wrong) = (0, 0);
        for (var at = 0; at < _labels.Length; at++)
        {
            if (_millionths[at] is not { } likely || likely.Max() is var most && most < sure * MillionthsOfPercent)
                continue;
            if (likely[_labels[at]] == most)
                right++;
            else
                wrong++;
        }

        var all = _labels.Length;
        return new OverallJudgement(sure, new Proportion(right, all), new Proportion(wrong, all), new Proportion(all - right - wrong, all));
    }

    private static void CheckSure(int sure)
    {
        if (sure is < 1 or > 99)
            throw new ArgumentException("From 1 to 99.", nameof(sure));
    }
}

/// <summary>What asking for one label comes to.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Found">How many of its texts are found.</param>
/// <param name="FalseAlarms">How many of the others are taken for it.</param>
public sealed record LabelJudgement(string Label, Proportion Found, Proportion FalseAlarms);

/// <summary>What taking the likeliest label of each text comes to.</summary>
/// <param name="Sure">How sure it had to be, in percent.</param>
/// <param name="Right">How many texts get their label.</param>
/// <param name="Wrong">How many get another.</param>
/// <param name="None">Of how many it is not so sure.</param>
public sealed record OverallJudgement(int Sure, Proportion Right, Proportion Wrong, Proportion None);
