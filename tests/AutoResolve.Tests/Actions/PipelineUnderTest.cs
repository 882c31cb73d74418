using AutoResolve.Actions;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.PlugIns;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>The pipeline of one scripted handler, with a clock that stands still.</summary>
internal sealed class PipelineUnderTest : IDisposable
{
    private readonly HandlerPipeline _pipeline;

    public PipelineUnderTest(Action<HandlerOptions>? configure = null, bool isIdempotent = false, string name = "scripted")
    {
        Handler = new NamedHandler(name, isIdempotent);
        var options = new HandlerOptions { RetryDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        var plugIn = PlugInOf.Shared<IActionHandler<AccountParameters>>(Handler);
        _pipeline = new HandlerPipeline(BoundHandlerOf<AccountParameters>.Create(plugIn, options, NullLoggerFactory.Instance), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(SomeRules.Now);

    public NamedHandler Handler { get; }

    public Task<HandlerResult> ExecuteAsync(
        string issue,
        string? tenant = null,
        Func<Task>? ensure = null,
        CancellationToken cancellationToken = default
    ) => _pipeline.ExecuteAsync(ActionOf(issue, tenant), _ => { }, cancellationToken, ensure);

    public Task<HandlerResult> VerifyAsync(string issue, Func<Task> ensure) =>
        _pipeline.VerifyAsync(ActionOf(issue), ensure, CancellationToken.None);

    public Task<HandlerResult> UndoAsync(string issue, Func<Task> ensure) =>
        _pipeline.UndoAsync(ActionOf(issue), ensure, CancellationToken.None);

    /// <summary>Carries out an action of each issue, one after the other.</summary>
    public async Task<IReadOnlyList<HandlerResult>> ExecuteAllAsync(IEnumerable<string> issues)
    {
        List<HandlerResult> results = [];
        foreach (var issue in issues)
            results.Add(await ExecuteAsync(issue));
        return results;
    }

    public void Dispose() => _pipeline.Dispose();

    private IBoundAction ActionOf(string issue, string? tenant = null) =>
        _pipeline.Handler.Bind(
            new ActionCall(
                new PlannedAction { Handler = Handler.Name },
                new Issue
                {
                    Id = issue,
                    Tenant = tenant,
                    Text = "alpha",
                },
                new Resolution
                {
                    IssueId = issue,
                    Outcome = Outcome.Fixed,
                    Reason = ResolutionReason.RuleMatched,
                    Summary = "",
                    RulebookRevision = "",
                },
                $"key of {issue}",
                []
            )
        );
}
