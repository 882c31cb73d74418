using AutoResolve.Actions;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Rendering;

/// <summary>
/// A case as people read it. What somebody wrote stands behind a bar, line by line, so that nobody can write what looks like a line of
/// ours.
/// </summary>
internal static class ConversationText
{
    private const string Quote = "    | ";
    private const string Detail = "    ";

    public static void Write(CaseConversation conversation, Screen screen)
    {
        var summary = conversation.Summary;
        screen.Line($"Case {SafeText.Line(summary.Case.ToString())}");
        var decided = "";
        foreach (var moment in conversation.Moments)
        {
            screen.Line();
            Write(moment, decided, screen);
            decided = moment is CaseDecision decision ? decision.Summary : decided;
        }

        screen.Line();
        var since = summary.Since is { } start ? $" since {CaseVocabulary.Time(start)}" : "";
        var dueFor = summary.DueFor is { } what ? $" ({CaseVocabulary.Of(what)})" : "";
        var due = summary.Due is { } end ? $", until {CaseVocabulary.Time(end)}{dueFor}" : "";
        var overdue = summary.IsOverdue ? ". That time has passed; a running host will take it up" : "";
        screen.Line(
            summary.Stage == CaseStage.Closed
                ? $"Closed{since}{due}{overdue}."
                : $"Waits for {CaseVocabulary.WaitsFor(summary)}{since}{due}{overdue}."
        );
    }

    private static void Write(CaseMoment moment, string decided, Screen screen)
    {
        void Head(string text) => screen.Line($"{CaseVocabulary.Time(moment.At)}  {text}");
        switch (moment)
        {
            case CaseTurn turn:
                Head($"{Who(turn.Author)} wrote{(turn.Turn is { } id ? $" ({SafeText.Line(id)})" : "")}{Fate(turn)}:");
                if (turn.Title is { Length: > 0 } title)
                    screen.Line(Quote + SafeText.Line(title));
                Say(turn.Text, screen);
                foreach (var (field, value) in turn.Fields)
                    screen.Line($"{Detail}{SafeText.Line(field)}: {SafeText.Line(value)}");
                if (turn.Tried.Count > 0)
                    screen.Line($"{Detail}tried: {string.Join(", ", turn.Tried.Select(SafeText.Line))}");
                break;
            case CaseDecision decision:
                var team = decision.Team is { } name ? $", for {SafeText.Line(name)}" : "";
                Head(
                    $"Decided: {CaseVocabulary.Of(decision.Outcome)}{Rule(decision)}{team} "
                        + $"({CaseVocabulary.Of(decision.Reason)}){Mode(decision)}"
                );
                screen.Line($"{Detail}{SafeText.Line(decision.Summary)}");
                Write(decision, screen);
                break;
            case CaseAction action:
                Head($"{Action(action)}{(string.IsNullOrWhiteSpace(action.Message) ? "" : $": {SafeText.Line(action.Message)}")}");
                break;
            case CaseEnd end:
                // Where it went as decided, the reason stands there.
                var why = string.IsNullOrWhiteSpace(end.Summary) || end.Summary == decided ? "" : $": {SafeText.Line(end.Summary)}";
                Head($"Ended: {Ending(end.Outcome)}{why}");
                break;
            case CaseVerdict verdict:
                Head($"{Said(verdict)}{(verdict.Note is { } note ? $": {SafeText.Line(note)}" : "")}");
                break;
            case CaseHappening happening:
                Head(Happened(happening));
                break;
            case CaseGap gap:
                Head(
                    gap.IsErased
                        ? "An entry whose content was erased."
                        : "An entry that cannot be read: another version wrote it, or the journal is damaged."
                );
                break;
            default:
                throw new InvalidOperationException($"{moment.GetType().Name} has no text.");
        }
    }

    private static void Write(CaseDecision decision, Screen screen)
    {
        if (decision.Answer is { } answer)
        {
            screen.Line($"{Detail}answer:");
            Say(answer.Text, screen);
            foreach (var (step, place) in answer.Steps.Select((step, place) => (step, place)))
                screen.Line($"{Quote}{place + 1}. {SafeText.Line(step.Text)}");
        }

        foreach (var question in decision.Questions)
            screen.Line($"{Detail}asks: {Ask(question)}{(question.IsBlocking ? "; the case waits for it" : "")}");
        foreach (var question in decision.OpenQuestions.ExceptBy(decision.Questions.Select(asked => asked.Id), question => question.Id))
            screen.Line($"{Detail}open: {Ask(question)}");
    }

