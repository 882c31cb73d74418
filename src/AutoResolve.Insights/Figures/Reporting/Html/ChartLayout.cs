namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>
/// How wide a chart is drawn: once for pages, once for phones, where a page's chart would shrink until nobody can read it. The style
/// shows one of them.
/// </summary>
/// <param name="Name">Its name in the style.</param>
/// <param name="Width">How wide all of it is.</param>
/// <param name="LabelWidth">How much of that the names of rows take; zero where they are above.</param>
/// <param name="LabelLetters">How many letters a line of a name may have.</param>
internal sealed record ChartLayout(string Name, int Width, int LabelWidth, int LabelLetters)
{
    public static readonly IReadOnlyList<ChartLayout> All = [new("wide", 760, 280, 29), new("narrow", 320, 0, 35)];
}
