using AutoResolve.Matching;
using AutoResolve.Words;
using CsCheck;

namespace AutoResolve.Tests.Matching.Properties;

/// <summary>What a writer does with case, punctuation, quotes and space changes no verdict.</summary>
public sealed class PhraseProperties
{
    private const string Conditions = """
        { "any": [ { "anyOf": ["sign in", "signed* out", "@out", "can't upload"] },
          { "near": ["claim", "error"], "within": 3 }, { "allOf": ["=lost", "sesion"] } ] }
        """;

    private static readonly CompiledRule Rule = Programs.Rule(Conditions, """ "lists": { "out": ["ID.me and", "登录"] },""");

    [Fact]
    public void Words_WrittenInOtherCase_AreTheSame() =>
        Arbitrary.Words.Sample(words =>
        {
            var text = string.Join(' ', words);
            Same(text, text.ToUpperInvariant());
            Same(text, text.ToLowerInvariant());
        });

    [Fact]
    public void Words_OtherwiseSeparated_AreTheSame() =>
        Gen.Select(
                Arbitrary.Words,
                Arbitrary
                    .Separator.Where(separator => separator is " " or "  " or "\n" or "\t" or "-" or "_" or "/" or " “" or "” " or "\u00A0")
                    .Array[14]
            )
            .Sample(
                (words, separators) =>
                    Same(string.Join(' ', words), separators[13] + string.Concat(words.Select((word, index) => word + separators[index])))
            );

    [Fact]
    public void Words_WithOtherApostrophes_AreTheSame() =>
        Gen.Select(Arbitrary.Words, Gen.OneOf('’', '‘', 'ʼ', '`', '´', '＇', '\''))
            .Sample((words, apostrophe) => Same(string.Join(' ', words), string.Join(' ', words).Replace('\'', apostrophe)));

    [Fact]
    public void Words_WithInvisibleCharacters_AreTheSame() =>
        Gen.Select(Arbitrary.Words, Arbitrary.Invisible, Gen.Int[0, 200])
            .Sample(
                (words, invisible, at) =>
                {
                    var text = string.Join(' ', words);
                    Same(text, text.Insert(at % (text.Length + 1), invisible));
                }
            );

    [Fact]
    public void Words_ComposedOrDecomposed_AreTheSame() =>
        Arbitrary.Words.Sample(words =>
            Same(string.Join(' ', words), string.Join(' ', words).Normalize(System.Text.NormalizationForm.FormD))
        );

    [Fact]
    public void Words_AnyLetterInOtherCase_AreTheSame() =>
        Gen
            .Char.Where(char.IsLetter)
            .Sample(letter => Assert.Equal(Fold(letter.ToString()), Fold(char.ToUpperInvariant(letter).ToString())));

    private static void Same(string one, string other)
    {
        Assert.Equal(Fold(one), Fold(other));
        var (left, right) = (Programs.Examine(Rule, Programs.Text(one)), Programs.Examine(Rule, Programs.Text(other)));
        Assert.Equal((left.Truth, left.Specificity, left.Evidence.Count), (right.Truth, right.Specificity, right.Evidence.Count));
    }

    private static string Fold(string text) => string.Join(' ', Tokenizer.Read(text).Select(word => word.Folded));
}
