using AutoResolve.Decisions.Templates;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Decisions;

/// <summary>An action with its compiled templates, by their text.</summary>
internal sealed class ActionPlan(string handler, JObject with, IReadOnlyDictionary<string, CompiledTemplate> templates)
{
    private static readonly Dictionary<string, CompiledTemplate> NoTemplates = [];

    public string Handler => handler;

    public IEnumerable<string> Facts => templates.Values.SelectMany(template => template.Facts);

    /// <summary>An action as its rule has it, before anything is filled in.</summary>
    public static PlannedAction Plain(string handler, JObject with) =>
        new() { Handler = handler, Parameters = new ActionPlan(handler, with, NoTemplates).RenderObject(with, null) };

    public PlannedAction Render(TemplateValues values) => new() { Handler = handler, Parameters = RenderObject(with, values) };

    private Dictionary<string, object?> RenderObject(JObject source, TemplateValues? values) =>
        source
            .Properties()
            .ToDictionary(property => property.Name, property => RenderToken(property.Value, values), StringComparer.Ordinal);

    private object? RenderToken(JToken token, TemplateValues? values) =>
        token switch
        {
            JObject inner => RenderObject(inner, values),
            JArray list => list.Select(item => RenderToken(item, values)).ToArray(),
            JValue { Type: JTokenType.String } text => templates.TryGetValue((string)text!, out var template)
                ? template.RenderParameter(values!)
                : (string?)text,
            JValue { Type: JTokenType.Integer } number => (long)number,
            JValue { Type: JTokenType.Float } number => (double)number,
            JValue { Type: JTokenType.Boolean } truth => (bool)truth,
            _ => null,
        };
}
