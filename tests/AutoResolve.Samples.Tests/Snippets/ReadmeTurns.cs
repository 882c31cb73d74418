using AutoResolve;

namespace Snippets;

/// <summary>The two turns of the README, compiled.</summary>
internal static class ReadmeTurns
{
    public static async Task<(Disposition Asked, Disposition Routed)> Run(IIssueProcessor processor)
    {
        var asked = await processor.ProcessAsync(new Issue { Id = "1017", Text = "The form does not open" });
        var routed = await processor.ContinueAsync(
            new CaseReference(null, "1017"),
            new Turn
            {
                Id = "m2",
                Fields = new Dictionary<string, string> { ["device"] = "phone" },
            }
        );
        return (asked, routed);
    }
}
