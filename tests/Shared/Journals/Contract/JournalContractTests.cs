using AutoResolve.Testing;

namespace AutoResolve.Tests.Journals;

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

    protected abstract JournalTestStore CreateStore();
}
