using AutoResolve.Insights.Figures.Counting;

namespace AutoResolve.Insights.Figures;

/// <summary>Which issues count. Null for all; names are compared without regard to case.</summary>
/// <param name="Type">An issue type or the first parts of one.</param>
/// <param name="Team">A team.</param>
/// <param name="Channel">A channel.</param>
/// <param name="Product">A product.</param>
/// <param name="Center">A contact center.</param>
public sealed record FigureFilter(
    string? Type = null,
    string? Team = null,
    string? Channel = null,
    string? Product = null,
    string? Center = null
)
{
    /// <summary>The names and values that are set.</summary>
    public IEnumerable<(string Name, string Value)> Set
    {
        get
        {
            (string Name, string? Value)[] all =
            [
                ("type", Type),
                ("team", Team),
                ("channel", Channel),
                ("product", Product),
                ("center", Center),
            ];
            return all.Where(entry => entry.Value is not null).Select(entry => (entry.Name, entry.Value!));
        }
    }

    /// <summary>The same with values as the figures name them, where names that look like personal data are masked.</summary>
    internal FigureFilter Named(LabelSanitizer names) =>
        new(Type is null ? null : names.OfType(Type), names.Of(Team), names.Of(Channel), names.Of(Product), names.Of(Center));

    internal bool Takes(FigureKey key) =>
        TakesType(key.Type) && Is(Team, key.Team) && Is(Channel, key.Channel) && Is(Product, key.Product) && Is(Center, key.Center);

    /// <summary>Whether whatever the other takes is among what this one takes.</summary>
    internal bool Includes(FigureFilter other) =>
        (Type is null || (other.Type is not null && TakesType(other.Type)))
        && (Team is null || Is(Team, other.Team))
        && (Channel is null || Is(Channel, other.Channel))
        && (Product is null || Is(Product, other.Product))
        && (Center is null || Is(Center, other.Center));

    private bool TakesType(string type) =>
        Type is null
        || (type.StartsWith(Type, StringComparison.OrdinalIgnoreCase) && (type.Length == Type.Length || type[Type.Length] == '/'));

    private static bool Is(string? wanted, string? value) => wanted is null || wanted.Equals(value, StringComparison.OrdinalIgnoreCase);
}
