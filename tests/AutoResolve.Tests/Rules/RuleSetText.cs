using System.Reflection;
using AutoResolve.Json;
using AutoResolve.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AutoResolve.Tests.Rules;

/// <summary>A rule set as text, without the places, so that what two files say can be compared.</summary>
internal static class RuleSetText
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        ContractResolver = new WithoutPlaces(),
        TypeNameHandling = TypeNameHandling.Objects,
        Formatting = Newtonsoft.Json.Formatting.Indented,
    };

    public static string Of(RuleSet set) => JsonConvert.SerializeObject(set, Settings);

    private sealed class WithoutPlaces : DefaultContractResolver
    {
        protected override Newtonsoft.Json.Serialization.JsonProperty CreateProperty(
            MemberInfo member,
            MemberSerialization memberSerialization
        )
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.ShouldSerialize = _ =>
                property.PropertyType != typeof(SourceLocation)
                && property.PropertyType != typeof(RowOrigin)
                && property.PropertyName != "Literal";
            return property;
        }
    }
}
