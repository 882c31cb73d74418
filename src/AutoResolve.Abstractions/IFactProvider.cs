namespace AutoResolve;

/// <summary>Looks facts up while an issue is decided: is service X down, is the account locked?</summary>
/// <remarks>Asked only for rules whose other conditions hold, at most once per fact and issue. Facts are looked up side by side: a provider
/// is made for each look-up, in a scope of its own, unless the host registers it as a singleton, which is called from several
/// threads.</remarks>
public interface IFactProvider
{
    /// <summary>The names of the facts it knows, as rules write them. Two providers may not share a name. Read once, from one that is made
    /// when the rules are loaded.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>Looks one fact up.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="issue">The issue being decided.</param>
    /// <param name="cancellationToken">Signalled when the caller gives up or the time limit is reached.</param>
    /// <returns>The value, or null where it is unknown. An exception counts as unknown and is remarked on.</returns>
    ValueTask<string?> LookUpAsync(string name, Issue issue, CancellationToken cancellationToken);
}
