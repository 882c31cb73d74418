using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Crash.Hosting;

/// <summary>A host as an integrator would write one. It recovers, then delivers each issue that it has not acknowledged.</summary>
internal static class CrashHost
{
    public const string Recovering = "recovering";
    public const string Ready = "ready";

    private const int AtOnce = 6;

    public static async Task<int> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var provider = Build(settings);
        var files = provider.GetRequiredService<HostFiles>();
        var processor = provider.GetRequiredService<IIssueProcessor>();
        Console.WriteLine(Recovering);
        await processor.RecoverAsync(cancellationToken);
        Console.WriteLine(Ready);

        var acknowledged = LineFile.Read(HostFiles.AcknowledgedPath(settings.Folder)).ToHashSet();
        var journal = provider.GetRequiredService<IJournal>();
        var tickets = provider.GetRequiredService<ITicketSystem>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(IssueStream.Of(settings.Issues).Where(issue => !acknowledged.Contains(issue.Id)), options, async (issue, token) =>
        {
            files.Deliveries.Add(issue.Id);
            var disposition = await processor.ProcessAsync(issue, token);
            if (!disposition.IsJournaled)
                throw new InvalidOperationException($"{issue.Id} is not journaled: {disposition.Summary}");
            if (disposition.Outcome == Outcome.Escalated)
                await tickets.EscalateAsync(issue.Id, disposition.Handover, token);
            await foreach (var request in journal.ReadAsync(new JournalQuery { IssueId = issue.Id, Kinds = [JournalEntryKind.ApprovalRequest], Unfinished = true }, token))
                await processor.ApproveAsync(issue, request.Key!["approval-request/".Length..], "supervisor-7", token);
            files.Acknowledged.Add(issue.Id);
        });
        return 0;
    }

    private static ServiceProvider Build(HostSettings settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        services.AddSingleton(new HostFiles(settings.Folder));
        services.AddSingleton<World>();
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
            .AddTicketSystem<FileTicketSystem>()
            .UseJournalOf(settings);
        SabotagedJournal.Use(builder, settings.Sabotage);
        return services.BuildServiceProvider();
    }
}
