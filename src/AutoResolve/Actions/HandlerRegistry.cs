using System.Collections.Frozen;
using AutoResolve.PlugIns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AutoResolve.Actions;

/// <summary>All handlers by name.</summary>
internal sealed class HandlerRegistry : IDisposable
{
    private readonly FrozenDictionary<string, HandlerPipeline> _pipelines;

    /// <exception cref="InvalidOperationException">Handlers cannot be made, share a name, or have none; all problems at
    /// once.</exception>
    public HandlerRegistry(
        PlugInFactory plugIns,
        IEnumerable<HandlerRegistration> added,
        IOptionsMonitor<HandlerOptions> options,
        TimeProvider timeProvider,
        ILoggerFactory? loggers = null)
    {
        var pipelines = new Dictionary<string, HandlerPipeline>(StringComparer.Ordinal);
        var problems = new PlugInProblems();
        foreach (var registration in added)
            problems.Try(() => Add(registration.Create(
                registration, plugIns, options.Get(registration.Handler.FullName), loggers ?? NullLoggerFactory.Instance)));
        problems.ThrowIfAny();
        _pipelines = pipelines.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(BoundHandler handler)
        {
            if (string.IsNullOrWhiteSpace(handler.Signature.Name))
                problems.Add("A handler has no name. Give it one.");
            else if (!pipelines.TryAdd(handler.Signature.Name, new HandlerPipeline(handler, timeProvider)))
                problems.Add($"Two handlers are called '{handler.Signature.Name}'. Leave one out, or give it another name.");
        }
    }

    public IReadOnlyList<BoundHandler> Handlers => [.. _pipelines.Values.Select(pipeline => pipeline.Handler)];

    public HandlerPipeline? Find(string name) => _pipelines.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values)
            pipeline.Dispose();
    }
}
