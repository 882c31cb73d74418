using System.Collections.Frozen;

namespace AutoResolve.Actions;

/// <summary>All handlers by name.</summary>
internal sealed class HandlerRegistry : IDisposable
{
    private readonly FrozenDictionary<string, HandlerPipeline> _pipelines;

    /// <exception cref="InvalidOperationException">Two handlers share a name, or one has none.</exception>
    public HandlerRegistry(IEnumerable<BoundHandler> handlers, TimeProvider timeProvider)
    {
        var pipelines = new Dictionary<string, HandlerPipeline>(StringComparer.Ordinal);
        foreach (var handler in handlers)
        {
            if (string.IsNullOrWhiteSpace(handler.Signature.Name))
                throw new InvalidOperationException("A handler has no name. Give it one.");
            if (!pipelines.TryAdd(handler.Signature.Name, new HandlerPipeline(handler, timeProvider)))
                throw new InvalidOperationException($"Two handlers are called '{handler.Signature.Name}'. Leave one out, or give it another name.");
        }

        _pipelines = pipelines.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<BoundHandler> Handlers => [.. _pipelines.Values.Select(pipeline => pipeline.Handler)];

    public HandlerPipeline? Find(string name) => _pipelines.GetValueOrDefault(name);

    public void Dispose()
    {
        foreach (var pipeline in _pipelines.Values)
            pipeline.Dispose();
    }
}
