namespace AutoResolve.Privacy;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Placeholder">What is to stand there.</param>
internal readonly record struct SensitiveSpan(int Start, int End, string Placeholder);
