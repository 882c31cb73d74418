using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Scenarios.Running;

/// <summary>A journal in a database, and the time of the machine, of which as little as possible is waited for.</summary>
/// <param name="use">Adds the journal to a host.</param>
internal class DurableStore(Action<AutoResolveBuilder> use) : StoryStore
{
    private readonly List<ServiceProvider> _providers = [];

    public override StoryClock Clock { get; } = new RealClock();

    public override TimeSpan? Lease => TimeSpan.FromSeconds(3);

    public override TimeSpan? AttemptTimeout => TimeSpan.FromSeconds(1);

    public override TimeSpan Silence => TimeSpan.FromMilliseconds(300);

    public override TimeSpan BeyondLease => TimeSpan.FromSeconds(3.3);

    public override IJournal Open()
    {
        var services = new ServiceCollection();
        use(services.AddAutoResolve());
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<IJournal>();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
    }
}
