namespace AutoResolve;

/// <summary>An issue type rises when so many issues of it came within such a time.</summary>
/// <param name="Reports">How many.</param>
/// <param name="Within">The time.</param>
public sealed record TrendThreshold(int Reports, TimeSpan Within);
