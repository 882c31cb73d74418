namespace AutoResolve;

/// <summary>Holds the rulebook in force and tells of attempts to change it.</summary>
public interface IRulebookMonitor
{
    /// <summary>The rulebook in force. Loaded when first read.</summary>
    /// <exception cref="RulebookException">The first load found errors.</exception>
    Rulebook Current { get; }

    /// <summary>How the rulebook in force follows its source: whether changes are told, and whether the last was refused.</summary>
    /// <value>Default: it follows none.</value>
    RulebookState State => new();

    /// <summary>Calls back after every attempt to change the rulebook, one call at a time.</summary>
    /// <param name="listener">Called with what was tried and what came of it. An exception from it is logged.</param>
    /// <returns>Ends the calls when disposed of.</returns>
    IDisposable OnReload(Action<RulebookReload> listener);
}
