using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AutoResolve.Testing;

/// <summary>Says what was expected where it is not so.</summary>
internal static class Expect
{
    private const int MaxLength = 600;

    public static void True([DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds)
            throw new JournalContractException($"expected that {what}.");
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new JournalContractException($"expected {what} to be {Say(expected)}, but it is {Say(actual)}.");
    }

    public static void All<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        List<T> wanted = [.. expected];
        List<T> found = [.. actual];
        if (!wanted.SequenceEqual(found))
            throw new JournalContractException($"expected {what} to be {Say(wanted)}, but they are {Say(found)}.");
    }

    public static T There<T>(T? value, string what)
        where T : class => value ?? throw new JournalContractException($"expected that there is {what}.");

    public static async Task<T> ThrowsAsync<T>(Func<ValueTask> action, string what)
        where T : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (T exception)
        {
            return exception;
        }
        catch (Exception exception) when (exception is not JournalContractException)
        {
            throw new JournalContractException(
                $"expected that {what} throws {typeof(T).Name}, but it threw {exception.GetType().Name}.",
                exception
            );
        }

        throw new JournalContractException($"expected that {what} throws {typeof(T).Name}, but it threw nothing.");
    }

    private static string Say(object? value)
    {
        var text = value switch
        {
            null => "nothing",
            string said => $"'{said}'",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Say))}]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }
}
