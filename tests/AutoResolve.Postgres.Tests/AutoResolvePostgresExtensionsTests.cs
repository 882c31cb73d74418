using AutoResolve.Journaling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve.Postgres.Tests;

public sealed class AutoResolvePostgresExtensionsTests
{
    [Theory]
    [InlineData("nonsense dbpassword=x")]
    [InlineData("Host=h;Port=pw-secret")]
    [InlineData("Host=h;Port=99999999999999999999")]
    public void ConnectionString_ThatIsNone_IsToldByItsNameAndNotQuoted(string connectionString)
    {
        var builder = new ServiceCollection().AddAutoResolve(_ => { });

        var used = Assert.Throws<ArgumentException>(() => builder.UsePostgresJournal(connectionString));
        var read = Assert.Throws<ArgumentException>(() => PostgresJournal.OpenRead(connectionString));

        Assert.All([used, read], exception =>
        {
            Assert.Equal("connectionString", exception.ParamName);
            Assert.Contains("UsePostgresJournal", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("dbpassword", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("pw-secret", exception.ToString(), StringComparison.Ordinal);
        });
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
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UsePostgresJournal("Host=db.example.org", options => options.Schema = schema);
        using var services = builder.Services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IJournal>());

        Assert.Contains("small letters, digits and underscores", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("A", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("1", "")]
    [InlineData("1", "not base64!")]
    [InlineData("1", "c2hvcnQ=")]
    public void UsePostgresJournal_SecretThatIsNone_IsRefused(string id, string value)
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UsePostgresJournal("Host=db.example.org", options => options.Secrets.Add(new JournalSecretOptions { Id = id, Value = value }));
        using var services = builder.Services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IJournal>());

        Assert.Contains("`openssl rand -base64 32`", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UsePostgresJournal_TimeoutTooShort_IsRefused()
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UsePostgresJournal("Host=db.example.org", options => options.AppendTimeout = TimeSpan.FromMilliseconds(999));
        using var services = builder.Services.BuildServiceProvider();

        Assert.Contains(
            "AppendTimeout is 00:00:00.9990000; it must be 00:00:01 to 1.00:00:00.",
            Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IJournal>()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void UsePostgresJournal_BoundToConfiguration_HasWhatItSays()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Schema"] = "desk",
                    ["AppendTimeout"] = "00:00:20",
                    ["Secrets:0:Id"] = "2",
                    ["Secrets:0:Value"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                }
            )
            .Build();
        var builder = new ServiceCollection().AddAutoResolve(_ => { }).UsePostgresJournal("Host=db.example.org", configuration.Bind);
        using var services = builder.Services.BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<PostgresJournalOptions>>().Value;

        Assert.Equal(("desk", TimeSpan.FromSeconds(20), "2"), (options.Schema, options.AppendTimeout, Assert.Single(options.Secrets).Id));
    }

    [Theory]
    [InlineData("autoresolve")]
    [InlineData("_a1")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012")]
    public async Task UsePostgresJournal_SchemaThatIsAName_IsTaken(string schema)
    {
        var builder = new ServiceCollection()
            .AddAutoResolve(_ => { })
            .UsePostgresJournal("Host=db.example.org", options => options.Schema = schema);
        await using var services = builder.Services.BuildServiceProvider();

        Assert.IsAssignableFrom<IDurableJournal>(services.GetRequiredService<IJournal>());
    }

    [Fact]
    public void Assembly_BringsNoSqlite()
    {
        Assert.DoesNotContain(typeof(PostgresJournal).Assembly.GetReferencedAssemblies(), name =>
            name.Name!.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "*sqlite*", new EnumerationOptions { RecurseSubdirectories = true }));
    }

    [Theory]
    [InlineData("A;B")]
    [InlineData("")]
    public void OpenRead_SchemaThatIsNoName_IsRefused(string schema) =>
        Assert.Equal("schema", Assert.Throws<ArgumentException>(() => PostgresJournal.OpenRead("Host=db.example.org", schema)).ParamName);
}
