using AutoResolve;
using AutoResolve.Actions;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The channel and the ticket system of the guide to cases, compiled.</summary>
internal static class CasesPlugIns
{
    internal interface IMail
    {
        Task SendAsync(string? to, string text, string key, CancellationToken cancellationToken);
    }

    internal interface IDesk
    {
        Task PutAsync(string ticket, string queue, string text, string key, CancellationToken cancellationToken);

        Task NoteAsync(string ticket, string text, string key, CancellationToken cancellationToken);
    }

    public static void Configure(IServiceCollection services)
    {
        services.Configure<ActionOptions>(options => options.Mode = OperatingMode.Suggest);
    }

    internal sealed class MailChannel(IMail mail) : IAnswerChannel
    {
        public async ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) =>
            await mail.SendAsync(
                issue.Requester,
                string.Join('\n', answer.Steps.Select((step, index) => $"{index + 1}. {step.Text}").Prepend(answer.Text)),
                idempotencyKey,
                cancellationToken
            );

        public async ValueTask AskAsync(
            Issue issue,
            IReadOnlyList<Question> questions,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) =>
            await mail.SendAsync(
                issue.Requester,
                string.Join('\n', questions.Select(question => question.Text)),
                idempotencyKey,
                cancellationToken
            );
    }

    internal sealed class DeskTickets(IDesk desk) : ITicketSystem
    {
        public async ValueTask RouteAsync(
            CaseReference reference,
            string team,
            int? tier,
            Handover handover,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => await desk.PutAsync($"{reference}", team, handover.Summary, idempotencyKey, cancellationToken);

        public async ValueTask EscalateAsync(
            CaseReference reference,
            Handover handover,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => await desk.PutAsync($"{reference}", handover.Team ?? "first line", handover.Summary, idempotencyKey, cancellationToken);

        public async ValueTask UpdateAsync(
            CaseReference reference,
            CaseUpdate update,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) =>
            await desk.NoteAsync(
                $"{reference}",
                string.Join('\n', update.Turns.Select(turn => turn.Text).Append(update.Summary)),
                idempotencyKey,
                cancellationToken
            );

        public async ValueTask TagAsync(
            CaseReference reference,
            IReadOnlyList<string> tags,
            string idempotencyKey,
            CancellationToken cancellationToken
        ) => await desk.NoteAsync($"{reference}", $"Tags: {string.Join(", ", tags)}", idempotencyKey, cancellationToken);
    }
}
