using AutoResolve.Actions;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Hosting;

/// <summary>A host as an integrator would write one. It recovers, then delivers each issue that it has not acknowledged; where others share its journal, once it is told to.</summary>
internal sealed class CrashHost(HostSettings settings, IReadOnlyList<Issue> issues, TextReader told, TextWriter said)
{
    public const string Recovering = "recovering";
    public const string Ready = "ready";

    private const int AtOnce = 6;

    /// <param name="useJournal">Adds the journal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(Action<AutoResolveBuilder> useJournal, CancellationToken cancellationToken)
    {
        await using var provider = Build(useJournal);
        var files = provider.GetRequiredService<HostFiles>();
        var processor = provider.GetRequiredService<IIssueProcessor>();
        await said.WriteLineAsync(Recovering);
        await processor.RecoverAsync(cancellationToken);
        await said.WriteLineAsync(Ready);
        if (settings.SharedJournal is not null)
            await told.ReadLineAsync(cancellationToken);

        var acknowledged = LineFile.Read(HostFiles.AcknowledgedPath(settings.Folder)).ToHashSet();
        var journal = provider.GetRequiredService<IJournal>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(issues.Where(issue => !acknowledged.Contains(issue.Id)), options, async (issue, token) =>
        {
            files.Deliveries.Add(issue.Id);
            var disposition = await processor.ProcessAsync(issue, token);
            if (!disposition.IsJournaled)
                throw new InvalidOperationException($"{issue.Id} is not journaled: {disposition.Summary}");

            // One host gets the approvals; which one, does not matter here.
            if (settings.SharedJournal is not null)
                return;
            await foreach (var request in journal.ReadAsync(new JournalQuery { IssueId = issue.Id, Kinds = [JournalEntryKind.ApprovalRequest], Unfinished = true }, token))
                await processor.ApproveAsync(issue, request.Key!["approval-request/".Length..], "supervisor-7", token);
            files.Acknowledged.Add(issue.Id);
        });
    }

    private ServiceProvider Build(Action<AutoResolveBuilder> useJournal)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        services.AddSingleton(_ => new HostFiles(settings.Folder));
        services.AddSingleton<World>();

        // What another host works on is not in doubt yet.
        services.Configure<ActionOptions>(options => options.RecoverAfter = settings.SharedJournal is null ? TimeSpan.Zero : TimeSpan.FromMinutes(5));
        var builder = services
            .AddAutoResolve(options =>
            {
                options.Rules(Path.Combine(AppContext.BaseDirectory, "crash-rules"));
                options.ReloadOnChange = false;
            })
            .AddHandler<SetFlagHandler>()
            .AddHandler<SendLetterHandler>()
            .AddHandler<EraseHandler>()
            .AddHandler<RefuseHandler>()
            .AddTicketSystem<FileTicketSystem>();
        useJournal(builder);
        return services.BuildServiceProvider();
    }
}
