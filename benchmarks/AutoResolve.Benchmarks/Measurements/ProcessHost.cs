using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>AutoResolve as a host runs it, its services started, nothing in its journal, and nobody listening to its log.</summary>
internal sealed class ProcessHost : IProcessWork
{
    private readonly ProcessRulebook _rulebook;
    private readonly ServiceProvider _services;
    private readonly IHostedService[] _hosted;
    private readonly IIssueProcessor _processor;

    private ProcessHost(ProcessRulebook rulebook, ServiceProvider services)
    {
        (_rulebook, _services) = (rulebook, services);
        _hosted = [.. services.GetServices<IHostedService>()];
        _processor = services.GetRequiredService<IIssueProcessor>();
    }

    public static async Task<ProcessHost> StartAsync(ProcessRulebook rulebook, Action<AutoResolveBuilder> useJournal)
    {
        var services = new ServiceCollection().AddLogging();
        useJournal(services.AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (rulebook.Folder, false)).AddFakes());
        var host = new ProcessHost(rulebook, services.BuildServiceProvider());
        foreach (var hosted in host._hosted)
            await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    public async ValueTask DoAsync(int caller, long number) => _rulebook.Add(await _processor.ProcessAsync(_rulebook.Issue(number)));

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _hosted.Reverse())
            await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
