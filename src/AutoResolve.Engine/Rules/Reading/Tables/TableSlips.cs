using AutoResolve.Json;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>What is wrong in all rows of a table is one slip, in what they share, and is told once.</summary>
/// <param name="rows">The rows.</param>
internal sealed class TableSlips(JsonNode rows)
{
    private readonly List<JsonObject> _rows = rows is JsonArray list ? [.. list.Items.OfType<JsonObject>()] : [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    private bool AreSeveral => _rows.Count > 1;

    /// <summary>Whether no row has a value.</summary>
    public bool NoneHas(string name) => AreSeveral && _rows.TrueForAll(row => row.Find(name) is null);

    /// <summary>Whether all rows have a value.</summary>
    public bool AllHave(string name) => AreSeveral && _rows.TrueForAll(row => row.Find(name) is not null);

    /// <summary>Whether it is the first time that it is told.</summary>
    public bool IsNew(string name) => _told.Add(name);
}
