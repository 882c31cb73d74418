using AutoResolve.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Rules;

/// <summary>
/// An action of a rule. Strings anywhere in <see cref="With"/> are templates; their places are in <see cref="Templates"/>.
/// </summary>
/// <param name="Handler">The name of its handler.</param>
/// <param name="With">The handler's parameters.</param>
/// <param name="Templates">Each string in them.</param>
/// <param name="Parameters">The names of the parameters, each where its value stands.</param>
internal sealed record RuleAction(
    Located<string> Handler,
    JObject With,
    IReadOnlyList<Located<string>> Templates,
    IReadOnlyList<Located<string>> Parameters
)
{
    /// <summary>Whether a parameter is that text as the rule has it, before anything is filled in.</summary>
    public bool Says(string parameter, string text) => (string?)(With[parameter] as JValue) == text;
}
