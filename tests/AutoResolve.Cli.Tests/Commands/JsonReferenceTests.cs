using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

public sealed class JsonReferenceTests
{
    [Fact]
    public async Task EveryProperty_StandsInTheReference()
    {
        var reference = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "json.md"));
        var results = await Task.WhenAll(
            Tool.RunAsync("explain", "--json", "--text", "It signs me out, error 002", "--rule", "sign-in.outage"),
            Tool.RunAsync("resolve", "--json", "--text", "a stuck session", "--channel", "phone"),
            Tool.RunAsync("resolve", "--json", "--explain", "--text", "logged out, cannot reach the page"),
            Tool.RunAsync("lint", "--json", "--rules", "broken"),
            Tool.RunAsync("test", "--json", "--rules", "failing"),
            Tool.RunAsync("fmt", "--json", "--check", "broken", "failing")
        );

        var names = results
            .SelectMany(result => JObject.Parse(result.StandardOutput).DescendantsAndSelf().OfType<JProperty>())
            .Where(property => property.Parent?.Parent is not JProperty { Name: "parameters" })
            .Select(property => property.Name)
            .ToHashSet();
        Assert.True(names.Count > 50);
        Assert.All(names, name => Assert.Contains($"`{name}`", reference, StringComparison.Ordinal));
    }
}
