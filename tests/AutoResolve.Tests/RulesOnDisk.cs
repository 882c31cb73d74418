using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests;

/// <summary>A folder of rules that is gone after the test.</summary>
internal sealed class RulesOnDisk : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("autoresolve-");

    public RulesOnDisk(params string[] rules)
    {
        Create();
        Write("one", rules);
    }

    public string Root => _root.FullName;

    public string Folder => Path.Combine(Root, "rules");

    public void Create() => Directory.CreateDirectory(Folder);

    public void Write(string set, params string[] rules) =>
        WriteText($"{set}.json", System.Text.Encoding.UTF8.GetString(SomeRules.Set(set, "", rules).Content.Span));

    public void WriteText(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Delete() => Directory.Delete(Folder, recursive: true);

    public void Dispose() => _root.Delete(recursive: true);
}
