using AutoResolve;
using AutoResolve.Cases;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using static Snippets.ReadmeHandler;

namespace Snippets;

/// <summary>The code of the guide to cases, compiled.</summary>
internal static class CasesSamples
{
    public static async Task Owners(IServiceProvider provider)
    {
        var journal = provider.GetRequiredService<IJournal>();
        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { Owner = CaseOwner.Team }))
            Console.WriteLine($"{record.Reference}: {record.Team ?? "no team known"}");
    }

    public static async Task Approve(IIssueProcessor processor, Issue issue, Disposition disposition)
    {
        foreach (var action in disposition.Actions.Where(action => action.State == ActionState.WaitsForApproval))
            await processor.ApproveAsync(issue, action.Key, by: "u17");
    }

    public static void Hours(IServiceCollection services)
    {
        services.Configure<CaseOptions>(options =>
        {
            options.BusinessHours.TimeZone = "America/New_York";
            options.BusinessHours.Saturday = "10:00-14:00";
            options.BusinessHours.Holidays.Add(new DateOnly(2026, 12, 25));
        });
    }

    public static async Task Report(IIssueProcessor processor, string? tenant, (string IssueId, int ChangeId, string Team) ticket)
    {
        await processor.ReportAsync(
            new CaseReference(tenant, ticket.IssueId),
            new CaseEvent
            {
                Id = $"history-{ticket.ChangeId}",
                Kind = CaseEventKind.Reassigned,
                Team = ticket.Team,
            }
        );
    }

    public static Func<Issue, CancellationToken, Task<bool>> Consumer(IIssueProcessor processor)
    {
        return HandleAsync;

        async Task<bool> HandleAsync(Issue issue, CancellationToken stopping)
        {
            try
            {
                var disposition = await processor.ProcessAsync(issue, stopping);
                return disposition.Status != DispositionStatus.UnderWay;
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    public static void Scopes(IServiceCollection services)
    {
        services.AddScoped<IAccounts, Accounts>();
        services
            .AddAutoResolve()
            .AddHandler<UnlockAccount>()
            .AddHandler<ClearSessions>(lifetime: ServiceLifetime.Singleton)
            .UseInMemoryJournal();
    }

    private sealed class Accounts : IAccounts
    {
        public Task<bool> UnlockAsync(string user, string key, CancellationToken cancellationToken) => Task.FromResult(true);
    }

    private sealed class ClearSessions : IActionHandler<UnlockAccount.Parameters>
    {
        public string Name => "clear-sessions";

        public ActionSafety Safety => ActionSafety.Reversible;

        public bool IsIdempotent => true;

        public ValueTask<ActionOutcome> ExecuteAsync(
            ActionContext<UnlockAccount.Parameters> context,
            CancellationToken cancellationToken
        ) => new(ActionOutcome.Succeeded());
    }
}
