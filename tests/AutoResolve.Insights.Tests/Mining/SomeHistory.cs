using AutoResolve.Intake.History;

namespace AutoResolve.Insights.Tests.Mining;

/// <summary>Made-up issues of three kinds, each said in many ways.</summary>
internal static class SomeHistory
{
    private static readonly string[] Openings =
    [
        "hello",
        "hi there",
        "please help",
        "good morning",
        "since yesterday",
        "again",
        "my problem is this",
        "once more",
        "on my phone",
        "at work",
    ];

    private static readonly (string Label, string[] Texts)[] Kinds =
    [
        (
            "letters/missing",
            [
                "my decision letter did not arrive",
                "the decision letter is missing",
                "i never got the decision letter",
                "where is my decision letter",
                "decision letter not in the mail",
            ]
        ),
        (
            "sign-in/code",
            [
                "the sign in code never comes",
                "no code when i sign in",
                "the code to sign in is rejected",
                "sign in code expired",
                "i wait for the sign in code",
            ]
        ),
        (
            "Payments & debts!",
            [
                "my payment is late",
                "the monthly payment has not come",
                "payment was too small",
                "why is the payment lower",
                "no payment this month",
            ]
        ),
    ];

    public static List<PastIssue> Issues(int copies = 10)
    {
        var issues = new List<PastIssue>();
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var (label, texts) in Kinds)
            {
                foreach (var text in texts)
                {
                    issues.Add(
                        new PastIssue
                        {
                            Number = issues.Count + 1,
                            Text = $"{Openings[copy % Openings.Length]} {text}",
                            Label = label,
                            Minutes = 10,
                            Team = label == "sign-in/code" ? "identity" : null,
                            Answer = label == "letters/missing" ? "Letters take ten days." : null,
                            Date = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(issues.Count),
                        }
                    );
                }
            }
        }

        return issues;
    }
}
