namespace AutoResolve.Insights.Learning;

/// <summary>A text of which people have said what it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">What it is, as people wrote it.</param>
/// <param name="Source">
/// Who wrote it, or the file it is from; null for nobody in particular. Texts of one source are judged only by what the others teach, and
/// what only one source says is not learnt.
/// </param>
public sealed record LabelledText(string Text, string Label, string? Source = null);
