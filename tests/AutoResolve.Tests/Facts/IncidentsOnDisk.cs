namespace AutoResolve.Tests.Facts;

/// <summary>A file of incidents that is gone after the test.</summary>
internal sealed class IncidentsOnDisk : IDisposable
{
    public const string Open = """
        { "id": "INC-1", "product": "va.gov", "title": "Signing in fails", "status": "The team works on it.",
          "from": "2026-11-23T10:00Z", "workaround": "Use the other button." }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("autoresolve-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "incidents.json");

    public void Write(params string[] incidents) => WriteText($"{{ \"incidents\": [ {string.Join(",\n", incidents)} ] }}");

    public void WriteText(string text) => File.WriteAllText(Path, text);

    public void Dispose() => _folder.Delete(recursive: true);
}
