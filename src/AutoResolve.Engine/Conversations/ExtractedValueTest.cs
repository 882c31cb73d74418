using AutoResolve.Words;

namespace AutoResolve.Conversations;

/// <summary>One way to find a value.</summary>
internal abstract class ExtractedValueTest
{
    /// <returns>The first value in what is read of a view that is not denied, without space around it; null where there is none.</returns>
    public abstract TextRange? Find(TokenizedText view);
}
