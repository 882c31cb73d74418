using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using AutoResolve;
using AutoResolve.Expressions;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using AutoResolve.Sources;
using AutoResolve.Sources.Building;
using AutoResolve.Sources.Watching;
using AutoResolve.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using DeskTickets = AutoResolve.Testing.FakeTicketSystem;
using UnlockAccount = Snippets.ReadmeHandler.UnlockAccount;

namespace Snippets;

/// <summary>The code of the guide to rules in a host, compiled.</summary>
internal static class RulesSamples
{
    public static void Git(IServiceCollection services)
    {
        services.AddAutoResolve().UseRules(RuleSource.GitRevision("rules", "main"));
    }

    public static void Follow(IRulebookMonitor monitor)
    {
        RulebookState state = monitor.State;
        if (state.Watch.Status == WatchStatus.NotWatching)
            Console.WriteLine($"Changes are not told: {state.Watch.Reason}");
        foreach (var error in state.Refused)
            Console.WriteLine(error);
    }

    public static void Expressions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAutoResolve(configuration.GetSection("AutoResolve")).UseExpressions(RulesEngineExpressions.Parser);
    }

    public static Rulebook ExpressionsWithoutAHost()
    {
        var options = new RulebookOptions { AllowExpressions = true, ExpressionParser = RulesEngineExpressions.Parser };
        var rulebook = Rulebook.Load("rules", options);
        return rulebook;
    }

    public static void Tenants(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var tenant in new[] { "north", "south" })
        {
            services
                .AddAutoResolve(tenant, configuration.GetSection($"Tenants:{tenant}"))
                .AddTicketSystem<DeskTickets>()
                .UseSqliteJournal($"{tenant}.db");
        }
    }

    public static IIssueResolver Resolver(IServiceProvider provider)
    {
        var resolver = provider.GetRequiredKeyedService<IIssueResolver>("north");
        return resolver;
    }

    public static async Task LintAsync()
    {
        var linted = await Rulebook.TryLoadAsync(RuleSource.Folder("rules"));
        foreach (var diagnostic in linted.Diagnostics)
            Console.WriteLine(diagnostic);
    }

    public static void Format()
    {
        var file = new RuleFile("codes.json", File.ReadAllBytes("rules/sign-in/codes.json"));
        var formatted = RuleFileFormatter.Format(file, upgrade: true);
        File.WriteAllText("rules/sign-in/codes.json", formatted.Text);
    }

    public static void Test()
    {
        var report = RuleTests.In(RuleSource.Folder("rules")).Run();
        Console.WriteLine($"{report.Passed} passed, {report.Failed} failed, coverage {report.CoveragePercent:0.0} %");
    }

    public static void Inspect(Rulebook rulebook, Issue issue)
    {
        var inspection = rulebook.Inspect("sign-in.clock-wrong", issue);
        Console.WriteLine($"{inspection?.Rule.Id}: {inspection?.Summary}");
    }

    public static void InCode(IServiceCollection services)
    {
        var set = new RuleSetBuilder("pdf-help", "Help with PDF forms", owner: "documents").Add(
            new RuleBuilder("pdf-help.please-wait", "A PDF that only says Please wait", "documents/pdf")
                .When(RuleCondition.All(RuleCondition.AnyOf("pdf", "form"), RuleCondition.AnyOf("please wait")))
                .Answer("en", "Save the form to a computer and open it there with Adobe Acrobat Reader.")
                .Source("Help center, PDF forms")
                .Reviewed(new DateOnly(2026, 11, 1))
                .Test("The PDF only says: Please wait...", match: true)
                .Test("My card has expired", match: false)
        );
        services.AddAutoResolve().UseRules(set.ToSource());
    }

    public static void Talk(IServiceCollection services, RuleSourceFile rules)
    {
        var talk = new RuleSetBuilder("how-people-talk", "How our customers talk", owner: "support")
            .Set("shared", true)
            .Set(
                "profile",
                JsonNode.Parse(
                    """
                    { "en": { "withdrawn": { "anyOf": ["drop it"] },
                      "extractors": { "branch": { "anyOf": ["north branch", "main street branch"] } } } }
                    """
                )
            );
        services.AddAutoResolve().UseRules(RuleSource.Memory(talk.ToFile(), rules));
    }

    public static void Settings(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAutoResolve(configuration.GetSection("AutoResolve")).AddHandler<UnlockAccount>().UseSqliteJournal("journal.db");
    }

    internal sealed class RulesTable(IRulesDatabase database) : IRuleSource
    {
        public string Name => "table rules";

        public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var (path, json) in database.RulesAsync(cancellationToken))
                yield return new RuleSourceFile(path, json);
        }
    }
}
