namespace AutoResolve.ShippedRules.Tests;

public sealed class SamplesTests
{
    public static TheoryData<string> Ids => [.. Sample.All.Select(sample => sample.Issue.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Sample_Resolved_IsDecidedAsExpected(string id)
    {
        var sample = Sample.All.Single(sample => sample.Issue.Id == id);

        var resolution = await Shipped.ResolveAsync(sample.Issue);

        Assert.Equal((sample.Outcome, sample.Rule), (resolution.Outcome.ToString().ToLowerInvariant(), resolution.Rule?.Id));
    }

    [Fact]
    public void Samples_Together_HaveEveryOutcome() =>
        Assert.Equal(
            Enum.GetNames<Outcome>().Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal),
            Sample.All.Select(sample => sample.Outcome).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Samples_AreFiftyOrMore_AndEachHasItsExpectation()
    {
        Assert.True(Sample.All.Count >= 50);
        Assert.DoesNotContain(Sample.All, sample => sample.Outcome is null);
    }
}
