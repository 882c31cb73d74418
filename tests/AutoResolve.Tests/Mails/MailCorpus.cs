using System.Runtime.CompilerServices;

namespace AutoResolve.Tests.Mails;

/// <summary>The labelled mails in the folder Corpus.</summary>
internal static class MailCorpus
{
    private const string Subject = "@subject: ";

    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Corpus");

    public static IReadOnlyList<LabelledMail> Mails { get; } =
    [.. Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<LabelledMail> Read(string file)
    {
        LabelledMail? mail = null;
        foreach (var line in File.ReadLines(file))
        {
            if (line == "===end")
            {
                yield return mail!;
                mail = null;
            }
            else if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                var head = line[4..].Split(" | ");
                var source = Path.GetRelativePath(Folder, file);
                mail = new LabelledMail(Path.GetDirectoryName(source) + " " + head[0], head[1], head[2], head[3], []);
            }
            else if (line.StartsWith(Subject, StringComparison.Ordinal))
            {
                mail = mail! with { Title = line[Subject.Length..] };
            }
            else
            {
                mail?.Lines.Add(new LabelledLine(line[0], line[2..]));
            }
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <param name="Id">Where it is from.</param>
/// <param name="Program">The mail program.</param>
/// <param name="Language">The language of the program.</param>
/// <param name="Kind">What is special about it.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record LabelledMail(string Id, string Program, string Language, string Kind, List<LabelledLine> Lines)
{
    /// <summary>The set that it is of, such as "mails1".</summary>
    public string Set => Id.Split(' ')[0];

    /// <summary>Its title; null where nobody has noted it.</summary>
    public string? Title { get; init; }

    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}

/// <param name="Label">O own, F forward, Q quote, S signature or line of a program, D disclaimer, B blank, U unsure.</param>
/// <param name="Text">The line.</param>
internal sealed record LabelledLine(char Label, string Text);
