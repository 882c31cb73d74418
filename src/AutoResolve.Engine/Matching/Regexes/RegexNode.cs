namespace AutoResolve.Matching.Regexes;

/// <summary>A part of a regular expression.</summary>
internal abstract record RegexNode;
