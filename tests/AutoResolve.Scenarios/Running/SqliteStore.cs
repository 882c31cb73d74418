using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Scenarios.Running;

/// <summary>A journal in a SQLite file of its own.</summary>
internal sealed class SqliteStore : DurableStore
{
    private readonly DirectoryInfo _folder;

    public SqliteStore()
        : this(Directory.CreateTempSubdirectory("autoresolve-story-")) { }

    private SqliteStore(DirectoryInfo folder)
        : base(builder => builder.UseSqliteJournal(Path.Combine(folder.FullName, "journal.db"))) => _folder = folder;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
