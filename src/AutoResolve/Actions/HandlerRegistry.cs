using System.Collections.Frozen;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>All handlers by name; made when one is first needed.</summary>
internal sealed class HandlerRegistry : IDisposable
{
    private readonly MadeOnce<FrozenDictionary<string, HandlerPipeline>> _pipelines;

    public HandlerRegistry(
        PlugInFactory plugIns,
        IEnumerable<HandlerRegistration> added,
        IOptionsMonitor<HandlerOptions> options,
        TimeProvider timeProvider,
        ILoggerFactory? loggers = null
    ) => _pipelines = new("the handlers", () => Make(plugIns, added, options, timeProvider, loggers ?? NullLoggerFactory.Instance));

    /// <exception cref="InvalidOperationException">Handlers cannot be made, share a name, or have none; all problems at
    /// once.</exception>
    public IReadOnlyList<BoundHandler> Handlers => [.. _pipelines.Value.Values.Select(pipeline => pipeline.Handler)];

    public HandlerPipeline? Find(string name) => _pipelines.Value.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Made?.Values ?? [])
            pipeline.Dispose();
    }

    private static FrozenDictionary<string, HandlerPipeline> Make(
        PlugInFactory plugIns,
        IEnumerable<HandlerRegistration> added,
        IOptionsMonitor<HandlerOptions> options,
        TimeProvider timeProvider,
        ILoggerFactory loggers
    )
    {
        var pipelines = new Dictionary<string, HandlerPipeline>(StringComparer.Ordinal);
        var problems = new PlugInProblems();
        foreach (var registration in added)
            problems.Try(() => Add(registration.Create(registration, plugIns, options.Get(registration.Handler.FullName), loggers)));
        problems.ThrowIfAny();
        return pipelines.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(BoundHandler handler)
        {
            if (string.IsNullOrWhiteSpace(handler.Signature.Name))
                problems.Add("A handler has no name. Give it one.");
            else if (!pipelines.TryAdd(handler.Signature.Name, new HandlerPipeline(handler, timeProvider)))
                problems.Add($"Two handlers are called '{handler.Signature.Name}'. Leave one out, or give it another name.");
        }
    }
}
