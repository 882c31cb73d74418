using AutoResolve.Journal.Tests.Sqlite;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Journal.Tests;

public sealed class AutoResolveJournalExtensionsTests
{
    [Fact]
    public async Task UseSqliteJournal_Path_JournalsIntoThatFile()
    {
        using var file = new JournalFile();
        await using (var services = new ServiceCollection().AddAutoResolve(_ => { }).UseSqliteJournal(file.Path).Services.BuildServiceProvider())
            await services.GetRequiredService<IJournal>().AppendAsync([Some.Entry("kept")]);

        await using var journal = file.Open();
        Assert.Equal("kept", Assert.Single(await journal.ListAsync()).Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("a\"; DROP SCHEMA public; --")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123")]
    public void UsePostgresJournal_SchemaThatIsNoName_IsRefused(string schema)
    {
        var builder = new ServiceCollection().AddAutoResolve(_ => { });

        Assert.Throws<ArgumentException>(nameof(schema), () => builder.UsePostgresJournal("Host=db.example.org", schema));
    }

    [Theory]
    [InlineData("autoresolve")]
    [InlineData("_a1")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012")]
    public async Task UsePostgresJournal_SchemaThatIsAName_IsTaken(string schema)
    {
        await using var services = new ServiceCollection().AddAutoResolve(_ => { }).UsePostgresJournal("Host=db.example.org", schema).Services.BuildServiceProvider();

        Assert.IsType<PostgresJournal>(services.GetRequiredService<IJournal>());
    }
}
