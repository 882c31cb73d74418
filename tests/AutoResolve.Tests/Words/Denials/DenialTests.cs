using AutoResolve.Matching;
using AutoResolve.Tests.Decisions;
using AutoResolve.Tests.Matching;
using Newtonsoft.Json;

namespace AutoResolve.Tests.Words.Denials;

/// <summary>What a sentence denies, calls over or solved, or only supposes is no hit.</summary>
public sealed class DenialTests
{
    /// <summary>See the table in rules/docs/denied.md.</summary>
    [Theory]
    [InlineData("red light", "I do not have a red light on my router", DenialReason.Denied)]
    [InlineData("red light", "There isn’t any red light.", DenialReason.Denied)]
    [InlineData("error code", "No blank page, error code or message is shown", DenialReason.Denied)]
    [InlineData("blinking", "no red or blinking light", DenialReason.Denied)]
    [InlineData("error", "no red light, no blinking and no error", DenialReason.Denied)]
    [InlineData("locked out", "Locked out: N/A", DenialReason.Denied)]
    [InlineData("network error", "Network error - not seen. Wants the form.", DenialReason.Denied)]
    [InlineData("error 110", "I do not have:\nError 110", DenialReason.Denied)]
    [InlineData("error 110", "I am not (thank God) getting error 110", DenialReason.Denied)]
    [InlineData("hacked", "nobody hacked my account", DenialReason.Denied)]
    [InlineData("signed out", "I never got signed out", DenialReason.Denied)]
    [InlineData("error 110", "I dont hvae any error 110", DenialReason.Denied)]
    [InlineData("upload failed", "notihng says upload failed", DenialReason.Denied)]
    [InlineData("no audio", "It isn't true that there was no audio", DenialReason.Denied)]
    [InlineData("cant log in", "Its not that I cant log in", DenialReason.Denied)]
    [InlineData("gesperrt", "bin nicht gesperrt", DenialReason.Denied)]
    [InlineData("voyant rouge", "il n'y a pas de voyant rouge", DenialReason.Denied)]
    [InlineData("erro 110", "não tenho erro 110", DenialReason.Denied)]
    [InlineData("errore 110", "non ho nessun errore 110", DenialReason.Denied)]
    [InlineData("error 110", "no loger getting error 110", DenialReason.Over)]
    [InlineData("error 112", "Until yesterday I had error 112", DenialReason.Over)]
    [InlineData("bloqueada", "Antes estaba bloqueada cada semana, ya no.", DenialReason.Over)]
    [InlineData("cuenta duplicada", "Lo de la cuenta duplicada ya se arregló", DenialReason.Solved)]
    [InlineData("upload error", "upload error has been resolvd", DenialReason.Solved)]
    [InlineData("charged twice", "Will I be charged twice if I press it again?", DenialReason.Supposed)]
    [InlineData("error 110", "Should error 110 ever come up, do I call?", DenialReason.Supposed)]
    [InlineData("identity theft", "Is there a way to prevent identity theft?", DenialReason.Supposed)]
    [InlineData("blinking", "No red light or blinking here", DenialReason.Denied)]
    [InlineData("red light", "we never had a red light", DenialReason.Denied)]
    [InlineData("error message", "It closes without any error message at all", DenialReason.Denied)]
    [InlineData("error 110", "it's not error 110 this time", DenialReason.Denied)]
    [InlineData("error 110", "I'm not getting error 110", DenialReason.Denied)]
    [InlineData("locked out", "I am not locked out; I need a letter", DenialReason.Denied)]
    [InlineData("locked out", "I don't think I am locked out", DenialReason.Denied)]
    [InlineData("locked out", "Vet denies being locked out", DenialReason.Denied)]
    [InlineData("charged twice", "I wasn't\ncharged twice", DenialReason.Denied)]
    [InlineData("luz roja", "el módem no tiene luz roja", DenialReason.Denied)]
    [InlineData("lenta", "la conexión nunca estuvo lenta", DenialReason.Denied)]
    [InlineData("signed out", "No longer getting signed out right away. You can close this.", DenialReason.Over)]
    [InlineData("slow", "Thanks, the wifi is not slow any more", DenialReason.Denied)]
    [InlineData("wrong name", "They used to have my wrong name on it", DenialReason.Over)]
    [InlineData("error 002", "Never mind, error 002 is gone and I am signed in.", DenialReason.Over)]
    [InlineData("bad gateway", "Earlier we had bad gateway. It cleared around noon.", DenialReason.Over)]
    [InlineData("error 003", "error 003 hasn't come back since Friday", DenialReason.Over)]
    [InlineData("account being locked", "I no longer need help with my account being locked", DenialReason.Over)]
    [InlineData("se cierra la sesión", "Ya no se cierra la sesión sola, gracias", DenialReason.Over)]
    [InlineData("blank page", "the blank page is fixed now", DenialReason.Solved)]
    [InlineData("crash", "New version tonight, it took care of the crash", DenialReason.Solved)]
    [InlineData("upload failed", "Please disregard my mail about the upload failed thing", DenialReason.Solved)]
    [InlineData("blank page", "Got a blank page on the letters. All fixed now.", DenialReason.Solved)]
    [InlineData("archivo rechazado", "lo del archivo rechazado quedó arreglado", DenialReason.Solved)]
    [InlineData("locked", "If it were locked I would know", DenialReason.Supposed)]
    [InlineData("page is down", "What do I do in case the page is down on the due date", DenialReason.Supposed)]
    [InlineData("cannot attend", "In the event that I cannot attend, whom do I phone?", DenialReason.Supposed)]
    [InlineData("site crashes", "what if the site crashes halfway", DenialReason.Supposed)]
    [InlineData("caída", "Por si la página está caída, ¿hay un número?", DenialReason.Supposed)]
    // Hits: what was over is back, and what is denied is a denial.
    [InlineData("error 112", "Error 112 was fixed on Monday but came back Wednesday.", null)]
    [InlineData("locked out", "not that I'm not locked out", null)]
    [InlineData("frozen", "not treu that its not frozen", null)]
    [InlineData("error 007", "Never a day without error 007", null)]
    [InlineData("luz roja", "No digan que no hay luz roja", null)]
    [InlineData("error 110", "I never had error 110 before today", null)]
    [InlineData("wrong address", "Cust disputes that wrong address was corrected", null)]
    [InlineData("form won't submit", "It is not true that it's fixed, the form won't submit", null)]
    // Hits: something else is denied.
    [InlineData("locked out", "Never mind my english I am locked out", null)]
    [InlineData("red light", "We have no internet red light on the router", null)]
    [InlineData("error 404", "The page is not loading error 404", null)]
    [InlineData("double charged", "I'm not happy at all that I was double charged", null)]
    [InlineData("overcharged", "Not the first time I was overcharged", null)]
    [InlineData("slow", "not only is it slow but it also eats my data", null)]
    [InlineData("error 110", "no puedo entrar me sale error 110", null)]
    [InlineData("charged twice", "I don't understand why I was charged twice", null)]
    [InlineData("charged twice", "I never asked to be charged twice", null)]
    [InlineData("hacked", "I don't know if I was hacked", null)]
    [InlineData("error 110", "nobody can tell me what error 106 or error 110 means", null)]
    [InlineData("red light", "I don't have any idea what the red light means", null)]
    [InlineData("locked out", "I have not been able to do anything since I got locked out", null)]
    [InlineData("error 110", "I do not know why I get error 110", null)]
    [InlineData("blank", "I didn't change anything but the page is blank", null)]
    [InlineData("signed out", "no matter what I do I get signed out", null)]
    [InlineData("locked out", "I am not only locked out but also furious", null)]
    [InlineData("error 110", "I can't get past error 110", null)]
    [InlineData("error 002", "error 002 does not go away", null)]
    [InlineData("blank page", "Why don't you fix the blank page", null)]
    [InlineData("blank page", "never had this before: blank page", null)]
    [InlineData("see my claim", "I don't see my claim", null)]
    [InlineData("my claim", "I don't see my claim", null)]
    [InlineData("code", "I didn't get a code", null)]
    [InlineData("internet", "we have no internet", null)]
    [InlineData("spinning", "Clearing cookies did not help, still spinning", null)]
    [InlineData("sign-in loop", "Vet not tech savvy\nSign-in loop on the phone", null)]
    [InlineData("access denied", "Without any warning I now get access denied", null)]
    [InlineData("error 112", "No sé por qué me da error 112", null)]
    // Hits: the phrase itself denies.
    [InlineData("cannot sign in", "I cannot sign in", null)]
    [InlineData("not working", "it is not working", null)]
    [InlineData("no code", "there is no code", null)]
    [InlineData("no longer works", "My user name no longer works", null)]
    [InlineData("ya no puedo", "ya no puedo entrar", null)]
    // Hits: hedged, asked, or over only for a time, or for others.
    [InlineData("locked out", "I think I am locked out", null)]
    [InlineData("hacked", "Maybe my account was hacked?", null)]
    [InlineData("down", "seems the page is down", null)]
    [InlineData("blank page", "When will the blank page be fixed?", null)]
    [InlineData("blank page", "They said the blank page was fixed", null)]
    [InlineData("blank page", "the blank page is not fixed", null)]
    [InlineData("blank page", "I got the blank page. It was fixed but came back", null)]
    [InlineData("error 110", "If I click Continue I get error 110", null)]
    [InlineData("error 110", "I restarted just in case and still see error 110", null)]
    [InlineData("error 110", "In case it helps, I see error 110", null)]
    public void Find_PhraseInASentence_CountsUnlessTheSentenceDeniesIt(string phrase, string text, DenialReason? denied)
    {
        var rule = Programs.Rule($$"""{ "anyOf": [{{JsonConvert.ToString(phrase)}}] }""");

        var trace = ConditionTracer.Trace(rule, Programs.Text(text), FactValues.None);

        Assert.Equal(denied is null ? Truth.True : Truth.False, trace.Truth);
        Assert.Equal(denied is null ? [] : [denied.Value], trace.Denied.Select(found => found.Why));
    }

