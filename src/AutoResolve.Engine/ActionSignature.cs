using AutoResolve.Decisions.Signatures;

namespace AutoResolve;

/// <summary>What is known of an action handler without calling it: what rules that name it are checked against.</summary>
public sealed class ActionSignature
{
    private ParameterShape? _parameters;

    /// <summary>The name by which rules call it.</summary>
    public required string Name { get; init; }

    /// <summary>How much harm it can do.</summary>
    public required ActionSafety Safety { get; init; }

    /// <summary>Whether it may be called again with the same key.</summary>
    public required bool IsIdempotent { get; init; }

    /// <summary>Whether it can check what it has done.</summary>
    public bool CanVerify { get; init; }

    /// <summary>Whether it can take back what it has done.</summary>
    public bool CanUndo { get; init; }

    /// <summary>Whether it can tell what it would do.</summary>
    public bool SupportsDryRun { get; init; }

    /// <summary>The type of its parameters: one that Newtonsoft.Json can make, or a dictionary, which takes any.</summary>
    public required Type ParametersType { get; init; }

    internal ParameterShape Parameters => _parameters ??= ParameterShape.Of(ParametersType);

    /// <summary>Makes the parameters of an action.</summary>
    /// <param name="values">The values by name, templates filled in.</param>
    /// <returns>An object of <see cref="ParametersType"/>.</returns>
    /// <exception cref="ArgumentException">A value does not fit; the message holds its name, not the value.</exception>
    public object Bind(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Parameters.Bind(values);
    }
}
