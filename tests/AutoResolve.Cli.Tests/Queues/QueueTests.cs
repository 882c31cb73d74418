using AutoResolve.RabbitMQ.Tests;
using CliWrap.EventStream;

namespace AutoResolve.Cli.Tests.Queues;

/// <summary>A worker of the tool, and what it is sent.</summary>
public sealed class QueueTests : IDisposable
{
    private const string Broker = "QUEUE_TESTS_BROKER";
    private const string Journal = "QUEUE_TESTS_JOURNAL";
    private const string Secrets = "QUEUE_TESTS_SECRETS";
    private const string Rules = """
        { "set": "desk", "title": "Desk", "owner": "desk", "rules": [
          { "id": "desk.pdf", "title": "PDF", "type": "t/pdf", "status": "active", "when": { "anyOf": ["please wait"] },
            "then": { "outcome": "answer", "answer": { "en": "Open it with a reader." }, "tier": 1 }, "source": "Notes",
            "reviewed": "2026-11-01", "tests": [{ "text": "please wait", "match": true }, { "text": "no", "match": false }] } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string?, string, string> Addresses =>
        new()
        {
            { null, "is not set", "send" },
            { "http://rabbit", "holds no address of a broker", "send" },
            { "worker:secret@rabbit", "holds no address of a broker", "work" },
            { "amqp://127.0.0.1:1", "UserName and Password are missing", "send" },
            { "amqp://worker@127.0.0.1:1", "Password is missing", "send" },
            { "amqp://worker:secret@127.0.0.1:1", "is not reached", "send" },
        };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Broker_ThatCannotBeUsed_IsToldWithoutThePassword(string? address, string told, string verb)
    {
        Environment.SetEnvironmentVariable(Broker, address);
        _folder.Write("issues.jsonl", """{"id":"1","text":"please wait"}""");
        _folder.Write("rules.json", Rules);
        string[] what = verb == "send" ? ["send", "issues.jsonl"] : ["work", "--journal", "journal.db", "--rules", "."];

        var result = await Tool.RunInAsync(_folder.Path, "", [.. what, "--rabbitmq", Broker]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(told, result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rabbitmq", "send", "issues.jsonl", "--rabbitmq", "amqp://sample:pw-secret@rabbit")]
    [InlineData("--rabbitmq", "work", "--journal", "journal.db", "--rules", ".", "--rabbitmq", "amqp://sample:pw-secret@rabbit")]
    [InlineData("--postgres", "journal", "cases", "--postgres", "Host=h;Password=pw-secret")]
    [InlineData("--secrets", "work", "--rabbitmq", Broker, "--postgres", Journal, "--rules", ".", "--secrets", "1 pw-secret")]
    public async Task Secret_InThePlaceOfAVariable_IsNotRepeated(string option, params string[] arguments)
    {
        Environment.SetEnvironmentVariable(Broker, "amqp://worker:secret@127.0.0.1:1");
        Environment.SetEnvironmentVariable(Journal, "Host=127.0.0.1;Username=u");
        _folder.Write("rules.json", Rules);

        var result = await Tool.RunInAsync(_folder.Path, "", arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"'{option}' takes the name of an environment variable", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("pw-secret", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal", "cases")]
    [InlineData("journal", "prune", "--before", "2020-01-01", "--figures", "f.json", "--by", "u")]
    [InlineData("work", "--rabbitmq", Broker, "--secrets", Secrets, "--rules", ".")]
    public async Task ConnectionString_ThatIsNone_IsToldByItsVariableAndNotQuoted(params string[] arguments)
    {
        Environment.SetEnvironmentVariable(Broker, "amqp://worker:secret@127.0.0.1:1");
        Environment.SetEnvironmentVariable(Secrets, $"1 {Convert.ToBase64String(new byte[32])}");
        Environment.SetEnvironmentVariable(Journal, "nonsense dbpassword=x");
        _folder.Write("rules.json", Rules);

        var result = await Tool.RunInAsync(_folder.Path, "", [.. arguments, "--postgres", Journal]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains($"'{Journal}' holds no connection string", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("dbpassword", result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_ThatIsNotKnown_IsToldWithTheOptionThatNamesIt()
    {
        Environment.SetEnvironmentVariable(Broker, "amqp://worker:secret@127.0.0.1:1");
        _folder.Write(
            "rules.json",
            Rules.Replace(
                "\"outcome\": \"answer\",",
                "\"outcome\": \"fix\", \"actions\": [ { \"do\": \"unlock\" } ],",
                StringComparison.Ordinal
            )
        );

        var result = await Tool.RunInAsync(_folder.Path, "", "work", "--journal", "journal.db", "--rules", ".", "--rabbitmq", Broker);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("AR3034", result.StandardError, StringComparison.Ordinal);
        Assert.Contains("'--handlers NAME,NAME'", result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rabbitmq", "send", "x.jsonl")]
    [InlineData("where the journal is", "work", "--rabbitmq", "X")]
    [InlineData("1 to 1024", "work", "--rabbitmq", "X", "--journal", "j.db", "--concurrency", "0")]
    public async Task Command_WithoutWhatItNeeds_SaysSo(string told, params string[] arguments)
    {
        var result = await Tool.RunInAsync(_folder.Path, "", arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(told, result.StandardError, StringComparison.Ordinal);
    }

    [SkippableFact]
    [Trait("Category", "RabbitMQ")]
    public async Task Issues_SentToAWorker_AreInItsJournal()
    {
        var programs = RabbitPrograms.Find();
        if (programs is null && Environment.GetEnvironmentVariable("CI") != "true")
            throw new SkipException("RabbitMQ is not installed.");
        await using var broker = RabbitBroker.Create(programs!);
        await broker.StartAsync();
        Environment.SetEnvironmentVariable(
            Broker,
            $"amqp://{RabbitBroker.User}:{Uri.EscapeDataString(RabbitBroker.Password)}@127.0.0.1:{broker.Port}"
        );
        _folder.Write("rules/desk.json", Rules);
        _folder.Write(
            "issues.jsonl",
            string.Join(
                '\n',
                [
                    .. Enumerable.Range(1, 20).Select(number => $$"""{"id":"{{number}}","text":"It says please wait"}"""),
                    """{"text":"It has no id"}""",
                    "nothing",
                ]
            )
        );
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var work = Tool.Command(_folder.Path, "work", "--rabbitmq", Broker, "--journal", "journal.db", "--rules", "rules");
        var (answered, worker, sent) = (0, 0, Task.FromResult(""));

        await foreach (var happened in work.ListenAsync(stop.Token))
        {
            if (happened is StartedCommandEvent started)
                worker = started.ProcessId;
            if (happened is not StandardOutputCommandEvent line)
                continue;
            if (line.Text.Contains("Takes messages", StringComparison.Ordinal))
                sent = SendAsync();
            if (line.Text.Contains("Answered by rule desk.pdf", StringComparison.Ordinal) && ++answered == 20)
                await Tool.InterruptAsync(worker);
        }

        Assert.Equal(20, answered);
        Assert.StartsWith("20 issues sent, 2 not.", await sent, StringComparison.Ordinal);
        var cases = await Tool.RunInAsync(_folder.Path, "", "journal", "cases", "--journal", "journal.db", "--json");
        Assert.Equal(0, cases.ExitCode);
    }

    private async Task<string> SendAsync()
    {
        var result = await Tool.RunInAsync(_folder.Path, "", "send", "issues.jsonl", "--rabbitmq", Broker);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("issues.jsonl:21: It has no id", result.StandardError, StringComparison.Ordinal);
        return result.StandardOutput;
    }
}
