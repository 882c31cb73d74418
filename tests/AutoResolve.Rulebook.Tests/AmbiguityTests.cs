namespace AutoResolve.ShippedRules.Tests;

public sealed class AmbiguityTests
{
    public static TheoryData<string> Ids => RuleGateTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Rule_ItsMatchingTests_AreDecidedByOneRule(string id)
    {
        foreach (var test in Shipped.Rules.Single(rule => rule.Id.Value == id).Tests.Where(test => test.Match && test.Facts.Count == 0))
        {
            var resolution = await Shipped.ResolveAsync(test.Issue);

            Assert.True(
                resolution.Reason is not (ResolutionReason.Ambiguous or ResolutionReason.Unexpected or ResolutionReason.ValueMissing),
                $"\"{test.Issue.Text}\": {resolution.Summary}"
            );
        }
    }
}
