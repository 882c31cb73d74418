namespace AutoResolve.Privacy;

/// <summary>Finds addresses of mail.</summary>
internal static class MailFinder
{
    public static void Find(ReadOnlySpan<char> plain, ref List<SensitiveSpan>? findings)
    {
        for (var from = 0; from < plain.Length && plain[from..].IndexOf('@') is >= 0 and var next; )
        {
            var at = from + next;
            var (start, end) = (at, at + 1);
            while (
                start > from
                && (
                    char.IsLetterOrDigit(plain[start - 1])
                    || plain[start - 1] is '.' or '_' or '+' or '-' or '%' or '\'' or '&' or '=' or '~' or NormalizedText.Invisible
                )
            )
                start--;
            while (end < plain.Length && (char.IsLetterOrDigit(plain[end]) || plain[end] is '.' or '-' or '_' or NormalizedText.Invisible))
                end++;
            while (end > at + 1 && plain[end - 1] is '.' or '-')
                end--;

            // "@home" is no address, and nobody's.
            if (start < at && end > at + 1)
                (findings ??= []).Add(new SensitiveSpan(start, end, Placeholder.Email));
            from = Math.Max(end, at + 1);
        }
    }
}
