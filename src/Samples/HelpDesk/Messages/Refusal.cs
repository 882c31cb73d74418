namespace HelpDesk.Messages;

/// <summary>Why something is not taken, for whoever sent it.</summary>
internal static class Refusal
{
    /// <summary>Without the name of a parameter, which says nothing to people.</summary>
    public static string Of(ArgumentException exception) =>
        exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
}
