using System.Globalization;
using System.Text;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Rendering;

/// <summary>How people read what stands about cases.</summary>
internal static class CaseVocabulary
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name of an enum as words: <c>rule matched</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>A reason as staff say it. In the rule format facts are something else.</summary>
    public static string Of(ResolutionReason reason) =>
        reason switch
        {
            ResolutionReason.FactsMissing => "an answer is needed first",
            _ => Of(reason.ToString()),
        };

    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
            words.Append(char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        return SafeText.Line(words.ToString()).TrimStart();
    }

    /// <summary>Who has to move.</summary>
    public static string WaitsFor(CaseSummary summary) =>
        summary.Stage switch
        {
            CaseStage.UnderWay => "under way",
            CaseStage.Turns => "turns wait",
            CaseStage.Customer => "the customer",
            CaseStage.Approval => $"approval{(summary.Team is { } team ? $" by {SafeText.Line(team)}" : "")}",
            CaseStage.Team => summary.Team is { } team ? SafeText.Line(team) : "a person",
            _ => "nobody: closed",
        };

    /// <summary>What was decided last.</summary>
    public static string Last(CaseSummary summary)
    {
        if (summary.Outcome is not { } outcome)
            return "nothing decided yet";
        var rule = summary.Rule is { } id ? $" by {SafeText.Line(id)}" : "";
        var reason = summary.Reason is { } why ? $" ({Of(why)})" : "";
        return $"{Of(outcome)}{rule}{reason}";
    }

    /// <summary>How long, in the largest unit that fits.</summary>
    public static string Age(TimeSpan age) =>
        age switch
        {
            { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalDays):0} d"),
            { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(age.TotalHours):0} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Max(0, age.TotalMinutes)):0} min"),
        };
}
