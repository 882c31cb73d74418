using AutoResolve.Insights.Learning;

namespace AutoResolve.Insights.Tests.Learning;

public sealed class TrialTests
{
    [Theory]
    [InlineData(0.530, 0.527, 0.005, 0)]
    [InlineData(0.569, 0.527, 0.005, 1)]
    [InlineData(0.532, 0.527, 0.005, 0)]
    [InlineData(0.500, 0.527, 0.005, 0)]
    public void Chosen_IsTheMostCautiousWithinOneStandardErrorOfTheBest(double cautious, double bold, double error, int chosen)
    {
        Trial[] trials = [Of(cautious, error), Of(bold, error)];

        Assert.Same(trials[chosen], Trial.Chosen(trials));
    }

    [Fact]
    public void Chosen_NothingCanBeTold_IsTheFirst()
    {
        Trial[] trials = [Of(double.PositiveInfinity, 0), Of(double.PositiveInfinity, 0)];

        Assert.Same(trials[0], Trial.Chosen(trials));
    }

    private static Trial Of(double loss, double error) => new(Training.Choices[0], [], 1, loss, error);
}
