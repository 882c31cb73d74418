namespace AutoResolve.Shared.Dates;

/// <summary>Words of dates, without dots and in small letters.</summary>
internal static class DateWords
{
    // English, German, Spanish, French, Portuguese, Italian, Dutch: as browsers and ticket systems of these languages write them.
    private static readonly string[] Months =
    [
        "jan january januar jänner jän ene enero janv janvier janeiro gen gennaio januari",
        "feb february februar febrero févr fév fevr février fev fevereiro febbraio februari",
        "mar march märz mär mrz marzo mars março marco mrt maart",
        "apr april abr abril avr avril aprile",
        "may mai mayo maio mag maggio mei",
        "jun june juni junio juin junho giu giugno",
        "jul july juli julio juil juillet julho lug luglio",
        "aug august ago agosto août aout augustus",
        "sep sept september septiembre septembre set setembro settembre",
        "oct october okt oktober octubre octobre out outubro ott ottobre",
        "nov november noviembre novembre novembro",
        "dec december dez dezember dic diciembre déc décembre dezembro dicembre",
    ];

    private static readonly Dictionary<string, int> MonthByName = Months
        .Index()
        .SelectMany(month => month.Item.Split(' ').Select(name => KeyValuePair.Create(name, month.Index + 1)))
        .ToDictionary();

    private static readonly HashSet<string> Days =
    [
        .. "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday".Split(' '),
        .. "mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag so sonntag".Split(' '),
    ];

    private static readonly HashSet<string> Fillers =
    [
        "at",
        "t",
        "um",
        "uhr",
        "of",
        "de",
        "à",
        "the",
        "st",
        "nd",
        "rd",
        "th",
        "clock",
        "del",
        "le",
    ];

    // Those that mean one zone wherever they are written, and those of mail (RFC 5322).
    private static readonly Dictionary<string, double> Zones = new()
    {
        ["z"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["ut"] = 0,
        ["est"] = -5,
        ["edt"] = -4,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
        ["wet"] = 0,
        ["west"] = 1,
        ["cet"] = 1,
        ["cest"] = 2,
        ["mez"] = 1,
        ["mesz"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["jst"] = 9,
        ["aest"] = 10,
        ["aedt"] = 11,
        ["nzst"] = 12,
        ["nzdt"] = 13,
    };

    public static int? Month(string word) => MonthByName.TryGetValue(word, out var month) ? month : null;

    public static bool IsDay(string word) => Days.Contains(word);

    public static bool IsFiller(string word) => Fillers.Contains(word);

    public static TimeSpan? Zone(string word) => Zones.TryGetValue(word, out var hours) ? TimeSpan.FromHours(hours) : null;
}
