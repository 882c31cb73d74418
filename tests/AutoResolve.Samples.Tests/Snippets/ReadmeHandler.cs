using AutoResolve;

namespace Snippets;

/// <summary>The handler of the README, compiled.</summary>
internal static class ReadmeHandler
{
    internal sealed class UnlockAccount(IAccounts accounts) : IActionHandler<UnlockAccount.Parameters>
    {
        public sealed record Parameters(string Id);

        public string Name => "unlock-account";
        public ActionSafety Safety => ActionSafety.Reversible;
        public bool IsIdempotent => true;

        public async ValueTask<ActionOutcome> ExecuteAsync(ActionContext<Parameters> action, CancellationToken cancellationToken) =>
            await accounts.UnlockAsync(action.Parameters.Id, action.IdempotencyKey, cancellationToken)
                ? ActionOutcome.Succeeded()
                : ActionOutcome.Failed("The account is closed for good.");
    }
}
