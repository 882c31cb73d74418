namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of what became of an issue.</summary>
/// <param name="Summary">Why, in a sentence for staff.</param>
/// <param name="Decision">The key of the decision's entry; null where that cannot be read.</param>
internal sealed record DispositionContent(string Summary, string? Decision = null);
