namespace AutoResolve.Scenarios.Running;

/// <summary>What a caller was told.</summary>
/// <param name="Request">What it had asked for.</param>
/// <param name="Case">The case.</param>
/// <param name="Disposition">What became of it.</param>
/// <param name="When">When.</param>
internal sealed record Told(string Request, CaseReference Case, Disposition Disposition, long When);
