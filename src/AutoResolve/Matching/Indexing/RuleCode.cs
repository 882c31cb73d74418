namespace AutoResolve.Matching.Indexing;

/// <summary>The conditions of all rules as numbers in one array, so that running one touches little memory. Immutable.</summary>
internal sealed class RuleCode
{
    /// <summary>See <see cref="Opcode"/>.</summary>
    public required int[] Code { get; init; }

    /// <summary>Where each shared condition begins in <see cref="Code"/>.</summary>
    public required int[] Shared { get; init; }

    /// <summary>Conditions that read the text itself.</summary>
    public required CompiledCondition[] Leaves { get; init; }

    /// <summary>The elements of all phrases: a term, or a list as its complement.</summary>
    public required int[] Elements { get; init; }

    /// <summary>Where each phrase begins in <see cref="Elements"/>, and where the last ends.</summary>
    public required int[] PhraseStarts { get; init; }

    /// <summary>The phrases of each list.</summary>
    public required int[][] Lists { get; init; }

    public ReadOnlySpan<int> ElementsOf(int phrase) => Elements.AsSpan(PhraseStarts[phrase], PhraseStarts[phrase + 1] - PhraseStarts[phrase]);
}
