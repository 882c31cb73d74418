using System.Text;
using CliWrap.Buffered;

namespace AutoResolve.Cli.Tests.Journaling;

[Trait("Category", "Process")]
public sealed class JournalUsageTests
{
    private const string Journal = "USAGE_TESTS_JOURNAL";

    static JournalUsageTests() => Environment.SetEnvironmentVariable(Journal, "Host=127.0.0.1;Username=u");

    [Theory]
    [InlineData("Say where the journal is: either --journal FILE or --postgres VARIABLE.", "doubt")]
    [InlineData("Say where the journal is: either --journal FILE or --postgres VARIABLE.", "doubt", "--journal", "x", "--postgres", "y")]
    [InlineData("'--schema A;B' is not the name of a schema", "doubt", "--postgres", Journal, "--schema", "A;B")]
    [InlineData(
        "Say which decisions by one of --issue ISSUE-ID, --last COUNT and --all.",
        "replay",
        "--journal",
        "x",
        "--all",
        "--last",
        "2"
    )]
    [InlineData("'--last' is a number from 1 to 100,000.", "entries", "--journal", "x", "--last", "0")]
    [InlineData("'--kind' takes decision, intent,", "entries", "--journal", "x", "--kind", "decision,nothing")]
    [InlineData(
        "'--from' is a day such as 2026-11-24 or a time such as 2026-11-24T09:30Z; found 'yesterday'.",
        "entries",
        "--journal",
        "x",
        "--from",
        "yesterday"
    )]
    [InlineData(
        "'--verdict' is one of helpful, reopened, wrong; found 'bad'.",
        "feedback",
        "--journal",
        "x",
        "--issue",
        "1",
        "--by",
        "u",
        "--verdict",
        "bad"
    )]
    [InlineData("'--by' needs an id.", "stop", "--journal", "x", "--by", " ", "--reason", "r")]
    [InlineData("Option '--reason' is required.", "stop", "--journal", "x", "--by", "u")]
    public async Task Usage_Wrong_SaysWhatAndReturns2(string message, params string[] arguments)
    {
        var result = await Tool.RunAsync(["journal", .. arguments]);

        Assert.Equal((2, ""), (result.ExitCode, result.StandardOutput));
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postgres_VariableThatIsNotSet_IsToldWithoutItsValue()
    {
        var unset = await Tool.RunAsync("journal", "doubt", "--postgres", "AUTORESOLVE_NO_SUCH_VARIABLE");
        var unreachable = await Tool.Command(Tool.Fixtures, "journal", "doubt", "--postgres", "SOME_JOURNAL")
            .WithEnvironmentVariables(variables =>
                variables.Set("SOME_JOURNAL", "Host=127.0.0.1;Port=1;Username=u;Password=secret-word;Timeout=2")
            )
            .ExecuteBufferedAsync(Encoding.UTF8);

        Assert.Equal((3, 3), (unset.ExitCode, unreachable.ExitCode));
        Assert.Contains(
            "The environment variable 'AUTORESOLVE_NO_SUCH_VARIABLE' is not set.",
            unset.StandardError,
            StringComparison.Ordinal
        );
        Assert.Contains("cannot be reached", unreachable.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", unreachable.StandardError, StringComparison.Ordinal);
    }
}
