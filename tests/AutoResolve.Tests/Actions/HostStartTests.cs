using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>A host with a journal on disk, from start to stop.</summary>
public sealed class HostStartTests : IDisposable
{
    private readonly RulesOnDisk _rules = new(SomeRules.Rule("alpha", """{ "outcome": "fix", "actions": [ { "do": "unlock" } ] }"""));
    private readonly UnlockHandler _unlock = new();
    private readonly TicketBook _tickets = new();

    private string JournalPath => Path.Combine(_rules.Root, "journals", "journal.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _rules.Dispose();
    }

    [Fact]
    public async Task Start_AfterACrash_TakesUpWhatIsInDoubt()
    {
        await CrashWhileUnlockingAsync();
        _unlock.Execute = (_, _) => new(ActionOutcome.Succeeded());

        using var host = Build();
        await host.StartAsync();
        while ((await ReadAsync(host, new JournalQuery { Unfinished = true })).Count > 0)
            await Task.Delay(1);

        Assert.Equal(2, _unlock.Calls.Count);
        Assert.Single(_unlock.Calls.Select(call => call.IdempotencyKey).Distinct());
        Assert.Empty(await ReadAsync(host, new JournalQuery { Unfinished = true }));
        Assert.Equal("fixed", Assert.Single(await ReadAsync(host, new JournalQuery { Kinds = [JournalEntryKind.Disposition] })).Label);
        await host.StopAsync();
    }

    [Fact]
    public async Task Stop_AfterIssues_LeavesAllOfThemInTheFileAndNothingUnfinished()
    {
        using (var host = Build())
        {
            await host.StartAsync();
            var processor = host.Services.GetRequiredService<IIssueProcessor>();
            await Task.WhenAll(
                Enumerable
                    .Range(0, 50)
                    .Select(number => processor.ProcessAsync(new Issue { Id = $"issue-{number}", Text = "alpha" }).AsTask())
            );
            await host.StopAsync();
        }

        using var next = Build();
        await next.StartAsync();
        Assert.Equal(50, (await ReadAsync(next, new JournalQuery { Kinds = [JournalEntryKind.Disposition] })).Count);
        Assert.Equal(50, _unlock.Calls.Count);
        await next.StopAsync();
    }

    [Fact]
    public async Task Start_AfterAStop_KeepsActionsStopped()
    {
        using (var host = Build())
        {
            await host.StartAsync();
            await host.Services.GetRequiredService<IKillSwitch>().StopAsync("u17", "it is down");
            await host.StopAsync();
        }

        using var next = Build();
        await next.StartAsync();
        var disposition = await next
            .Services.GetRequiredService<IIssueProcessor>()
            .ProcessAsync(new Issue { Id = "issue-1", Text = "alpha" });

        Assert.Equal(Outcome.Escalated, disposition.Outcome);
        Assert.Empty(_unlock.Calls);
        await next.StopAsync();
    }

    [Theory]
    [InlineData("cannot be opened. Make sure that its folder exists", "blocked")]
    [InlineData("is damaged, or is no journal. Move it away", "damaged")]
    [InlineData("has version 99; this program knows versions up to 2. Use the newer program", "newer")]
    public async Task Start_JournalThatCannotBeUsed_FailsAndSaysWhatToDo(string message, string journal)
    {
        await SpoilAsync(journal);
        using var host = Build();

        var exception = await Assert.ThrowsAsync<JournalException>(() => host.StartAsync());

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(JournalPath, exception.Message, StringComparison.Ordinal);
    }

    // The handler does not come back; its host goes away without a word.
    private async Task CrashWhileUnlockingAsync()
    {
        var began = new TaskCompletionSource();
        _unlock.Execute = async (_, _) =>
        {
            began.SetResult();
            await new TaskCompletionSource().Task;
            return ActionOutcome.Succeeded();
        };
        var host = Build(new FakeTimeProvider(SomeRules.Now));
        await host.StartAsync();
        _ = host.Services.GetRequiredService<IIssueProcessor>().ProcessAsync(new Issue { Id = "issue-1", Text = "alpha" }).AsTask();
        await began.Task;
    }

    private async Task SpoilAsync(string journal)
    {
        if (journal == "blocked")
        {
            // A file stands where the folder should be: refused to root as well.
            await File.WriteAllTextAsync(Path.GetDirectoryName(JournalPath)!, "");
            return;
        }

        using (var host = Build())
        {
            await host.StartAsync();
            await host.StopAsync();
        }

        SqliteConnection.ClearAllPools();
        if (journal == "damaged")
        {
            await File.WriteAllTextAsync(JournalPath, new string('x', 10_000));
            return;
        }

        await using var connection = new SqliteConnection($"Data Source={JournalPath};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version = 99";
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<JournalEntry>> ReadAsync(IHost host, JournalQuery query)
    {
        List<JournalEntry> entries = [];
        await foreach (var entry in host.Services.GetRequiredService<IJournal>().ReadAsync(query))
            entries.Add(entry);
        return entries;
    }

    // A host whose clock stands still renews nothing.
    private IHost Build(TimeProvider? clock = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = _rules.Root });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.Configure<ActionOptions>(options =>
            (options.Lease, options.RefreshInterval) = (TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100))
        );
        builder.Services.AddSingleton(_unlock).AddSingleton<ITicketSystem>(_tickets);
        builder
            .Services.AddAutoResolve(options => options.ReloadOnChange = false)
            .AddHandler<UnlockHandler>()
            .AddTicketSystem<TicketBook>()
            .UseSqliteJournal(JournalPath);
        return builder.Build();
    }
}
