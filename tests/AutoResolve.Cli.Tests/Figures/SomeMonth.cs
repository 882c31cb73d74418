using System.Globalization;
using System.Text;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Tests.Figures;

/// <summary>A desk with something of everything: a journal of two months, the tickets of the time before, and the rules.</summary>
internal static class SomeMonth
{
    public const string Map = """
        {
          // What the desk called them before there were rules.
          "types": { "Sign in": "sign-in/loop", "Locked out": "sign-in/locked", "Letters": "letters/missing",
            "Checkin": "check-in/page", "Labs": "health/labs", "Copay": "debt/copay", "Address": "profile/address",
            "Other": "" },
          "teams": { "Tier 3 products": "products", "Tier 2": "desk" },
          "tiers": { "1": 1, "2": 2, "3": 3 }
        }
        """;

    private const string Rules = """
        {
          "set": "some", "title": "Some", "owner": "desk",
          "desk": { "tiers": ["Another desk", "Agents", "Troubleshooters", "Product teams"] },
          "rules": [
            { "id": "letters.outage", "title": "Letters", "type": "letters/missing", "owner": "products",
              "status": "active", "until": "2030-12-31", "when": { "anyOf": ["letter"] },
              "then": { "outcome": "answer", "tier": 3, "answer": { "en": "Wait." } },
                "cause": { "summary": "The list of letters is empty since the outage", "kind": "outage",
                "tracking": "https://example.org/7" } },
            { "id": "check-in.page", "title": "Check-in", "type": "check-in/page", "status": "active",
              "until": "2030-12-31", "when": { "anyOf": ["check in"] },
              "then": { "outcome": "route", "team": "products", "tier": 3 },
                "cause": { "summary": "The page of check-in freezes", "kind": "known-defect",
                "tracking": "https://example.org/8" } }
          ]
        }
        """;

    // How many; on which days what was decided, why, or told after a plus by people and after a question mark by customers; of what type,
    // team, tier and rule.
    private static readonly (int Count, string Story, string Type, string Team, int? Tier, string? Rule)[] February =
    [
        (96, "0 answered", "sign-in/loop", "desk", 2, "sign-in.loop"),
        (12, "0 answered; 2 routed", "sign-in/loop", "desk", 2, "sign-in.loop"),
        (14, "0 answered; 1 closed solved", "sign-in/loop", "desk", 2, "sign-in.loop"),
        (54, "0 fixed", "sign-in/locked", "desk", 1, "sign-in.locked"),
        (3, "0 fixed; 1 +reopened", "sign-in/locked", "desk", 1, "sign-in.locked"),
        (26, "0 answered", "letters/missing", "products", 3, "letters.outage"),
        (8, "0 answered; 3 +personReplied", "letters/missing", "products", 3, "letters.outage"),
        (9, "0 asked; 0.2 routed", "check-in/page", "products", 3, "check-in.page"),
        (14, "0 asked; 2 routed deadlinePassed", "check-in/page", "products", 3, "check-in.page"),
        (10, "0 routed asking; 1 routed", "check-in/page", "products", 3, "check-in.page"),
        (12, "0 routed asking", "check-in/page", "products", 3, "check-in.page"),
        (41, "0 asked; 0.1 answered", "health/labs", "desk", 2, "health.labs"),
        (5, "0 asked", "health/labs", "desk", 2, "health.labs"),
        (52, "0 routed", "debt/copay", "desk", 2, "debt.copay"),
        (4, "0 routed; 1 closed solved", "debt/copay", "desk", 2, "debt.copay"),
        (71, "0 answered", "profile/address", "desk", 1, "profile.address"),
        (9, "0 answered; 1 ?wrong", "profile/address", "desk", 1, "profile.address"),
        (8, "0 closed withdrawn", "profile/address", "desk", 1, "profile.address"),
        (70, "0 escalated noRuleMatched", "", "desk", null, null),
        (9, "0 escalated guarded", "", "desk", null, "guards.danger"),
        (27, "0 ignored", "feedback/praise", "desk", 0, "feedback.praise"),
        (6, "0 open", "health/labs", "desk", 2, "health.labs"),
    ];

    private static readonly (int Count, string Type, string Team, int Tier)[] Tickets =
    [
        (560, "Sign in", "Tier 2", 2),
        (300, "Locked out", "Tier 2", 1),
        (60, "Letters", "Tier 3 products", 3),
        (190, "Checkin", "Tier 3 products", 3),
        (170, "Labs", "Tier 2", 2),
        (160, "Copay", "Tier 2", 2),
        (240, "Address", "Tier 2", 1),
        (120, "Other", "Tier 2", 2),
    ];

