using CliWrap.EventStream;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

[Trait("Category", "Process")]
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly string _rules = File.ReadAllText(Path.Combine(Tool.Fixtures, "failing", "documents.json"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Watch_SavedFile_IsCheckedAgainUntilInterrupted()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("rules");

        var checks = await WatchAsync(check => IsSound(check) && SaveBroken("rules"), IsBroken);

        Assert.Equal(4, (int)checks[0].SelectToken("test.failed")!);
        Assert.Equal(1, (int)checks[^1].SelectToken("lint.errors")!);
        Assert.Equal(JTokenType.Null, checks[^1]["test"]!.Type);
        Assert.Equal(JTokenType.Null, checks[^1]["notWatching"]!.Type);
    }

    [Fact]
    public async Task Watch_FolderExchangedForAnother_IsCheckedAndSoIsTheNextSave()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("rules");
        Write("next");
        SaveBroken("next");

        await WatchAsync(
            check => IsSound(check) && Move("rules", "old") && Move("next", "rules"),
            check => IsBroken(check) && Write("rules"),
            IsSound
        );
    }

    [Fact]
    public async Task Watch_FolderDeletedAndMadeAgain_IsCheckedAndSoIsTheNextSave()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("rules");

        await WatchAsync(
            check => IsSound(check) && Delete("rules"),
            check => IsMissing(check) && Write("rules"),
            check => IsSound(check) && SaveBroken("rules"),
            IsBroken
        );
    }

    [Fact]
    public async Task Watch_FileThatIsLockedForAWhile_IsCheckedOnceItIsNot()
    {
        if (OperatingSystem.IsWindows())
            return;
        Write("rules");
        using var locked = new FileStream(PathOf("rules"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await WatchAsync(
            check =>
            {
                locked.Dispose();
                return IsUnreadable(check);
            },
            IsSound
        );
    }

    /// <summary>Goes from step to step, each when a check is what the one before waits for; then interrupts.</summary>
    private async Task<List<JObject>> WatchAsync(params Func<JObject, bool>[] steps)
    {
        using var limit = new CancellationTokenSource(Limit);
        var checks = new List<JObject>();
        var left = new Queue<Func<JObject, bool>>(steps);
        var (process, exitCode) = (0, -1);
        await foreach (var happened in Tool.Command(_folder.Path, "watch", "--json").ListenAsync(limit.Token))
        {
            if (happened is StartedCommandEvent started)
                process = started.ProcessId;
            if (happened is ExitedCommandEvent exited)
                exitCode = exited.ExitCode;
            if (happened is not StandardOutputCommandEvent output || left.Count == 0)
                continue;
            checks.Add(JObject.Parse(output.Text));
            if (left.Peek()(checks[^1]))
                left.Dequeue();
            if (left.Count == 0)
                await Tool.InterruptAsync(process);
        }

        Assert.Empty(left);
        Assert.Equal(130, exitCode);
        return checks;
    }

    private static bool IsSound(JObject check) => (int)check.SelectToken("lint.errors")! == 0;

    private static bool IsBroken(JObject check) => Has(check, "AR1012");

    private static bool IsMissing(JObject check) => Has(check, "AR1001");

    private static bool IsUnreadable(JObject check) => Has(check, "AR1003");

    private static bool Has(JObject check, string code) =>
        check
            .SelectTokens("lint.diagnostics[*]")
            .Any(diagnostic => (string?)diagnostic["code"] == code && (string?)diagnostic["severity"] == "error");

    private string PathOf(string folder) => Path.Combine(_folder.Path, folder, "documents.json");

    private bool Write(string folder)
    {
        _folder.Write($"{folder}/documents.json", _rules);
        return true;
    }

    private bool SaveBroken(string folder)
    {
        _folder.Write($"{folder}/documents.json", _rules.Replace("\"active\"", "\"actve\"", StringComparison.Ordinal));
        return true;
    }

    private bool Move(string folder, string to)
    {
        Directory.Move(Path.Combine(_folder.Path, folder), Path.Combine(_folder.Path, to));
        return true;
    }

    private bool Delete(string folder)
    {
        Directory.Delete(Path.Combine(_folder.Path, folder), recursive: true);
        return true;
    }
}
