using AutoResolve.Words.Inflection;

namespace AutoResolve.Tests.Words.Inflection;

/// <summary>What holds for the inflections of all languages.</summary>
public sealed class InflectorTests
{
    [Theory]
    [InlineData("es", "comer", "come")]
    [InlineData("es", "decir", "dice")]
    [InlineData("it", "caso", "case")]
    [InlineData("de", "wollen", "will")]
    public void Forms_CommonWordOfEnglish_IsNone(string language, string word, string form) =>
        Assert.DoesNotContain(form, Inflector.Forms(word, language));

    [Theory]
    [InlineData("es", "come", "come")]
    [InlineData("fr", "code", "codes")]
    [InlineData("fr", "complet", "complete")]
    public void Forms_CommonWordOfEnglish_IsOneWhereItIsWrittenOrOfTheSameRoot(string language, string word, string form) =>
        Assert.Contains(form, Inflector.Forms(word, language));

    [Theory]
    [InlineData("loeschen")]
    [InlineData("loschen")]
    public void Forms_Umlaut_IsFoundAsPeopleWriteIt(string word) =>
        Assert.Superset(new HashSet<string> { "loschen", "loeschen", "geloscht", "geloescht" }, Inflector.Forms(word, "de").ToHashSet());

    [Theory]
    [InlineData("es", "con")]
    [InlineData("es", "ahora")]
    [InlineData("pt", "mais")]
    [InlineData("it", "sopra")]
    [InlineData("fr", "pour")]
    [InlineData("de", "nicht")]
    [InlineData("es", "va10")]
    [InlineData("nl", "fietsen")]
    [InlineData("ru", "вход")]
    public void Forms_WordWithoutInflections_IsItselfOnly(string language, string word) =>
        Assert.Equal([word], Inflector.Forms(word, language));

    [Theory]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("fr")]
    [InlineData("de")]
    public void Forms_AnyWord_AreFewAndFoldedAndHaveIt(string language)
    {
        foreach (var word in InflectionPairs.Of(language).SelectMany(pair => AutoResolve.Words.Tokenizer.Read(pair.Word)))
        {
            var forms = Inflector.Forms(word.Folded, language);
            Assert.Contains(word.Folded, forms);
            Assert.InRange(forms.Count, 1, FormSet.Max);
            Assert.All(forms, form => Assert.True(FormSet.IsPlain(form), form));
        }
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("ES-mx", "es")]
    [InlineData("pt_BR", "pt")]
    public void Of_Tag_IsItsFirstPart(string tag, string language) => Assert.Equal(language, WordLanguage.Of(tag));
}
