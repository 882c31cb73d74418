using System.Globalization;
using System.Text.RegularExpressions;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Authoring;

/// <summary>The text of a new rule file.</summary>
internal static partial class RuleSkeleton
{
    private const string Resource = "skeleton.txt";
    private const int MaxIdLength = 100;

    /// <exception cref="CommandFailure">The id or the name of the set is not one.</exception>
    public static void Check(string id, string set)
    {
        if (id.Length > MaxIdLength || !Id().IsMatch(id))
            throw CommandFailure.Usage(
                $"'{SafeText.Start(id, 100)}' cannot be a rule id: use small letters, digits and "
                    + $"dashes, with dots between parts, at most {MaxIdLength} characters, such as sign-in.clock-wrong."
            );
        if (!Name().IsMatch(set))
            throw CommandFailure.Usage(
                $"'{SafeText.Start(set, 100)}' cannot be the name of a set: use small letters, digits " + $"and dashes, such as sign-in."
            );
    }

    /// <param name="id">The rule's id.</param>
    /// <param name="set">The name of the set.</param>
    /// <param name="schema">The path from the new file to the schema.</param>
    /// <param name="today">The day on which the rule counts as reviewed.</param>
    public static string Write(string id, string set, string schema, DateOnly today)
    {
        using var stream = typeof(RuleSkeleton).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return LineEnds
            .Unify(reader.ReadToEnd())
            .Replace("{schema}", schema, StringComparison.Ordinal)
            .Replace("{set}", set, StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{type}", id.Replace('.', '/'), StringComparison.Ordinal)
            .Replace("{today}", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
