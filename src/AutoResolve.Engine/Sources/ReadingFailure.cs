namespace AutoResolve.Sources;

/// <summary>Says why a file cannot be read, and what to do, as a sentence goes on.</summary>
internal static class ReadingFailure
{
    public static string Describe(Exception exception) =>
        exception switch
        {
            UnauthorizedAccessException => "you may not read it; ask for permission",
            FileNotFoundException or DirectoryNotFoundException => "it is gone, or it is a link that leads nowhere",
            IOException => $"the system says: {exception.Message.TrimEnd('.')}",
            _ => $"its source failed with {exception.GetType().Name}: {exception.Message.TrimEnd('.')}",
        };
}
