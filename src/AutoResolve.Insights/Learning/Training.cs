namespace AutoResolve.Insights.Learning;

/// <summary>How fast is learnt, and what is held against great weights.</summary>
/// <param name="Rate">How far one step goes; in few steps, the smaller the less is believed.</param>
/// <param name="Penalty">What the square of a weight costs, for each text of its feature.</param>
internal sealed record Training(double Rate, double Penalty)
{
    /// <summary>What is tried, the most cautious first: for much text of few labels, in which chance is learnt else, to few texts of many
    /// labels.</summary>
    public static readonly Training[] Choices = [new(2, 0.002), new(4, 0.0005), new(12, 0)];

    /// <summary>Smaller weights are left out.</summary>
    public double MinWeight => Rate / 40;
}
