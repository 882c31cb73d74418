using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AutoResolve.Insights.Mining;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>The file of a team's page.</summary>
internal static class TeamPage
{
    private const int HashLength = 8;

    /// <summary>
    /// The same for the same team and month, whatever other teams there are: who mails pages by their names must not mail them to another
    /// team.
    /// </summary>
    public static string Name(string team, ReportingCalendar calendar)
    {
        var safe = SafeName.Of(team);

        // What the name lost, the hash keeps apart.
        if (!safe.Equals(team, StringComparison.OrdinalIgnoreCase))
            safe += "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(team.ToUpperInvariant())))[..HashLength];
        return $"{safe}-{calendar.Days[0].ToString("yyyy-MM", CultureInfo.InvariantCulture)}.html";
    }
}
