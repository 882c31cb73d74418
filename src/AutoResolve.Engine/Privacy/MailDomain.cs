namespace AutoResolve.Privacy;

/// <summary>What stands behind the sign of an address of mail.</summary>
/// <param name="FirstEnd">Where its first label ends.</param>
/// <param name="LastLabel">Where its last label begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Labels">How many it has.</param>
/// <param name="IsSpelled">Whether a dot in it is a word.</param>
internal readonly record struct MailDomain(int FirstEnd, int LastLabel, int End, int Labels, bool IsSpelled)
{
    private const int MaxLabels = 8;
    private const int MaxLabelLength = 64;

    public static MailDomain Read(ReadOnlySpan<char> plain, AtSign at)
    {
        var domain = new MailDomain(at.End, at.End, at.End, 0, false);
        var sure = domain;
        for (var place = at.End; domain.Labels < MaxLabels || at.Kind == AtKind.Sign; )
        {
            var end = LabelEnd(plain, place, at.Kind);
            if (end == place)
                break;
            domain = domain with
            {
                FirstEnd = domain.Labels == 0 ? end : domain.FirstEnd,
                LastLabel = place,
                End = end,
                Labels = domain.Labels + 1,
            };
            if (!domain.IsSpelled || MailWords.IsEnding(plain[place..end]))
                sure = domain;
            var dot = MailWords.LengthOfDot(plain[end..], out var isWord);
            if (dot == 0 || LabelEnd(plain, end + dot, at.Kind) == end + dot)
                break;
            domain = domain with { IsSpelled = domain.IsSpelled || isWord };
            place = end + dot;
        }

        // "jane@example.org dot the i": the words behind a whole address are no part of it.
        return at.Kind == AtKind.Sign ? sure : domain;
    }

    // As long as it may be where the sign stands by itself: nothing of it may stay.
    private static int LabelEnd(ReadOnlySpan<char> plain, int start, AtKind kind)
    {
        var most = kind == AtKind.Sign ? plain.Length : Math.Min(plain.Length, start + MaxLabelLength);
        var end = start;
        while (end < most && (char.IsLetterOrDigit(plain[end]) || plain[end] == NormalizedText.Invisible || IsInside(plain, end, kind)))
            end++;
        while (end > start && plain[end - 1] is '-' or '_')
            end--;
        return end;
    }

    // "example-dot-com" has three words.
    private static bool IsInside(ReadOnlySpan<char> plain, int place, AtKind kind) =>
        plain[place] switch
        {
            '-' => MailWords.LengthOfDot(plain[place..], out _) == 0,
            '_' => kind == AtKind.Sign && MailWords.LengthOfDot(plain[place..], out _) == 0,
            _ => false,
        };
}
