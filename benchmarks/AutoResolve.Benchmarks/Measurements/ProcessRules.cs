namespace AutoResolve.Benchmarks.Measurements;

/// <summary>A rulebook of three rules: one answers, one fixes, one routes.</summary>
internal static class ProcessRules
{
    private const string Json = """
        {
          "set": "small",
          "title": "Three rules",
          "owner": "desk",
          "handlers": { "clear-sessions": "Signs the user out on every device" },
          "rules": [
            {
              "id": "small.please-wait",
              "title": "A PDF that only says Please wait",
              "type": "small/pdf",
              "status": "active",
              "when": { "all": [{ "anyOf": ["pdf"] }, { "anyOf": ["please wait"] }] },
              "then": {
                "outcome": "answer",
                "answer": { "en": "Save the form to a computer and open it there with Adobe Acrobat Reader. Browsers cannot show it." }
              }
            },
            {
              "id": "small.signed-out",
              "title": "Signed out right away",
              "type": "small/session",
              "status": "active",
              "when": { "all": [{ "anyOf": ["signed out", "logged out"] }] },
              "then": {
                "outcome": "fix",
                "actions": [{ "do": "clear-sessions", "with": { "user": "{{ issue.requester | default: 'unknown' }}" } }]
              }
            },
            {
              "id": "small.direct-deposit",
              "title": "Direct deposit",
              "type": "small/deposit",
              "status": "active",
              "when": { "all": [{ "anyOf": ["direct deposit"] }] },
              "then": { "outcome": "route", "team": "payments", "tier": 2 }
            }
          ]
        }
        """;

    /// <returns>The folder of the rulebook, made in that folder.</returns>
    public static string Write(string parent)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, "rules")).FullName;
        File.WriteAllText(Path.Combine(folder, "small.json"), Json);
        return folder;
    }
}
