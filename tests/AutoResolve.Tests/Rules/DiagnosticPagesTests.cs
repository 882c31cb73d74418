using System.Diagnostics;
using System.Reflection;
using AutoResolve.Expressions;
using AutoResolve.Incidents;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using AutoResolve.Rules.Reading;
using AutoResolve.Tests.Docs;
using AutoResolve.Tests.Sources;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Rules;

/// <summary>Every code has a page, and every page's example gives the message that the page shows.</summary>
public sealed class DiagnosticPagesTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    private static readonly ActionSignature UnlockAccount = new()
    {
        Name = "unlock-account",
        Safety = ActionSafety.Reversible,
        IsIdempotent = true,
        ParametersType = typeof(UnlockParameters),
    };

    public static TheoryData<string> Codes => [.. DiagnosticPage.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Example_OfPage_GivesItsMessage(string code)
    {
        var page = DiagnosticPage.Read(code);

        var options = new RulebookOptions
        {
            AllowExpressions = page.AllowsExpressions,
            ExpressionParser = page.HasParser ? RulesEngineExpressions.Parser : null,
        };
        var diagnostics = page switch
        {
            { Script: { } script } => LoadFolder(script, options),
            { Files: [{ Path: "incidents.json" } file] } => ReadIncidents(file),
            { Code: ReadingCodes.FormatDiffers, Files: [var file, var written] } =>
            [
                FormatCheck.Check(RuleFileParser.Parse(file, [])!, written)!,
            ],
            _ => (await LoadAsync(page, options)).Diagnostics,
        };

        Assert.Equal(page.Message, string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Code == code)));
        Assert.True(
            code == ReadingCodes.MoreProblems
                || diagnostics.All(diagnostic => diagnostic.Code == code || diagnostic.Severity != DiagnosticSeverity.Error)
        );
    }

    [Fact]
    public void Pages_All_AreOnePerCode()
    {
        var codes = new[] { typeof(Rulebook), typeof(IIssueResolver) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Codes", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), DiagnosticPage.Codes);
    }

    [Fact]
    public void Index_OfPages_ListsEveryPageWithItsTitle()
    {
        var index = Repository.Read("rules/docs/README.md");

        Assert.All(DiagnosticPage.Codes, code =>
            Assert.Contains($"| [{code}]({code}.md) | {DiagnosticPage.Read(code).Title} |\n", index, StringComparison.Ordinal)
        );
    }

    private static async Task<RulebookLoadResult> LoadAsync(DiagnosticPage page, RulebookOptions options)
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        var terms = new RulebookPurpose { Handlers = page.HasHandler ? [UnlockAccount] : [] };
        var loading = Rulebook.TryLoadAsync(page.Source, options, terms, clock);
        if (page.Code == ReadingCodes.SourceTooSlow)
            await ScriptedSource.PassAsync(clock, options.SourceTimeout, loading);
        return await loading;
    }

    private static List<Diagnostic> ReadIncidents(RuleFile file)
    {
        List<Diagnostic> diagnostics = [];
        Assert.Null(IncidentReader.Read(file, diagnostics));
        return diagnostics;
    }

    private static List<Diagnostic> LoadFolder(string script, RulebookOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-");
        try
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-ec", script]) { WorkingDirectory = folder.FullName })!;
            bash.WaitForExit();
            Assert.Equal(0, bash.ExitCode);
            var diagnostics = Rulebook.TryLoad(Path.Combine(folder.FullName, "rules"), options, Clock).Diagnostics;
            return
            [
                .. diagnostics.Select(diagnostic =>
                    diagnostic with
                    {
                        Message = diagnostic.Message.Replace(folder.FullName + "/", "", StringComparison.Ordinal),
                    }
                ),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed record UnlockParameters(string Account, int Minutes = 30);
}
