namespace AutoResolve.Matching.Indexing;

/// <summary>Where the conditions begin in the code that say what a rule has left to do, -1 for what has no condition.</summary>
/// <param name="Tried"><c>triedWhen</c> of each step; null where no step has one.</param>
/// <param name="Answered"><c>answeredWhen</c> of each question; null where no question has one.</param>
internal sealed record AsideStarts(int[]? Tried, int[]? Answered);
