using AutoResolve;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The code of the README, compiled.</summary>
internal static class ReadmeSample
{
    public static async Task<(Resolution Resolution, Explanation Explanation)> Run()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve(options => options.RulesFolder = "rules");
        using var provider = services.BuildServiceProvider();
        var resolver = provider.GetRequiredService<IIssueResolver>();
        var issue = new Issue { Id = "1", Text = "error 002, it signs me out right away" };
        var resolution = await resolver.ResolveAsync(issue);
        var explanation = await provider.GetRequiredService<IExplainer>().ExplainAsync(issue);
        return (resolution, explanation);
    }
}
