using AutoResolve.Intake.History;
using AutoResolve.Intake.Issues;

namespace Snippets;

/// <summary>The code of the page of AutoResolve.Intake, compiled.</summary>
internal static class IntakeSamples
{
    public static void Issues()
    {
        using var file = IssueFile.Open("issues.csv");
        foreach (var line in file.Read())
            Console.WriteLine(line.Issue is { } issue ? issue.Text : file.Describe(line));
    }

    public static IAsyncEnumerable<PastIssue> History(CancellationToken cancellationToken)
    {
        var past = new HistoryFile("tickets.csv").ReadAsync(cancellationToken);
        return past;
    }
}
