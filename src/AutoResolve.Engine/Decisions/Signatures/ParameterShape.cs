using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AutoResolve.Decisions.Signatures;

/// <summary>The parameters of a handler: what its type of parameters asks for, and how an action's values become one.</summary>
internal sealed class ParameterShape
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            Culture = System.Globalization.CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            MissingMemberHandling = MissingMemberHandling.Error,
            ContractResolver = new CamelCasePropertyNamesContractResolver(),
        }
    );

    private readonly Type _type;
    private readonly bool _takesAnything;

    private ParameterShape(Type type)
    {
        _type = type;
        _takesAnything = type.IsAssignableFrom(typeof(Dictionary<string, object?>));
        Parameters = _takesAnything ? [] : [.. Read(type)];
    }

    /// <summary>All parameters; empty where it takes any.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    public static ParameterShape Of(Type type) => new(type);

    /// <summary>Says what is wrong with a value, as the end of a sentence that begins with its name; null where nothing is.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">Its value in the rule.</param>
    /// <param name="isTemplate">Whether a text is a template, of which only its rendering will show the value.</param>
    public string? Problem(string name, JToken value, bool isTemplate)
    {
        if (_takesAnything || Find(name) is not { } parameter)
            return null;
        if (isTemplate && value.Type == JTokenType.String && parameter.IsScalar)
            return null;
        if (value.Type == JTokenType.Null)
            return parameter.IsNullable ? null : $"must be {parameter.Kind}, not null";
        if (parameter.Problem(value) is { } problem)
            return problem;
        try
        {
            value.ToObject(parameter.Type, Serializer);
            return null;
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            return $"must be {parameter.Kind}";
        }
    }

    public bool Knows(string name) => _takesAnything || Find(name) is not null;

    /// <summary>Makes the parameters of an action.</summary>
    /// <exception cref="ArgumentException">A value does not fit; the message holds its name, not the value.</exception>
    public object Bind(IReadOnlyDictionary<string, object?> values)
    {
        if (_takesAnything)
            return new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase);
        var json = new JObject();
        foreach (var (name, value) in values)
        {
            if (Find(name) is not { } parameter)
                throw new ArgumentException($"There is no parameter '{name}'.", nameof(values));
            json[parameter.JsonName] = value is null ? JValue.CreateNull() : JToken.FromObject(value);
        }

        if (Parameters.FirstOrDefault(parameter => parameter.IsRequired && !json.ContainsKey(parameter.JsonName)) is { } missing)
            throw new ArgumentException($"The parameter '{missing.JsonName}' is missing.", nameof(values));
        try
        {
            return json.ToObject(_type, Serializer)!;
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or FormatException
                        or ArgumentException
                        or OverflowException
                        or InvalidCastException
                        or TargetInvocationException
            )
        {
            // The library's message quotes the value.
            var path = (exception as JsonReaderException)?.Path ?? (exception as JsonSerializationException)?.Path;
            throw new ArgumentException(
                string.IsNullOrEmpty(path) ? "A parameter does not fit." : $"The parameter '{path}' does not fit.",
                nameof(values)
            );
        }
    }

    private Parameter? Find(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.JsonName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Parameter> Read(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors()
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault(candidate => candidate.GetParameters() is not [{ } only] || only.ParameterType != type);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            known.Add(parameter.Name!);
            yield return new Parameter(
                parameter.Name!,
                parameter.ParameterType,
                nullability.Create(parameter).WriteState == NullabilityState.Nullable,
                !parameter.HasDefaultValue
            );
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true } && known.Add(property.Name))
            {
                var isRequired = property.IsDefined(typeof(RequiredMemberAttribute), inherit: true);
                yield return new Parameter(
                    property.Name,
                    property.PropertyType,
                    nullability.Create(property).WriteState == NullabilityState.Nullable,
                    isRequired
                );
            }
        }
    }
}
