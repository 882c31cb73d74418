namespace AutoResolve.Intake.Mails;

/// <summary>What is read of a mail.</summary>
/// <param name="Text">Its text; empty where it has none.</param>
/// <param name="Format">How it is written.</param>
/// <param name="Remark">What of it was not read; null where nothing is worth telling.</param>
internal readonly record struct MailContent(string Text, TextFormat Format, string? Remark);
