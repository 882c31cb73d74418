using AutoResolve.Words;

namespace AutoResolve;

/// <summary>One of the wordings in which a phrase of a rule is found.</summary>
/// <param name="Words">
/// Word by word, what is found there: the word as it is folded first, then its other forms in ordinal order. A list is <c>@name</c>, a
/// prefix
/// <c>prefix*</c>.
/// </param>
/// <param name="Kinds">Why it is one with the phrase: <see cref="WordingKind.Written"/> alone, or a kind for each piece worded
/// otherwise.</param>
public sealed record PhraseWording(IReadOnlyList<IReadOnlyList<string>> Words, IReadOnlyList<WordingKind> Kinds);
