namespace AutoResolve.Rules.Model;

/// <summary>Finds a value in a text.</summary>
/// <param name="Name">What questions call it.</param>
/// <param name="Tests">The patterns or phrases, any of which may find the value.</param>
internal sealed record Extractor(Located<string> Name, IReadOnlyList<TextCondition> Tests);
