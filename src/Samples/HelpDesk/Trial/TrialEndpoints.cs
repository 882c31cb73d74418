using AutoResolve;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HelpDesk.Trial;

/// <summary>The page on which an author of rules tries a text. Nothing is done, and nothing is written down.</summary>
internal static class TrialEndpoints
{
    public const int MaxText = 20_000;

    public static void MapTrial(this WebApplication app)
    {
        app.MapGet("/", () => Page(null, null, null));

        // It changes nothing, so it needs no token; it is posted, so that no text stands in an address.
        app.MapPost("/", TryAsync).DisableAntiforgery();
    }

    private static async Task<IResult> TryAsync([FromForm] string? text, IExplainer explainer, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Page(null, null, "Paste a text first.");
        if (text.Length > MaxText)
            return Page(null, null, $"A text has at most {MaxText:N0} characters here.");
        var issue = new Issue { Id = "trial", Text = text };
        return Page(text, await explainer.ExplainAsync(issue, cancellationToken), null);
    }

    private static RazorComponentResult<TrialPage> Page(string? text, Explanation? explanation, string? problem) =>
        new(
            new
            {
                Text = text,
                Explanation = explanation,
                Problem = problem,
            }
        );
}
