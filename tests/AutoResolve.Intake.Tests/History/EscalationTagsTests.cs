using AutoResolve.Intake.History;

namespace AutoResolve.Intake.Tests.History;

/// <summary>What tags say of the way of an issue, where no column does.</summary>
public sealed class EscalationTagsTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("web escalated billing", true, null)]
    [InlineData("escalation", true, null)]
    [InlineData("tier_2", true, 2)]
    [InlineData("tier2, vip", true, 2)]
    [InlineData("tier_1 L3", true, 3)]
    [InlineData("tier1", null, 1)]
    [InlineData("de-escalated", null, null)]
    [InlineData("level 2", null, null)]
    [InlineData("html5 t2000 2", null, null)]
    [InlineData("", null, null)]
    public void Read_Tags_TellEscalationAndTier(string tags, bool? escalated, int? tier)
    {
        var issue = Read($"id,subject,ticket type,tags\n1,a,b,\"{tags}\"\n");

        Assert.Equal((escalated, tier, escalated is null), (issue.Escalated, issue.Tier, issue.HasEmptyEscalated));
    }

    [Fact]
    public void Read_ListOfTags_TellsThem() => Assert.True(Read("""[{"id":1,"text":"a","tags":["x","escalated"]}]""").Escalated);

    [Fact]
    public void Read_ColumnsBesideTags_Count()
    {
        var issue = Read("id,text,escalated,tier,tags\n1,a,no,1,escalated tier_3\n");

        Assert.Equal((false, 1), (issue.Escalated, issue.Tier));
    }

    private PastIssue Read(string text)
    {
        File.WriteAllText(_path, text);
        return Assert.Single(new HistoryFile(_path).Read());
    }
}
