using System.Globalization;
using System.Runtime.CompilerServices;

namespace AutoResolve.Json;

/// <summary>The way from the root to a value. Kept as links, so that a big file does not hold a long text for each of its values.</summary>
internal class JsonPath
{
    // A hostile key may be megabytes long; no pointer repeats all of it.
    private const int MaxSegmentLength = 200;

    public static readonly JsonPath Root = new();

    private JsonPath() { }

    public JsonPath? Parent { get; private init; }

    /// <summary>The key; null for an entry of a list and for the root.</summary>
    public string? Key { get; private init; }

    /// <summary>The position in the list, from 0, where there is no <see cref="Key"/>.</summary>
    public int Index { get; private init; }

    /// <summary>The row that the value here was made of; null where it stands in the file as it is.</summary>
    public RowOrigin? Row
    {
        get
        {
            for (var path = this; path is not null; path = path.Parent)
            {
                if (path is RowPath { Origin: var row })
                    return row;
            }

            return null;
        }
    }

    public JsonPath At(string key) => new() { Parent = this, Key = key };

    public JsonPath At(int index) => new() { Parent = this, Index = index };

    /// <summary>An entry of a list that is a row; what is below it was made of the row.</summary>
    public JsonPath At(int index, RowOrigin row) => new RowPath(row) { Parent = this, Index = index };

    /// <summary>The JSON pointer.</summary>
    public override string ToString()
    {
        List<JsonPath> segments = [];
        for (var path = this; path.Parent is not null; path = path.Parent)
            segments.Add(path);
        var pointer = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[MaxSegmentLength]);
        for (var at = segments.Count - 1; at >= 0; at--)
        {
            pointer.AppendLiteral("/");
            if (segments[at].Key is { } key)
                pointer.AppendLiteral(Escape(key));
            else
                pointer.AppendFormatted(segments[at].Index);
        }

        return pointer.ToStringAndClear();
    }

    private static string Escape(string key)
    {
        var shown = key.Length <= MaxSegmentLength ? key : string.Concat(key.AsSpan(0, MaxSegmentLength), "…");
        return shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }

    // Few paths have a row, and there are very many paths.
    private sealed class RowPath(RowOrigin row) : JsonPath
    {
        public RowOrigin Origin => row;
    }
}
