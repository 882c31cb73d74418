using AutoResolve.Intake.History;
using AutoResolve.Tests.Histories;

namespace AutoResolve.Intake.Tests.Columns;

/// <summary>What ticket systems export is known without an option.</summary>
public sealed class TicketSystemTests
{
    [Theory]
    [InlineData(
        "Zendesk",
        ".csv",
        "Summation column,Id,Requester,Requester id,Group,Subject,Tags,Status,Via,Ticket type,Created at,Organization,Reopens\n"
            + "1,7,Jo,360,Benefits,Badge lost,a b,Closed,Web form,Question,2026-10-31 14:30,-,1\n",
        "7|Badge lost||Benefits|Question|Web form|360|True|"
    )]
    [InlineData(
        "Zendesk Explore",
        ".csv",
        "Ticket ID\tTicket subject\tTicket group\tTicket channel\tTicket created - Timestamp\tReopens\n"
            + "7\tBadge lost\tBenefits\tWeb form\t10/31/2026 14:30\t0\n",
        "7|Badge lost||Benefits||Web form||False|"
    )]
    [InlineData(
        "Zendesk API",
        ".json",
        """
            {"tickets": [{"id": 7, "subject": "Badge lost", "description": "Where do I go", "via": {"channel": "web", "source": {"rel": null}},
             "type": "question", "requester_id": 360, "group_id": 12, "tags": ["a", "b"], "custom_fields": [{"id": 1, "value": "x"}],
             "created_at": "2026-10-31T14:30:00Z"}], "next_page": null, "count": 1}
            """,
        "7|Badge lost|Where do I go|12|question|web|360||"
    )]
    [InlineData(
        "Jira",
        ".csv",
        "Summary,Issue key,Issue id,Issue Type,Resolution,Reporter,Reporter Id,Created,Labels,Labels,Description,Time Spent,"
            + "Custom field (Owning team),Custom field (Request Type),Comment,Comment\n"
            + "Badge lost,VSD-7,32003,Incident,Done,Jo,712020,31/Oct/26 2:30 PM,a,b,Where do I go,3300,Benefits,Badges,x,y\n",
        "VSD-7|Badge lost|Where do I go|Benefits|Badges||712020||55"
    )]
    [InlineData(
        "Jira API",
        ".json",
        """
            {"startAt": 0, "total": 1, "issues": [{"id": "32003", "key": "VSD-7", "fields": {"summary": "Badge lost", "description": "Where do I go",
             "issuetype": {"name": "Incident"}, "project": {"key": "VSD", "name": "Desk"}, "reporter": {"accountId": "712020", "displayName": "Jo"},
             "created": "2026-10-31T14:30:00.000+0000", "labels": ["a", "b"], "components": [{"name": "Benefits"}], "timespent": 3300}}]}
            """,
        "VSD-7|Badge lost|Where do I go|Benefits|Incident||712020||55"
    )]
    [InlineData(
        "ServiceNow by label",
        ".csv",
        "Number,Opened,Short description,Caller,Category,Channel,Assignment group,Reopen count,Resolution code,Description,Business duration\n"
            + "INC7,2026-10-31 14:30:00,Badge lost,Jo,Access,Phone,Benefits,1,Solved,Where do I go,\"3,300\"\n",
        "INC7|Badge lost|Where do I go|Benefits|Solved|Phone|Jo|True|55"
    )]
    [InlineData(
        "ServiceNow by name",
        ".csv",
        "number,opened_at,short_description,caller_id,contact_type,assignment_group,reopen_count,close_code,description,business_duration\n"
            + "INC7,31-10-2026 14:30:00,Badge lost,Jo,Phone,Benefits,0,Solved,Where do I go,1970-01-01 00:55:00\n",
        "INC7|Badge lost|Where do I go|Benefits|Solved|Phone|Jo|False|55"
    )]
    [InlineData(
        "ServiceNow API",
        ".json",
        """
            {"result": [{"number": {"display_value": "INC7", "value": "INC7"}, "short_description": {"display_value": "Badge lost", "value": "Badge lost"},
             "description": {"display_value": "Where do I go", "value": "Where do I go"}, "assignment_group": {"display_value": "Benefits", "value": "d625",
             "link": "https://x.example"}, "caller_id": {"link": "https://x.example", "value": "6816"}, "opened_at": {"display_value":
             "2026-10-31 14:30:00", "value": "2026-10-31 14:30:00"}, "close_code": "Solved"}]}
            """,
        "INC7|Badge lost|Where do I go|Benefits|Solved||6816||"
    )]
    [InlineData(
        "Freshdesk",
        ".csv",
        "Ticket ID;Subject;Source;Type;Group;Created time;Due by Time;Time tracked;Full name;Title;Contact ID;Support tier\n"
            + "7;Badge lost;Phone;Incident;Benefits;31/10/2026 14:30;;00:55:00;Jo;Nurse;103;Tier 3\n",
        "7|Badge lost||Benefits|Incident|Phone|103||55"
    )]
    [InlineData(
        "Freshdesk API",
        ".json",
        """
            [{"id": 7, "subject": "Badge lost", "description": "<div>Where do I go</div>", "description_text": "Where do I go", "source": 3,
             "type": "Incident", "group_id": 12, "requester_id": 103, "created_at": "2026-10-31T14:30:00Z", "is_escalated": false,
             "custom_fields": {"cf_tier": "Tier 3"}}]
            """,
        "7|Badge lost|Where do I go|12|Incident|3|103||"
    )]
    [InlineData(
        "Zammad",
        ".json",
        """
            [{"id": 118, "number": "81118", "title": "Badge lost", "customer_id": 38, "customer": "jo@example.com", "group_id": 1, "group": "Benefits",
             "state": "closed", "create_article_type": "web", "type": null, "time_unit": null, "created_at": "2026-10-31T14:30:00.000Z",
             "article_ids": [901, 902], "preferences": {}}]
            """,
        "81118|Badge lost||Benefits||web|38||"
    )]
    [InlineData(
        "gh",
        ".json",
        """
            [{"author": {"id": "MD", "is_bot": false, "login": "jo", "name": "Jo"}, "body": "Where do I go", "closed": true, "comments": [{"id": "IC",
             "body": "x", "author": {"login": "me"}}], "createdAt": "2026-10-31T14:30:00Z", "labels": [{"id": "L", "name": "bug", "color": "f00"}],
             "number": 7, "state": "CLOSED", "title": "Badge lost"}]
            """,
        "7|Badge lost|Where do I go||bug||jo||"
    )]
    [InlineData(
        "GitHub API",
        ".json",
        """
            [{"url": "https://api.example", "html_url": "https://x.example", "id": 1, "number": 7, "title": "Badge lost", "user": {"login": "jo", "id": 3},
             "labels": [{"id": 5, "name": "bug"}], "state": "open", "comments": 4, "created_at": "2026-10-31T14:30:00Z", "body": "Where do I go"}]
            """,
        "7|Badge lost|Where do I go||bug||jo||"
    )]
    public void Read_Export_IsKnownWithoutAnOption(string system, string extension, string content, string expected)
    {
        using var file = new HistoryText(extension == ".json" ? content.ReplaceLineEndings("") : content, extension);
        var history = new HistoryFile(file.Path);

        var issue = Assert.Single(history.Read());

        Assert.Empty(history.Problems.Values);
        Assert.Equal((system, new DateTimeOffset(2026, 10, 31, 14, 30, 0, TimeSpan.Zero)), (system, issue.Date));
        Assert.Equal(
            expected,
            string.Join(
                '|',
                issue.Id,
                issue.Title,
                issue.Text,
                issue.Team,
                issue.Label,
                issue.Channel,
                issue.Requester,
                issue.Reopened,
                issue.Minutes
            )
        );
        Assert.Null(issue.Answer);
    }

    [Theory]
    [InlineData("""{"number": 8, "title": "Mend the page", "body": "Fixes 7", "pull_request": {"url": "x"}}""", "a pull request of GitHub")]
    [InlineData("""{"id": 9, "subject": "SCRUBBED", "description": "SCRUBBED", "status": "deleted"}""", "a deleted ticket")]
    public void Read_WhatStandsBetweenIssues_IsToldAndNotCounted(string other, string told)
    {
        const string Issue = """{"id": 7, "title": "Badge lost", "text": "Where do I go", "status": "open", "pull_request": null}""";
        foreach (var (extension, content) in new[] { (".json", $"[{other},{Issue}]"), (".jsonl", $"{other}\n{Issue}\n") })
        {
            using var file = new HistoryText(content, extension);
            var history = new HistoryFile(file.Path);

            Assert.Equal("7", Assert.Single(history.Read()).Id);
            Assert.Contains($"This is {told}, and no issue.", history.Problems.FirstUnread, StringComparison.Ordinal);
        }
    }
}
