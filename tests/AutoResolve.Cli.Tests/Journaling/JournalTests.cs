using AutoResolve.Actions;
using AutoResolve.Journaling;
using CliWrap.Buffered;
using Dapper;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;

namespace AutoResolve.Cli.Tests.Journaling;

[Trait("Category", "Process")]
public sealed class JournalTests : IAsyncLifetime
{
    private JournalOnDisk _journal = null!;

    public async Task InitializeAsync() => _journal = await JournalOnDisk.CreateAsync();

    public Task DisposeAsync()
    {
        _journal.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Entries_Everything_ReadsAsSentencesInTheOrderOfWriting()
    {
        await _journal.SayAsync("i-1", FeedbackVerdict.Wrong);
        await _journal.SayAsync("i-1", FeedbackVerdict.Wrong);
        await RunAsync("stop", "--by", "u17", "--reason", "the account system is down");
        await RunAsync("resume", "--rule", "account.unlock", "--by", "u17", "--reason", "up again");

        var result = await RunAsync("entries", "--to", "2026-11-23T09:30Z");
        var switches = await RunAsync("entries", "--kind", "switch");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Assert.DoesNotContain("ann@example", result.StandardOutput, StringComparison.Ordinal);
        Snapshot.Match(result.StandardOutput);
        Assert.Matches(
            @"switch +-  u17: stop all actions: the account system is down\n"
                + @".*switch +-  u17: resume the actions of account\.unlock: up again\n$",
            switches.StandardOutput
        );
    }

    [Theory]
    [InlineData(4, "--issue", "i-1")]
    [InlineData(4, "--kind", "Decision")]
    [InlineData(2, "--kind", "decision,approvalRequest", "--rule", "account.delete")]
    [InlineData(2, "--last", "2")]
    [InlineData(0, "--from", "2026-11-24")]
    [InlineData(1, "--from", "2026-11-23T09:03Z")]
    [InlineData(9, "--from", "2026-11-23", "--to", "2026-11-23")]
    [InlineData(0, "--to", "2026-11-22")]
    public async Task Entries_Chosen_ShowsThese(int count, params string[] options)
    {
        var result = await RunAsync(["entries", "--json", .. options]);

        var sequences = Lines(result).Select(line => (long)line["sequence"]!).ToList();
        Assert.Equal(count, sequences.Count);
        Assert.Equal(sequences.Order(), sequences);
    }

    [Fact]
    public async Task Entries_HostileEntry_IsPrintedSafelyOnItsOneLine()
    {
        await _journal.AppendAsync(
            new JournalEntry
            {
                At = DateTimeOffset.UnixEpoch,
                Kind = JournalEntryKind.Note,
                IssueId = "x\u001b[2J\ny",
                Label = "late\r\n",
                Content = """{ "handler": "a\u001b]0;b\u0007\u202e" """,
            }
        );
        await _journal.AppendAsync(
            new JournalEntry
            {
                At = DateTimeOffset.UnixEpoch,
                Kind = (JournalEntryKind)77,
                Label = "new",
                Content = "[]",
            }
        );

        var result = await RunAsync("entries", "--to", "1970-01-01");
        var json = await RunAsync("entries", "--json", "--to", "1970-01-01");

        Assert.Equal(2, result.StandardOutput.TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain(result.StandardOutput, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', result.StandardOutput);
        Assert.Contains(
            "cannot be read: another version wrote it, or the journal is damaged",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Equal([JTokenType.String, JTokenType.Array], Lines(json).Select(line => line["content"]!.Type));
    }

    [Fact]
    public async Task Entries_ReaderThatLeaves_EndsTheTool()
    {
        var output = await CliWrap
            .Cli.Wrap("bash")
            .WithArguments([
                "-c",
                "dotnet exec \"$1\" journal entries --journal journal.db | head -n 1",
                "bash",
                Path.Combine(AppContext.BaseDirectory, "AutoResolve.Cli.dll"),
            ])
            .WithWorkingDirectory(_journal.Folder)
            .ExecuteBufferedAsync();

        Assert.Equal("", output.StandardError);
        Assert.Single(output.StandardOutput.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Doubt_WhatWaitsAndWhatWasBegun_IsListed()
    {
        await _journal.AppendAsync(
            new JournalEntry
            {
                At = new(2026, 11, 23, 9, 10, 0, TimeSpan.Zero),
                Kind = JournalEntryKind.Intent,
                IssueId = "i-9",
                Key = "intent/9",
                IsOpen = true,
                RuleId = "account.unlock",
                RuleVersion = 3,
                Label = "begun",
                Content = """{ "handler": "unlock", "key": "9", "decision": "decision/9", "index": 0 }""",
            }
        );

        var result = await RunAsync("doubt");
        var json = await RunAsync("doubt", "--json");

        Assert.Equal((1, 1), (result.ExitCode, json.ExitCode));
        Snapshot.Match(result.StandardOutput);
        Assert.Equal(["approvalRequest", "intent"], Lines(json).Select(line => (string?)line["kind"]));
    }

    [Fact]
    public async Task Doubt_TurnsThatWait_AreListed()
    {
        await _journal.ContinueAsync(new CaseReference("agency", "i-8"), new Turn { Id = "m-1", Text = "and" });

        var result = await RunAsync("doubt");
        var json = await RunAsync("doubt", "--json");

        Assert.Equal((1, 1), (result.ExitCode, json.ExitCode));
        Assert.Contains(
            "turn             agency/i-8  turns wait for their case until then\nTurns wait in 1 case;",
            result.StandardOutput,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ("agency", "i-8", "case"),
            ((string?)Lines(json)[^1]["tenant"], (string?)Lines(json)[^1]["issueId"], (string?)Lines(json)[^1]["dueFor"])
        );
    }

    [Fact]
    public async Task Tenant_OfTwoThatHaveAnIssueOfOneId_IsTheOneThatIsMeant()
    {
        await _journal.ProcessAsync(
            new Issue
            {
                Id = "i-1",
                Tenant = "agency",
                Text = "Please delete my account",
            }
        );

        var shown = Lines(await RunAsync("entries", "--issue", "i-1", "--tenant", "agency", "--kind", "decision", "--json"));
        var line = await RunAsync("entries", "--issue", "i-1", "--tenant", "agency", "--kind", "decision");
        var feedback = await RunAsync("feedback", "--issue", "i-1", "--tenant", "agency", "--verdict", "helpful", "--by", "u17");
        var unknown = await RunAsync("feedback", "--issue", "i-2", "--tenant", "agency", "--verdict", "helpful", "--by", "u17");
        var alone = await RunAsync("entries", "--tenant", "agency");

        Assert.Equal(["account.delete"], shown.Select(entry => (string?)entry["ruleId"]));
        Assert.Contains("  agency/i-1  ", line.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("about account.delete version 1", feedback.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("agency", Assert.Single(await _journal.ReadAsync(JournalEntryKind.Feedback)).Tenant);
        Assert.Equal("autoresolve: The journal knows no decision about an issue 'i-2' of 'agency'.\n", unknown.StandardError);
        Assert.Contains("say which with '--issue ISSUE-ID'", alone.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfADecisionThatNoRulebookMade_SaysSo()
    {
        var decision = (await _journal.ReadAsync(JournalEntryKind.Decision))[0];
        await _journal.AppendAsync(decision with { Sequence = 0, IssueId = "long", Key = "1", IsOpen = false, RulebookRevision = "" });

        var result = await RunAsync("replay", "--issue", "long");
        var json = await RunAsync("replay", "--issue", "long", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("NO RULES    long  no rulebook made it", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("1 that no rulebook made", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal("withoutRules", (string?)Lines(json).Single()["result"]);
    }

    [Fact]
    public async Task Doubt_Nothing_SaysSo()
    {
        await _journal.AppendAsync(
            new JournalEntry
            {
                At = DateTimeOffset.UnixEpoch,
                Kind = JournalEntryKind.Note,
                Closes = (await _journal.ReadAsync(JournalEntryKind.ApprovalRequest)).Single().Key,
            }
        );

        var result = await RunAsync("doubt");

        Assert.Equal((0, "Nothing is unfinished.\n"), (result.ExitCode, result.StandardOutput));
    }

    [Fact]
    public async Task Replay_All_IsTheSameButWhereMasked()
    {
        // The rules of then are in the journal.
        Directory.Delete(Path.Combine(_journal.Folder, "rules"), recursive: true);

        var result = await RunAsync("replay", "--all");

        Assert.Equal((0, ""), (result.ExitCode, result.StandardError));
        Snapshot.Match(result.StandardOutput);
    }

    [Fact]
    public async Task Replay_WhatDiffersOrCannotBe_IsTold()
    {
        var decision = (await _journal.ReadAsync(JournalEntryKind.Decision))[0];
        await _journal.AppendAsync(decision with { Sequence = 0, IssueId = "differs", Key = "1", IsOpen = false, Label = "routed" });
        await _journal.AppendAsync(
            decision with
            {
                Sequence = 0,
                IssueId = "not-kept",
                Key = "2",
                IsOpen = false,
                RulebookRevision = "gone",
            }
        );
        await _journal.AppendAsync(decision with { Sequence = 0, IssueId = "damaged", Key = "3", IsOpen = false, Content = "{" });
        var damaged = decision.Content.Replace("\"mode\":", "\"demoted\":[\"x\"],\"mode\":", StringComparison.Ordinal);
        await _journal.AppendAsync(decision with { Sequence = 0, IssueId = "damaged-too", Key = "4", IsOpen = false, Content = damaged });

        var result = await RunAsync("replay", "--last", "5");
        var one = await RunAsync("replay", "--issue", "differs", "--json");

        Assert.Equal(1, result.ExitCode);
        Snapshot.Match(result.StandardOutput);
        Assert.Equal(
            (1, "different", "routed by account.unlock version 3"),
            (one.ExitCode, (string?)Lines(one).Single()["result"], (string?)Lines(one).Single()["then"])
        );
    }

    [Fact]
    public async Task EveryProperty_StandsInTheReference()
    {
        var reference = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "json.md"));
        string[][] commands =
        [
            ["entries"],
            ["cases"],
            ["doubt"],
            ["replay", "--all"],
            ["records"],
            ["feedback", "--issue", "i-1", "--verdict", "helpful", "--by", "u17"],
            ["stop", "--by", "u17", "--reason", "r"],
        ];
        var names = new HashSet<string>();
        foreach (var command in commands)
            names.UnionWith(
                Lines(await RunAsync([.. command, "--json"])).SelectMany(line => line.Properties()).Select(property => property.Name)
            );

        var shown = JObject.Parse((await RunAsync("show", "i-3", "--json")).StandardOutput);
        names.UnionWith(
            shown
                .Properties()
                .Concat(shown["moments"]!.Cast<JObject>().SelectMany(moment => moment.Properties()))
                .Select(property => property.Name)
        );

        Assert.True(names.Count > 40);
        Assert.All(names, name => Assert.Contains($"`{name}`", reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_OfRules_AreCounted()
    {
        await _journal.SayAsync("i-1", FeedbackVerdict.Helpful);
        await _journal.SayAsync("i-1", FeedbackVerdict.Wrong);
        await _journal.SayAsync("i-3", FeedbackVerdict.Reopened);
        await _journal.SayAsync("i-4", FeedbackVerdict.Reopened);

        var result = await RunAsync("records");
        var json = await RunAsync("records", "--json");

        Assert.Equal(0, result.ExitCode);
        Snapshot.Match(result.StandardOutput);
        Assert.Equal(["account.delete", "account.unlock", "mail.where"], Lines(json).Select(line => (string?)line["ruleId"]));
        Assert.Equal(0.0945, (double)Lines(json)[1]["lowerBound"]!);
        Assert.True((bool)Lines(json)[1]["onlySuggests"]!);
    }

    [Fact]
    public async Task Stop_AndResume_AreWrittenAndTold()
    {
        var stopRule = await RunAsync("stop", "--rule", "account.unlock", "--by", "u17", "--reason", "wrong one");
        var stopAll = await RunAsync("stop", "--by", "u17", "--reason", "down");
        var resumeRule = await RunAsync("resume", "--rule", "account.unlok", "--by", "u17", "--reason", "up");
        var resumeAll = await RunAsync("resume", "--by", "u17", "--reason", "up", "--json");

        Assert.Equal("The actions of account.unlock are stopped.\n", stopRule.StandardOutput);
        Assert.Equal("All actions are stopped.\n", stopAll.StandardOutput);
        Assert.Equal("The actions of account.unlok may run again once the stop of all actions ends.\n", resumeRule.StandardOutput);
        Assert.Equal(
            "The journal has no decision by a rule 'account.unlok'. It is recorded all the same; check the spelling.\n",
            resumeRule.StandardError
        );
        Assert.Equal("""{"ruleId":null,"stopped":false,"allStopped":false}""", resumeAll.StandardOutput.TrimEnd());
        Assert.Equal(
            ["stop", "stop", "resume", "resume"],
            (await _journal.ReadAsync(JournalEntryKind.Switch)).Select(entry => entry.Label)
        );
    }

    [Fact]
    public async Task Feedback_IsWrittenAndDemotes()
    {
        var first = await RunAsync("feedback", "--issue", "i-1", "--verdict", "wrong", "--by", "u17", "--note", "call ann@example.org");
        var second = await RunAsync("feedback", "--issue", "i-1", "--verdict", "wrong", "--by", "u17", "--json");
        var noRule = await RunAsync("feedback", "--issue", "i-4", "--verdict", "helpful", "--by", "u17");
        var unknown = await RunAsync("feedback", "--issue", "i-5", "--verdict", "helpful", "--by", "u17");

        Assert.Equal("Written. Of 1 verdict about account.unlock version 3, 0 say that it helped.\n", first.StandardOutput);
        Assert.Equal((true, 0), ((bool)Lines(second).Single()["onlySuggests"]!, second.ExitCode));
        Assert.Equal("Written. No rule decided that issue, so no rule's record changes.\n", noRule.StandardOutput);
        Assert.Equal((1, "autoresolve: The journal knows no decision about an issue 'i-5'.\n"), (unknown.ExitCode, unknown.StandardError));
        var written = await _journal.ReadAsync(JournalEntryKind.Feedback);
        Assert.Equal(3, written.Count);
        Assert.DoesNotContain(written, entry => entry.Content.Contains("ann@", StringComparison.Ordinal));
        Assert.Single(await _journal.ReadAsync(JournalEntryKind.Demotion));
    }

    [Theory]
    [InlineData("There is no journal 'missing.db'.", "missing.db")]
    [InlineData("'rules' is a folder; '--journal' names a file.", "rules")]
    [InlineData("'empty.db' is empty; it is no journal.", "empty.db")]
    [InlineData("is damaged, or is no journal.", "garbage.db")]
    [InlineData("is a database, but no journal. Name another file.", "foreign.db")]
    public async Task Journal_FileThatIsNone_IsTold(string message, string file)
    {
        await File.WriteAllTextAsync(Path.Combine(_journal.Folder, "empty.db"), "");
        await File.WriteAllTextAsync(Path.Combine(_journal.Folder, "garbage.db"), string.Concat(Enumerable.Repeat("garbage ", 1000)));

        await using (var foreign = new SqliteConnection($"Data Source={Path.Combine(_journal.Folder, "foreign.db")};Pooling=False"))
            await foreign.ExecuteAsync("CREATE TABLE orders (id INTEGER)");

        var result = await Tool.RunInAsync(_journal.Folder, "", "journal", "entries", "--journal", file);

        Assert.Equal((3, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
        Assert.StartsWith("autoresolve: ", result.StandardError, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_journal.Folder, "missing.db")));
    }

    private static List<JObject> Lines(BufferedCommandResult result) =>
        [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];

    [Fact]
    public async Task Erase_AfterExport_LeavesNothingOfWhatWasExported()
    {
        await _journal.ProcessAsync(
            new Issue
            {
                Id = "a/1",
                Tenant = "agency",
                Requester = "p-1",
                Text = "the zebra",
            }
        );

        var before = await RunAsync("export", "--case", "agency/a/1");
        var erased = await RunAsync("erase", "--requester", "p-1", "--by", "u17");
        var again = await RunAsync("erase", "--requester", "p-1", "--by", "u17", "--json");
        var after = await RunAsync("export", "--case", "agency/a/1");
        var unknown = await RunAsync("export", "--case", "agency/b");
        var entries = await RunAsync("entries", "--issue", "a/1");

        Assert.Equal(("the zebra", "a/1"), Said(before));
        Assert.Matches(@"^Erased: \d+ entr(y|ies) of 1 case\.\n$", erased.StandardOutput);
        Assert.Equal("""{"cases":[],"entries":0,"underWay":[]}""", again.StandardOutput.Trim());
        Assert.DoesNotContain("zebra", after.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("what was said in the case was erased by u17", entries.StandardOutput, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0, 1), (before.ExitCode, erased.ExitCode, after.ExitCode, unknown.ExitCode));

        static (string?, string?) Said(BufferedCommandResult result)
        {
            var entry = JObject.Parse(result.StandardOutput)["entries"]![0]!;
            return ((string?)entry["content"]!["issue"]!["text"], (string?)entry["issueId"]);
        }
    }

    private Task<BufferedCommandResult> RunAsync(params string[] arguments) =>
        Tool.RunInAsync(_journal.Folder, "", ["journal", .. arguments, "--journal", "journal.db"]);
}
