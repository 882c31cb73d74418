using System.Text.RegularExpressions;
using AutoResolve.Postgres.Tests;
using AutoResolve.Tests.Docs;
using CliWrap;
using CliWrap.Buffered;

namespace AutoResolve.RabbitMQ.Tests;

/// <summary>The sample with workers, as its page says to start it.</summary>
[Trait("Category", "RabbitMQ")]
[Trait("Category", "Process")]
public sealed class WorkersSampleTests
{
    private const string NotInstalled = "RabbitMQ or PostgreSQL is not installed.";

    [SkippableFact]
    public async Task Try_OnThisMachine_StartsEverythingAndLeavesNothing()
    {
        if (RabbitPrograms.Find() is null || PostgresPrograms.Find() is null)
            throw Environment.GetEnvironmentVariable("CI") == "true"
                ? new InvalidOperationException(NotInstalled)
                : new SkipException(NotInstalled);
        var temporary = Directory.CreateTempSubdirectory("autoresolve-try-");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(temporary.FullName, (UnixFileMode)Convert.ToInt32("755", 8));

        var result = await Cli.Wrap("bash")
            .WithArguments([Path.Combine(Repository.Root, "src/Samples/Workers/try"), "20"])
            .WithEnvironmentVariables(variables => variables.Set("TMPDIR", temporary.FullName))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(new CancellationTokenSource(TimeSpan.FromMinutes(30)).Token);

        var told = result.StandardOutput + result.StandardError;
        Assert.True(result.ExitCode == 0, told);
        Assert.Matches("All of them have ended", told);
        Assert.Matches(new Regex(@"^ +5 answered$", RegexOptions.Multiline), told);
        Assert.Matches(new Regex(@"^ +5 routed$", RegexOptions.Multiline), told);
        Assert.Matches(new Regex(@"^ +10 escalated$", RegexOptions.Multiline), told);
        Assert.Empty(temporary.EnumerateFileSystemInfos("autoresolve-workers-*"));
        temporary.Delete(recursive: true);
    }
}
