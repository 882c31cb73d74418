using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>What a host wires to AutoResolve, doing nothing; in one file, so that a changed contract changes no other.</summary>
internal static class ProcessFakes
{
    public static AutoResolveBuilder AddFakes(this AutoResolveBuilder builder) =>
        builder
            .AddAnswerChannel<Channel>(ServiceLifetime.Singleton)
            .AddTicketSystem<Tickets>(ServiceLifetime.Singleton)
            .AddHandler<ClearSessions>(lifetime: ServiceLifetime.Singleton)
            .AddHandler<CountTowardDefect>(lifetime: ServiceLifetime.Singleton);

    internal sealed class Channel : IAnswerChannel
    {
        public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) => default;

        public ValueTask AskAsync(
            Issue issue,
            IReadOnlyList<Question> questions,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;
    }

    internal sealed class Tickets : ITicketSystem
    {
        public ValueTask RouteAsync(
            CaseReference reference,
            string team,
            int? tier,
            Handover handover,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;

        public ValueTask EscalateAsync(
            CaseReference reference,
            Handover handover,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;

        public ValueTask UpdateAsync(
            CaseReference reference,
            CaseUpdate update,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;

        public ValueTask TagAsync(
            CaseReference reference,
            IReadOnlyList<string> tags,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => default;
    }

    internal sealed class ClearSessions : IActionHandler<ClearSessions.Parameters>
    {
        public string Name => "clear-sessions";

        public ActionSafety Safety => ActionSafety.Reversible;

        public bool IsIdempotent => true;

        public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Parameters> context, CancellationToken cancellationToken) =>
            new(ActionOutcome.Succeeded());

        internal sealed record Parameters(string User);
    }

    internal sealed class CountTowardDefect : IActionHandler<CountTowardDefect.Parameters>
    {
        public string Name => "count-toward-defect";

        public ActionSafety Safety => ActionSafety.Reversible;

        public bool IsIdempotent => true;

        public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Parameters> context, CancellationToken cancellationToken) =>
            new(ActionOutcome.Succeeded());

        internal sealed record Parameters(string Tracking, string Channel);
    }
}
