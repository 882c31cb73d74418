using System.Buffers;

namespace AutoResolve.Mails;

/// <summary>What is put below or above mails, known by how it begins and by something that it says.</summary>
internal sealed class MailBoilerplate(string[] begins, SearchValues<string> says)
{
    // The longest that firms write have some thousand characters.
    private const int MaxLength = 6_000;

    public bool Is(ReadOnlySpan<char> paragraph) =>
        paragraph.Length <= MaxLength && Begins(paragraph.TrimStart("*_-#!~[ \t\r\n\f")) && paragraph.ContainsAny(says);

    private bool Begins(ReadOnlySpan<char> paragraph)
    {
        foreach (var begin in begins)
        {
            if (paragraph.StartsWith(begin, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
