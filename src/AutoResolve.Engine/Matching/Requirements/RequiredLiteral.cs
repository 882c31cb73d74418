namespace AutoResolve.Matching.Requirements;

/// <summary>
/// Letters that a run of the text must have. The runs of a text are its longest runs of what <see cref="Text.AsciiRuns"/> takes.
/// </summary>
/// <param name="Text">The letters and digits, folded.</param>
/// <param name="IsStart">Whether the run must begin with them.</param>
/// <param name="IsEnd">Whether it must end with them; with <paramref name="IsStart"/> it is no more than them.</param>
internal readonly record struct RequiredLiteral(string Text, bool IsStart, bool IsEnd);
