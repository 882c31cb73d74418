using AutoResolve.Regexes;

namespace AutoResolve.Privacy;

/// <summary>Numbers by which an organisation knows its people, wherever they stand in a text.</summary>
internal sealed class OwnNumber : INumberShape
{
    public NumberMatch Match(NumberText text, int run, WordKind context) =>
        text.Own is { } own && own.TryGetValue(run, out var match) ? match : NumberMatch.None;

    /// <summary>Finds them all, by the run of digits with which each begins; null where there are none.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="runs">Its runs of digits.</param>
    /// <param name="forms">The forms; where two begin with one run, the first counts.</param>
    public static Dictionary<int, NumberMatch>? Find(
        ReadOnlySpan<char> plain,
        ReadOnlySpan<DigitRun> runs,
        IReadOnlyList<CompiledRegex> forms
    )
    {
        if (forms.Count == 0)
            return null;

        // Forms say nothing of characters that nobody sees.
        int[]? places = null;
        var seen = plain.Contains(NormalizedText.Invisible) ? Squeeze(plain, out places) : plain;
        Dictionary<int, NumberMatch>? found = null;
        foreach (var form in forms)
        {
            for (var from = 0; form.Find(seen, onlyWhether: false, from: from) is { } match; from = match.Index + Math.Max(1, match.Length))
            {
                if (match.Length == 0)
                    continue;
                var (start, last) = (match.Index, match.Index + match.Length - 1);
                Add(runs, places?[start] ?? start, (places?[last] ?? last) + 1, ref found);
            }
        }

        return found;
    }

    // What takes a part of a number's digits is another number.
    private static void Add(ReadOnlySpan<DigitRun> runs, int start, int end, ref Dictionary<int, NumberMatch>? found)
    {
        var first = FirstFrom(runs, start);
        if (first == runs.Length || runs[first].Start >= end || (first > 0 && runs[first - 1].End > start))
            return;
        var last = first;
        while (last + 1 < runs.Length && runs[last + 1].Start < end)
            last++;
        if (runs[last].End <= end)
            (found ??= []).TryAdd(
                first,
                new NumberMatch(last - first + 1, Placeholder.Other, runs[first].Start - start, end - runs[last].End)
            );
    }

    private static int FirstFrom(ReadOnlySpan<DigitRun> runs, int start)
    {
        var (low, high) = (0, runs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = runs[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> plain, out int[] places)
    {
        var seen = new char[plain.Length];
        places = new int[plain.Length];
        var length = 0;
        for (var place = 0; place < plain.Length; place++)
        {
            if (plain[place] == NormalizedText.Invisible)
                continue;
            (seen[length], places[length++]) = (plain[place], place);
        }

        return seen.AsSpan(0, length);
    }
}
