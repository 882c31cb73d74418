using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>The wordings of several words that are listed: "cannot" and "can not", "error 105" and "error code 105".</summary>
/// <param name="words">What single words find in the language.</param>
internal sealed class FixedWordings(WordVariants words)
{
    private const int MinNoun = 4;

    private readonly FrozenDictionary<string, Wording[]> _byFirst = words
        .Data.Wordings.Select(line => line.Split('|').Select(Read).ToArray())
        .SelectMany(all => all.Select(says => new Wording(says, [.. all.Where(other => other != says)])))
        .GroupBy(wording => wording.Says[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>What is as much as what stands at a place of a phrase.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> parts, int at)
    {
        foreach (var wording in _byFirst.GetValueOrDefault(parts[at].Word!, []))
        {
            if (Code(wording.Says, parts, at) is not { } code)
                continue;
            foreach (var other in wording.Others)
                yield return new Rewriting(
                    wording.Says.Length,
                    PartsOf(other, wording.Says, code, isAll: wording.Says.Length == parts.Count),
                    WordingKind.Wording
                );
        }
    }

    // "US" where "U.S." is meant, but not "us"; and "user name", but not "user: name".
    private VariantPart[] PartsOf(string[] other, string[] says, string code, bool isAll)
    {
        VariantPart[] parts = [.. other.Select(word => new VariantPart(word.Replace("#", code, StringComparison.Ordinal)))];
        if (isAll && parts is [{ Word: var word }] && words.NeedCapitals.Contains(word!))
            parts[0] = parts[0] with { Signs = WordSigns.None with { Capitals = word!.Length } };
        if (says.Length == 1 && other is [_, { Length: >= MinNoun }] && string.Concat(other) == says[0])
            parts[^1] = parts[^1] with { Signs = WordSigns.None with { IsJoined = true } };
        return parts;
    }

    // What "#" stands for where the wording stands there, "" where it has none; null where it does not stand there.
    private string? Code(string[] says, IReadOnlyList<VariantPart> parts, int at)
    {
        var code = "";
        for (var part = 0; part < says.Length; part++)
        {
            if (at + part >= parts.Count || parts[at + part].Word is not { } word)
                return null;
            if (says.Length == 1 && !parts[at].HasApostrophe && words.NeedApostrophe.Contains(word))
                return null;
            if (says[part] == "#" && word.Any(char.IsAsciiDigit))
                code = word;
            else if (says[part] != word)
                return null;
        }

        return code;
    }

    private static string[] Read(string says) =>
        [
            .. says.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(word => word.Contains('#', StringComparison.Ordinal) ? [word] : VariantData.Words(word)),
        ];

    /// <param name="Says">Its words.</param>
    /// <param name="Others">What is as much.</param>
    private sealed record Wording(string[] Says, string[][] Others);
}
