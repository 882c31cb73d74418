namespace AutoResolve.Privacy;

/// <summary>A word in a text that says what a number behind it is.</summary>
/// <param name="End">The character behind it.</param>
/// <param name="Kind">What it says.</param>
internal readonly record struct ContextWord(int End, ContextKind Kind);
