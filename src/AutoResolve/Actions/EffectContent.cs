using System.Collections;
using System.Globalization;
using System.Text;
using AutoResolve.Actions.BuiltIn;

namespace AutoResolve.Actions;

/// <summary>
/// What an effect comes to, in one form whatever the order of its parts: what is said or done, to which team. Explanations are no part of
/// it.
/// </summary>
internal static class EffectContent
{
    public static string Of(PlannedAction action, Resolution resolution) =>
        action.Handler switch
        {
            BuiltInHandlers.Ask => Texts(resolution.Questions.Select(question => question.Id)),
            BuiltInHandlers.Reply => Texts([
                resolution.Answer?.Locale,
                resolution.Answer?.Text,
                .. resolution.Answer?.Steps.Select(step => step.Text) ?? [],
            ]),
            BuiltInHandlers.Route => Texts([action.Parameters.GetValueOrDefault("team") as string ?? resolution.Team]),

            // Of a decision one person is told, whatever team is known: without the journal none is.
            BuiltInHandlers.Escalate => Texts(action.Parameters.GetValueOrDefault(EscalateHandler.About) is string about ? [about] : []),
            BuiltInHandlers.Update => Texts([action.Parameters.GetValueOrDefault(UpdateHandler.About) as string]),
            BuiltInHandlers.Tag => Text(action.Parameters.GetValueOrDefault("tags") as IEnumerable<object?> ?? resolution.Tags),
            _ => Text(action.Parameters),
        };

    /// <summary>The team that a person of gets it.</summary>
    public static string? TeamOf(Resolution resolution) =>
        resolution.Team ?? (resolution.Rule is { Owner.Length: > 0 } rule ? rule.Owner : null);

    private static string Texts(IEnumerable<string?> texts) => Text(texts);

    private static string Text(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    // Numbers of one value are one, whatever their type; texts carry their length, so that no two values read the same.
    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('n');
                break;
            case string said:
                text.Append(CultureInfo.InvariantCulture, $"s{said.Length}:{said}");
                break;
            case bool truth:
                text.Append(truth ? 't' : 'f');
                break;
            case IReadOnlyDictionary<string, object?> map:
                text.Append(CultureInfo.InvariantCulture, $"m{map.Count}{{");
                foreach (var (name, part) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    Append(text, name);
                    Append(text, part);
                }

                text.Append('}');
                break;
            case IEnumerable list:
                text.Append('[');
                foreach (var part in list)
                    Append(text, part);
                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"v{Convert.ToString(value, CultureInfo.InvariantCulture)};");
                break;
        }
    }
}
