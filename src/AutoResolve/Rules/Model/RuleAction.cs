using Newtonsoft.Json.Linq;

namespace AutoResolve.Rules.Model;

/// <summary>An action of a rule. Strings anywhere in <see cref="With"/> are templates; their places are in <see cref="Templates"/>.</summary>
internal sealed record RuleAction(Located<string> Handler, JObject With, IReadOnlyList<Located<string>> Templates);
