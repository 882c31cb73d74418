using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Options;

/// <summary>An environment variable that an option names, since command lines are no place for what it holds.</summary>
internal static class SecretVariable
{
    private const int MaxNameLength = 100;

    /// <param name="option">The option.</param>
    /// <param name="variable">What was given for the name.</param>
    /// <param name="holds">What the variable holds.</param>
    /// <exception cref="CommandFailure">It is no name, or there is no such variable.</exception>
    public static string Read(string option, string variable, string holds)
    {
        if (!IsName(variable))
            throw CommandFailure.Usage(
                $"'{option}' takes the name of an environment variable, and what was given is no name; it is not repeated here, since it "
                    + $"may hold a password. Put {holds} into a variable, and give its name: {option} VARIABLE."
            );
        return Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value)
            ? value
            : throw CommandFailure.Environment(
                $"The environment variable '{variable}' is not set. '{option}' takes the name of the variable that holds {holds}."
            );
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength && text.All(each => char.IsAsciiLetterOrDigit(each) || each is '_' or '-' or '.');
}
