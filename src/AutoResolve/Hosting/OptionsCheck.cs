using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Checks all options of all rulebooks, so that whatever is wrong is told at once.</summary>
internal sealed class OptionsCheck : IValidateOptions<OptionsCheck.All>
{
    private readonly IServiceProvider _services;

    public OptionsCheck(IServiceProvider services) => _services = services;

    public ValidateOptionsResult Validate(string? name, All options)
    {
        List<string> problems = [];
        foreach (var one in _services.GetServices<CheckedOptions>().DistinctBy(one => (one.Type, one.Name)))
        {
            try
            {
                one.Make(_services);
            }
            catch (OptionsValidationException exception)
            {
                problems.AddRange(exception.Failures.Select(failure => Describe(one, failure)));
            }
            catch (InvalidOperationException exception)
            {
                // The binder's, where a setting is of the wrong type.
                problems.Add(Describe(one, exception.Message));
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string Describe(CheckedOptions one, string problem) =>
        problem.StartsWith(one.Name, StringComparison.Ordinal) ? $"{one.Type.Name}: {problem}" : $"{one.Type.Name} '{one.Name}': {problem}";

    /// <summary>Stands for all options. A host makes and so checks it at start; who has no host, when the rules are first needed.</summary>
    internal sealed class All;
}
