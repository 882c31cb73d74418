using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.Docs;

/// <summary>The code of the README, compiled.</summary>
internal static class ReadmeSample
{
    public static async Task<Resolution> Run()
    {
        var services = new ServiceCollection();
        services.AddAutoResolve(options => options.Rules("rules"));
        using var provider = services.BuildServiceProvider();
        var resolver = provider.GetRequiredService<IIssueResolver>();
        var resolution = await resolver.ResolveAsync(new Issue { Id = "1", Text = "error 002, it signs me out right away" });
        return resolution;
    }
}
