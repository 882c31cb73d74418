using AutoResolve.Journaling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HelpDesk.Approvals;

/// <summary>What cannot be undone, before it is done.</summary>
internal static class ApprovalEndpoints
{
    private const int MaxWho = 100;

    public static void MapApprovals(this WebApplication app)
    {
        app.MapGet("/approvals", (WaitingApprovals approvals) => Page(approvals, null));
        app.MapPost("/approvals", DecideAsync);
    }

    private static async Task<IResult> DecideAsync(
        [FromForm] ApprovalForm form,
        WaitingApprovals approvals,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(form.By) || form.By.Length > MaxWho)
            return Page(approvals, "Say who you are, in at most 100 characters.");
        try
        {
            var result = form.Decision switch
            {
                "approve" => await approvals.ApproveAsync(form.Key, form.By, cancellationToken),
                "deny" => await approvals.DenyAsync(form.Key, form.By, cancellationToken),
                _ => "Choose Approve or Deny.",
            };
            return Page(approvals, result);
        }
        catch (Exception exception) when (exception is JournalException or TimeoutException)
        {
            return Page(approvals, "The journal cannot be used just now. Try again.");
        }
    }

    private static RazorComponentResult<ApprovalsPage> Page(WaitingApprovals approvals, string? message) =>
        new(new { Waiting = approvals.All, Message = message });
}
