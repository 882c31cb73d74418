namespace AutoResolve.Privacy;

/// <summary>A known phrase in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Kind">What it says.</param>
internal readonly record struct PhraseHit(int Start, int End, WordKind Kind);
