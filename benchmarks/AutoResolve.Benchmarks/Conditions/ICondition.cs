using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A condition that every engine can be given in its own form.</summary>
internal interface ICondition
{
    /// <summary>As a careful programmer would write it by hand.</summary>
    bool Holds(Issue issue);

    /// <summary>Spends once what makes <see cref="Holds"/> quick.</summary>
    void Compile() { }

    /// <summary>The lists of the rule set that it names.</summary>
    IEnumerable<KeyValuePair<string, string[]>> Lists => [];

    /// <summary>As a rule of ours.</summary>
    JObject ToJson();

    /// <summary>As a lambda expression of Microsoft RulesEngine.</summary>
    string ToExpression();
}
