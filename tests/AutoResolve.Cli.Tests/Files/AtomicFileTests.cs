using AutoResolve.Cli.Files;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Tests.Files;

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

    [Fact]
    public void Write_NewFile_MakesItsFolder()
    {
        AtomicFile.Write(Path.Combine(_folder.Path, "new", "a.json"), "written");

        Assert.Equal("written", File.ReadAllText(Path.Combine(_folder.Path, "new", "a.json")));
    }

    [Fact]
    public void Write_FileThroughALink_ReplacesWhatItLeadsToAndKeepsItsPermissions()
    {
        var path = _folder.Write("a.json", "before, and longer");
        var link = Path.Combine(_folder.Path, "link.json");
        File.CreateSymbolicLink(link, path);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Mode);

        AtomicFile.Write(link, "written");

        Assert.Equal(["written", "written"], Contents());
        Assert.Equal(path, new FileInfo(link).LinkTarget);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(Mode, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Write_ReadOnlyFileOrFolder_IsRefused()
    {
        var path = _folder.Write("a.json", "before");
        new FileInfo(path).IsReadOnly = true;

        var failure = Assert.Throws<CommandFailure>(() => AtomicFile.Write(path, "written"));
        Assert.Throws<CommandFailure>(() => AtomicFile.Write(_folder.Path, "written"));

        new FileInfo(path).IsReadOnly = false;
        Assert.Equal($"Cannot write '{path}': access is denied.", failure.Message);
        Assert.Equal(["before"], Contents());
    }

    [SkippableFact]
    public void Write_WhatIsNoFile_IsWrittenInto()
    {
        Skip.If(!OperatingSystem.IsLinux(), "The system does not show open files as files.");
        var path = _folder.Write("a.txt", "before");
        using (var open = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            AtomicFile.Write($"/proc/self/fd/{open.SafeFileHandle.DangerousGetHandle()}", "after ");

        Assert.Equal(["after "], Contents());
    }

    private IEnumerable<string> Contents() => Directory.GetFiles(_folder.Path).Select(File.ReadAllText);
}
