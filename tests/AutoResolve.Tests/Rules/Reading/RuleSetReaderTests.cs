using AutoResolve.Operators.Combinations;
using AutoResolve.Operators.Comparisons;
using AutoResolve.Operators.Fields;
using AutoResolve.Rules;

namespace AutoResolve.Tests.Rules.Reading;

public sealed class RuleSetReaderTests
{
    [Fact]
    public void Read_WholeFormat_GivesEveryPart()
    {
        var set = RuleFiles.Read(RuleFiles.Full);

        Assert.Equal(("sign-in", "Signing in", "identity"), (set.Name.Value, set.Title, set.Owner));
        Assert.Equal(["signed out", "logged out"], set.Lists.Single().Phrases.Select(phrase => phrase.Value));
        Assert.IsType<GroupCondition>(set.Conditions.Single().Condition);
        var question = set.Questions.Single();
        Assert.Equal(("deviceKind", "device"), (question.Field, question.Extract!.Value.Value));
        Assert.Equal(
            ["Which device?", "Which device do they use?", "Device", "A phone", "A computer"],
            question.Texts.Select(text => text.Texts.Single().Value.Value)
        );
        Assert.Equal(["phone", "computer"], question.Choices.Select(choice => choice.Value.Value));
        Assert.Equal(["sign-in.clock-wrong", "sign-in.code-001", "sign-in.code-002"], set.Rules.Select(rule => rule.Id.Value));
        Assert.Equal(["PhrasesCondition", "UseCondition"], set.None.Select(none => none.Condition.GetType().Name));
        Assert.Equal(("wait", "Have them wait."), (set.Steps[0].Id.Value, set.Steps[0].SayToAgent!.Texts[0].Value.Value));
        var rule = set.Rules[0];
        Assert.Equal(("sign-in.clock-wrong", 2, 20, "clock-team"), (rule.Id.Value, rule.Version, rule.Priority, rule.Owner));
        Assert.Equal((RuleStatus.Active, "sign-in", "sign-in/loop"), (rule.Status, rule.Set, rule.Type));
        Assert.Equal(["en", "es-MX"], rule.Scope.Locales);
        Assert.Equal(new Rollout(25, RolloutBy.Issue), rule.Rollout);
        Assert.Equal(new DateOnly(2027, 11, 1), rule.Until!.Value.Value);
        Assert.Equal("sign-in.clock-wrong#1", rule.Tests[0].Issue.Id);
        Assert.Equal(
            ("002", "7", Outcome.Answered),
            (rule.Tests[0].Issue.Fields["ERRORCODE"], rule.Tests[0].Facts["incident"], rule.Tests[0].Outcome)
        );
    }

    [Fact]
    public void Read_WholeFormat_GivesEveryConditionWithItsPlace()
    {
        var when = (GroupCondition)RuleFiles.Read(RuleFiles.Full).Rules[0].When;

        Assert.Equal(
            ["UseCondition", "FieldCondition", "FieldCondition", "FieldCondition", "FieldCondition", "FactCondition"],
            when.All!.Select(part => part.GetType().Name)
        );
        Assert.Equal(["PhrasesCondition", "ContainsCondition", "RegexCondition"], when.Any!.Select(part => part.GetType().Name));
        Assert.Equal(
            ["PhrasesCondition", "ReadsCondition", "ReadsCondition", "ExpressionCondition"],
            when.None!.Select(part => part.GetType().Name)
        );
        Assert.Equal("/rules/0/when/all/1", when.All![1].Location.Pointer);
        Assert.Equal((84, 11), (when.All[1].Location.Line, when.All[1].Location.Column));
    }

    [Fact]
    public void Read_WholeFormat_GivesEveryComparison()
    {
        var when = (GroupCondition)RuleFiles.Read(RuleFiles.Full).Rules[0].When;
        var comparisons = when.All!.OfType<FieldCondition>().SelectMany(field => field.Comparisons).ToList();

        Assert.Equal(
            [StringOperator.Equals, StringOperator.Equals, StringOperator.Contains, StringOperator.StartsWith, StringOperator.EndsWith],
            comparisons.OfType<StringTest>().Select(test => test.Operator)
        );
        Assert.Equal([(true, 1.5m), (false, 20m)], comparisons.OfType<NumberTest>().Select(test => (test.AtLeast, test.Value)));
        Assert.Equal(
            [(true, "2026-11-01T00:00:00.0000000+00:00"), (false, "2026-10-01T23:59:59.9999999+00:00")],
            comparisons.OfType<TimeTest>().Select(test => (test.Before, test.Value.ToString("O")))
        );
        Assert.Equal(
            ["RegexCondition", "PhrasesCondition", "PhrasesCondition", "NearCondition", "RegexCondition"],
            comparisons.OfType<TextTest>().Select(test => test.Test.GetType().Name)
        );
    }

    [Fact]
    public void Read_WholeFormat_GivesEveryConsequence()
    {
        var then = RuleFiles.Read(RuleFiles.Full).Rules[0].Then;

        Assert.Equal((RuleOutcome.Answer, "identity", 1, "internal"), (then.Outcome, then.Team, then.Tier, then.Note));
        Assert.Equal(["en", "es"], then.Answer!.Texts.Select(text => text.Key));
        Assert.Equal("Have them set the clock.", then.AnswerToAgent!.Texts.Single().Value.Value);
        Assert.Equal([("clock-automatic", false), ("wait", true)], then.Steps.Select(step => (step.Id.Value, step.IsName)));
        Assert.Equal("Have it set.", then.Steps[0].SayToAgent!.Texts.Single().Value.Value);
        Assert.Equal([("device", false), ("device", true)], then.Ask.Select(asked => (asked.Question.Value, asked.IsBlocking)));
        Assert.Equal(new WhenAllTried(RuleOutcome.Route, "identity", 2), then.WhenAllTried);
        Assert.Equal(
            """{"user":"{{ issue.fields.userId }}","n":[1,2.5,true,null,"a"]}""",
            then.Actions.Single().With.ToString(Newtonsoft.Json.Formatting.None)
        );
        Assert.Equal(
            ["/rules/0/then/actions/0/with/user", "/rules/0/then/actions/0/with/n/4"],
            then.Actions.Single().Templates.Select(text => text.Location.Pointer)
        );
    }
}
