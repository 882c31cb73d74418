using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AutoResolve.Sources;

/// <summary>Reads one object after the other from a git that goes on running.</summary>
internal sealed class GitObjects(string folder) : IDisposable
{
    private readonly Process _git = Git.Start(folder, "cat-file", "--batch", "--follow-symlinks");

    /// <returns>What it is and its bytes; where git has no such object, why not.</returns>
    /// <exception cref="GitException">Git has ended.</exception>
    public (string Kind, byte[] Content) Read(string name)
    {
        var input = _git.StandardInput;
        input.Write($"{name}\n");
        input.Flush();
        var output = _git.StandardOutput.BaseStream;
        var head = ReadLine(output).Split(' ');

        // "<hash> blob <size>"; "<name> missing"; "dangling <size>", "symlink <size>", "loop <size>", "notdir <size>".
        if (head is [_, "missing"] || !int.TryParse(head[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            return ("missing", []);
        var content = new byte[size];
        output.ReadExactly(content);
        output.ReadByte();
        return (head.Length == 3 ? head[1] : head[0], content);
    }

    public void Dispose()
    {
        _git.StandardInput.Close();
        _git.WaitForExit();
        _git.Dispose();
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
