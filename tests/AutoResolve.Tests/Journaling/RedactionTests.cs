using AutoResolve.Journaling;
using AutoResolve.Privacy;

namespace AutoResolve.Tests.Journaling;

public sealed class RedactionTests
{
    private const string Secret = "Zanzibar";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_OfARedactorThatFails_IsKeptBackWhole(bool throws)
    {
        var redaction = new Redaction(new FailingRedactor(throws));
        var issue = new Issue
        {
            Id = "i-1",
            Text = Secret,
            Title = Secret,
            Fields = new Dictionary<string, string> { ["errorText"] = Secret },
            Requester = "r-1",
        };

        var kept = IssueRecord.Of(issue, redaction);
        var (values, areWhole) = redaction.Parameters(
            new Dictionary<string, object?>
            {
                ["a"] = Secret,
                ["b"] = new object?[] { Secret, 1L },
                ["c"] = new Dictionary<string, object?> { ["d"] = Secret },
            }
        );
        var answer = AnswerRecord.Of(
            new Answer
            {
                Text = Secret,
                Locale = "en",
                Format = AnswerFormat.PlainText,
                Steps = [new AnswerStep("s", Secret)],
            },
            redaction
        );

        Assert.DoesNotContain(Secret, JournalJson.Write(new object?[] { kept, values, answer }), StringComparison.Ordinal);
        Assert.Contains("[not kept: redaction failed]", kept.Text, StringComparison.Ordinal);
        Assert.Equal((true, false, false), (kept.IsMasked, areWhole, answer!.IsWhole));
        Assert.Equal(("i-1", "r-1"), (kept.Id, kept.Requester));
    }

    [Theory]
    [InlineData("accountId")]
    [InlineData("E-Mail")]
    [InlineData("ssn")]
    [InlineData("accessToken")]
    public void Values_NamedLikePersonalData_AreMaskedWhateverTheyAre(string name)
    {
        var redaction = new Redaction(new FailingRedactor());

        var (values, areWhole) = redaction.Parameters(new Dictionary<string, object?> { [name] = "x" });

        Assert.Equal(("[masked]", false), (values[name], areWhole));
    }

    [Fact]
    public void Text_ThatIsVeryLong_IsCutBeforeItIsRedacted()
    {
        var redactor = new FailingRedactor();

        Assert.Equal(20_000, new Redaction(redactor).Text(new string('x', 1_000_000)).Length);
        Assert.Equal(20_000, redactor.Longest);
    }

    [Theory]
    [InlineData(typeof(Issue))]
    [InlineData(typeof(Turn))]
    [InlineData(typeof(CaseReply))]
    public void Members_All_AreMaskedButTheOnesExceptedByName(Type type)
    {
        var redaction = new Redaction(new PersonalDataRedactor());
        foreach (var member in type.GetProperties().Where(member => !Redaction.KeptAsGiven.Contains(member.Name)))
        {
            var given = Filled(type);
            member.SetValue(given, Personal(member.PropertyType));
            var issue = given switch
            {
                Turn turn => new Issue { Id = "i-1", Turns = [turn] },
                CaseReply reply => new Issue { Id = "i-1", Replies = [reply] },
                _ => (Issue)given,
            };

            var kept = JournalJson.Write(IssueRecord.Of(issue, redaction));

            Assert.Contains("[PII_SSN]", kept, StringComparison.Ordinal);
            Assert.DoesNotContain("123-45-6789", kept, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Members_ThatAreExcepted_AreThere()
    {
        var members = new[] { typeof(Issue), typeof(Turn), typeof(CaseReply) }.SelectMany(type => type.GetProperties()).ToList();

        Assert.All(Redaction.KeptAsGiven, name => Assert.Contains(members, member => member.Name == name));
    }

    [Fact]
    public void Fields_OfWhoseNamesTheSameIsLeft_AreAllKept()
    {
        var issue = new Issue
        {
            Id = "i-1",
            Fields = new Dictionary<string, string> { ["of 123-45-6789"] = "one", ["of 987-65-4321"] = "two" },
        };

        var kept = IssueRecord.Of(issue, new Redaction(new PersonalDataRedactor()));

        Assert.Equal(["of [PII_SSN]", "of [PII_SSN] 2"], kept.Fields.Keys.Order());
        Assert.Equal(["one", "two"], kept.Fields.Values.Order());
        Assert.True(kept.IsMasked);
    }

    private static object Filled(Type type) =>
        type == typeof(Turn) ? new Turn { Id = "t-1" }
        : type == typeof(CaseReply) ? new CaseReply { Outcome = Outcome.Answered }
        : new Issue { Id = "i-1" };

    private static object Personal(Type type)
    {
        const string Value = "of 123-45-6789";
        if (type == typeof(string))
            return Value;
        if (type == typeof(IReadOnlyList<string>))
            return new[] { Value };
        if (type == typeof(IReadOnlyDictionary<string, string>))
            return new Dictionary<string, string> { [Value] = Value };
        if (type == typeof(IReadOnlyList<Turn>))
            return new[]
            {
                new Turn { Id = "t-1", Text = Value },
            };
        return type == typeof(IReadOnlyList<CaseReply>)
            ? new[]
            {
                new CaseReply { Outcome = Outcome.Answered, Team = Value },
            }
            : throw new NotSupportedException($"Say whether a {type.Name} is masked, and how.");
    }
}
