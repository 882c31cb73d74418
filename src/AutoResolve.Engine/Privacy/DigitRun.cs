namespace AutoResolve.Privacy;

/// <summary>Digits without anything visible between them.</summary>
/// <param name="Start">The first digit.</param>
/// <param name="End">The character behind the last.</param>
/// <param name="Length">How many digits.</param>
internal readonly record struct DigitRun(int Start, int End, int Length);
