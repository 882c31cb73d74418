namespace AutoResolve.Matching.Regexes;

/// <summary>A part several times.</summary>
/// <param name="Part">The part.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; null for any number.</param>
/// <param name="IsLazy">Whether fewer times are preferred.</param>
internal sealed record RepeatNode(RegexNode Part, int Least, int? Most, bool IsLazy) : RegexNode;
