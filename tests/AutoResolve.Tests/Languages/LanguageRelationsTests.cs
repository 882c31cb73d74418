using AutoResolve.Languages;

namespace AutoResolve.Tests.Languages;

/// <summary>Which languages a text may be in whose language, or only whose script, is known.</summary>
public sealed class LanguageRelationsTests
{
    [Fact]
    public void MayBe_WhateverIsTold_IsThatLanguage()
    {
        foreach (var tag in LanguageTable.Instance.Tags)
            Assert.True(LanguageRelations.MayBe(tag, $"{tag}-XX"), tag);
    }

    [Fact]
    public void MayBe_ScriptOfALanguageThatIsTold_IsNotRuledOut()
    {
        (string Script, string[] Languages)[] all =
        [
            ("und-Cyrl", ["ru", "uk", "be", "bg", "sr", "mk", "kk"]),
            ("und-Arab", ["ar", "fa", "ur", "kk"]),
            ("und-Deva", ["hi", "mr", "ne"]),
            ("und-Hani", ["zh", "ja"]),
        ];
        foreach (var (script, languages) in all)
        {
            foreach (var tag in LanguageTable.Instance.Tags)
                Assert.True(LanguageRelations.MayBe(script, tag) == languages.Contains(tag), $"{script} {tag}");
        }
    }

    [Theory]
    [InlineData("", "en", true)]
    [InlineData("en", "es", false)]
    [InlineData("en-US", "EN", true)]
    [InlineData("nob", "no", true)]
    [InlineData("iw", "he", true)]
    [InlineData("he", "yi", true)]
    [InlineData("zh", "yue", true)]
    [InlineData("zh", "ja", false)]
    [InlineData("hr", "sr-Latn", true)]
    [InlineData("und-Latn", "sw", true)]
    [InlineData("und-Cyrl", "art", true)]
    public void MayBe_Table(string taken, string language, bool expected) =>
        Assert.Equal(expected, LanguageRelations.MayBe(taken, language));

    [Theory]
    [InlineData("es", "en", true)]
    [InlineData("es", "ast", false)]
    [InlineData("und-Latn", "en-GB", true)]
    [InlineData("und-Latn", "fr", false)]
    [InlineData("und-Hani", "en", true)]
    [InlineData("und-Hani", "zh-TW", false)]
    public void IsCertainlyNot_Table(string read, string language, bool expected) =>
        Assert.Equal(expected, LanguageRelations.IsCertainlyNot(read, language));
}
