namespace AutoResolve.Cli.Running;

/// <summary>Ends a command with a message for its user.</summary>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandFailure Usage(string message) => new(ExitCodes.Usage, message);

    public static CommandFailure Environment(string message) => new(ExitCodes.Environment, message);

    /// <summary>A file or folder that the system refuses.</summary>
    public static CommandFailure Refused(string verb, string path, Exception exception)
    {
        var reason = exception switch
        {
            UnauthorizedAccessException => "access is denied",
            FileNotFoundException or DirectoryNotFoundException => "it does not exist",
            _ => exception.Message.TrimEnd('.'),
        };
        return Environment($"Cannot {verb} '{path}': {reason}.");
    }
}
