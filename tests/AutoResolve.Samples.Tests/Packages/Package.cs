using System.IO.Compression;
using System.Xml.Linq;

namespace AutoResolve.Samples.Tests.Packages;

/// <summary>What is in a package.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            _files[entry.FullName] = copy.ToArray();
        }

        using var nuspec = new MemoryStream(_files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value);
        Metadata = XDocument.Load(nuspec).Root!.Elements().Single();
    }

    public IEnumerable<string> Files => _files.Keys;

    public string Id => this["id"]!;

    public XElement Metadata { get; }

    /// <summary>What the package says of itself; null where it says nothing.</summary>
    public string? this[string element] => Metadata.Elements().SingleOrDefault(one => one.Name.LocalName == element)?.Value;

    public IEnumerable<XElement> Dependencies => Metadata.Descendants().Where(one => one.Name.LocalName == "dependency");

    public string Read(string file) => System.Text.Encoding.UTF8.GetString(_files[file]);
}
