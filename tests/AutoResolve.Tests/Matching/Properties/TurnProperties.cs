using AutoResolve.Matching;
using AutoResolve.Tests.Index;
using CsCheck;

namespace AutoResolve.Tests.Matching.Properties;

public sealed class TurnProperties
{
    [Fact]
    public void Leaf_OverACase_HoldsWhereItHoldsOverTheIssueOrOneTurnAlone()
    {
        var (holding, all) = (0, 0);
        Gen.Select(ArbitraryRulebook.TextLeaf, ArbitraryRulebook.Case.Array[5])
            .Sample(
                (when, issues) =>
                {
                    var rule = Programs.Rule(when, ArbitraryRulebook.Names);
                    foreach (var issue in issues)
                    {
                        var turns = issue.Turns.Select(turn => new Turn { Id = turn.Id, Text = turn.Text }).ToList();
                        var alone = turns
                            .Where(turn => turn.Text.Length > 0)
                            .Select(turn => new Issue { Id = "1", Text = turn.Text })
                            .Append(issue with { Turns = [] });

                        var holds = alone.Any(part => Holds(rule, part));

                        Assert.Equal(holds, Holds(rule, issue with { Turns = turns }));
                        Interlocked.Add(ref holding, holds ? 1 : 0);
                        Interlocked.Increment(ref all);
                    }
                },
                iter: LongRun.Of(1_000)
            );

        Assert.InRange((double)holding / all, 0.05, 0.95);
    }

    private static bool Holds(CompiledRule rule, Issue issue) => rule.When.Evaluate(Programs.Prepare(issue), FactValues.None) == Truth.True;
}