    private static string Ask(Question question)
    {
        var label = question.Label is { Length: > 0 } named ? $"[{SafeText.Line(named)}] " : "";
        var choices = string.Join(" / ", question.Choices.Select(choice => SafeText.Line(choice.Text)));
        return $"{label}{SafeText.Line(question.PlainText)}{(choices.Length == 0 ? "" : $" ({choices})")}";
    }

    private static void Say(string text, Screen screen)
    {
        if (text.Length == 0)
            return;
        foreach (var line in SafeText.Block(LineEnds.Unify(text).TrimEnd('\n')).Split('\n'))
            screen.Line((Quote + line).TrimEnd());
    }

    private static string Who(Author author) =>
        author switch
        {
            Author.Customer => "The customer",
            Author.Agent => "An agent",
            Author.Official => "An office",
            Author.Machine => "A machine",
            _ => "Somebody",
        };

    private static string Fate(CaseTurn turn) =>
        turn switch
        {
            { HasWaited: true } => "; it waited for its case",
            { IsOnlyRecorded: true } => "; recorded, but nothing was decided",
            _ => "",
        };

    private static string Rule(CaseDecision decision) =>
        decision.Rule is { } rule ? $" by {SafeText.Line(rule)} version {decision.RuleVersion}" : "";

    private static string Mode(CaseDecision decision) =>
        decision.Mode is "" or "active" ? "" : $", only suggested (mode {SafeText.Line(decision.Mode)})";

    private static string Action(CaseAction action)
    {
        var handler = action.Handler switch
        {
            BuiltInHandlers.Reply => "The answer",
            BuiltInHandlers.Ask => "The questions",
            BuiltInHandlers.Route => "The ticket",
            BuiltInHandlers.Escalate => "The call for a person",
            BuiltInHandlers.Update => "The update of the ticket",
            var other => SafeText.Line(other),
        };
        var attempts = action.Attempts > 1 ? $", at attempt {action.Attempts}" : "";
        return action.State switch
        {
            "begun" => $"{handler}: begun; its result is not recorded",
            "undo" => $"{handler}: undo begun; its result is not recorded",
            "requested" => $"{handler}: waits for approval",
            "succeeded" when Success(action.Handler) is { } done => done + attempts,
            "approved" => $"{handler}: approved by {SafeText.Line(action.By ?? "somebody")}",
            _ => $"{handler}: {CaseVocabulary.Of(action.State)}{attempts}",
        };
    }

    private static string? Success(string handler) =>
        handler switch
        {
            BuiltInHandlers.Reply => "The answer was sent",
            BuiltInHandlers.Ask => "The questions were sent",
            BuiltInHandlers.Route => "The ticket was opened",
            BuiltInHandlers.Escalate => "A person was notified",
            BuiltInHandlers.Update => "The open ticket was updated",
            _ => null,
        };

    private static string Ending(Outcome outcome) =>
        outcome switch
        {
            Outcome.Asked => "the customer is asked",
            Outcome.Routed => "with a team",
            Outcome.Escalated => "with a person",
            Outcome.Ignored => "nothing to be done",
            _ => CaseVocabulary.Of(outcome),
        };

    // What customers write about an answer is heard as a verdict; nobody said the word itself.
    private static string Said(CaseVerdict verdict) =>
        verdict.By == "customer"
            ? $"Counts as {CaseVocabulary.Of(verdict.Verdict)}, by what the customer wrote"
            : $"{SafeText.Line(verdict.By)} said: {CaseVocabulary.Of(verdict.Verdict)}";

    private static string Happened(CaseHappening happening) =>
        happening.Kind switch
        {
            CaseEventKind.Closed => "A team closed the case.",
            CaseEventKind.Reopened => "A team opened the case again.",
            CaseEventKind.Reassigned => $"The case went to {SafeText.Line(happening.Team ?? "another team")}.",
            CaseEventKind.Merged => $"The case became part of {SafeText.Line(happening.Into ?? "another case")}.",
            CaseEventKind.Undelivered when happening.Message is { } message =>
                $"{(message.Handler == BuiltInHandlers.Ask ? "The questions" : "The message")} of "
                    + $"{CaseVocabulary.Time(message.At)} came back.",
            CaseEventKind.Undelivered => "A message to the customer came back.",
            CaseEventKind.PersonReplied => "A person wrote to the customer; automation says nothing more.",
            _ => $"{CaseVocabulary.Of(happening.Kind)}.",
        };
}
