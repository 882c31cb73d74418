using System.Text;
using Newtonsoft.Json;

namespace AutoResolve.Intake.Columns;

/// <summary>What columns and keys are called: usually, and by ticket systems. All of it stands in columns.json.</summary>
internal sealed class ColumnData
{
    private const string Resource = "AutoResolve.Intake.Columns.columns.json";

    // Jira, then the APIs of Zendesk and Freshdesk, then ServiceNow.
    private static readonly string[] OfCustomFields = ["custom field (", "custom_fields.cf_", "custom_fields.", "cf_", "u_"];

    // Zendesk tells the kind of a field behind its name.
    private static readonly string[] AfterCustomFields = [" [list]", " [txt]", " [int]", " [flt]", " [date]", " [flag]", " [regexp]"];

    /// <summary>The names of each thing that a column may hold, best first.</summary>
    public required Dictionary<string, string[]> Usual { get; init; }

    /// <summary>Ticket systems whose names mean something else than they usually do.</summary>
    public required IReadOnlyList<TicketSystem> Systems { get; init; }

    /// <summary>What is exported beside tickets, and is none.</summary>
    public required IReadOnlyList<OtherExport> Others { get; init; }

    /// <summary>What stands between issues in a list of them, and is none.</summary>
    public required IReadOnlyList<OtherRecord> Between { get; init; }

    /// <summary>The keys of lists of records that stand in an object.</summary>
    public required HashSet<string> Lists { get; init; }

    public static ColumnData Known { get; } = Load();

    /// <summary>A name without what systems write differently: capitals, blanks, marks, and what tells that people defined a
    /// field.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in Own(name))
        {
            if (char.IsLetterOrDigit(letter) || letter == '#')
                folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    /// <summary>A name as rules write names of fields, <c>errorCode</c> of "Error Code"; null where it is one word already, begins with
    /// no letter, or is that of a member of something.</summary>
    public static string? InOneWord(string name)
    {
        var word = new StringBuilder(name.Length);
        var isNext = false;
        foreach (var letter in Own(name))
        {
            if (char.IsLetterOrDigit(letter))
                word.Append(isNext ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
            isNext = !char.IsLetterOrDigit(letter) && word.Length > 0;
        }

        return
            word.Length > 0
            && char.IsLetter(word[0])
            && !Own(name).Contains('.', StringComparison.Ordinal)
            && !name.Equals(word.ToString(), StringComparison.OrdinalIgnoreCase)
            ? word.ToString()
            : null;
    }

    private static string Own(string name)
    {
        if (Array.Find(OfCustomFields, one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase)) is { } prefix)
            name = name[prefix.Length..];
        return Array.Find(AfterCustomFields, one => name.EndsWith(one, StringComparison.OrdinalIgnoreCase)) is { } suffix
            ? name[..^suffix.Length]
            : name;
    }

    private static ColumnData Load()
    {
        using var stream = typeof(ColumnData).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new JsonTextReader(new StreamReader(stream));
        var data = new JsonSerializer().Deserialize<ColumnData>(reader)!;
        return new ColumnData
        {
            Usual = Fold(data.Usual),
            Systems =
            [
                .. data.Systems.Select(system =>
                    system with
                    {
                        Marks = [.. system.Marks.Select(mark => mark.Select(Fold).ToArray())],
                        Names = Fold(system.Names),
                    }
                ),
            ],
            Others = [.. data.Others.Select(other => other with { Marks = [.. other.Marks.Select(Fold)] })],
            Between = data.Between,
            Lists = new HashSet<string>(data.Lists, StringComparer.OrdinalIgnoreCase),
        };
    }

    private static Dictionary<string, string[]> Fold(Dictionary<string, string[]> names) =>
        names.ToDictionary(pair => pair.Key, pair => pair.Value.Select(Fold).ToArray(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A ticket system.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Marks">Names that are together in no export but its own; any of these groups tells it.</param>
/// <param name="Names">What it calls the things that a column may hold, best first; the usual names where it says nothing.</param>
internal sealed record TicketSystem(string Name, IReadOnlyList<string[]> Marks, Dictionary<string, string[]> Names);

/// <summary>What is exported beside tickets.</summary>
/// <param name="Marks">Names that are together in it.</param>
/// <param name="Are">What it holds, in words.</param>
internal sealed record OtherExport(IReadOnlyList<string> Marks, string Are);

/// <summary>What stands between issues in a list of them.</summary>
/// <param name="Key">The key that tells it.</param>
/// <param name="Value">What the key holds; null where it tells it whatever it holds, but null.</param>
/// <param name="Is">What it is.</param>
internal sealed record OtherRecord(string Key, string? Value, string Is);
