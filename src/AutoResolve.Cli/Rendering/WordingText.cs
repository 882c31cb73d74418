using System.Text;
using AutoResolve.Cli.Running;
using AutoResolve.Words;

namespace AutoResolve.Cli.Rendering;

/// <summary>What a phrase finds, as text: a wording a line, with the forms of each word behind it.</summary>
internal static class WordingText
{
    private const int MaxForms = 40;

    public static void Write(IReadOnlyList<PhraseWording> wordings, Screen screen)
    {
        var width = wordings.Max(wording => Written(wording).Length);
        foreach (var wording in wordings)
        {
            screen.Line($"{SafeText.Line(Written(wording)).PadRight(width)}  {Why(wording)}");
            foreach (var forms in wording.Words.Where(forms => forms.Count > 1))
                screen.Line($"  {SafeText.Line(forms[0])}: {SafeText.Line(Others(forms))}");
        }

        screen.Line(
            "Capitals, accents and most punctuation mean nothing; a longer word may have a typing error. '=word' finds that word alone."
        );
    }

    // "24/7" and "20.00" are two words each, with a sign and no blank between.
    private static string Written(PhraseWording wording)
    {
        var written = new StringBuilder();
        foreach (var word in wording.Words.Select(forms => forms[0]))
        {
            if (written.Length > 0 && !IsJoined(written[^1], word))
                written.Append(' ');
            written.Append(written.Length > 0 && written[^1] == '/' ? word.TrimStart('/') : word);
        }

        return written.ToString();
    }

    private static bool IsJoined(char last, string word) =>
        word[0] == '/' || (word.Length > 1 && word[0] is '.' or ',' or ':' && char.IsAsciiDigit(word[1]) && char.IsAsciiDigit(last));

    private static string Others(IReadOnlyList<string> forms)
    {
        var others = forms.Skip(1).ToList();
        var more = others.Count - MaxForms;
        return string.Join(", ", others.Take(MaxForms)) + (more > 0 ? $", … ({more} more)" : "");
    }

    private static string Why(PhraseWording wording) =>
        string.Join(
            ", ",
            wording
                .Kinds.Distinct()
                .Select(kind =>
                    kind switch
                    {
                        WordingKind.Joined => "written as one word",
                        WordingKind.Split => "written as two words",
                        WordingKind.Wording => "said otherwise",
                        WordingKind.Number => "a number written otherwise",
                        _ => "as it stands",
                    }
                )
        );
}
