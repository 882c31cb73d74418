using System.Text;
using System.Xml;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Files;

/// <summary>Writes a file of JUnit XML.</summary>
internal static class JUnitDocument
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        Encoding = new UTF8Encoding(false),
        NewLineChars = "\n",
    };

    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void Write(string path, Action<XmlWriter> write)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, Settings))
            write(writer);
        AtomicFile.Write(path, content.ToArray());
    }
}
