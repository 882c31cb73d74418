namespace HelpDesk.Approvals;

/// <summary>What the page of approvals posts.</summary>
/// <param name="Key">Which action.</param>
/// <param name="By">Who decides.</param>
/// <param name="Decision">approve or deny.</param>
internal sealed record ApprovalForm(string Key, string By, string Decision);
