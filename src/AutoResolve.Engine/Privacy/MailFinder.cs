using System.Buffers;

namespace AutoResolve.Privacy;

/// <summary>Finds addresses of mail, also where they are written around: "jane (at) example dot org".</summary>
internal static class MailFinder
{
    private const int MaxLength = 256;

    // What stands before "at"; whether it is a word of its own is seen when it is read.
    private static readonly SearchValues<char> BeforeAt = SearchValues.Create(" \t\n([{<_-*/=|.");

    /// <param name="plain">The text.</param>
    /// <param name="words">The known words in it.</param>
    /// <param name="findings">Made where there is an address.</param>
    public static void Find(ReadOnlySpan<char> plain, ReadOnlySpan<PhraseHit> words, ref List<SensitiveSpan>? findings)
    {
        // Each sought on its own: a text full of the one and without the other is read once.
        var (done, next) = (0, 0);
        var (sign, word) = (NextSign(plain, 0), NextWord(plain, words, ref next, 0));
        while (Math.Min(sign, word) is < int.MaxValue and var place)
        {
            if (AtSign.Read(plain, place) is { Kind: not AtKind.None } at)
            {
                var start = Local(plain, done, at);
                var domain = MailDomain.Read(plain, at);
                if (IsAddress(plain[start..at.Start], domain, plain, at))
                {
                    (findings ??= []).Add(new SensitiveSpan(start, domain.End, Placeholder.Email));
                    done = domain.End;
                }
            }

            var from = Math.Max(done, place + 1);
            sign = sign < from ? NextSign(plain, from) : sign;
            word = word < from ? NextWord(plain, words, ref next, from) : word;
        }
    }

    private static int NextSign(ReadOnlySpan<char> plain, int from) =>
        plain[from..].IndexOf('@') is >= 0 and var next ? from + next : int.MaxValue;

    private static int NextWord(ReadOnlySpan<char> plain, ReadOnlySpan<PhraseHit> words, ref int next, int from)
    {
        for (; next < words.Length; next++)
        {
            var before = words[next].Start - 1;
            if (words[next].Kind == WordKind.At && before >= from && BeforeAt.Contains(plain[before]))
                return before;
        }

        return int.MaxValue;
    }

    private static int Local(ReadOnlySpan<char> plain, int done, AtSign at)
    {
        var least = Math.Max(done, at.Start - MaxLength);
        var start = Word(plain, least, at.Start);

        // "jane dot doe at"
        while (at.Kind != AtKind.Sign && start < at.Start && MailWords.DotBefore(plain[least..start]) is > 0 and var dot)
        {
            var before = Word(plain, least, start - dot);
            if (before == start - dot)
                break;
            start = before;
        }

        return start;
    }

    private static int Word(ReadOnlySpan<char> plain, int least, int end)
    {
        var start = end;
        while (
            start > least
            && (
                char.IsLetterOrDigit(plain[start - 1])
                || plain[start - 1] is '.' or '_' or '+' or '-' or '%' or '\'' or '&' or '=' or '~' or NormalizedText.Invisible
            )
        )
            start--;
        return start;
    }

    private static bool IsAddress(ReadOnlySpan<char> local, MailDomain domain, ReadOnlySpan<char> plain, AtSign at)
    {
        if (local.IsEmpty || domain.Labels == 0)
            return false;

        // "@home" is no address, and nobody's; what has blanks or words in it must end like one.
        if (at.Kind == AtKind.Sign)
            return true;
        if (domain.Labels == 1 || !MailWords.IsEnding(plain[domain.LastLabel..domain.End]) || MailWords.IsNobody(local))
            return false;
        return at.Kind != AtKind.Word
            || domain.IsSpelled
            || MailWords.IsProvider(plain[at.End..domain.FirstEnd])
            || IsWrittenLikeOne(local);
    }

    // "my account at example.org", "form 21-526EZ at example.org", "by example.com at example.org" are none.
    private static bool IsWrittenLikeOne(ReadOnlySpan<char> local) =>
        local.ContainsAny("._+")
            ? !MailWords.IsEnding(local[(local.LastIndexOf('.') + 1)..])
            : char.IsLetter(local[0]) && local.ContainsAnyInRange('0', '9') && !local.Contains('-');
}
