using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;
using AutoResolve.Sources;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Rules;

namespace AutoResolve.Tests.Matching;

/// <summary>What the language of a set and of a list decides: which forms words have, and which issues rules look at.</summary>
public sealed class LanguageTests
{
    private const string Blocked = """{ "anyOf": ["bloquear cuenta", "@closed"] }""";
    private const string Lists = """ "lists": { "closed": ["cerrar sesión"] }, """;

    [Theory]
    [InlineData("es", "Me bloquearon cuentas", true)]
    [InlineData("es-MX", "Me bloquearon cuentas", true)]
    [InlineData("es", "Se cierra la sesión", false)]
    [InlineData("es", "Cerraron sesiones", true)]
    [InlineData("pt", "Cerraron sesiones", false)]
    [InlineData("vi", "bloquear cuenta", true)]
    [InlineData("vi", "Me bloquearon cuentas", false)]
    public void Set_Language_SaysWhatFormsItsWordsHave(string language, string text, bool expected) =>
        Assert.Equal(expected, Programs.Holds(Blocked, text, $$""" "language": "{{language}}", {{Lists}}"""));

    [Fact]
    public void Set_WithoutLanguage_HasWordsOfEnglish()
    {
        Assert.True(Programs.Holds("""{ "anyOf": ["reset account"] }""", "resetting accounts"));
        Assert.False(Programs.Holds(Blocked, "Me bloquearon cuentas", Lists));
    }

    [Fact]
    public void List_Language_GoesBeforeThatOfItsSet()
    {
        const string set = """
             "language": "en", "lists": { "all": ["account locked", "@spanish"],
               "spanish": { "phrases": ["bloquear", "=cerrar"], "language": "es" } },
            """;
        const string when = """{ "anyOf": ["@all"] }""";
        Assert.True(Programs.Holds(when, "accounts locked", set));
        Assert.True(Programs.Holds(when, "bloqueada", set));
        Assert.False(Programs.Holds(when, "cerrada", set));
        Assert.False(Programs.Holds("""{ "anyOf": ["bloquear"] }""", "bloqueada", set));
    }

    [Theory]
    [InlineData("รหัสผ่าน", "ฉันลืมรหัสผ่านครับ", "รหัสผ่าน")]
    [InlineData("ลืม รหัสผ่าน", "ฉันลืมรหัสผ่าน", "ลืมรหัสผ่าน")]
    [InlineData("ผ่าน", "ฉันลืมรหัสผ่าน", "ผ่าน")]
    [InlineData("រពាក្យសម្ងាត់", "ខ្ញុំភ្លេចពាក្យសម្ងាត់", null)]
    [InlineData("ពាក្យសម្ងាត់", "ខ្ញុំភ្លេចពាក្យសម្ងាត់", "ពាក្យសម្ងាត់")]
    [InlineData("หา", "หาย ปัญหา", "หา")]
    [InlineData("หา", "ห้า", null)]
    [InlineData("كلمة المرور", "نسيت كلـــمة المرور", "كلـــمة المرور")]
    [InlineData("كلـمة", "نسيت كلمة المرور", "كلمة")]
    public void Phrase_OfScriptWithoutBlanks_IsFoundBetweenAnyCharacters(string phrase, string text, string? evidence)
    {
        var input = Programs.Text(text);
        var match = Programs.Examine(Programs.Rule($$"""{ "anyOf": ["{{phrase}}"] }"""), input);
        Assert.Equal(evidence, match.Evidence.Select(item => item.TextIn(input.Delivered)).FirstOrDefault());
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void Phrase_OfScriptWithoutBlanks_HasTwiceAsManyLettersAsWords(int letters, bool expected) =>
        Assert.Equal(expected, Programs.Problems($$"""{ "anyOf": ["{{new string('ก', letters)}}"] }""") == "");

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("es", true)]
    [InlineData("ES_mx", true)]
    [InlineData("en-US", false)]
    [InlineData("est", false)]
    [InlineData("spa", true)]
    [InlineData("English", true)]
    [InlineData("und", true)]
    public void Rule_OfSetWithLanguage_LooksAtIssuesInItOrInNoneThatIsKnown(string? locale, bool expected)
    {
        var rule = Programs.Rule("""{ "anyOf": ["bloquear"] }""", """ "language": "es", """);
        Assert.Equal(expected, rule.InScope(Programs.Prepare(Issue(locale))));
    }

