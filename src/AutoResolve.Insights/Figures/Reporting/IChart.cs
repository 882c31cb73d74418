namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What of a table is drawn.</summary>
internal interface IChart
{
    /// <summary>What it shows, for those who cannot see it; the table has the numbers.</summary>
    string Description { get; }
}
