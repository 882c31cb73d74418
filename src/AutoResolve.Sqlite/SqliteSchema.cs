using AutoResolve.Shared.Journals;

namespace AutoResolve.Sqlite;

/// <summary>The tables of a journal in SQLite. What is in these files is never changed: journals are written so.</summary>
internal static class SqliteSchema
{
    public const int Newest = 2;

    // "ARjl" in the file's header: says whose file it is.
    public const int ApplicationId = 0x41526A6C;

    /// <summary>The table of entries, its indexes and the tables beside it; rulebooks apart, which the first schema has too.</summary>
    public static readonly string Tables = Read("entries") + Read("indexes") + Read("others");

    /// <summary>
    /// What the tables refuse. An entry may be erased, which leaves out of its content what was said, and pruned with all before a time
    /// that is written down first.
    /// </summary>
    public static readonly string Triggers = Read("triggers");

    public static readonly string Version = $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest};";

    public static readonly string All = Tables + Read("rulebooks") + Triggers + Version;

    private static string Read(string name) => SqlFile.Read($"Schema/{name}.sql");
}
