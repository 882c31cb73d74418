using AutoResolve.Journaling;

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
}
