using System.Text;
using AutoResolve.Journaling;

namespace AutoResolve.Sqlite;

/// <summary>The secrets of a journal in a file beside it, for its owner only: a line each, id and Base64, the newest first.</summary>
internal static class SecretFile
{
    public static string PathOf(string journal) => journal + ".secret";

    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="JournalException">It cannot be read, or holds something else.</exception>
    public static IReadOnlyList<JournalSecret>? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var lines = File.ReadAllLines(path).Where(line => !string.IsNullOrWhiteSpace(line));
            return new JournalSecrets([.. lines.Select(Parse)]).All;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new JournalException(
                $"'{path}' does not hold the secrets of a journal: a line each, the newest first, with an id, a space and "
                    + $"Base64 of at least {JournalSecret.MinBytes} bytes. Bring it back from a backup.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalException(
                $"'{path}', which holds the secrets of the journal beside it, cannot be read. Make sure that this program may.",
                exception
            );
        }
    }

    /// <summary>
    /// Makes one with a new secret, whole or not at all. For whoever holds the journal's lock, so that of two programs one makes it and the
    /// other finds it.
    /// </summary>
    public static IReadOnlyList<JournalSecret> Create(string path)
    {
        var secret = JournalSecret.Create();
        var draft = $"{path}.{Path.GetRandomFileName()}";
        using (var file = OwnersFile.Create(draft))
        {
            file.Write(Encoding.ASCII.GetBytes($"{secret.Id} {Convert.ToBase64String(secret.ToBytes())}\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: false);

        // Again by its name, so that the name too is on the disk before the journal knows the secret.
        using var named = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        named.Flush(flushToDisk: true);
        return [secret];
    }

    private static JournalSecret Parse(string line)
    {
        var parts = line.Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2
            ? new JournalSecret(parts[0], Convert.FromBase64String(parts[1]))
            : throw new FormatException("A line has an id and a secret.");
    }
}
