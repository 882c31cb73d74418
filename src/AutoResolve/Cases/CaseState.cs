using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Cases;

/// <summary>All that is known of a case when it is decided: what was delivered, and the turns that only the journal knows.</summary>
internal sealed class CaseState
{
    private readonly IReadOnlyList<string> _masked;
    private readonly bool _isOwnKept;
    private readonly IReadOnlySet<string> _delivered;

    private CaseState(
        Issue issue,
        IReadOnlyList<DeliveredTurn> isNew,
        IReadOnlyList<Turn> newTurns,
        IReadOnlyList<string> masked,
        bool isOwnKept,
        IReadOnlySet<string> delivered
    ) => (Issue, New, NewTurns, _masked, _isOwnKept, _delivered) = (issue, isNew, newTurns, masked, isOwnKept, delivered);

    /// <summary>What is decided.</summary>
    public Issue Issue { get; }

    /// <summary>What was delivered for the first time, in order; the last of it is the turn that is decided.</summary>
    public IReadOnlyList<DeliveredTurn> New { get; }

    /// <summary>The turns among it.</summary>
    public IReadOnlyList<Turn> NewTurns { get; }

    /// <summary>Whether what the issue itself says is new.</summary>
    public bool IsOwnNew => New.Any(turn => turn.Turn is null);

    /// <summary>Whether a person is to look, since it goes on and on.</summary>
    public bool IsTooLong => Issue.Turns.Count > Issue.MaxTurns;

    /// <param name="delivery">What was delivered.</param>
    /// <param name="known">What the journal knows of it; null for a new case.</param>
    /// <param name="earlier">The last decision; null where there is none.</param>
    /// <param name="replies">What automation has done in it.</param>
    /// <param name="heard">Turns that came since then, or that are decided now and come from the journal.</param>
    public static CaseState Of(
        Delivery delivery,
        KnownCase? known,
        DecisionContent? earlier,
        IReadOnlyList<CaseReply> replies,
        IReadOnlyList<UnheardTurn> heard
    )
    {
        var issue = delivery.Issue ?? earlier?.Issue.ToIssue() ?? new Issue { Id = delivery.Reference.IssueId };
        var delivered = delivery.Turns.Select(turn => turn.Turn).OfType<Turn>().ToDictionary(turn => turn.Id, StringComparer.Ordinal);
        var before = earlier?.Issue.Turns.Select(turn => turn.ToTurn()) ?? [];
        List<Turn> kept = [.. before.Concat(heard.Select(each => each.Turn)).DistinctBy(turn => turn.Id)];
        var isMasked = delivery.Issue is null || kept.Exists(turn => !delivered.ContainsKey(turn.Id));
        List<Turn> turns = [.. kept.Select(turn => delivered.GetValueOrDefault(turn.Id) ?? turn)];
        turns.AddRange(delivered.Values.Where(turn => !kept.Exists(old => old.Id == turn.Id)));
        var isNew = known?.New ?? delivery.Turns;
        var newTurns = isNew.Select(turn => turn.Turn).OfType<Turn>().ToList();
        return new CaseState(
            issue with
            {
                Tenant = delivery.Reference.Tenant,
                Turns = turns,
                Replies = replies,
            },
            isNew,
            newTurns,
            isMasked ? [.. MaskedOf(earlier).Concat(heard.SelectMany(each => each.Masked)).Distinct(StringComparer.Ordinal)] : [],
            delivery.Issue is null,
            delivered.Keys.ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>The same with other replies.</summary>
    public CaseState With(IReadOnlyList<CaseReply> replies) =>
        new(Issue with { Replies = replies }, New, NewTurns, _masked, _isOwnKept, _delivered);

    /// <summary>What of the issue stands in the place of something else.</summary>
    public IReadOnlyList<string> Masked => _masked;

    /// <summary>
    /// The same with other masks: with some that look like nothing, and with some that look like what they stand for. A decision that comes
    /// out otherwise for one of them, or says something else, reads or prints what is masked, through whatever filter.
    /// </summary>
    public IEnumerable<Issue> WithOtherMasks() =>
        new[] { WithMasks(new OtherMasks(_masked, looksReal: false)), WithMasks(new OtherMasks(_masked, looksReal: true)) }.Where(other =>
            other != Issue
        );

    private Issue WithMasks(OtherMasks others) =>
        Issue with
        {
            // What was delivered is as it was written; its fields may have been taken from what the journal told.
            Text = _isOwnKept ? others.Text(Issue.Text) : Issue.Text,
            Title = _isOwnKept && Issue.Title is { } title ? others.Text(title) : Issue.Title,
            Fields = Other(Issue.Fields, others),
            Turns =
            [
                .. Issue.Turns.Select(turn =>
                    turn with
                    {
                        Text = _delivered.Contains(turn.Id) ? turn.Text : others.Text(turn.Text),
                        Fields = Other(turn.Fields, others),
                    }
                ),
            ],
        };

    /// <summary>A decision that needs what the journal masked is not carried out: a person gets it.</summary>
    /// <param name="resolution">The decision.</param>
    /// <param name="other">The decision with other masks.</param>
    public Resolution WithoutMasked(Resolution resolution, Resolution other)
    {
        // Danger is danger, whatever is masked.
        if (resolution.Reason == ResolutionReason.Guarded || Said(resolution).SequenceEqual(Said(other), StringComparer.Ordinal))
            return resolution;
        return resolution with
        {
            Outcome = Outcome.Escalated,
            Reason = ResolutionReason.ValueMissing,
            Summary = $"{resolution.Summary} That needs what the journal masks of earlier turns{MaskedFields()}, so a person gets it.",
            Team = resolution.Team ?? resolution.Rule?.Owner,
            Answer = null,
            Questions = [],
            Actions = [],
        };
    }

    private string MaskedFields()
    {
        var names = Issue
            .Fields.Concat(Issue.Turns.SelectMany(turn => turn.Fields))
            .Where(field => _masked.Contains(field.Value))
            .Select(field => field.Key)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return names.Count == 0 ? "" : $" (masked fields: {string.Join(", ", names)})";
    }

    private static IEnumerable<string> Said(Resolution resolution) =>
        [
            $"{resolution.Outcome} {resolution.Rule?.Id} {resolution.Team}",
            .. resolution.Answer is { } answer ? answer.Steps.Select(step => step.Text).Prepend(answer.Text) : [],
            .. resolution.Questions.Select(question => question.Text),
            .. resolution.Actions.Select(action => $"{action.Handler} {EffectContent.Of(action, resolution)}"),
        ];

    private static Dictionary<string, string> Other(IReadOnlyDictionary<string, string> fields, OtherMasks others) =>
        fields.ToDictionary(field => field.Key, field => others.Value(field.Value), StringComparer.OrdinalIgnoreCase);

    // What an older journal does not say is taken for masked.
    private static IEnumerable<string> MaskedOf(DecisionContent? earlier) =>
        earlier is { Masked.Count: 0, Issue.IsMasked: true }
            ?
            [
                earlier.Issue.Text,
                earlier.Issue.Title ?? "",
                .. earlier.Issue.Fields.Values,
                .. earlier.Issue.Turns.SelectMany(turn => turn.Fields.Values.Append(turn.Text)),
            ]
            : earlier?.Masked ?? [];
}
