using AutoResolve.Actions;
using AutoResolve.Actions.BuiltIn;
using AutoResolve.Rules;
using AutoResolve.Sources;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Tests.PlugIns;

/// <summary>A plug-in of any kind that asks for all that needs plug-ins, and keeps it.</summary>
internal sealed class AskingPlugIn : IActionHandler<NoParameters>, IAnswerChannel, ITicketSystem, IFactProvider, IRedactor, IRuleSource
{
    private static readonly RuleFile File = SomeRules.Set(
        "one",
        "",
        SomeRules.Rule("alpha", """{ "outcome": "fix", "actions": [ { "do": "ask-around" } ] }""")
    );

    private readonly IRulebookMonitor _rulebooks;

    public AskingPlugIn(IServiceProvider services)
    {
        _rulebooks = services.GetRequiredService<IRulebookMonitor>();
        _ = services.GetRequiredService<IIssueResolver>();
        _ = services.GetRequiredService<IExplainer>();
        _ = services.GetRequiredService<IIssueProcessor>();
        _ = services.GetRequiredService<IKillSwitch>();
        _ = services.GetRequiredService<IFeedbackCollector>();
    }

    string IActionHandler<NoParameters>.Name => "ask-around";

    string IRuleSource.Name => "what asks";

    public ActionSafety Safety => ActionSafety.Reversible;

    public bool IsIdempotent => true;

    public IReadOnlyCollection<string> Names => ["one"];

    public IAsyncEnumerable<RuleSourceFile> ReadAsync(CancellationToken cancellationToken) =>
        RuleSource.Memory(new RuleSourceFile(File.Path, File.Content)).ReadAsync(cancellationToken);

    public ValueTask<ActionOutcome> ExecuteAsync(ActionContext<NoParameters> context, CancellationToken cancellationToken) =>
        new(ActionOutcome.Succeeded(_rulebooks.Current.Revision));

    public ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken) =>
        new(_rulebooks.Current.Revision);

    public string Redact(string text) => text;

    public ValueTask SendAsync(Issue issue, Answer answer, string idempotencyKey, CancellationToken cancellationToken) => default;

    public ValueTask AskAsync(Issue issue, IReadOnlyList<Question> questions, string idempotencyKey, CancellationToken cancellationToken) =>
        default;

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

    public ValueTask UpdateAsync(CaseReference reference, CaseUpdate update, string idempotencyKey, CancellationToken cancellationToken) =>
        default;

    public ValueTask TagAsync(
        CaseReference reference,
        IReadOnlyList<string> tags,
        string idempotencyKey,
        CancellationToken cancellationToken
    ) => default;
}
