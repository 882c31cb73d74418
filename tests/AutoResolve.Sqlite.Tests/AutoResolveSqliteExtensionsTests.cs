using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve.Sqlite.Tests;

public sealed class AutoResolveSqliteExtensionsTests
{
    [Fact]
    public async Task UseSqliteJournal_Path_JournalsIntoThatFile()
    {
        using var file = new JournalFile();
        var builder = new ServiceCollection().AddAutoResolve(_ => { }).UseSqliteJournal(file.Path);
        await using (var services = builder.Services.BuildServiceProvider())
            await services.GetRequiredService<IJournal>().AppendAsync([Some.Entry("kept")]);

        await using var journal = file.Open();
        Assert.Equal("kept", Assert.Single(await journal.ListAsync()).Key);
    }

    [Fact]
    public void UseSqliteJournal_TimeoutTooShort_IsRefused()
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UseSqliteJournal("never.db", options => options.AppendTimeout = TimeSpan.FromMilliseconds(999));
        using var services = builder.Services.BuildServiceProvider();

        Assert.Contains(
            "AppendTimeout is 00:00:00.9990000; it must be 00:00:01 to 1.00:00:00.",
            Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IJournal>()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Assembly_BringsNoNpgsql()
    {
        Assert.DoesNotContain(typeof(SqliteJournal).Assembly.GetReferencedAssemblies(), name =>
            name.Name!.Contains("Npgsql", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "*npgsql*", new EnumerationOptions { RecurseSubdirectories = true }));
    }
}
