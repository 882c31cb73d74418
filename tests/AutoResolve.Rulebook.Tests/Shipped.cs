using System.Text.Json;
using AutoResolve.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>The rulebook as it stands in the repository, loaded once, on a fixed day.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(Root(), "rules");

    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));
    private static readonly Lazy<ServiceProvider> Host = new(CreateHost);

    public static Rulebook Book => Host.Value.GetRequiredService<IRulebookMonitor>().Current;

    public static IReadOnlyList<Rule> Rules { get; } = [.. Book.Sets.SelectMany(set => set.Rules)];

    public static bool IsGuard(string id) => GuardIds.Contains(id);

    private static readonly HashSet<string> GuardIds = [.. Rules.Where(rule => rule.Guard).Select(rule => rule.Id.Value)];

    public static async Task<Resolution> ResolveAsync(Issue issue) =>
        await Host.Value.GetRequiredService<IIssueResolver>().ResolveAsync(issue);

    public static Task<Resolution> ResolveAsync(string text) => ResolveAsync(new Issue { Id = "test", Text = text });

    /// <summary>The lines of a file of the test project's Data folder.</summary>
    public static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(Root(), "tests", "AutoResolve.Rulebook.Tests", "Data", name)).Where(line => line.Length > 0);

    /// <summary>What others wrote of known problems and of other things, without titles.</summary>
    public static IEnumerable<string> Descriptions() =>
        Directory
            .EnumerateFiles(Path.Combine(Root(), "tests", "AutoResolve.Rulebook.Tests", "Blind"), "*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);

    private static ServiceProvider CreateHost()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (Folder, false));
        return services.BuildServiceProvider();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "AutoResolve.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
