using AutoResolve.Shared.Journals;

namespace AutoResolve.Postgres;

/// <summary>The tables of a journal in PostgreSQL. What is in these files is never changed: schemas are written so.</summary>
internal static class PostgresSchema
{
    public const int Newest = 2;

    /// <summary>The table of entries, its indexes and the tables beside it; rulebooks apart, which the first schema has too.</summary>
    public static readonly string Tables = Read("entries") + Read("indexes") + Read("others");

    public static readonly string Version = $"INSERT INTO journal_version (version) VALUES ({Newest});";

    private static readonly string Refusals = Read("triggers");

    public static string All(string schema) => Tables + Read("rulebooks") + Triggers(schema) + Version;

    /// <summary>
    /// What the tables refuse. An entry may be erased, which leaves out of its content what was said, and pruned with all before a time
    /// that is written down first.
    /// </summary>
    /// <param name="schema">The schema.</param>
    public static string Triggers(string schema) => SqlFile.Fill(Refusals, ("schema", schema));

    private static string Read(string name) => SqlFile.Read($"Schema/{name}.sql");
}
