using AutoResolve.Json;

namespace AutoResolve.Rules;

/// <summary>What words say for each of some labels.</summary>
/// <param name="Name">What conditions call it.</param>
/// <param name="Labels">Its labels; their order is their numbers.</param>
/// <param name="Words">Its words.</param>
internal sealed record Classifier(Located<string> Name, IReadOnlyList<ClassifierLabel> Labels, IReadOnlyList<ClassifierWord> Words);

/// <summary>A label, and what it counts before a word is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bias">In hundredths.</param>
internal readonly record struct ClassifierLabel(string Name, int Bias);

/// <summary>A word, or two side by side, cut to their first characters.</summary>
/// <param name="Feature">The word; two with a blank between them.</param>
/// <param name="Strength">How strong it is: how much it counts beside others.</param>
/// <param name="Weights">What it says for labels.</param>
internal readonly record struct ClassifierWord(string Feature, int Strength, LabelWeight[] Weights);

/// <summary>What a word says for a label.</summary>
/// <param name="Label">The label, from 0.</param>
/// <param name="Weight">In hundredths; negative where it speaks against it.</param>
internal readonly record struct LabelWeight(byte Label, short Weight);
