namespace AutoResolve.Insights.Learning;

/// <summary>A text of which people have said whether it is of the kind that is to be learnt.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsMeant">Whether it is of the kind.</param>
/// <param name="Source">
/// Who wrote it, or the file it is from; null for nobody in particular. Texts of one source are judged only by what the others teach.
/// </param>
public sealed record LabelledText(string Text, bool IsMeant, string? Source = null);
