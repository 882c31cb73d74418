using CliWrap.EventStream;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

[Trait("Category", "Process")]
public sealed class WatchTests
{
    [Fact]
    public async Task Watch_SavedFile_IsCheckedAgainUntilInterrupted()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        var rules = await File.ReadAllTextAsync(Path.Combine(Tool.Fixtures, "failing", "documents.json"));
        folder.Write("rules/documents.json", rules);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var checks = new List<JObject>();
        var (process, exitCode) = (0, -1);
        await foreach (var happened in Tool.Command(folder.Path, "watch", "--json").ListenAsync(limit.Token))
        {
            if (happened is StartedCommandEvent started)
                process = started.ProcessId;
            if (happened is ExitedCommandEvent exited)
                exitCode = exited.ExitCode;
            if (happened is not StandardOutputCommandEvent output)
                continue;
            checks.Add(JObject.Parse(output.Text));
            if (checks.Count == 1)
                folder.Write("rules/documents.json", rules.Replace("\"active\"", "\"actve\"", StringComparison.Ordinal));
            else
                await Tool.InterruptAsync(process);
        }

        Assert.Equal(130, exitCode);
        Assert.Equal(4, (int)checks[0].SelectToken("test.failed")!);
        Assert.Equal(1, (int)checks[1].SelectToken("lint.errors")!);
        Assert.Equal(JTokenType.Null, checks[1]["test"]!.Type);
    }
}
