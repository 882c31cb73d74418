using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Rules;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests;

public sealed class RulebookTests
{
    [Fact]
    public void TryLoad_ProblemsOfEveryStage_AreSortedAndSingle()
    {
        var result = SomeRules.TryLoad(
            SomeRules.Set(
                "b",
                "",
                SomeRules.Rule(
                    "b",
                    """{ "outcome": "answer", "answer": { "en": "{{ nope }} {{ nope }}" } }""",
                    """{ "anyOf": ["@nope"] }"""
                ),
                SomeRules.Rule("same")
            ),
            SomeRules.Set("a", "", SomeRules.Rule("same"), SomeRules.Rule("a", """{ "outcome": "fix", "actions": [ { "do": "nope" } ] }"""))
        );

        Assert.Null(result.Rulebook);
        Assert.Equal(["a.json", "b.json"], result.Diagnostics.Select(diagnostic => diagnostic.File).Distinct());
        Assert.Equal(["AR1025", "AR3001", "AR3031", "AR3034"], result.Diagnostics.Select(diagnostic => diagnostic.Code).Order());
        Assert.Equal(
            result
                .Diagnostics.OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column),
            result.Diagnostics
        );
    }

    [Fact]
    public void TryLoad_OneUnreadableFile_GivesNoRulebookAndNoFollowingErrors()
    {
        var result = SomeRules.TryLoad(
            SomeRules.File("shared.json", "{ \"set\": "),
            SomeRules.Set("a", "", SomeRules.Rule("a", when: """{ "anyOf": ["@shared"] }"""))
        );

        Assert.Null(result.Rulebook);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("shared.json", diagnostic.File));
    }

    [Fact]
    public void TryLoad_LintOnly_GivesARulebookThatRemembersIt()
    {
        var result = SomeRules.TryLoad(SomeRules.Set("a", "", SomeRules.Rule("a")));

        Assert.NotNull(result.Rulebook);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == "AR2002");
        Assert.Equal(result.Diagnostics, result.Rulebook.Diagnostics);
    }

    [Fact]
    public void Diagnostics_ReadLaterThanLoaded_AreJudgedByTheDayOfLoading()
    {
        var clock = new FakeTimeProvider(SomeRules.Now);
        var rules = SomeRules.Set("one", "", SomeRules.Rule("a", more: "\"until\": \"2026-11-23\","));

        var rulebook = Rulebook.TryLoad([rules], new RulebookOptions(), clock).Rulebook!;
        clock.Advance(TimeSpan.FromDays(2));

        Assert.DoesNotContain(rulebook.Diagnostics, diagnostic => diagnostic.Code == LintCodes.Expired);
    }

    [Fact]
    public void TryLoad_OnlyLintFindsAnError_GivesNoRulebookAndAllRemarks()
    {
        var result = SomeRules.TryLoad(
            SomeRules.Set("one", "", SomeRules.Rule("a", more: "\"from\": \"2026-12-02\", \"until\": \"2026-12-01\","))
        );

        Assert.Null(result.Rulebook);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == LintCodes.EmptyPeriod);
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == LintCodes.MissingTests);
    }

    [Fact]
    public void TryLoad_NoFiles_LoadsNothing() => Assert.Empty(SomeRules.Load(Array.Empty<RuleFile>()).Rules);

    [Fact]
    public void Load_MissingFolder_Throws()
    {
        var exception = Assert.Throws<RulebookException>(() => Rulebook.Load("/no/such/folder"));

        Assert.StartsWith(
            $"The rules in '/no/such/folder' have 1 error(s):{Environment.NewLine}AR1001 ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rules_AreAllByIdWithRetiredOnes() =>
        Assert.Equal(
            ["a", "b", "c"],
            SomeRules
                .Load(SomeRules.Rule("c"), SomeRules.Rule("a", status: "retired"), SomeRules.Rule("b", status: "draft"))
                .Rules.Select(rule => rule.Id)
        );

    [Fact]
    public void Revision_DependsOnPathAndContentOnly()
    {
        var one = SomeRules.Set("one", "", SomeRules.Rule("a"));
        var two = SomeRules.Set("two", "", SomeRules.Rule("b"));
        var text = Encoding.UTF8.GetString(one.Content.Span);
        var revision = SomeRules.Load(one, two).Revision;

        Assert.Matches("^[0-9a-f]{16}$", revision);
        Assert.Equal(revision, SomeRules.Load(two, one).Revision);
        Assert.Equal(
            revision,
            SomeRules.Load(SomeRules.File("one.json", '\uFEFF' + text.Replace("\n", "\r\n", StringComparison.Ordinal)), two).Revision
        );
        Assert.NotEqual(
            revision,
            SomeRules.Load(SomeRules.File("one.json", text.Replace("About", "about", StringComparison.Ordinal)), two).Revision
        );
        Assert.NotEqual(revision, SomeRules.Load(SomeRules.File("else.json", text), two).Revision);
        Assert.NotEqual(revision, SomeRules.Load(one).Revision);
    }

    [Fact]
    public void TryLoad_AnyBytes_GiveARulebookOrAnError() =>
        Gen.Byte.Array[0, 200].Sample(content => IsSound([new RuleFile("a.json", content)]), iter: 2000);

    [Fact]
    public void TryLoad_AnyPieceOfARuleFileExchanged_GivesARulebookOrAnError()
    {
        var tokens = RuleTokens.Of(RuleFiles.Full);
        Gen.Select(Gen.Int[0, tokens.Length - 1], Gen.Int[0, tokens.Length - 1], Gen.Bool)
            .Sample(
                (at, from, insert) =>
                {
                    var changed = tokens.ToList();
                    if (insert)
                        changed.Insert(at, tokens[from]);
                    else
                        changed[at] = tokens[from];
                    return IsSound([
                        SomeRules.File(
                            "a.json",
                            string.Join(
                                ' ',
                                changed.Select(token => token.StartsWith("//", StringComparison.Ordinal) ? token + "\n" : token)
                            )
                        ),
                    ]);
                },
                iter: 3000
            );
    }

    private static bool IsSound(RuleFile[] files)
    {
        var result = SomeRules.TryLoad(files);
        return result.Rulebook is null == result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
