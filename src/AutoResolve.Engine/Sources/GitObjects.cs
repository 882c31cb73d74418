using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AutoResolve.Sources;

/// <summary>Reads files of a repository by their hashes, one after the other from one git where that is possible.</summary>
/// <param name="folder">A folder of the repository.</param>
/// <param name="cancellationToken">Ends git.</param>
internal sealed class GitObjects(string folder, CancellationToken cancellationToken) : IDisposable
{
    private Process? _idle;
    private volatile bool _isOver;

    /// <summary>Opens a file. The stream knows its length; nothing is held in memory.</summary>
    /// <exception cref="GitException">Git does not have it, or has ended.</exception>
    public Stream Open(string hash)
    {
        var git = Interlocked.Exchange(ref _idle, null) ?? Git.Start(folder, "cat-file", "--batch");
        var ending = cancellationToken.UnsafeRegister(_ => Git.End(git), null);
        try
        {
            git.StandardInput.Write($"{hash}\n");
            git.StandardInput.Flush();
            return new GitBlob(git.StandardOutput.BaseStream, Length(git, hash), isWhole =>
            {
                ending.Dispose();
                TakeBack(git, isWhole);
            });
        }
        catch
        {
            ending.Dispose();
            TakeBack(git, isReusable: false);
            throw;
        }
    }

    /// <summary>Streams that are still open may be read to their end.</summary>
    public void Dispose()
    {
        _isOver = true;
        EndIdle();
    }

    private void TakeBack(Process git, bool isReusable)
    {
        if (!isReusable || cancellationToken.IsCancellationRequested || Interlocked.CompareExchange(ref _idle, git, null) is not null)
        {
            Git.End(git);
            git.Dispose();
        }

        if (_isOver)
            EndIdle();
    }

    private void EndIdle()
    {
        if (Interlocked.Exchange(ref _idle, null) is not { } git)
            return;
        Git.End(git);
        git.Dispose();
    }

    private static long Length(Process git, string hash)
    {
        // "<hash> blob <size>", or "<hash> missing".
        var head = ReadLine(git.StandardOutput.BaseStream).Split(' ');
        if (head is [_, "missing"])
            throw new GitException($"git does not have the object {hash}, as in a clone that is not whole; fetch it.");
        return
            head is [var answered, "blob", var size]
            && answered == hash
            && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new GitException($"git answers for the object {hash} with '{string.Join(' ', head)}'.");
    }

    private static string ReadLine(Stream output)
    {
        List<byte> line = [];
        for (int next; (next = output.ReadByte()) != '\n'; line.Add((byte)next))
        {
            if (next < 0)
                throw new GitException("git ended before it had given all files.");
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
