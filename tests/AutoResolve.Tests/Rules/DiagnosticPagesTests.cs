using System.Diagnostics;
using System.Reflection;
using AutoResolve.Rules;
using AutoResolve.Rules.Linting;
using AutoResolve.Rules.Model;
using AutoResolve.Rules.Reading;
using AutoResolve.Tests.Docs;

namespace AutoResolve.Tests.Rules;

/// <summary>Every code has a page, and every page's example gives the message that the page shows.</summary>
public sealed class DiagnosticPagesTests
{
    public static TheoryData<string> Codes => [.. DiagnosticPage.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Example_OfPage_GivesItsMessage(string code)
    {
        var page = DiagnosticPage.Read(code);

        var diagnostics = page.Script is null ? Load(page.Files) : LoadFolder(page.Script);

        Assert.Equal(page.Message, string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Code == code)));
        Assert.True(code == ReadingCodes.MoreProblems || diagnostics.All(diagnostic => diagnostic.Code == code || diagnostic.Severity != DiagnosticSeverity.Error));
    }

    [Fact]
    public void Pages_All_AreOnePerCode()
    {
        var codes = typeof(Rulebook).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Codes", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), DiagnosticPage.Codes);
    }

    [Fact]
    public void Index_OfPages_ListsEveryPageWithItsTitle()
    {
        var index = Repository.Read("rules/docs/README.md");

        Assert.All(DiagnosticPage.Codes, code => Assert.Contains($"| [{code}]({code}.md) | {DiagnosticPage.Read(code).Title} |\n", index, StringComparison.Ordinal));
    }

    private static List<Diagnostic> Load(IReadOnlyList<RuleFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var sets = files.Select(file => RuleSetReader.Read(file, diagnostics)).OfType<RuleSet>().ToList();
        CrossFileChecks.Check(sets, diagnostics);
        if (diagnostics.Count == 0)
            RulebookLinter.Lint(new LintContext(sets, new DateOnly(2026, 11, 23), "en"), diagnostics);
        return diagnostics;
    }

    private static List<Diagnostic> LoadFolder(string script)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-");
        try
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-ec", script]) { WorkingDirectory = folder.FullName })!;
            bash.WaitForExit();
            Assert.Equal(0, bash.ExitCode);
            var diagnostics = new List<Diagnostic>();
            var files = RuleFolder.Read(Path.Combine(folder.FullName, "rules"), 8 * 1024 * 1024, diagnostics);
            diagnostics.AddRange(Load(files));
            return [.. diagnostics.Select(diagnostic => diagnostic with { Message = diagnostic.Message.Replace(folder.FullName + "/", "", StringComparison.Ordinal) })];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
