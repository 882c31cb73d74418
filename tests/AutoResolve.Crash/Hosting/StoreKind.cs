namespace AutoResolve.Crash.Hosting;

/// <summary>Where the journal of the host is.</summary>
internal enum StoreKind
{
    Sqlite = 0,
    Postgres,
}
