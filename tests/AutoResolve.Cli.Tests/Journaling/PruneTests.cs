using AutoResolve.Postgres.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Cli.Tests.Journaling;

/// <summary>Taking what is old out of a journal.</summary>
public sealed class PruneTests : IDisposable
{
    private const string Journal = "PRUNE_TESTS_JOURNAL";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("is less than 31 days ago", "2999-01-01", "f.json")]
    [InlineData("must end with .json", "2026-01-01", "f.txt")]
    [InlineData("is there already", "2026-01-01", "there.json")]
    public async Task Prune_OfWhatItMayNot_IsRefused(string told, string before, string figures)
    {
        _folder.Write("there.json", "{}");

        var result = await RunAsync(["--postgres", Journal], before, figures);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.StandardError, StringComparison.Ordinal);
    }

    [SkippableFact]
    [Trait("Category", "Postgres")]
    public async Task Prune_OfAYearInPostgres_TakesOutWhatEndedAndKeepsItsFigures()
    {
        var programs = PostgresPrograms.Find();
        Skip.If(programs is null && Environment.GetEnvironmentVariable("CI") != "true", "PostgreSQL is not installed.");
        await using var cluster = await PostgresCluster.StartAsync(programs!);
        Environment.SetEnvironmentVariable(Journal, cluster.ConnectionString);

        await PruneAsync(["--postgres", Journal], builder =>
            builder.UsePostgresJournal(cluster.ConnectionString, options =>
                options.Secrets.Add(new() { Id = "1", Value = Convert.ToBase64String(new byte[32]) })
            )
        );
    }

    [Fact]
    public Task Prune_OfAYearInAFile_TakesOutWhatEndedAndKeepsItsFigures() =>
        PruneAsync(["--journal", "journal.db"], builder => builder.UseSqliteJournal(Path.Combine(_folder.Path, "journal.db")));

    private async Task PruneAsync(string[] where, Action<AutoResolveBuilder> use)
    {
        await DecideAsync(use, "1017", isClosed: true);
        await DecideAsync(use, "1018", isClosed: false);

        var result = await RunAsync(where, "2026-01-01", "figures.json");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.StartsWith("Taken out: 1 case(s) with ", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("2025-10-01", _folder.Read("figures.json"), StringComparison.Ordinal);
        var left = await Tool.RunInAsync(_folder.Path, "", ["journal", "entries", .. where]);
        Assert.Contains("1018", left.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("1017", left.StandardOutput, StringComparison.Ordinal);
    }

    private Task<CliWrap.Buffered.BufferedCommandResult> RunAsync(string[] where, string before, string figures) =>
        Tool.RunInAsync(_folder.Path, "", ["journal", "prune", .. where, "--before", before, "--figures", figures, "--by", "u17"]);

    private static async Task DecideAsync(Action<AutoResolveBuilder> use, string id, bool isClosed)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2025, 10, 1, 8, 0, 0, TimeSpan.Zero)));
        use(services.AddAutoResolve(options => options.RulesFolder = Path.Combine(Tool.Fixtures, "rules")));
        await using var provider = services.BuildServiceProvider();
        var processor = provider.GetRequiredService<IIssueProcessor>();
        await processor.ProcessAsync(new Issue { Id = id, Text = "Nothing that a rule knows" });
        if (isClosed)
            await processor.ReportAsync(new CaseReference(null, id), new CaseEvent { Id = "e1", Kind = CaseEventKind.Closed });
    }
}
