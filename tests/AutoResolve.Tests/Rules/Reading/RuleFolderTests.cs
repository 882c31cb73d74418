using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class RuleFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-");
    private readonly List<Diagnostic> _diagnostics = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Read_FolderWithSubfolders_GivesRuleFilesInOrdinalOrder()
    {
        foreach (var path in new[] { "b.json", "a/z.JSON", "B.json", "a.json", "samples/s.json", "a/docs/d.json", ".git/g.json", "autoresolve.schema.json", "notes.txt" })
            Write(path, "{}"u8);

        Assert.Equal(["B.json", "a.json", "a/z.JSON", "b.json"], Read().Select(file => file.Path));
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public void Read_MissingFolder_SaysSo()
    {
        Assert.Empty(RuleFolder.Read(Path.Combine(_folder.FullName, "gone"), 100, _diagnostics));
        Assert.Equal(ReadingCodes.MissingFolder, _diagnostics.Single().Code);
    }

    [Fact]
    public void Read_FolderThatIsAFile_SaysSo()
    {
        Write("rules", "{}"u8);

        Assert.Empty(RuleFolder.Read(Path.Combine(_folder.FullName, "rules"), 100, _diagnostics));
        Assert.Equal(ReadingCodes.MissingFolder, _diagnostics.Single().Code);
    }

    [Fact]
    public void Read_EmptyFolder_SaysSo()
    {
        Assert.Empty(Read());
        Assert.Equal(ReadingCodes.NoFiles, _diagnostics.Single().Code);
    }

    [Fact]
    public void Read_OneFileTooLarge_StillReadsTheOthers()
    {
        Write("big.json", new byte[101]);
        Write("fit.json", new byte[100]);

        Assert.Equal(["fit.json"], Read().Select(file => file.Path));
        Assert.Equal("big.json:1:1 AR1004 This file has 101 bytes; at most 100 are read. Split the set into several files.", _diagnostics.Single().ToString());
    }

    [Fact]
    public void Read_BrokenLinks_SaysSoAndReadsTheOthers()
    {
        Write("a.json", "{}"u8);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "lost.json"), "nowhere.json");
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "round"), _folder.FullName);

        Assert.Equal(["a.json"], Read().Select(file => file.Path));
        Assert.Equal(["lost.json", "round"], _diagnostics.Where(diagnostic => diagnostic.Code == ReadingCodes.Unreadable).Select(diagnostic => diagnostic.File).Order());
    }

    private IReadOnlyList<RuleFile> Read() => RuleFolder.Read(_folder.FullName, 100, _diagnostics);

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }
}
