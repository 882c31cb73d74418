using System.Globalization;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Journaling;
using static AutoResolve.Insights.Tests.Figures.JournalMaker;

namespace AutoResolve.Insights.Tests.Figures;

/// <summary>
/// Stories of a case in a line: on which day what was decided, and why; told of teams after a plus, of people after a question mark.
/// </summary>
public sealed class CaseCourseTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Theory]
    [InlineData("0 answered", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 closed solved", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 closed goesOn", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 answered goesOn", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 2 answered", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 asked; 1 answered", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 +closed", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 ?helpful", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 fixed", nameof(CaseResult.FixedHeld))]
    [InlineData("0 answered; 2 routed", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 2 escalated personWanted", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 1 closed solved; 3 routed", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 2 +reopened", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 2 +personReplied", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 2 +reassigned", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 2 ?wrong", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 fixed; 2 routed", nameof(CaseResult.FixedReopened))]
    [InlineData("0 fixed; 2 +reopened", nameof(CaseResult.FixedReopened))]
    [InlineData("0 asked; 6 answered; 12 routed", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 7.1 routed", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 7.1 +reopened", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 asked", nameof(CaseResult.WaitingForCustomer))]
    [InlineData("0 asked; 1 routed", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 asked; 2 routed deadlinePassed", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 asked; 2 escalated deadlinePassed", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 asked; 2 +personReplied", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 routed asking", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 routed", nameof(CaseResult.Routed))]
    [InlineData("0 routed; 2 +closed", nameof(CaseResult.Routed))]
    [InlineData("0 routed; 2 +reassigned", nameof(CaseResult.Routed))]
    [InlineData("0 escalated", nameof(CaseResult.Escalated))]
    [InlineData("0 escalated guarded; 1 escalated guarded", nameof(CaseResult.Escalated))]
    [InlineData("0 answered; 0.1 +undelivered; 0.2 escalated undelivered", nameof(CaseResult.Escalated))]
    [InlineData("0 closed withdrawn", nameof(CaseResult.ClosedByCustomer))]
    [InlineData("0 asked; 1 closed withdrawn", nameof(CaseResult.ClosedByCustomer))]
    [InlineData("0 asked; 1 closed solved", nameof(CaseResult.ClosedByCustomer))]
    [InlineData("0 routed; 1 closed solved", nameof(CaseResult.Routed))]
    [InlineData("0 answered; 1 closed withdrawn", nameof(CaseResult.AnsweredHeld))]
    [InlineData("0 answered; 1 routed; 2 closed solved", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 1 asked; 2 closed solved", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 1 +reopened; 2 closed solved", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 answered; 1 routed; 2 answered", nameof(CaseResult.AnsweredReopened))]
    [InlineData("0 routed; 1 answered", nameof(CaseResult.Routed))]
    [InlineData("0 routed; 1 asked", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 asked; 2 routed deadlinePassed; 4 answered", nameof(CaseResult.TeamAfterQuestions))]
    [InlineData("0 answered; 1 +merged", nameof(CaseResult.Ignored))]
    [InlineData("0 answered; 1 routed; 2 +merged", nameof(CaseResult.Ignored))]
    [InlineData("0 answered; 1 +merged; 2 +reopened", nameof(CaseResult.Routed))]
    [InlineData("0 routed; 1 closed solved; 2 +reopened", nameof(CaseResult.Routed))]
    [InlineData("0 ignored", nameof(CaseResult.Ignored))]
    [InlineData("0 routed; 1 +merged", nameof(CaseResult.Ignored))]
    public void End_OfAStory_IsOne(string story, string expected) => Assert.Equal(expected, Tell(story, Start.AddDays(60)).End.ToString());

    [Theory]
    [InlineData("0 answered", nameof(CaseResult.AnsweredOpen))]
    [InlineData("0 fixed", nameof(CaseResult.FixedOpen))]
    [InlineData("0 answered; 1 closed solved", nameof(CaseResult.AnsweredOpen))]
    [InlineData("0 answered; 2 routed", nameof(CaseResult.AnsweredReopened))]
    public void End_BeforeTheDaysOfGraceAreOver_IsOpen(string story, string expected) =>
        Assert.Equal(expected, Tell(story, Start.AddDays(6.9)).End.ToString());

    [Theory]
    [InlineData("0 answered", 0, 0, 0)]
    [InlineData("0 asked", 1, 0, 1)]
    [InlineData("0 asked; 1 answered", 1, 1, 0)]
    [InlineData("0 asked; 1 routed questionsOpen", 1, 0, 1)]
    [InlineData("0 asked; 2 routed deadlinePassed", 1, 0, 1)]
    [InlineData("0 asked; 2 routed deadlinePassed; 3 answered", 1, 0, 1)]
    [InlineData("0 asked; 2 routed deadlinePassed; 3 asked; 4 answered", 1, 1, 0)]
    [InlineData("0 routed asking", 1, 0, 1)]
    [InlineData("0 routed asking; 1 routed", 1, 1, 0)]
    [InlineData("0 asked; 1 asked; 2 routed deadlinePassed", 1, 0, 1)]
    [InlineData("0 asked; 1 closed withdrawn", 1, 0, 1)]
    [InlineData("0 asked; 0.1 +undelivered; 0.1 escalated undelivered", 0, 0, 0)]
    public void Asking_OfAStory_SaysWhatCameOfIt(string story, int asked, int answered, int unanswered)
    {
        var asking = Tell(story, Start.AddDays(60)).Asking;

        Assert.Equal(((long)asked, (long)answered, (long)unanswered), (asking.Asked, asking.Answered, asking.Unanswered));
    }

    // An agent writes to the customer in the customer's case; what an agent notes for others is no such word.
    [Theory]
    [InlineData(Author.Agent, null, nameof(CaseResult.AnsweredReopened))]
    [InlineData(Author.Agent, false, nameof(CaseResult.AnsweredHeld))]
    [InlineData(Author.Customer, null, nameof(CaseResult.AnsweredHeld))]
    [InlineData(Author.Customer, true, nameof(CaseResult.AnsweredReopened))]
    public void End_TurnThatIsNotDecided_CountsWhereAPersonWroteIt(Author author, bool? toCustomer, string expected)
    {
        var course = new CaseCourse(Week);
        course.See(Decision("1", 0, "answered"));
        course.See(
            new JournalEntry
            {
                At = Start.AddDays(1),
                Kind = JournalEntryKind.Turn,
                IssueId = "1",
                Label = "recorded",
                Content = JournalJson.Write(
                    new TurnContent
                    {
                        Turn = new TurnRecord
                        {
                            Id = "t",
                            Author = author,
                            ToCustomer = toCustomer,
                        },
                    }
                ),
            }
        );

        Assert.Equal(expected, course.End(Start.AddDays(60), cameBack: false).End.ToString());
    }

    [Fact]
    public void Within_SomeAnswers_TakesTheShortest()
    {
        var asking = new AskingCounts(10, 10, 0, [50, 10, 20, 30, 40, 100, 60, 70, 80, 90]);

        Assert.Equal((50.0, 90.0), (asking.Within(0.5)!.Value, asking.Within(0.9)!.Value));
        Assert.Null(AskingCounts.None.Within(0.5));
    }

    private static (CaseResult End, AskingCounts Asking) Tell(string story, DateTimeOffset now)
    {
        var course = new CaseCourse(Week);
        foreach (var entry in story.Split("; ").Select(Entry))
            course.See(entry);
        return course.End(now, cameBack: false);
    }

    private static JournalEntry Entry(string told)
    {
        var words = told.Split(' ');
        var day = double.Parse(words[0], CultureInfo.InvariantCulture);
        return words[1][0] switch
        {
            '+' => Happened("1", day, words[1][1..]),
            '?' => Verdict("1", day, words[1][1..]),
            _ => Decision(
                "1",
                day,
                words[1],
                reason: words.ElementAtOrDefault(2) is { } reason and not "asking" ? reason : "ruleMatched",
                asks: words[^1] == "asking"
            ),
        };
    }
}
