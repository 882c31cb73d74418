using AutoResolve.Json;
using AutoResolve.Rules;

namespace AutoResolve.Insights.Figures.Mapping;

/// <summary>
/// Reads a map: an object with <c>types </c>, <c>teams </c> and <c>tiers </c>, each of them from the names of people to those of rules.
/// Comments are allowed.
/// </summary>
internal sealed class FigureMapReader
{
    /// <summary>The most problems that are reported at once.</summary>
    public const int MaxReported = 20;

    private static readonly string[] Keys = ["types", "teams", "tiers"];

    private readonly List<string> _problems = [];
    private readonly List<MappedName> _named = [];

    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="FigureMapException">It is not a map; the message lists what is wrong, each problem with its place.</exception>
    public static FigureMap Read(string file, string text)
    {
        var reader = new FigureMapReader();
        FigureMap? map = null;
        try
        {
            map = reader.Read(AuthoredJson.Read(file, text));
        }
        catch (AuthoredJsonException exception)
        {
            reader.Tell(exception.Position, exception.Message);
        }

        return map is not null && reader._problems.Count == 0
            ? map
            : throw new FigureMapException(string.Join('\n', reader._problems.Take(MaxReported)));
    }

    private FigureMap? Read(AuthoredJson root)
    {
        if (root.Properties is not { } all)
        {
            Tell(root.Position, $"A map is an object with types, teams and tiers; found {root.Kind}.");
            return null;
        }

        foreach (var property in all.Where(property => !Keys.Contains(property.Key)))
            Tell(
                property.Position,
                $"A map has no '{property.Key}'; it has "
                    + $"{string.Join(", ", Keys)}.{Spelling.DidYouMean(Spelling.Closest(property.Key, Keys))}"
            );
        Repeated(all);
        var (types, teams) = (Names(all, "types", value => Name("type", value)), Names(all, "teams", value => Name("team", value)));
        return new FigureMap(types, teams, Names(all, "tiers", Tier)) { Named = _named };
    }

    private Dictionary<string, T> Names<T>(IReadOnlyList<AuthoredProperty> all, string key, Func<AuthoredJson, T> read)
    {
        var names = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        if (all.FirstOrDefault(property => property.Key == key) is not { } part)
            return names;
        if (part.Value.Properties is not { } entries)
        {
            Tell(part.Value.Position, $"'{key}' is an object from the names of people to those of rules; found {part.Value.Kind}.");
            return names;
        }

        Repeated(entries);
        foreach (var entry in entries)
            names.TryAdd(entry.Key.Trim(), read(entry.Value));
        return names;
    }

    private string Name(string what, AuthoredJson value)
    {
        if (value.Text is { } text)
        {
            if (text.Trim() is { Length: > 0 } name)
                _named.Add(new MappedName(what, name, value.Position));
            return text.Trim();
        }

        Tell(value.Position, $"Here stands the name that rules have, or \"\" where they have none; found {value.Kind}.");
        return "";
    }

    private int? Tier(AuthoredJson value)
    {
        switch (value)
        {
            case { Number: (0 or 1 or 2 or 3) and var number }:
                return (int)number;
            case { Text: "" }:
                return null;
            case { Text: [>= '0' and <= '3' and var digit] }:
                return digit - '0';
            default:
                Tell(value.Position, $"A tier is 0, 1, 2 or 3, or \"\" where it is none; found {value.Raw}.");
                return null;
        }
    }

    private void Repeated(IEnumerable<AuthoredProperty> all)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in all.Where(property => !seen.Add(property.Key.Trim())))
            Tell(property.Position, $"'{property.Key}' occurs twice.");
    }

    /// <summary>A problem with its place.</summary>
    public static string Told(FilePosition place, string problem) => $"{place} {problem}";

    private void Tell(FilePosition place, string problem) => _problems.Add(Told(place, problem));
}
