using System.Globalization;
using System.Text;
using AutoResolve.Insights.Measuring;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Learning;

/// <summary>Phrases and what each counts, as a <c>points</c> condition has them.</summary>
public sealed record LearntPoints
{
    /// <summary>The phrases by the points that they count, the most first; within one number in the order of the alphabet.</summary>
    public required IReadOnlyList<KeyValuePair<int, IReadOnlyList<string>>> Phrases { get; init; }

    /// <summary>The points that make a text one of the kind.</summary>
    public required int Needed { get; init; }

    /// <summary>How many of the texts that are meant are found, each by what was learnt from others.</summary>
    public required Proportion Found { get; init; }

    /// <summary>How many of the others are found wrongly, each by what was learnt from others.</summary>
    public required Proportion FalseAlarms { get; init; }

    /// <summary>How many phrases there are.</summary>
    public int PhraseCount => Phrases.Sum(points => points.Value.Count);

    /// <summary>What other numbers of points needed would come to, the fewest points first.</summary>
    public required IReadOnlyList<PointsChoice> Choices { get; init; }

    /// <summary>The most characters of the name of a condition that is learnt.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Whether a learnt condition may be called so: letters and digits, beginning with a small letter, at most
    /// <see cref="MaxNameLength"/>.</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>A rule file, in its canonical form: a shared set with one condition, which rules of other sets may use.</summary>
    /// <param name="condition">The name of the condition, such as <c>signsOfDanger</c>. That of the set is the same in small letters with
    /// dashes: <c>learnt-signs-of-danger</c>.</param>
    /// <returns>The text of the file.</returns>
    /// <exception cref="ArgumentException"><see cref="IsName"/> is false of it.</exception>
    /// <exception cref="InvalidOperationException">There are no phrases: nothing was learnt.</exception>
    public string ToRuleFile(string condition)
    {
        if (!IsName(condition))
            throw new ArgumentException("Letters and digits, beginning with a small letter.", nameof(condition));
        if (PhraseCount == 0)
            throw new InvalidOperationException("Nothing was learnt.");
        var set = new JObject
        {
            ["set"] = "learnt-" + Dashed(condition),
            ["title"] = "What was learnt from labelled texts",
            ["owner"] = "contact-center",
            ["shared"] = true,
            ["conditions"] = new JObject
            {
                [condition] = new JObject
                {
                    ["points"] = new JObject(
                        Phrases.Select(points => new JProperty(points.Key.ToString(CultureInfo.InvariantCulture), new JArray(points.Value)))
                    ),
                    ["needed"] = Needed,

                    // So many words would be near to many others, and rules lose their tolerance of errors in these.
                    ["typos"] = false,
                },
            },
        };
        var raw = set.ToString();
        return RuleFileFormatter.Format(new RuleFile("learnt.json", Encoding.UTF8.GetBytes(raw))).Text ?? raw;
    }

    private static string Dashed(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));
}

/// <summary>What a number of points needed comes to.</summary>
/// <param name="Needed">The points.</param>
/// <param name="Found">How many of the texts that are meant are found.</param>
/// <param name="FalseAlarms">How many of the others.</param>
public sealed record PointsChoice(int Needed, Proportion Found, Proportion FalseAlarms);
