using System.Collections.Frozen;

namespace AutoResolve.Privacy;

/// <summary>A street with its number, a post office box, or a place with its ZIP code.</summary>
internal sealed class StreetAddress : INumberShape
{
    private const int MaxWords = 5;

    private static readonly FrozenSet<string> Streets = FrozenSet.ToFrozenSet(
        [
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "lane",
            "ln",
            "drive",
            "dr",
            "court",
            "ct",
            "boulevard",
            "blvd",
            "way",
            "place",
            "pl",
            "circle",
            "cir",
            "terrace",
            "ter",
            "highway",
            "hwy",
            "parkway",
            "pkwy",
            "trail",
            "trl",
            "square",
            "sq",
            "loop",
            "alley",
            "route",
            "pike",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
        ["apt", "apartment", "unit", "suite", "ste", "lot", "rm", "room", "#"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> States = FrozenSet.ToFrozenSet(
        [
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "DC",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
            "OH",
            "OK",
            "OR",
            "PA",
            "PR",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "VI",
            "WA",
            "WV",
            "WI",
            "WY",
            "GU",
            "AE",
            "AP",
            "AA",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StreetNames = Streets.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitNames = Units.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StateNames = States.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public NumberMatch Match(NumberText text, int run, WordKind context)
    {
        var rest = text.Text[text.Runs[run].End..];
        if (Box(text, run) is > 0 and var box)
            return new NumberMatch(1, Placeholder.Address, box);
        if (text.Runs[run].Length == 5 && Place(text.Text[..text.Runs[run].Start]) is > 0 and var place)
            return new NumberMatch(1, Placeholder.Address, place, ZipRest(rest));
        if (text.Runs[run].Length > 6)
            return NumberMatch.None;
        var hasContext = text.HasContext(run, WordKind.Address);
        var street = Street(rest, hasContext);
        return street == 0 ? NumberMatch.None : new NumberMatch(1, Placeholder.Address, 0, street + Unit(rest[street..]));
    }

    private static int Box(NumberText text, int run)
    {
        var before = text.Text[..text.Runs[run].Start];
        var words = before.TrimEnd(" #.");
        if (words is not [.., 'x' or 'X' or 'o' or 'O'])
            return 0;
        foreach (var name in (ReadOnlySpan<string>)["po box", "p.o. box", "p o box", "p.o.box", "post office box", "apartado"])
        {
            if (words.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return before.Length - words.Length + name.Length;
        }

        return 0;
    }

    // "Springfield, IL " before a ZIP code.
    private static int Place(ReadOnlySpan<char> before)
    {
        var words = before.TrimEnd(' ');
        if (
            words.Length < 2
            || words.Length == before.Length
            || !StateNames.Contains(words[^2..])
            || (words.Length > 2 && char.IsLetterOrDigit(words[^3]))
        )
            return 0;
        var town = words[..^2].TrimEnd(" ,");
        var (taken, start) = (0, words.Length - 2);
        while (taken < 3 && LastWord(town) is { Length: > 1 } word && char.IsAsciiLetterUpper(word[0]))
        {
            town = town[..^word.Length];
            start = town.Length;
            taken++;
            if (town.IsEmpty || town[^1] != ' ')
                break;
            town = town.TrimEnd(' ');
        }

        return before.Length - start;
    }

    private static int ZipRest(ReadOnlySpan<char> rest) =>
        rest.Length >= 5 && rest[0] == '-' && rest[1..5].IndexOfAnyExceptInRange('0', '9') < 0 ? 5 : 0;

    /// <returns>How long the street's name behind its number is; 0 where there is none.</returns>
    private static int Street(ReadOnlySpan<char> rest, bool hasContext)
    {
        var place = 0;
        for (var count = 0; count < MaxWords; count++)
        {
            if (place >= rest.Length || rest[place] != ' ')
                return 0;
            place++;
            var word = FirstWord(rest[place..]);
            if (word.IsEmpty)
                return 0;
            place += word.Length;

            // "5 St. John St": a street needs a name first.
            if (count > 0 && StreetNames.Contains(word))
                return place;
            if (!hasContext && !char.IsAsciiLetterUpper(word[0]) && !char.IsAsciiDigit(word[0]))
                return 0;
            if (place < rest.Length && rest[place] == '.')
                place++;
        }

        return 0;
    }

    private static int Unit(ReadOnlySpan<char> rest)
    {
        var place = 0;
        while (place < rest.Length && rest[place] is ' ' or ',' or '.')
            place++;
        var word = place < rest.Length && rest[place] == '#' ? rest.Slice(place, 1) : FirstWord(rest[place..]);
        if (word.IsEmpty || !UnitNames.Contains(word))
            return 0;
        place += word.Length;
        while (place < rest.Length && rest[place] is ' ' or '.' or '#')
            place++;
        return place + FirstWord(rest[place..]).Length;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && length < 24 && (char.IsLetterOrDigit(text[length]) || text[length] is '\'' or '-'))
            length++;
        return text[..length];
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && text.Length - start < 24 && (char.IsLetter(text[start - 1]) || text[start - 1] is '\'' or '-'))
            start--;
        return text[start..];
    }
}
