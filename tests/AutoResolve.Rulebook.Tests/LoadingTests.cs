using AutoResolve.Rules;

namespace AutoResolve.ShippedRules.Tests;

public sealed class LoadingTests
{
    // Words that are one letter apart, and phrases that others find anyway.
    private static readonly string[] Remarks = ["AR2026"];

    private const int MaxUnknownCauses = 15;

    [Fact]
    public void Load_ShippedRules_HasNothingToRemark() =>
        Assert.Empty(Shipped.Book.Diagnostics.Where(diagnostic => !Remarks.Contains(diagnostic.Code)).Select(Describe));

    [Fact]
    public void Load_ShippedRules_CoverEveryOutcome()
    {
        var outcomes = Shipped.Rules.Select(rule => rule.Then.Outcome).OfType<AutoResolve.Rules.RuleOutcome>().Distinct();

        Assert.Equal(Enum.GetValues<AutoResolve.Rules.RuleOutcome>().Order(), outcomes.Order());
    }

    [Fact]
    public void Load_ShippedRules_TellCausesAndWhatNewSoftwareShouldDo()
    {
        var rules = Shipped.Rules.Where(rule => !rule.Also).ToList();

        Assert.Empty(rules.Where(rule => rule.Cause?.Practice is null).Select(rule => rule.Id.Value));
        Assert.InRange(rules.Count(rule => rule.Cause!.Kind == CauseKind.Unknown), 0, MaxUnknownCauses);
    }

    private static string Describe(Diagnostic diagnostic) => diagnostic.ToString() ?? "";
}
