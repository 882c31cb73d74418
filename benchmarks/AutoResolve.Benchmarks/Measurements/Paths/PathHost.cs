using System.Globalization;
using AutoResolve.Benchmarks.Workloads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>AutoResolve as a host runs it, with a channel, a ticket system and facts, one issue at a time.</summary>
internal sealed class PathHost : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Rulebook _rulebook;
    private readonly IssueResolver _resolver;
    private readonly IExplainer _explainer;
    private readonly IIssueProcessor _processor;
    private readonly List<RuleReference> _matches = [];
    private long _number;

    private PathHost(ServiceProvider services, PathFacts facts)
    {
        (_services, Facts) = (services, facts);
        _rulebook = services.GetRequiredService<IRulebookMonitor>().Current;
        _resolver = services.GetRequiredService<IssueResolver>();
        _explainer = services.GetRequiredService<IExplainer>();
        _processor = services.GetRequiredService<IIssueProcessor>();
    }

    public PathFacts Facts { get; }

    public static PathHost Start(string folder)
    {
        var facts = new PathFacts(folder == ShippedRulebook.Folder ? ShippedRulebook.Facts() : [PathRules.Fact]);
        var services = new ServiceCollection().AddLogging().AddSingleton<IFactProvider>(facts);
        services.AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (folder, false)).AddFakes().UseInMemoryJournal();
        var host = new PathHost(services.BuildServiceProvider(), facts);
        foreach (var hosted in host._services.GetServices<IHostedService>())
            Wait(hosted.StartAsync(CancellationToken.None));
        return host;
    }

    public Resolution Resolve(Issue issue) => _resolver.ResolveAsync(issue).AsTask().GetAwaiter().GetResult();

    /// <returns>Something that the call found, so that nothing of it is left out.</returns>
    public int Do(PathOperation operation, Issue issue)
    {
        switch (operation)
        {
            case PathOperation.Match:
                _matches.Clear();
                _rulebook.FindMatches(issue, _matches);
                return _matches.Count;
            case PathOperation.Decide:
                return Decide(issue).Resolution.Summary.Length;
            case PathOperation.DecideWithHandover:
                return Decide(issue).HandOver().Summary.Length;
            case PathOperation.Explain:
                return _explainer.ExplainAsync(issue).AsTask().GetAwaiter().GetResult().NearMisses.Count;
            default:
                return Process(issue);
        }
    }

    public void Dispose()
    {
        foreach (var hosted in _services.GetServices<IHostedService>().Reverse())
            Wait(hosted.StopAsync(CancellationToken.None));
        Wait(_services.DisposeAsync().AsTask());
    }

    private Decision Decide(Issue issue) => _resolver.DecideAsync(issue, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    // Each an issue of its own: a second one of the same id and content is only looked up.
    private int Process(Issue issue)
    {
        var own = issue with { Id = (++_number).ToString(CultureInfo.InvariantCulture) };
        var disposition = _processor.ProcessAsync(own).AsTask().GetAwaiter().GetResult();
        return disposition is { IsJournaled: true, Status: DispositionStatus.Done }
            ? disposition.Summary.Length
            : throw new InvalidOperationException($"'{issue.Text}' was not processed to its end: {disposition.Summary}");
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
