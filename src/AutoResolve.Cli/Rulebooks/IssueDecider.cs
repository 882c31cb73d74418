using AutoResolve.Cli.Resolving;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Decides issues by a rulebook that was loaded already, as an application that embeds the library would.</summary>
internal sealed class IssueDecider : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IIssueResolver _resolver;
    private readonly IExplainer _explainer;

    /// <param name="rulebook">The rules.</param>
    /// <param name="options">How they were loaded.</param>
    /// <param name="facts">Facts given on the command line.</param>
    /// <param name="time">The clock by which the dates of rules count.</param>
    public IssueDecider(Rulebook rulebook, RulebookOptions options, IReadOnlyDictionary<string, string> facts, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton<IRulebookMonitor>(new StaticRulebookMonitor(rulebook));
        services.AddSingleton<IFactProvider>(new StaticFactProvider(facts));
        services.AddAutoResolve(settings =>
        {
            settings.Rulebook.DefaultLocale = options.DefaultLocale;

            // What the tool prints is read by a person or a program, not by the channel.
            settings.ChannelFormats.Clear();
        });
        _services = services.BuildServiceProvider();
        _resolver = _services.GetRequiredService<IIssueResolver>();
        _explainer = _services.GetRequiredService<IExplainer>();
    }

    /// <summary>Decides an issue, and explains it where that is wanted.</summary>
    public async Task DecideAsync(Issue issue, IResolutionSink sink, CancellationToken cancellationToken)
    {
        var explanation = sink.WantsExplanation ? await ExplainAsync(issue, cancellationToken) : null;
        sink.Add(issue, explanation?.Resolution ?? await _resolver.ResolveAsync(issue, cancellationToken), explanation);
    }

    public ValueTask<Explanation> ExplainAsync(Issue issue, CancellationToken cancellationToken) =>
        _explainer.ExplainAsync(issue, cancellationToken);

    public void Dispose() => _services.Dispose();
}
