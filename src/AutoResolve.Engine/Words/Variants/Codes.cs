namespace AutoResolve.Words.Variants;

/// <summary>The wordings of codes: "error 105", "error code 105", "error105", "error code 1,205", in all directions.</summary>
/// <param name="data">What a language calls them.</param>
internal sealed class Codes(VariantLanguage data)
{
    private const int LongestJoined = 11;
    private const int LongestAbbreviation = 3;

    private readonly string[][][] _kinds = [.. data.Codes.Select(line => line.Split('|').Select(VariantData.Words).ToArray())];

    /// <summary>The wordings of a code at a place of a phrase.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> parts, int at) => HasDigit(parts, at) ? Find(parts, at) : [];

    private static bool HasDigit(IReadOnlyList<VariantPart> parts, int at)
    {
        for (; at < parts.Count; at++)
        {
            if (parts[at].Word.AsSpan().ContainsAnyInRange('0', '9'))
                return true;
        }

        return false;
    }

    private IEnumerable<Rewriting> Find(IReadOnlyList<VariantPart> parts, int at)
    {
        if (at > 0 && GoesOn(parts[at - 1].Word, parts[at].Word))
            yield break;
        foreach (var kind in _kinds)
        {
            foreach (var says in kind)
            {
                var (code, length) = CodeAt(says, parts, at);
                if (length == 0 || (at + length < parts.Count && parts[at + length].Signs.Before == WordSigns.Fraction))
                    continue;
                foreach (var wording in kind.SelectMany(other => Written(other, code)))
                    yield return new Rewriting(length, wording, WordingKind.Wording);
                yield break;
            }
        }
    }

    // "Code 105" in "error code 105".
    private bool GoesOn(string? before, string? word) =>
        Array.Exists(_kinds, kind => Array.Exists(kind, says => says.Length > 1 && says[0] == before && says[1] == word));

    // What stands behind the words, or joined to them; it has a digit.
    private static (string Code, int Length) CodeAt(string[] says, IReadOnlyList<VariantPart> parts, int at)
    {
        var word = parts[at].Word!;
        if (says is [var name] && word.Length > name.Length && word.StartsWith(name, StringComparison.Ordinal))
            return AmountReader.IsNumber(word.AsSpan(name.Length)) ? (word[name.Length..], 1) : default;
        if (at + says.Length >= parts.Count || says.Where((said, place) => parts[at + place].Word != said).Any())
            return default;
        var end = at + says.Length;
        if (AmountReader.NumberAt(parts, end) is { Length: > 0 } number)
            return (number.Digits, says.Length + number.Length);
        return parts[end].Word is { } code && code.Any(char.IsAsciiDigit) ? (code, says.Length + 1) : default;
    }

    private static IEnumerable<VariantPart[]> Written(string[] says, string code)
    {
        VariantPart[] words = [.. says.Select(word => word.Length > LongestAbbreviation ? new VariantPart(word) : VariantPart.Exact(word))];
        if (!AmountReader.IsNumber(code))
        {
            yield return [.. words, VariantPart.Exact(code)];
            yield break;
        }

        foreach (var number in Quantities.Written(code, byBlank: false))
            yield return [.. words, .. number];
        if (says is [var name] && name.Length + code.Length <= LongestJoined)
            yield return [VariantPart.Exact(name + code)];
    }
}
