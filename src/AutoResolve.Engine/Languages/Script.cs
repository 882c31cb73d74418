namespace AutoResolve.Languages;

/// <summary>Letters that are written in one kind, with the language that is written in them where there is one.</summary>
/// <param name="Tag">The language, or <c>und-</c> and the script as ISO 15924 has it.</param>
/// <param name="Weight">How many Latin letters one of them is worth.</param>
internal sealed record Script(string Tag, int Weight = 1)
{
    /// <summary>The tag of what is in Latin letters and certainly not in English, where no more is certain.</summary>
    public const string NotEnglish = "und-Latn";

    /// <summary>What is written in Latin letters, or in digits.</summary>
    public const int Latin = 0;

    /// <summary>What is in no script that is known.</summary>
    public const int Other = 1;

    /// <summary>Han, which Chinese and Japanese write.</summary>
    public const int Han = 2;

    /// <summary>Kana.</summary>
    public const int Kana = 3;

    private const int First = 4;

    private static readonly (int First, int Last, int Script)[] Ranges;

    static Script()
    {
        (int First, int Last, Script Script)[] others =
        [
            (0x0370, 0x03FF, new("el")),
            (0x0400, 0x052F, new("und-Cyrl")),
            (0x0530, 0x058F, new("hy")),
            (0x0590, 0x05FF, new("he")),
            (0x0600, 0x06FF, new("und-Arab")),
            (0x0700, 0x08FF, new("und-Arab")),
            (0x0900, 0x097F, new("und-Deva")),
            (0x0980, 0x09FF, new("und-Beng")),
            (0x0A00, 0x0A7F, new("pa")),
            (0x0A80, 0x0AFF, new("gu")),
            (0x0B00, 0x0B7F, new("or")),
            (0x0B80, 0x0BFF, new("ta")),
            (0x0C00, 0x0C7F, new("te")),
            (0x0C80, 0x0CFF, new("kn")),
            (0x0D00, 0x0D7F, new("ml")),
            (0x0D80, 0x0DFF, new("si")),
            (0x0E00, 0x0E7F, new("th")),
            (0x0E80, 0x0EFF, new("lo")),
            (0x0F00, 0x0FFF, new("und-Tibt")),
            (0x1000, 0x109F, new("my")),
            (0x10A0, 0x10FF, new("ka")),
            (0x1100, 0x11FF, new("ko", Weight: 3)),
            (0x1200, 0x139F, new("und-Ethi")),
            (0x1780, 0x17FF, new("km")),
            (0x1800, 0x18AF, new("mn")),
            (0xAC00, 0xD7AF, new("ko", Weight: 3)),
        ];
        var scripts = new List<Script> { new(NotEnglish), new("und"), new("und-Hani", Weight: 3), new("ja", Weight: 3) };
        var ranges = new List<(int, int, int)>
        {
            (0x0000, 0x036F, Latin),
            (0x1E00, 0x1EFF, Latin),
            (0x3005, 0x3007, Han),
            (0x3040, 0x30FF, Kana),
            (0x31F0, 0x31FF, Kana),
            (0x3400, 0x4DBF, Han),
            (0x4E00, 0x9FFF, Han),
            (0xF900, 0xFAFF, Han),
            (0xFF66, 0xFF9D, Kana),
            (0x20000, 0x3FFFF, Han),
        };
        foreach (var (first, last, script) in others)
        {
            var known = scripts.FindIndex(First - 1, one => one.Tag == script.Tag);
            if (known < First)
            {
                known = scripts.Count;
                scripts.Add(script);
            }

            ranges.Add((first, last, known));
        }

        All = [.. scripts];
        Ranges = [.. ranges.OrderBy(range => range.Item1)];
    }

    /// <summary>All scripts, by number.</summary>
    public static Script[] All { get; }

    /// <summary>The number of the script that a character is of.</summary>
    public static int Of(int character)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, script) = Ranges[middle];
            if (character < first)
                high = middle - 1;
            else if (character > last)
                low = middle + 1;
            else
                return script;
        }

        return Other;
    }
}
