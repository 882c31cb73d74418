namespace AutoResolve.ShippedRules.Tests;

/// <summary>What the forms of teams show of what people write.</summary>
public sealed class HandoverTests
{
    [Theory]
    [InlineData("Vet gets 102 at the foot of the page since Monday", "Error code", "102")]
    [InlineData("106 again, third call", "Error code", "106")]
    [InlineData("106 again, third call", "Earlier contacts", "third call")]
    [InlineData(
        "Vet wont get past sign in with id.me, cookies and cache cleared, tried Edge and Chrome",
        "Already tried",
        "clear-cookies\nother-browser"
    )]
    [InlineData("Vet wont get past sign in with id.me, cookies and cache cleared, tried Edge and Chrome", "Browser", "Edge and Chrome")]
    [InlineData("my claim does not show up online and my hearing is 8 am tomorrow", "Urgent by their words", "hearing is 8 am tomorrow")]
    [InlineData("refill list is empty, vet has two days of insulin left", "Urgent by their words", "two days of insulin left")]
    public async Task Form_OfWhatIsSaid_HoldsIt(string text, string section, string expected) =>
        Assert.Equal(expected, await ShownAsync(text, section));

    [Theory]
    [InlineData("cannot sign in to va.gov, my blood pressure is 110 over 70 from it")]
    [InlineData("cannot sign in to va.gov, paid $104 for this computer")]
    [InlineData("cannot sign in to va.gov for 112 days")]
    [InlineData("cannot sign in to va.gov to file the 526 and the 10-10EZ")]
    public async Task ErrorCode_OfAnAmountOrAForm_IsNone(string text) => Assert.Equal("not known", await ShownAsync(text, "Error code"));

    [Theory]
    [InlineData("Widow asks about a DIC claim that does not show, son helps her")]
    [InlineData("claim not visible. Son helps him, LOA3 account, County VSO filed it")]
    public async Task Words_OfTheTrade_AreNoNames(string text) =>
        Assert.Equal(text, await ShownAsync(text, "Description as stated by the customer"));

    private static async Task<string> ShownAsync(string text, string section)
    {
        var resolution = await Shipped.ResolveAsync(text);
        var shown = resolution.Handover?.Form.FirstOrDefault(candidate => candidate.Title == section)?.Text;
        return shown ?? $"no section {section}: {resolution}";
    }
}
