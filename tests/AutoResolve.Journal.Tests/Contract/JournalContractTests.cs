using AutoResolve.Journal.Tests.Postgres;
using AutoResolve.Testing;

namespace AutoResolve.Journal.Tests.Contract;

/// <summary>The journals keep what every journal promises.</summary>
public abstract class JournalContractTests
{
    public static TheoryData<string> Checks => new(JournalContract.Checks.Select(check => check.Name));

    [SkippableTheory]
    [MemberData(nameof(Checks))]
    public async Task Holds(string check)
    {
        await using var store = CreateStore();

        await JournalContract.Find(check).RunAsync(store);
    }

    private protected abstract JournalTestStore CreateStore();

    public sealed class InMemory : JournalContractTests
    {
        private protected override JournalTestStore CreateStore() => new MemoryStore();
    }

    public sealed class Sqlite : JournalContractTests
    {
        private protected override JournalTestStore CreateStore() => new SqliteStore();
    }

    [Collection(PostgresTests.Name)]
    public sealed class Postgres(PostgresFixture postgres) : JournalContractTests
    {
        private protected override JournalTestStore CreateStore() => new PostgresStore(postgres, postgres.NewSchema());
    }
}
