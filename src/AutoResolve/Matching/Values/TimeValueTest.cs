using System.Globalization;
using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Values;

/// <summary>Compares days and times, in UTC where they say nothing; what is neither compares false.</summary>
internal sealed class TimeValueTest(bool before, DateTimeOffset bound, string pointer) : ValueTest
{
    public override string Description => $"is {(before ? "before" : "after")} {Format(bound)}";

    public override LeafResult Test(TextView value, ICollection<Evidence>? evidence)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, Styles, out var time)
            || (before ? time >= bound : time <= bound))
        {
            return LeafResult.Fails;
        }

        AddWhole(value, pointer, Format(bound), evidence);
        return LeafResult.Holds(1);
    }

    private static string Format(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
