using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Cli.Rulebooks;

/// <summary>Decides issues by a rulebook that was loaded already, as an application that embeds the library would.</summary>
internal sealed class IssueDecider : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly IIssueResolver _resolver;

    /// <param name="rulebook">The rules.</param>
    /// <param name="options">How they were loaded.</param>
    /// <param name="facts">Facts given on the command line.</param>
    /// <param name="time">The clock by which the dates of rules count.</param>
    public IssueDecider(Rulebook rulebook, RulebookOptions options, IReadOnlyDictionary<string, string> facts, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton<IRulebookMonitor>(new FixedRulebook(rulebook));
        services.AddSingleton<IFactProvider>(new GivenFacts(facts));
        services.AddAutoResolve(settings =>
        {
            settings.Rulebook.DefaultLocale = options.DefaultLocale;

            // What the tool prints is read by a person or a program, not by the channel.
            settings.ChannelFormats.Clear();
        });
        _services = services.BuildServiceProvider();
        _resolver = _services.GetRequiredService<IIssueResolver>();
    }

    public ValueTask<Resolution> DecideAsync(Issue issue, CancellationToken cancellationToken) => _resolver.ResolveAsync(issue, cancellationToken);

    public void Dispose() => _services.Dispose();
}
