namespace AutoResolve.Shared.Journals;

/// <summary>Statements that stand in files of their own. Whoever runs one reads it once.</summary>
internal static class SqlFile
{
    /// <param name="name">Folder and file.</param>
    /// <param name="parts">What stands in the places of names in braces.</param>
    public static string Read(string name, params ReadOnlySpan<(string Name, string Text)> parts)
    {
        using var stream = typeof(SqlFile).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no statement '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return Fill(reader.ReadToEnd(), parts);
    }

    /// <summary>Puts texts in the places of their names in braces.</summary>
    public static string Fill(string sql, params ReadOnlySpan<(string Name, string Text)> parts)
    {
        foreach (var (name, text) in parts)
            sql = sql.Replace($"{{{name}}}", text, StringComparison.Ordinal);
        return sql;
    }
}
