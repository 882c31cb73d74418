namespace AutoResolve.Sources;

/// <summary>A source gives more than is read of one.</summary>
/// <param name="what">What is too much, as a sentence goes on.</param>
internal sealed class SourceTooLargeException(string what) : IOException(what);
