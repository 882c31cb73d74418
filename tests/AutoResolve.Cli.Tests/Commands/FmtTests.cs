using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Commands;

/// <summary>What <c>fmt</c> does to files: only what means the same, and all at once.</summary>
public sealed class FmtTests : IDisposable
{
    private const string Untidy = """{ "title": "t", "set": "t" } """;
    private const string Tidy = "{\n  \"set\": \"t\",\n  \"title\": \"t\"\n}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\u0085")]
    [InlineData("\f")]
    [InlineData("\v")]
    public async Task Fmt_CommentWithWhatOnlyUnicodeCallsALineEnd_KeepsIt(string character)
    {
        _folder.Write("rules/a.json", $"{{\"set\":\"s\",\"rules\":[]}}//z{character}x");

        var written = await RunAsync("fmt", "rules");

        Assert.Equal((0, ""), (written.ExitCode, written.StandardError));
        Assert.Equal($"{{\n  \"set\": \"s\",\n  \"rules\": []\n}} //z{character}x\n", _folder.Read("rules/a.json"));
        Assert.Equal(0, (await RunAsync("fmt", "--check", "rules")).ExitCode);
    }

    [Fact]
    public async Task Fmt_ByteOrderMarkAndOtherLineEnds_AreChecked()
    {
        string[] forms = ["\ufeff" + Tidy, Tidy.Replace("\n", "\r\n", StringComparison.Ordinal), Tidy.Replace('\n', '\r'), Tidy.TrimEnd()];
        for (var i = 0; i < forms.Length; i++)
            _folder.Write($"rules/{i}.json", forms[i]);

        Assert.Equal(1, (await RunAsync("fmt", "--check", "rules")).ExitCode);
        Assert.Equal("4 files of 4 changed", (await RunAsync("fmt", "rules")).StandardOutput.TrimEnd().Split('\n')[^1]);
        Assert.All(Directory.GetFiles(Path.Combine(_folder.Path, "rules")), file =>
            Assert.Equal(Encoding.UTF8.GetBytes(Tidy), File.ReadAllBytes(file))
        );
    }

    [Fact]
    public async Task Fmt_Utf16_IsReportedAndKept()
    {
        var content = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Untidy)).ToArray();
        var path = _folder.Write("rules/a.json", "");
        await File.WriteAllBytesAsync(path, content);

        var result = await RunAsync("fmt", "rules");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("rules/a.json:1:1 AR1005", result.StandardError, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
    }

    [SkippableFact]
    public async Task Fmt_Link_StaysALinkAndItsTargetKeepsItsPermissions()
    {
        if (OperatingSystem.IsWindows())
            throw new SkipException("Windows has no such permissions.");
        var target = _folder.Write("elsewhere/b.txt", Untidy);
        _folder.Write("rules/c.json", Tidy);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(target, Mode);
        var link = Path.Combine(_folder.Path, "rules/a.json");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "elsewhere/again.json"), "b.txt");
        File.CreateSymbolicLink(link, "../elsewhere/again.json");

        Assert.Equal(0, (await RunAsync("fmt", "rules")).ExitCode);

        Assert.Equal("../elsewhere/again.json", new FileInfo(link).LinkTarget);
        Assert.Equal((Tidy, Mode), (_folder.Read("elsewhere/b.txt"), File.GetUnixFileMode(target)));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Path, "elsewhere")).Length);
    }

    [Fact]
    public async Task Fmt_FileThatIsReadOnly_IsToldAndTheOthersAreWritten()
    {
        var path = _folder.Write("rules/a.json", Untidy);
        _folder.Write("rules/b.json", Untidy);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var result = await RunAsync("fmt", "rules", "--json");

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal((3, "autoresolve: Cannot write 'rules/a.json': access is denied.\n"), (result.ExitCode, result.StandardError));
        Assert.Equal(["rules/b.json"], JObject.Parse(result.StandardOutput)["changed"]!.Select(file => (string?)file["path"]));
        Assert.Equal((Untidy, Tidy), (_folder.Read("rules/a.json"), _folder.Read("rules/b.json")));
    }

    [SkippableFact]
    [Trait("Category", "Process")]
    public async Task Fmt_NoRoomForTheFile_LeavesItAsItIs()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The size of files is limited by the shell.");
        var content = $$"""{ "set": "t", "x-long": ["{{new string('a', 100_000)}}"] } """;
        _folder.Write("rules/a.json", content);

        // Of one file no more than 20 blocks of 1,024 bytes can be written, as on a disk that is full;
        // the runtime itself would have a larger one.
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' XFSZ; ulimit -f 20; exec dotnet '{Tool.ToolPath}' fmt rules"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(3, process.ExitCode);
        Assert.StartsWith("autoresolve: Cannot write 'rules/a.json': ", error, StringComparison.Ordinal);
        Assert.Equal(content, _folder.Read("rules/a.json"));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "rules")));
    }

    private Task<CliWrap.Buffered.BufferedCommandResult> RunAsync(params string[] arguments) =>
        Tool.RunInAsync(_folder.Path, "", arguments);
}