    /// <summary>Writes <c>journal.db</c>, <c>tickets.csv</c>, <c>map.json</c> and the folder of rules.</summary>
    public static async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        await File.WriteAllTextAsync(Path.Combine(folder, "rules", "some.json"), Rules);
        await File.WriteAllTextAsync(Path.Combine(folder, "map.json"), Map);
        await File.WriteAllTextAsync(Path.Combine(folder, "tickets.csv"), History());
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddAutoResolve(options => (options.RulesFolder, options.ReloadOnChange) = (Path.Combine(folder, "rules"), false))
            .UseSqliteJournal(Path.Combine(folder, "journal.db"))
            .Services.BuildServiceProvider();
        var journal = services.GetRequiredService<IJournal>();
        await journal.OpenAsync();
        await journal.AppendAsync([
            .. Month(new DateTimeOffset(2026, 1, 1, 5, 0, 0, TimeSpan.Zero), "jan", 3),
            .. Month(new DateTimeOffset(2026, 2, 1, 5, 0, 0, TimeSpan.Zero), "feb", 1),
        ]);
    }

    // Spread over the days; the outage is one day. One of so many cases is written.
    private static IEnumerable<JournalEntry> Month(DateTimeOffset start, string name, int of)
    {
        var number = 0;
        foreach (var (count, story, type, team, tier, rule) in February)
        {
            for (var place = 0; place < count / of; place++, number++)
            {
                var day = type == "letters/missing" ? 17 + (place / 100.0) : (number * 5 % 27) + 0.4;
                foreach (var told in story.Split("; "))
                    yield return Entry(
                        $"{name}-{number}",
                        start,
                        day,
                        told.Split(' '),
                        type,
                        team,
                        tier,
                        rule,
                        number % 3 == 0 ? "HRC" : "VEO"
                    );
            }
        }
    }

    private static JournalEntry Entry(
        string issue,
        DateTimeOffset start,
        double day,
        string[] told,
        string type,
        string team,
        int? tier,
        string? rule,
        string center
    )
    {
        var entry = new JournalEntry
        {
            At = start.AddDays(day + double.Parse(told[0], CultureInfo.InvariantCulture)),
            Kind = told[1][0] switch
            {
                '+' => JournalEntryKind.Event,
                '?' => JournalEntryKind.Feedback,
                _ => JournalEntryKind.Decision,
            },
            Tenant = center,
            IssueId = issue,
            Label = told[1].TrimStart('+', '?'),
        };
        if (entry.Kind != JournalEntryKind.Decision)
            return entry;
        var isOpen = entry.Label == "open";
        return entry with
        {
            Label = isOpen ? "answered" : entry.Label,
            IsOpen = isOpen,
            Key = string.Create(CultureInfo.InvariantCulture, $"decision/{issue}/{told[0]}"),
            RuleId = rule,
            Content = new JObject
            {
                ["issue"] = new JObject
                {
                    ["id"] = issue,
                    ["tenant"] = center,
                    ["channel"] = "phone",
                    ["requester"] = issue,
                },
                ["today"] = "2026-02-01",
                ["reason"] = told is [_, _, var reason] && reason != "asking" ? reason : "ruleMatched",
                ["summary"] = "",
                ["type"] = type.Length > 0 && entry.Label != "closed" ? type : null,
                ["owner"] = team,
                ["team"] = team,
                ["tier"] = entry.Label == "closed" ? null : tier,
                ["mode"] = "active",
                ["questions"] =
                    told[^1] == "asking"
                        ? new JArray(
                            new JObject
                            {
                                ["id"] = "q",
                                ["field"] = "q",
                                ["text"] = "?",
                            }
                        )
                        : [],
            }.ToString(),
        };
    }

    private static string History()
    {
        var text = new StringBuilder("date,type,team,tier,business_duration\n");
        var number = 0;
        foreach (var (count, type, team, tier) in Tickets)
        {
            for (var place = 0; place < count; place++, number++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{new DateOnly(2025, 10, 1).AddDays(number % 92):yyyy-MM-dd},{type},{team},{tier},{tier * 900}\n"
                );
        }

        return text.ToString();
    }
}
