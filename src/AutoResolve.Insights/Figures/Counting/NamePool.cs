using System.Globalization;
using AutoResolve.Privacy;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The names of types, teams, channels and products as they may stand in a report. Hosts, histories and baselines write them as they like; what they put there by mistake is in no report.</summary>
internal sealed class NamePool
{
    /// <summary>Stands for whatever comes after so many names: that is no desk's, and would fill memory and pages.</summary>
    public const string OtherNames = "(other names)";

    private const int Longest = 100;
    private const int Kept = 80;
    private const int Most = 20_000;
    private readonly PersonalDataRedactor _redactor = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many names held what looked like personal data.</summary>
    public int Masked { get; private set; }

    /// <returns>The same for the same name; another for another, also where both are masked or cut.</returns>
    public string? Of(string? name)
    {
        if (name is null)
            return null;
        if (_names.TryGetValue(name, out var known))
            return known;
        if (_names.Count == Most)
            return OtherNames;
        var plain = string.Concat(name.EnumerateRunes().Where(rune => !IsInvisible(rune))).Trim();
        var clean = _redactor.Redact(plain);
        var isMasked = clean != plain;
        if (clean.Length > Longest)
            clean = string.Concat(clean.EnumerateRunes().Take(Kept)) + "…";
        if (isMasked)
            Masked++;
        if (isMasked || clean.EndsWith('…'))
            clean = Distinct(clean);
        _taken.Add(clean);
        return _names[name] = clean;
    }

    private string Distinct(string name)
    {
        var made = name;
        for (var number = 2; _taken.Contains(made); number++)
            made = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
        return made;
    }

    // Control characters and those that turn the direction of what follows.
    private static bool IsInvisible(System.Text.Rune rune) =>
        System.Text.Rune.IsControl(rune) || rune.Value is 0x61C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
