using AutoResolve.Compiling;
using AutoResolve.Index.NearMisses;
using AutoResolve.Matching;
using AutoResolve.Oracles;
using AutoResolve.Tests.Matching;
using CsCheck;

namespace AutoResolve.Tests.Index;

/// <summary>The index finds the near misses that looking at every rule finds, with the same evidence, and what is left out.</summary>
public sealed class NearMissProperties
{
    private static readonly int Rulebooks = LongRun.Of(200);
    private const int IssuesEach = 30;

    private static readonly FactValues Known = new(new Dictionary<string, string?> { ["incident"] = "7", ["load"] = "1" });

    [Fact]
    public void FindNear_AnyRulebookAndIssue_AgreesWithLookingAtEveryRule()
    {
        var (rules, misses, leftOut) = (0L, 0L, 0L);
        Gen.Select(ArbitraryRulebook.RuleFileOfParts, Gen.OneOf(ArbitraryRulebook.Issue, ArbitraryRulebook.Case).Array[IssuesEach])
            .Sample(
                (file, issues) =>
                {
                    var (program, problems) = Programs.TryCompile(file);
                    Assert.Equal("", problems);
                    for (var number = 0; number < issues.Length; number++)
                    {
                        var facts = number % 3 == 0 ? Known : FactValues.None;
                        var expected = NearMissOracle.Misses(program, Programs.Prepare(issues[number]), facts);
                        var left = NearMissOracle.LeftOut(program, Programs.Prepare(issues[number]), facts);

                        var found = Find(program, issues[number], facts, int.MaxValue);

                        Assert.Equal(expected.Select(Line), found.Misses.Select(Line).Order(StringComparer.Ordinal));
                        Assert.Equal(left, found.LeftOut.Select(match => match.Rule.Reference.Id).Order(StringComparer.Ordinal));
                        AssertBestFirst(found, expected);
                        Assert.Equal(found.Misses.Take(2).Select(Line), Find(program, issues[number], facts, 2).Misses.Select(Line));
                        Interlocked.Add(ref misses, expected.Count);
                        Interlocked.Add(ref leftOut, left.Count);
                        Interlocked.Add(ref rules, program.Rules.Count);
                    }
                },
                iter: Rulebooks
            );

        // Enough of both to say something.
        Assert.InRange((double)misses / rules, 0.02, 0.5);
        Assert.InRange((double)leftOut / rules, 0.02, 0.5);
    }

    private static NearMissResult Find(RuleProgram program, Issue issue, FactValues facts, int max)
    {
        var text = Programs.Prepare(issue);
        return program.Matcher.FindNear(
            text,
            facts,
            new NearMissQuery
            {
                MaxMisses = max,
                MaxCandidates = Explanation.MaxCandidates,
                Matches = program.Matcher.Match(text, facts).Matches,
                MayAct = _ => true,
                WithLeftOut = true,
            }
        );
    }

    private static void AssertBestFirst(NearMissResult found, IReadOnlyList<OracleMiss> expected)
    {
        var held = expected.ToDictionary(miss => miss.Id, miss => (miss.Telling, miss.Held));
        var order = found.Misses.Select(miss => held[miss.Rule.Reference.Id]).ToList();
        Assert.Equal(order.OrderDescending(), order);
    }

    private static string Line(OracleMiss miss) => $"{miss.Id} {miss.Pointer} {string.Join(';', miss.Evidence)}";

    private static string Line(NearRule miss) => $"{miss.Rule.Reference.Id} {miss.Failed.Pointer} {string.Join(';', miss.Evidence)}";
}
