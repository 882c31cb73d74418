using System.Text.Json;

namespace AutoResolve.Tests.PlainData;

/// <summary>Every public record of the nouns: equal by value, the same after JSON, and printed without what people wrote.</summary>
public sealed class PublicRecordTests
{
    // It is given to a handler, with a log: nothing to be written.
    private static readonly Type[] NotWritten = [typeof(ActionContext<AnswerStep>)];

    private static readonly Type[] All =
    [
        .. typeof(Issue)
            .Assembly.GetExportedTypes()
            .Where(RecordFiller.IsRecord)
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(AnswerStep)) : type),
    ];

    public static TheoryData<Type> Records() => new(All);

    public static TheoryData<Type> WrittenRecords() => new(All.Except(NotWritten));

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_OfEqualContent_IsEqual(Type type)
    {
        var (one, other) = (RecordFiller.Make(type, 4), RecordFiller.Make(type, 4));

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_OfOtherContent_IsNotEqual(Type type)
    {
        var record = RecordFiller.Make(type, 4);

        Assert.All(RecordFiller.Members(type).Where(member => member.Name != "Logger"), member =>
            Assert.False(record.Equals(RecordFiller.With(record, member, 5)), member.Name)
        );
    }

    [Theory]
    [MemberData(nameof(WrittenRecords))]
    public void Record_AfterJson_IsEqual(Type type)
    {
        var record = RecordFiller.Make(type, 4);
        var json = JsonSerializer.Serialize(record, type);

        var read = JsonSerializer.Deserialize(json, type);

        Assert.Equal(record, read);
        Assert.Equal(record.GetHashCode(), read!.GetHashCode());
        Assert.Equal(json, JsonSerializer.Serialize(read, type));
    }

    [Theory]
    [MemberData(nameof(WrittenRecords))]
    public void Record_AfterGeneratedJson_IsEqual(Type type)
    {
        // Its constructor is not for others, who get it from a handler and do not read it from anywhere.
        if (type == typeof(ActionOutcome))
            return;
        var record = RecordFiller.Make(type, 4);

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(record, type, PlainJson.Default), type, PlainJson.Default);

        Assert.Equal(record, read);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Record_Printed_NamesNoTypes(Type type) =>
        Assert.DoesNotContain("`", RecordFiller.Make(type, 4).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Record_Printed_KeepsWhatPeopleWroteToItself()
    {
        const string Said = "my file number is 123";
        var turn = new Turn
        {
            Id = "t1",
            Text = Said,
            Fields = new Dictionary<string, string> { ["file"] = Said },
        };
        var issue = new Issue
        {
            Id = "i1",
            Title = Said,
            Text = Said,
            Turns = [turn],
            Fields = turn.Fields,
        };
        var handover = new Handover
        {
            Summary = "Why.",
            Facts = [new FactLookup("file", Said, null)],
            OpenQuestions = [new Question("q", "f", Said)],
            Form = [new HandoverSection("Title", Said)],
        };
        object[] records =
        [
            turn,
            issue,
            handover,
            handover.Facts[0],
            handover.OpenQuestions[0],
            handover.Form[0],
            new Answer
            {
                Text = Said,
                Locale = "en",
                Steps = [new AnswerStep("s", Said)],
            },
            new AnswerStep("s", Said),
            new PlannedAction
            {
                Handler = "h",
                Parameters = new Dictionary<string, object?> { ["file"] = Said },
            },
            new CaseUpdate
            {
                Summary = "More.",
                Turns = [turn],
                Handover = handover,
            },
        ];

        Assert.All(records, record => Assert.DoesNotContain(Said, record.ToString(), StringComparison.Ordinal));
        Assert.Equal("Why. (team none; 0 considered, 0 near, 0 tried, 1 fact(s), 1 question(s), 0 action(s))", handover.ToString());
        Assert.Equal("21 characters and 1 step(s), en, PlainText", records[6].ToString());
    }

    [Fact]
    public void Fields_OfNamesInOtherCase_AreTheSame()
    {
        var issue = new Issue
        {
            Id = "1",
            Fields = new Dictionary<string, string> { ["OS"] = "x", ["b"] = "y" },
        };

        Assert.Equal(
            issue,
            issue with
            {
                Fields = new Dictionary<string, string> { ["B"] = "y", ["os"] = "x" },
            }
        );
        Assert.Equal(
            issue.GetHashCode(),
            (
                issue with
                {
                    Fields = new Dictionary<string, string> { ["B"] = "y", ["os"] = "x" },
                }
            ).GetHashCode()
        );
        Assert.NotEqual(
            issue,
            issue with
            {
                Fields = new Dictionary<string, string> { ["OS"] = "X", ["b"] = "y" },
            }
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(3u)]
    [InlineData((byte)3)]
    [InlineData(3.0f)]
    [InlineData(3.0)]
    public void Parameters_WholeNumberOfAnyType_IsThatNumber(object three)
    {
        var action = Action(three);

        Assert.Equal(Action(3L), action);
        Assert.Equal(Action(3L).GetHashCode(), action.GetHashCode());
        Assert.Equal(action, JsonSerializer.Deserialize<PlannedAction>(JsonSerializer.Serialize(action)));
        Assert.NotEqual(Action(4L), action);
        Assert.NotEqual(Action("3"), action);
    }

    [Fact]
    public void Parameters_ChangedByWhoGaveThem_StayAsTheyWere()
    {
        List<object?> list = ["a"];
        Dictionary<string, object?> values = new() { ["list"] = list };
        var action = new PlannedAction { Handler = "h", Parameters = values };

        list.Add("b");
        values["more"] = 1;

        Assert.Equal(["a"], Assert.IsAssignableFrom<IReadOnlyList<object?>>(Assert.Single(action.Parameters).Value));
        Assert.Contains(
            "System.DateTime",
            Assert.Throws<ArgumentException>(() => Action(DateTime.UnixEpoch)).Message,
            StringComparison.Ordinal
        );
    }

    private static PlannedAction Action(object? value) =>
        new()
        {
            Handler = "h",
            Parameters = new Dictionary<string, object?> { ["n"] = value, ["list"] = new[] { value } },
        };
}
