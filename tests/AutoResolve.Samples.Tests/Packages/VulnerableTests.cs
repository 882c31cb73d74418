using AutoResolve.Tests.Docs;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>What the check of packages makes of what the registry tells.</summary>
[Trait("Category", "Process")]
public sealed class VulnerableTests : IDisposable
{
    private const string Vulnerable = "Project `x` has the following vulnerable packages";
    private const string Sound = "The given project `x` has no vulnerable packages given the current sources.";

    private readonly string _root = Directory.CreateTempSubdirectory("vulnerable-").FullName;

    public VulnerableTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".ci"));
        File.Copy(Path.Combine(Repository.Root, ".ci/vulnerable"), Path.Combine(_root, ".ci/vulnerable"));
    }

    [Theory]
    [InlineData(Vulnerable, 0, Sound, 0, 0, "No package is known to be vulnerable.")]
    [InlineData(Vulnerable, 0, Vulnerable, 0, 1, "A package is known to be vulnerable")]
    [InlineData(Sound, 0, Sound, 0, 0, "NOT CHECKED")]
    [InlineData("error: unable to load the service index", 1, Sound, 0, 0, "NOT CHECKED")]
    public async Task Check_OfWhatTheRegistryTells_FailsOnlyWhereOneIsKnown(
        string probe,
        int probeCode,
        string solution,
        int solutionCode,
        int code,
        string told
    )
    {
        var (exitCode, output) = await RunAsync(probe, probeCode, solution, solutionCode);

        Assert.Equal(code, exitCode);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfASolutionThatCannotBeListed_Fails() => Assert.NotEqual(0, (await RunAsync(Vulnerable, 0, "error", 1)).Code);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<(int Code, string Output)> RunAsync(string probe, int probeCode, string solution, int solutionCode)
    {
        var dotnet = Path.Combine(_root, "dotnet");
        await File.WriteAllTextAsync(
            dotnet,
            $"""
            #!/usr/bin/env bash
            case "$2" in
              *probe.csproj) echo '{probe}'; exit {probeCode} ;;
              *) echo '{solution}'; exit {solutionCode} ;;
            esac
            """
        );
        await Cli.Wrap("chmod").WithArguments(["+x", dotnet]).ExecuteAsync();
        var result = await Cli.Wrap("bash")
            .WithArguments([Path.Combine(_root, ".ci/vulnerable")])
            .WithEnvironmentVariables(variables =>
                variables.Set("PATH", $"{_root}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}")
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return (result.ExitCode, result.StandardOutput + result.StandardError);
    }
}
