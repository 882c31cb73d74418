using System.Text;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Words;

/// <summary>The table finds what comparing with every word finds.</summary>
public sealed class SpellingTableProperties
{
    private static readonly Gen<string> Letters = Gen.Char['a', 'd'].Array[3, 20].Select(letters => new string(letters));

    private static readonly Gen<string> Longer = Gen.Char['a', 'z'].Array[9, 34].Select(letters => new string(letters));

    private static readonly Gen<KeyValuePair<string, SpellingUse>> Entry = Gen.Select(
        Gen.OneOf(Letters, Letters, Longer),
        Gen.OneOf(SpellingUse.Exact, SpellingUse.Rule, SpellingUse.Guard, SpellingUse.Rule | SpellingUse.Guard),
        KeyValuePair.Create
    );

    [Fact]
    public void Find_AnyWordsAndErrors_IsAsByComparingWithEach() =>
        Gen.Select(Entry.Array[1, 60], Letters.Array[5], Gen.Int[0, 59].Array[40], Gen.Int[0, 40].Array[40], Gen.Int[0, 3].Array[40])
            .Sample(
                (entries, others, chosen, places, kinds) =>
                {
                    var words = entries.DistinctBy(entry => entry.Key).ToArray();
                    var table = new SpellingTable(words);
                    var typed = chosen.Select(
                        (number, at) => Typos.Make(words[number % words.Length].Key, places[at], kinds[at], (char)('a' + (places[at] % 4)))
                    );
                    var twice = typed.Select((word, at) => Typos.Make(word, places[^(at + 1)], kinds[^(at + 1)], 'b'));
                    foreach (var word in typed.Concat(twice).Concat(others).Concat(words.Select(entry => entry.Key)))
                        AssertFinds(word, words, table);
                },
                iter: LongRun.Of(500)
            );

    [Fact]
    public void Of_AnyTwoWords_IsTheDistanceUpToTheMost() =>
        Gen.Select(Letters, Letters, Gen.Int[0, 3])
            .Sample(
                (left, right, most) =>
                    SpellingDistance.Of(Encoding.ASCII.GetBytes(left), right, most) == Math.Min(Naive(left, right), most + 1),
                iter: 20_000
            );

    private static void AssertFinds(string word, KeyValuePair<string, SpellingUse>[] words, SpellingTable table)
    {
        List<SpellingCandidate> found = [];
        table.Find(Encoding.ASCII.GetBytes(word), found);
        var expected = words
            .Where(_ => word.Length is >= 3 and <= 32 && !words.Any(known => known.Key == word))
            .Where(known => known.Key.Length <= 32 && IsNear(word, known) && !CommonSpellings.Contains(Encoding.ASCII.GetBytes(word)))
            .Select(known => known.Key)
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, found.Select(candidate => table[candidate.Word]).Order(StringComparer.Ordinal));
        Assert.All(found, candidate =>
        {
            Assert.Equal(Naive(word, table[candidate.Word]), candidate.Edits);
            var use = words.Single(known => known.Key == table[candidate.Word]).Value;
            Assert.Equal(candidate.Edits == 1 && table[candidate.Word].Length >= 5 && use != SpellingUse.Guard, candidate.ForRules);
        });
        if (found.Count > 0 && word.Length <= WordKey.Longest)
            Assert.True(table.MayFind(WordKey.Of(Encoding.ASCII.GetBytes(word)), word.Length));
    }

    private static bool IsNear(string word, KeyValuePair<string, SpellingUse> known)
    {
        var isOfGuard = known.Value.HasFlag(SpellingUse.Guard);
        return Naive(word, known.Key) switch
        {
            1 => known.Key.Length >= (isOfGuard ? 4 : 5),
            2 => isOfGuard && known.Key.Length >= 7 && known.Key[..3] == word[..3],
            _ => false,
        };
    }

    private static int Naive(string left, string right)
    {
        var cells = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cells[row, column] = row + column;
                    continue;
                }

                var same = left[row - 1] == right[column - 1] ? 0 : 1;
                cells[row, column] = Math.Min(
                    Math.Min(cells[row - 1, column], cells[row, column - 1]) + 1,
                    cells[row - 1, column - 1] + same
                );
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    cells[row, column] = Math.Min(cells[row, column], cells[row - 2, column - 2] + 1);
            }
        }

        return cells[left.Length, right.Length];
    }
}