    [Theory]
    [InlineData("""{ "anyOf": ["red light"] }""", false)]
    [InlineData("""{ "anyOf": ["red light"], "denied": true }""", true)]
    [InlineData("""{ "anyOf": ["@light"] }""", false)]
    [InlineData("""{ "anyOf": ["@evenDenied"] }""", true)]
    [InlineData("""{ "anyOf": ["red light", "router"] }""", true)]
    [InlineData("""{ "allOf": ["red light", "router"] }""", false)]
    [InlineData("""{ "allOf": ["red light", "do not"] }""", true)]
    [InlineData("""{ "near": ["red light", "router"], "within": 4 }""", false)]
    [InlineData("""{ "near": ["not have", "red light"], "within": 4 }""", true)]
    [InlineData("""{ "near": ["@without", "red light"], "within": 4 }""", true)]
    [InlineData("""{ "none": [ { "anyOf": ["red light"] } ] }""", false)]
    [InlineData("""{ "none": [ { "use": "lit" } ] }""", false)]
    [InlineData("""{ "use": "lit" }""", false)]
    [InlineData("""{ "contains": ["red light"] }""", true)]
    [InlineData("""{ "regex": "red light" }""", true)]
    [InlineData("""{ "field": "notes", "anyOf": ["red light"] }""", true)]
    public void Match_Condition_ReadsWhatIsDeniedInItsWay(string when, bool holds)
    {
        var rule = Programs.Rule(
            when,
            """
            "lists": { "light": ["red light"], "without": ["do not have"], "evenDenied": { "phrases": ["red light"], "denied": true } },
            "conditions": { "lit": { "anyOf": ["red light"] } },
            """
        );
        const string Text = "I do not have a red light on my router";

        Assert.Equal(holds ? Truth.True : Truth.False, rule.When.Evaluate(Programs.Text(Text, fields: [("notes", Text)]), FactValues.None));
    }

