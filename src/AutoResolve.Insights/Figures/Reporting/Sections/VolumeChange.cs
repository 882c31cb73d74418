using AutoResolve.Insights.Figures.Changes;
using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting.Sections;

/// <summary>Issues of one name that come more or less often than chance explains.</summary>
/// <param name="Dimension">What the name is of.</param>
/// <param name="Name">The name.</param>
/// <param name="Change">Now against the baseline.</param>
/// <param name="P">How likely it is by chance, corrected for all that was looked at.</param>
internal sealed record VolumeChange(Dimension Dimension, string Name, CountChange Change, double P)
{
    private const double Unlikely = 0.05;

    // Types first: where a topic or a team has one type only, the type says it all.
    private static readonly Dimension[] Looked = [Dimension.Type, Dimension.Topic, Dimension.Team, Dimension.Product, Dimension.Channel];

    /// <summary>What is looked at: not what cannot be compared.</summary>
    public static IEnumerable<Dimension> Compared(ReportInput input) => Looked.Where(dimension => dimension.CanCompare(input));

    public double Difference => Change.Now - Change.Expected;

    /// <summary>All of them, the largest differences first.</summary>
    public static IReadOnlyList<VolumeChange> Of(ReportInput input)
    {
        List<(Dimension Dimension, FigureGroup Group)> all = [];
        foreach (var dimension in Compared(input))
        {
            // Not the same issues again under another name.
            all.AddRange([
                .. FigureGroup
                    .By(input, dimension.NameOf)
                    .Where(group =>
                        (dimension == Dimension.Type || group.Name != dimension.Unknown)
                        && !all.Exists(other => other.Group.Before == group.Before && other.Group.Cells.SequenceEqual(group.Cells))
                    )
                    .Select(group => (dimension, group)),
            ]);
        }

        var changes = all.ConvertAll(one => one.Group.ChangeOf(input));
        var chances = SignificanceTest.Corrected([.. changes.Select(change => change.P)]);
        return
        [
            .. all.Select((one, place) => new VolumeChange(one.Dimension, one.Group.Name, changes[place], chances[place]))
                .Where(mover => mover.P < Unlikely)
                .OrderByDescending(mover => Math.Abs(mover.Difference))
                .ThenBy(mover => mover.Name, StringComparer.Ordinal),
        ];
    }
}
