namespace AutoResolve.PlugIns;

/// <summary>A plug-in, or the scope that it is made in, cannot be made.</summary>
internal sealed class PlugInException(Type plugIn, Exception inner) : Exception($"{plugIn} could not be made. {WhyOf(inner)}", inner)
{
    /// <summary>Whether it may be made the next time: not the container failed, but what it called.</summary>
    public bool IsTransient => !IsContainers(InnerException!);

    // The container names services and types. The message of any other exception may quote anything.
    private static string WhyOf(Exception exception) =>
        exception is PlugInCycleException || IsContainers(exception)
            ? exception.Message
            : $"Making it failed with {exception.GetType().Name}.";

    private static bool IsContainers(Exception exception) =>
        exception is InvalidOperationException
        && exception.Source?.StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal) == true;
}
