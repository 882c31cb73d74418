using AutoResolve.Sources.Watching;

namespace AutoResolve;

/// <summary>How the rules in force follow their source.</summary>
public sealed class RulebookState
{
    /// <summary>How changes of the source are found, and where they are not told, why.</summary>
    /// <value>Default: <see cref="WatchStatus.Off"/>.</value>
    public WatchState Watch { get; init; } = new(WatchStatus.Off);

    /// <summary>Why the rule files as they are now are not in force, a line for each error: <c>path:line:column code message</c>. The last
    /// good rulebook is in force meanwhile. What could not be read is tried again, what is wrong stays refused until it is
    /// changed.</summary>
    /// <value>Default: empty, where they are in force.</value>
    public IReadOnlyList<string> Refused { get; init; } = [];
}
