using System.Collections.Frozen;

namespace AutoResolve.Words.Variants;

/// <summary>The wordings of several words that are listed: "cannot" and "can not", "c++" and "c plus plus".</summary>
/// <param name="words">What single words find in the language.</param>
internal sealed class FixedWordings(WordVariants words)
{
    private const int MinNoun = 4;

    private readonly FrozenDictionary<string, Wording[]> _byFirst = words
        .Data.Wordings.Select(line => line.Split('|').Select(says => Read(says, words)).ToArray())
        .SelectMany(all => all.Select(says => new Wording(says, [.. all.Where(other => other != says)])))
        .GroupBy(wording => wording.Says[0].Word!, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>What is as much as what stands at a place of a phrase.</summary>
    public IEnumerable<Rewriting> At(IReadOnlyList<VariantPart> parts, int at) =>
        _byFirst.TryGetValue(parts[at].Word!, out var wordings) ? At(wordings, parts, at) : [];

    private IEnumerable<Rewriting> At(Wording[] wordings, IReadOnlyList<VariantPart> parts, int at)
    {
        foreach (var wording in wordings)
        {
            if (!StandsAt(wording.Says, parts, at))
                continue;
            foreach (var other in wording.Others)
                yield return new Rewriting(
                    wording.Says.Length,
                    PartsOf(other, wording.Says, isAll: wording.Says.Length == parts.Count),
                    WordingKind.Wording
                );
        }
    }

    // "US" where "U.S." is meant, but not "us"; "user name", but not "user: name"; and "c sharp", but not "c sharped".
    private VariantPart[] PartsOf(VariantPart[] other, VariantPart[] says, bool isAll)
    {
        VariantPart[] parts = [.. other];
        if (isAll && parts is [{ Word: var word, Signs.HasSigns: false }] && words.NeedCapitals.Contains(word!))
            parts[0] = parts[0] with { Signs = WordSigns.None with { Capitals = word!.Length } };
        if (says.Length == 1 && other is [_, { Word.Length: >= MinNoun }] && other[0].Word + other[1].Word == says[0].Word)
            parts[^1] = parts[^1] with { Signs = WordSigns.None with { IsJoined = true } };
        return Array.Exists(says, part => part.Signs.HasSigns)
            ? Array.ConvertAll(parts, part => part.Signs.HasSigns ? part : part with { Forms = WantedForms.Only })
            : parts;
    }

    private bool StandsAt(VariantPart[] says, IReadOnlyList<VariantPart> parts, int at)
    {
        if (at + says.Length > parts.Count)
            return false;
        for (var place = 0; place < says.Length; place++)
        {
            var (said, part) = (says[place], parts[at + place]);
            if (said.Word != part.Word)
                return false;
            if (said.Signs.HasSigns && (said.Signs.Before, said.Signs.After) != (part.Signs.Before, part.Signs.After))
                return false;
        }

        return says.Length > 1 || parts[at].HasApostrophe || !words.NeedApostrophe.Contains(says[0].Word!);
    }

    private static VariantPart[] Read(string says, WordVariants words) =>
        [
            .. Tokenizer
                .Read(says)
                .Select(word => new VariantPart(word.Folded)
                {
                    Signs = WrittenSigns.Around(says, word.Start, word.Start + word.Length, word.Folded, words),
                }),
        ];

    /// <param name="Says">Its words.</param>
    /// <param name="Others">What is as much.</param>
    private sealed record Wording(VariantPart[] Says, VariantPart[][] Others);
}
