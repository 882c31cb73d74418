using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Learning;

/// <summary>How a classifier judges texts that had no part in teaching it: each is judged by what others teach. A text whose label no
/// others have is only asked whether it is taken for something else.</summary>
public sealed class ClassifierJudgement
{
    private const int MillionthsOfPercent = 10_000;

    private readonly string[] _names;
    private readonly byte[] _labels;
    private readonly bool[] _isTaught;
    private readonly int[]?[] _millionths;

    internal ClassifierJudgement(string[] names, byte[] labels, bool[] isTaught, int[]?[] millionths) =>
        (_names, _labels, _isTaught, _millionths) = (names, labels, isTaught, millionths);

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
        var (found, texts, wrong, others) = (0, 0, 0, 0);
        for (var at = 0; at < _labels.Length; at++)
        {
            var holds = _millionths[at] is { } likely && likely[asked] >= sure * MillionthsOfPercent;
            if (_labels[at] != asked)
            {
                others++;
                wrong += holds ? 1 : 0;
            }
            else if (_isTaught[at])
            {
                texts++;
                found += holds ? 1 : 0;
            }
        }

        return new LabelJudgement(label, new Proportion(found, texts), new Proportion(wrong, others));
    }

    /// <summary>What all labels together come to, where of each text the likeliest is taken.</summary>
    /// <param name="sure">How sure it must be, from 1 to 99 percent; of other texts none is taken.</param>
    /// <exception cref="ArgumentException"><paramref name="sure"/> is out of its range.</exception>
    public OverallJudgement Overall(int sure)
    {
        CheckSure(sure);
        var (right, wrong, all) = (0, 0, 0);
        for (var at = 0; at < _labels.Length; at++)
        {
            if (!_isTaught[at])
                continue;
            all++;
            if (_millionths[at] is not { } likely)
                continue;
            var most = likely.Max();
            if (most < sure * MillionthsOfPercent)
                continue;
            if (likely[_labels[at]] == most)
                right++;
            else
                wrong++;
        }

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
/// <param name="Found">How many of its texts are found; of none where all are of one source.</param>
/// <param name="FalseAlarms">How many of the others are taken for it.</param>
public sealed record LabelJudgement(string Label, Proportion Found, Proportion FalseAlarms);

/// <summary>What taking the likeliest label of each text comes to.</summary>
/// <param name="Sure">How sure it had to be, in percent.</param>
/// <param name="Right">How many texts get their label.</param>
/// <param name="Wrong">How many get another.</param>
/// <param name="None">Of how many it is not so sure.</param>
public sealed record OverallJudgement(int Sure, Proportion Right, Proportion Wrong, Proportion None);
