using AutoResolve.Tests.Docs;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>What the release workflow asks before it publishes.</summary>
[Trait("Category", "Process")]
public sealed class VersionTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("version-").FullName;

    public VersionTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, ".ci"));
        File.Copy(Path.Combine(Repository.Root, ".ci/version"), Path.Combine(_root, ".ci/version"));
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), "<Project><VersionPrefix>0.2.0</VersionPrefix></Project>");
        File.WriteAllText(
            Path.Combine(_root, "CHANGELOG.md"),
            "## [Unreleased]\n\n## [0.2.0] - 2027-01-04\n\n## [0.2.0-rc.1] - 2027-01-02\n"
        );
    }

    [Theory]
    [InlineData("v0.2.0", "0.2.0")]
    [InlineData("v0.2.0-rc.1", "0.2.0-rc.1")]
    public async Task Tag_OfWhatTheChangelogHas_IsAVersion(string tag, string version)
    {
        var (code, output, _) = await RunAsync(tag);

        Assert.Equal((0, version), (code, output));
    }

    [Theory]
    [InlineData("0.2.0", "no tag of a release")]
    [InlineData("v0.2", "no tag of a release")]
    [InlineData("v0.2.0;rm", "no tag of a release")]
    [InlineData("v0.3.0", "VersionPrefix in Directory.Build.props is 0.2.0")]
    [InlineData("v0.2.0-rc.2", "CHANGELOG.md has no heading '## [0.2.0-rc.2]'")]
    public async Task Tag_OfAnythingElse_IsRefused(string tag, string problem)
    {
        var (code, output, error) = await RunAsync(tag);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(problem, error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(string tag)
    {
        var result = await Cli.Wrap("bash")
            .WithArguments([Path.Combine(_root, ".ci/version"), tag])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return (result.ExitCode, result.StandardOutput.Trim(), result.StandardError);
    }
}
