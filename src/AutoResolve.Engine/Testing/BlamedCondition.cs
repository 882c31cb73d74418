namespace AutoResolve.Testing;

/// <summary>A condition that made a rule match or not match, against what was wanted.</summary>
/// <param name="Pointer">The condition as a JSON pointer into the rule.</param>
/// <param name="Description">The condition in words.</param>
/// <param name="Truth">What it came to.</param>
/// <param name="Evidence">The text that made it hold, as it stands in the issue; empty where it does not hold.</param>
public sealed record BlamedCondition(string Pointer, string Description, Truth Truth, IReadOnlyList<string> Evidence);
