namespace AutoResolve;

/// <summary>A fact that was looked up while deciding.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Value">Its value; null where it is unknown.</param>
/// <param name="Problem">Why it is unknown, where the look-up failed; else null.</param>
public sealed record FactLookup(string Name, string? Value, string? Problem)
{
    // The value may be about a person.
    /// <inheritdoc />
    public override string ToString() => Value is null ? $"{Name}: unknown" : $"{Name}: known";
}
