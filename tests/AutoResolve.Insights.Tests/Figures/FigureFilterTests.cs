using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;

namespace AutoResolve.Insights.Tests.Figures;

public sealed class FigureFilterTests
{
    [Theory]
    [InlineData("letters", true)]
    [InlineData("letters/missing", true)]
    [InlineData("Letters/Missing", true)]
    [InlineData("lettersmith", false)]
    [InlineData("letter", false)]
    public void Takes_Type_WithWhatIsBelowIt(string type, bool takes) =>
        Assert.Equal(takes, new FigureFilter(Type: "letters").Takes(new FigureKey(null, type)));

    [Fact]
    public void Takes_Names_WithoutRegardToCase()
    {
        var filter = new FigureFilter(Team: "Documents", Channel: "phone", Product: "VA.gov");

        Assert.True(filter.Takes(new FigureKey(1, "a", "documents", "PHONE", "va.gov")));
        Assert.False(filter.Takes(new FigureKey(1, "a", "documents", null, "va.gov")));
    }

    [Fact]
    public void Includes_Narrower_OnlyWhereNothingIsLost()
    {
        Assert.True(new FigureFilter().Includes(new FigureFilter(Team: "a")));
        Assert.True(new FigureFilter(Type: "a").Includes(new FigureFilter(Type: "a/b", Team: "x")));
        Assert.False(new FigureFilter(Type: "a/b").Includes(new FigureFilter(Type: "a")));
        Assert.False(new FigureFilter(Team: "a").Includes(new FigureFilter()));
        Assert.False(new FigureFilter(Channel: "a").Includes(new FigureFilter(Channel: "b")));
    }

    // Who filters by an address finds it, and the title does not tell it.
    [Fact]
    public void Named_Values_AreThoseOfTheFigures()
    {
        var filter = new FigureFilter(Type: "/letters/", Team: "jane.doe@example.org").Named(new LabelSanitizer());

        Assert.Equal(new FigureFilter(Type: "letters", Team: new LabelSanitizer().Of("Jane.Doe@example.org ")), filter);
        Assert.DoesNotContain("jane", filter.Team, StringComparison.Ordinal);
    }
}
