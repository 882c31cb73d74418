namespace AutoResolve.Privacy;

/// <summary>
/// Finds what in links may tell of a person: all but the server's name, and on the organisation's own sites all but the page.
/// </summary>
internal static class LinkFinder
{
    public static void Find(
        ReadOnlySpan<char> text,
        ReadOnlySpan<char> plain,
        IReadOnlyList<string> sites,
        ref List<SensitiveSpan>? findings
    )
    {
        // Each sought on its own, and not again before it is passed: a text full of the one and without the other is read once.
        var (scheme, web) = (IndexOf(plain, "://", 0), IndexOf(plain, "www.", 0));
        while (Math.Min(scheme, web) is < int.MaxValue and var first)
        {
            var host = first == scheme ? first + 3 : first;
            var end = host;

            // As it was written: what is encoded ends no link.
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"'))
                end++;
            while (end > host && plain[end - 1] is '.' or ',' or ';' or ')' or '!' or '\'')
                end--;
            Add(plain, host, end, sites, ref findings);
            var from = Math.Max(end, host);
            scheme = scheme < from ? IndexOf(plain, "://", from) : scheme;
            web = web < from || web == first ? IndexOf(plain, "www.", Math.Max(from, first + 1)) : web;
        }
    }

    private static int IndexOf(ReadOnlySpan<char> plain, string mark, int from) =>
        plain[from..].IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var place ? from + place : int.MaxValue;

    private static void Add(ReadOnlySpan<char> plain, int host, int end, IReadOnlyList<string> sites, ref List<SensitiveSpan>? findings)
    {
        var link = plain[host..end];
        var path = link.IndexOfAny("/?#\\");
        var authority = path < 0 ? link : link[..path];
        if (authority.Contains('@'))
        {
            (findings ??= []).Add(new SensitiveSpan(host, end, Placeholder.Other));
            return;
        }

        if (path < 0 || path == link.Length - 1)
            return;
        var kept = link[path] == '/' ? path + 1 : path;
        if (IsOwn(authority, sites))
            kept = Page(link[path..]) + path;
        if (kept < link.Length && (link[kept] != '[' || Placeholder.LengthOf(link[kept..]) != link.Length - kept))
            (findings ??= []).Add(new SensitiveSpan(host + kept, end, Placeholder.Other));
    }

    private static bool IsOwn(ReadOnlySpan<char> host, IReadOnlyList<string> sites)
    {
        foreach (var site in sites)
        {
            if (host.EndsWith(site, StringComparison.OrdinalIgnoreCase) && (host.Length == site.Length || host[^(site.Length + 1)] == '.'))
                return true;
        }

        return false;
    }

    // A page's name has no long number in it; behind ? and # stands what was asked for.
    private static int Page(ReadOnlySpan<char> path)
    {
        var end = path.IndexOfAny('?', '#') is >= 0 and var query ? query : path.Length;
        var digits = 0;
        for (var place = 0; place < end; place++)
        {
            if (char.IsAsciiDigit(path[place]))
                digits++;
            else if (path[place] == '/')
                digits = 0;
            if (digits >= 6)
                return path[..place].LastIndexOf('/') + 1;
        }

        return end;
    }
}
