namespace AutoResolve.Rules.Model;

/// <summary>An issue type rises when so many issues of it came within such a time.</summary>
internal sealed record Trend(int Reports, TimeSpan Within);
