namespace AutoResolve.Matching.Regexes;

/// <summary>Where a pattern was found.</summary>
internal readonly record struct TextMatch(int Index, int Length);
