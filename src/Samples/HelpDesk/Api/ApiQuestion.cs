namespace HelpDesk.Api;

/// <summary>A question, and the field of a turn that answers it.</summary>
internal sealed record ApiQuestion(string Field, string Text);
