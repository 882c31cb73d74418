using AutoResolve.Tests.Docs;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>The command, installed from its package.</summary>
[Collection(PackedTests.Name)]
[Trait("Category", "Packages")]
public sealed class ToolTests(PackedPackages packed)
{
    [Fact]
    public async Task Tool_ThatIsInstalled_DecidesAnIssue()
    {
        var folder = packed.NewFolder();
        await Cli.Wrap("dotnet")
            .WithArguments(["tool", "install", "AutoResolve.Cli", "--version", PackedPackages.Version, "--tool-path", folder])
            .WithWorkingDirectory(packed.Root)
            .ExecuteBufferedAsync();

        var result = await Cli.Wrap(Path.Combine(folder, "autoresolve"))
            .WithArguments([
                "resolve",
                "--rules",
                Path.Combine(Repository.Root, "rules"),
                "--text",
                "error 002, it signs me out right away",
            ])
            .ExecuteBufferedAsync();

        Assert.Contains("Answered", result.StandardOutput, StringComparison.OrdinalIgnoreCase);
    }
}