    [Fact]
    public void Match_ASet_SaysIfDeniedCounts_AndGuardsAlwaysDo()
    {
        const string When = """{ "anyOf": ["red light"] }""";
        const string Text = "There is no red light";

        Assert.Equal(Truth.False, Evaluate(Programs.Rule(When), Text));
        Assert.Equal(Truth.True, Evaluate(Programs.Rule(When, """ "denied": true, """), Text));
        Assert.Equal(
            Outcome.Escalated,
            SomeRules
                .Load(SomeRules.Set("g", """ "guard": true, """, SomeRules.Rule("danger", """{ "outcome": "escalate" }""", When)))
                .Decide(Text)
                .Outcome
        );
    }

    [Fact]
    public void Match_AnotherOccurrence_CountsAndIsTheEvidence()
    {
        var match = Programs.Examine(
            Programs.Rule("""{ "anyOf": ["red light"] }"""),
            Programs.Text("There was no red light. Now there is a red light.")
        );

        Assert.Equal(Truth.True, match.Truth);
        Assert.Equal(39, Assert.Single(match.Evidence).Start);
    }

    [Theory]
    [InlineData("Never mind, error 002 is gone and I am in.")]
    [InlineData("No longer getting signed out right away. You can close this.")]
    [InlineData("I no longer need help with my account being locked")]
    [InlineData("Please disregard my earlier message about error 002, I can sign in again.")]
    [InlineData("Update: error 002 was fixed. Not locked, not signed out.")]
    public void Decide_ItIsOver_IsNotAnsweredAndNotAsked(string text)
    {
        var rulebook = SomeRules.Load(
            SomeRules.Rule("clock", Answer, """{ "anyOf": ["error 002"] }"""),
            SomeRules.Rule("loop", Answer, """{ "near": ["signed out", "right away"], "within": 3 }"""),
            SomeRules.Rule("locked", Answer, """{ "allOf": ["account", "locked"] }""")
        );

        Assert.NotEqual(Outcome.Answered, rulebook.Decide(text).Outcome);
        Assert.Equal(Outcome.Answered, rulebook.Decide("I get error 002").Outcome);
    }

