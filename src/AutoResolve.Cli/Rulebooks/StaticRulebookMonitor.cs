namespace AutoResolve.Cli.Rulebooks;

/// <summary>A rulebook that stays as it was loaded.</summary>
internal sealed class StaticRulebookMonitor(Rulebook rulebook) : IRulebookMonitor, IDisposable
{
    public Rulebook Current => rulebook;

    public IDisposable OnReload(Action<RulebookReload> listener) => this;

    public void Dispose() { }
}
