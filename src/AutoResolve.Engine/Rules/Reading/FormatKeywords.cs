namespace AutoResolve.Rules.Reading;

/// <summary>The words of the format that stand for one of a few choices, in the order of the reference.</summary>
internal static class FormatKeywords
{
    public static readonly OrderedDictionary<string, FormPart> FormParts = new()
    {
        ["text"] = FormPart.Text,
        ["title"] = FormPart.Title,
        ["summary"] = FormPart.Summary,
        ["received"] = FormPart.Received,
        ["channel"] = FormPart.Channel,
        ["product"] = FormPart.Product,
        ["locale"] = FormPart.Locale,
        ["type"] = FormPart.Type,
        ["team"] = FormPart.Team,
        ["rule"] = FormPart.Rule,
        ["considered"] = FormPart.Considered,
        ["tried"] = FormPart.Tried,
        ["questions"] = FormPart.Questions,
        ["facts"] = FormPart.Facts,
        ["fields.<name>"] = FormPart.Field,
    };

    public static readonly OrderedDictionary<string, RuleStatus> Statuses = new()
    {
        ["draft"] = RuleStatus.Draft,
        ["shadow"] = RuleStatus.Shadow,
        ["suggest"] = RuleStatus.Suggest,
        ["active"] = RuleStatus.Active,
        ["retired"] = RuleStatus.Retired,
    };

    public static readonly OrderedDictionary<string, RuleOutcome> RuleOutcomes = new()
    {
        ["answer"] = RuleOutcome.Answer,
        ["fix"] = RuleOutcome.Fix,
        ["ask"] = RuleOutcome.Ask,
        ["route"] = RuleOutcome.Route,
        ["escalate"] = RuleOutcome.Escalate,
        ["ignore"] = RuleOutcome.Ignore,
    };

    public static readonly OrderedDictionary<string, RuleOutcome> LastOutcomes = new()
    {
        ["route"] = RuleOutcome.Route,
        ["escalate"] = RuleOutcome.Escalate,
    };

    public static readonly OrderedDictionary<string, Outcome> Outcomes = new()
    {
        ["answered"] = Outcome.Answered,
        ["fixed"] = Outcome.Fixed,
        ["asked"] = Outcome.Asked,
        ["routed"] = Outcome.Routed,
        ["escalated"] = Outcome.Escalated,
        ["ignored"] = Outcome.Ignored,
        ["closed"] = Outcome.Closed,
    };

    public static readonly OrderedDictionary<string, CauseKind> CauseKinds = new()
    {
        ["user-side"] = CauseKind.UserSide,
        ["known-defect"] = CauseKind.KnownDefect,
        ["provisioning"] = CauseKind.Provisioning,
        ["outage"] = CauseKind.Outage,
        ["information"] = CauseKind.Information,
        ["circumstances"] = CauseKind.Circumstances,
        ["unknown"] = CauseKind.Unknown,
    };

    public static readonly OrderedDictionary<string, RolloutBy> RolloutBys = new()
    {
        ["requester"] = RolloutBy.Requester,
        ["issue"] = RolloutBy.Issue,
    };

    public static readonly OrderedDictionary<string, OncePerBy> OncePerBys = new()
    {
        ["requester"] = OncePerBy.Requester,
        ["issue"] = OncePerBy.Issue,
        ["rule"] = OncePerBy.Rule,
    };
}