    [Theory]
    [InlineData("ru", "Принтер не работает", true)]
    [InlineData("uk", "Принтер не работает", true)]
    [InlineData("uz", "Принтер не работает", true)]
    [InlineData("en", "Принтер не работает", false)]
    [InlineData("ar", "Принтер не работает", false)]
    [InlineData("vi", "Принтер не работает", false)]
    [InlineData("el", "Принтер не работает", false)]
    [InlineData("art", "Принтер не работает", true)]
    [InlineData("ru", "Не могу войти в аккаунт, пожалуйста помогите", true)]
    [InlineData("uk", "Не могу войти в аккаунт, пожалуйста помогите", false)]
    [InlineData("ar", "تم قفل الحساب منذ أمس", true)]
    [InlineData("fa", "تم قفل الحساب", true)]
    [InlineData("ru", "تم قفل الحساب منذ أمس", false)]
    [InlineData("zh", "打印机故障", true)]
    [InlineData("zh-Hant", "打印机故障", true)]
    [InlineData("ja", "打印机故障", true)]
    [InlineData("en", "打印机故障", false)]
    [InlineData("zh", "ログインできません", false)]
    [InlineData("el", "Δεν μπορώ να συνδεθώ", true)]
    [InlineData("nb", "Jeg får ikke logget inn på kontoen min, kan dere hjelpe meg", true)]
    [InlineData("fil", "Hindi ako makapasok sa account ko", true)]
    [InlineData("ast", "No puedo entrar a mi cuenta", true)]
    [InlineData("pt", "No puedo entrar a mi cuenta", false)]
    [InlineData("es", "Siwezi kuingia kwenye akaunti yangu, tafadhali nisaidie haraka iwezekanavyo", true)]
    public void Rule_OfSetWithLanguage_LooksAtTextsThatAreNotCertainlyInAnother(string language, string text, bool expected)
    {
        var rule = Programs.Rule("""{ "anyOf": ["=x"] }""", $$""" "language": "{{language}}", """);
        Assert.Equal(expected, rule.InScope(Programs.Text(text)));
    }

    [Theory]
    [InlineData(""" "language": "es", "guard": true, """, """ "outcome": "escalate" """)]
    [InlineData("", """ "outcome": "escalate", "team": "t" """)]
    public void Rule_OfGuardOrOfSetWithoutLanguage_LooksAtAllIssues(string set, string then)
    {
        var json = $$"""
            { "set": "s", "title": "S", "owner": "o", {{set}} "rules": [
              { "id": "a.b", "title": "R", "type": "a/b", "status": "active", "when": { "anyOf": ["bloquear"] }, "then": { {{then}} } } ] }
            """;
        var (program, problems) = Programs.TryCompile(json);
        Assert.Equal("", problems);
        Assert.True(program.Rules[0].InScope(Programs.Prepare(Issue("en"))));
    }

    [Theory]
    [InlineData(""" "language": "spanish", """)]
    [InlineData(""" "lists": { "a": { "phrases": ["b"], "language": "e_s" } }, """)]
    public void Set_LanguageThatIsNoTag_IsAnError(string set)
    {
        var diagnostics = new List<Diagnostic>();
        RuleSetReader.Read(RuleFiles.File(RuleFiles.Rule(when: """{ "anyOf": ["b"] }""", set: set)), diagnostics);
        Assert.Equal(ReadingCodes.BadLanguage, Assert.Single(diagnostics).Code);
    }

    [Fact]
    public async Task Rulebook_DefaultLocale_IsTheLanguageOfSetsThatSayNone()
    {
        var file = new RuleSourceFile(
            "a.json",
            RuleFiles.Rule(when: """{ "anyOf": ["bloquear"] }""").Replace("draft", "active", StringComparison.Ordinal)
        );
        var issue = new Issue { Id = "1", Text = "Cuenta bloqueada" };
        foreach (var (locale, expected) in new[] { ("es-ES", 1), ("en", 0) })
        {
            var rulebook = await Rulebook.LoadAsync(RuleSource.Memory(file), new RulebookOptions { DefaultLocale = locale });
            Assert.Equal(expected, rulebook.Evaluate(issue).Matches.Count);
        }
    }

    [Fact]
    public void Explain_RuleOfAnotherLanguage_SaysSo()
    {
        var set = SomeRules.Set("en", """ "language": "en", """, SomeRules.Rule("locked", when: """{ "anyOf": ["locked"] }"""));

        var explanation = SomeRules.Load(set).Explain("Принтер не работает: locked");

        Assert.Equal(
            "the issue is not in its scope: language is und-Cyrl, not en as that of its set",
            Assert.Single(explanation.Skipped).Summary
        );
    }

    private static Issue Issue(string? locale) =>
        new()
        {
            Id = "1",
            Text = "bloqueada",
            Locale = locale,
        };
}
