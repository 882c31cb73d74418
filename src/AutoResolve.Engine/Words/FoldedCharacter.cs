using System.Text;

namespace AutoResolve.Words;

/// <summary>A character as words are read: what it is, and what it folds to in UTF-8.</summary>
/// <param name="Class">What it is to a reader of words.</param>
/// <param name="Folded">Its folded letters; empty where it is not part of words.</param>
internal sealed record FoldedCharacter(CharacterClass Class, byte[] Folded)
{
    private const int PageSize = 256;

    // Folding allocates, so characters of the basic plane are remembered, a page when one of it is first met.
    private static readonly FoldedCharacter?[]?[] Pages = new FoldedCharacter?[]?[(char.MaxValue + 1) / PageSize];

    // Of what is not part of words there is one for each class.
    private static readonly FoldedCharacter[] Unfolded =
    [
        .. Enum.GetValues<CharacterClass>().Select(kind => new FoldedCharacter(kind, [])),
    ];

    public static FoldedCharacter Of(Rune rune)
    {
        if (!rune.IsBmp)
            return Fold(rune);
        var page = Pages[rune.Value / PageSize] ??= new FoldedCharacter?[PageSize];
        return page[rune.Value % PageSize] ??= Fold(rune);
    }

    private static FoldedCharacter Fold(Rune rune)
    {
        var kind = CharacterFolding.Classify(rune);
        if (kind is not (CharacterClass.Letter or CharacterClass.Ideograph or CharacterClass.Mark))
            return Unfolded[(int)kind];
        var folded = new StringBuilder();
        CharacterFolding.AppendFolded(rune, folded);
        return new(kind, Encoding.UTF8.GetBytes(folded.ToString()));
    }
}
