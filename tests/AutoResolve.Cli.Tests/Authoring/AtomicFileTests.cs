using AutoResolve.Cli.Authoring;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Tests.Authoring;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Replace_FileThatWasChangedMeanwhile_IsLeftAsItIs()
    {
        var path = _folder.Write("a.json", "edited");

        var failure = Assert.Throws<CommandFailure>(() => AtomicFile.Replace(path, "read"u8.ToArray(), "formatted"));

        Assert.Equal($"Cannot write '{path}': it was changed by somebody else in the meantime; run the command again.", failure.Message);
        Assert.Equal(3, failure.ExitCode);
        Assert.Equal(["edited"], Contents());
    }

    [Fact]
    public void Replace_FileThatIsGone_IsNotMadeAgain()
    {
        var path = Path.Combine(_folder.Path, "a.json");

        Assert.Throws<CommandFailure>(() => AtomicFile.Replace(path, "read"u8.ToArray(), "formatted"));

        Assert.Empty(Contents());
    }

    [Fact]
    public void Replace_LongName_IsWritten()
    {
        var path = _folder.Write(new string('a', 250) + ".json", "read");

        AtomicFile.Replace(path, "read"u8.ToArray(), "formatted");

        Assert.Equal(["formatted"], Contents());
    }

    private IEnumerable<string> Contents() => Directory.GetFiles(_folder.Path).Select(File.ReadAllText);
}
