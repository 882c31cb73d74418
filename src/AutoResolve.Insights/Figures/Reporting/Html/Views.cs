namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>What Templates/page.liquid shows.</summary>
internal sealed record PageView(
    string Title,
    IReadOnlyList<SectionView> Lead,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<Highlight> Tiles,
    IReadOnlyList<string> About,
    IReadOnlyList<SectionView> Sections
);

/// <summary>A sentence and the section it links to; null where the figures are above it.</summary>
internal sealed record FindingView(string Text, string? SectionId, string? SectionTitle);

/// <summary>A section of the page.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">What the reader should know; may be empty.</param>
/// <param name="IsPair">Whether its table is beside its chart.</param>
/// <param name="Charts">Its chart, once for each layout; empty for none.</param>
/// <param name="Table">Its table; null where it has no rows.</param>
internal sealed record SectionView(string Id, string Title, string Note, bool IsPair, IReadOnlyList<ChartView> Charts, TableView? Table);

/// <summary>A table.</summary>
/// <param name="Caption">What it shows, for those who hear it.</param>
/// <param name="FoldedUnder">What one clicks to see it; null where it is seen at once.</param>
/// <param name="ScrollLabel">The name of the region in which it scrolls; null where it fits.</param>
/// <param name="IsOfWords">Whether it holds a word and its meaning in each row.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; the first cell of each is its name.</param>
internal sealed record TableView(
    string Caption,
    string? FoldedUnder,
    string? ScrollLabel,
    bool IsOfWords,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<CellView>> Rows
);

/// <summary>A cell: its text, which may break between the pieces, and the address that it links to; null for none.</summary>
internal sealed record CellView(IReadOnlyList<string> Pieces, bool IsNumber, string? Address = null);

/// <summary>A chart in one layout.</summary>
/// <param name="Id">Its name among those of the page.</param>
/// <param name="Layout">How wide it is.</param>
/// <param name="Height">How high it is, with its legend.</param>
/// <param name="Words">The same in words.</param>
/// <param name="HasFiveParts">Whether it needs the patterns of a fourth and a fifth part.</param>
/// <param name="LegendHeight">How much of the height is the legend's.</param>
/// <param name="Legend">The legend.</param>
/// <param name="Shapes">What is drawn below it, from an origin of its own.</param>
internal sealed record ChartView(
    string Id,
    ChartLayout Layout,
    double Height,
    string Words,
    bool HasFiveParts,
    int LegendHeight,
    IReadOnlyList<Shape> Legend,
    IReadOnlyList<Shape> Shapes
);
