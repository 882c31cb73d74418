using AutoResolve.Rules.Model;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>The rulebook of this repository.</summary>
internal static class Shipped
{
    public static string Root { get; } = Find();

    public static string Folder { get; } = Path.Combine(Root, "rules");

    public static AutoResolve.Rulebook Rulebook { get; } = AutoResolve.Rulebook.Load(Folder);

    public static IReadOnlyList<Rule> LiveRules { get; } =
        [.. Rulebook.Sets.SelectMany(set => set.Rules).Where(rule => rule.Status != RuleStatus.Retired)];

    public static IIssueResolver CreateResolver() => new ServiceCollection()
        .AddAutoResolve(options => options.Rules(Folder).ReloadOnChange = false)
        .Services.BuildServiceProvider().GetRequiredService<IIssueResolver>();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AutoResolve.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder with AutoResolve.sln above " + AppContext.BaseDirectory);
    }
}
