using System.IO.Compression;
using AutoResolve.Rules;

namespace AutoResolve.Journaling;

/// <summary>Rule files packed into one ZIP archive.</summary>
internal static class RulebookArchive
{
    private const long MaxFileBytes = 256L * 1024 * 1024;

    public static ReadOnlyMemory<byte> Pack(IEnumerable<RuleFile> files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = archive.CreateEntry(file.Path, CompressionLevel.Fastest).Open();
                entry.Write(file.Content.Span);
            }
        }

        return packed.ToArray();
    }

    /// <exception cref="JournalException">It is damaged.</exception>
    public static IReadOnlyList<RuleFile> Unpack(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(packed.ToArray()), ZipArchiveMode.Read);
            return [.. archive.Entries.Select(Read)];
        }
        catch (InvalidDataException exception)
        {
            throw new JournalException("The rule files of that revision are damaged in the journal.", exception);
        }
    }

    private static RuleFile Read(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxFileBytes)
            throw new InvalidDataException("A rule file is too long.");
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return new RuleFile(entry.FullName, copy.ToArray());
    }
}