    [Fact]
    public void Explain_ADeniedPhrase_TellsTheRuleAndWhy()
    {
        var rulebook = SomeRules.Load(SomeRules.Rule("light", when: """{ "anyOf": ["red light"] }"""));
        var issue = SomeRules.Issue("I do not have a red light");

        var denied = Assert.Single(rulebook.Explain(issue).Denied);

        Assert.Equal("light", denied.Rule.Id);
        var found = Assert.Single(denied.Evidence);
        Assert.Equal("»red light« is not counted: its sentence denies it.", found.Describe(found.Evidence.TextIn(issue)));
        Assert.Empty(rulebook.Explain("I have a red light").Denied);
    }

    [Fact]
    public void Find_AHostileText_IsReadInLinearTime()
    {
        var rule = Programs.Rule("""{ "anyOf": ["zebra light"] }""");
        var text = string.Concat(Enumerable.Repeat("if no not was it is gone in case zebra light or ", 2_000));

        Assert.Equal(Truth.False, Evaluate(rule, text + "no"));
    }

    [Fact]
    public void Find_OnlyDenied_AllocatesNothing()
    {
        var (program, _) = Programs.TryCompile(AutoResolve.Tests.Rules.RuleFiles.Rule(when: """{ "anyOf": ["red light"] }"""));
        var issue = new Issue { Id = "1", Text = "I do not have a red light, and the wifi is not slow any more." };
        List<RuleReference> found = [];
        for (var time = 0; time < 3; time++)
            program.Matcher.Find(issue, "en", 100_000, found);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
            program.Matcher.Find(issue, "en", 100_000, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(found);
    }

    private const string Answer = """{ "outcome": "answer", "answer": { "en": "Do this." } }""";

    private static Truth Evaluate(CompiledRule rule, string text) => rule.When.Evaluate(Programs.Text(text), FactValues.None);
}
