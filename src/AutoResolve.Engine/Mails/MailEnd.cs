using System.Runtime.InteropServices;

namespace AutoResolve.Mails;

/// <summary>Finds the signature and the disclaimers at the end of what somebody wrote.</summary>
internal static class MailEnd
{
    private const int MaxSignatureLines = 6;
    private const int MaxLineLength = 70;
    private const int MaxWordsOfPiece = 3;

    /// <summary>Reads from below what is the writer's own, up to the first line that is neither.</summary>
    public static void Read(in MailText mail, List<LineKind> lines)
    {
        var kinds = CollectionsMarshal.AsSpan(lines);
        var (signed, number, isLoose) = (0, kinds.Length - 1, false);
        while (number >= 0 && signed <= MaxSignatureLines)
        {
            var line = mail.Line(number);
            // A slogan stands right below the name.
            if (line.IsEmpty && isLoose)
                return;
            if (line.IsEmpty || kinds[number].Kind is not (MailPartKind.OwnWords or MailPartKind.Forward))
            {
                number--;
                continue;
            }

            if (kinds[number].Kind == MailPartKind.Forward)
                return;
            if (signed == 0)
            {
                var first = FirstOfParagraph(in mail, kinds, number);
                if (MailWords.All.Disclaimers.Is(mail.Between(first, number + 1)))
                {
                    Mark(kinds[first..(number + 1)], MailPartKind.Disclaimer, LeftOutReason.Disclaimer);
                    number = first - 1;
                    continue;
                }
            }

            if (line is "--" or "—")
            {
                if (signed > 0)
                    MarkOwn(kinds[number..], MailPartKind.Signature, LeftOutReason.SignatureDelimiter);
                return;
            }

            if (!IsOfSignature(line))
            {
                if (!IsSlogan(line))
                    return;
                isLoose = true;
            }

            signed++;
            number--;
        }
    }

    private static int FirstOfParagraph(in MailText mail, ReadOnlySpan<LineKind> kinds, int number)
    {
        while (number > 0 && kinds[number - 1].Kind == MailPartKind.OwnWords && !mail.Line(number - 1).IsEmpty)
            number--;
        return number;
    }

    // A name, an office, a number, a link; not a sentence.
    private static bool IsOfSignature(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLineLength || line[^1] is '?' or ':')
            return false;
        var (words, small, numbers) = (0, 0, 0);
        foreach (var range in line.SplitAny(WordSet.Separators))
        {
            var word = WordSet.Core(line[range]);
            if (word.IsEmpty)
                continue;
            if (MailWords.All.Sentences.Contains(word))
                return false;
            words++;
            small += char.IsLower(word[0]) ? 1 : 0;
            numbers += word.ContainsAny(WordSet.Digits) || word.Contains('@') || word.Contains('.') ? 1 : 0;
        }

        return numbers > 0 || small < words && small < 4;
    }

    // "Always ready, always there", in quotation marks; father, gardener, fisherman.
    private static bool IsSlogan(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLineLength)
            return false;
        if (line[0] is '"' or '“' or '„' or '«' && line[^1] is '"' or '”' or '“' or '»')
            return true;
        var pieces = 0;
        foreach (var range in line.Split(','))
        {
            if (line[range].Trim().Count(' ') >= MaxWordsOfPiece)
                return false;
            pieces++;
        }

        return pieces > 1 && line[^1] is not ('?' or '!' or ':') && MailWords.All.Sentences.CountIn(line) == 0;
    }

    private static void Mark(Span<LineKind> lines, MailPartKind kind, LeftOutReason reason) => lines.Fill(new LineKind(kind, reason));

    private static void MarkOwn(Span<LineKind> lines, MailPartKind kind, LeftOutReason reason)
    {
        foreach (ref var line in lines)
        {
            if (line.Kind == MailPartKind.OwnWords)
                line = new LineKind(kind, reason);
        }
    }
}
