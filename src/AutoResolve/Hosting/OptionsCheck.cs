using AutoResolve.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Checks all options of all rulebooks, so that whatever is wrong is told at once.</summary>
internal sealed class OptionsCheck : IValidateOptions<OptionsCheck.All>
{
    private readonly IServiceProvider _services;

    public OptionsCheck(IServiceProvider services) => _services = services;

    /// <summary>The services, once all options are checked. A host makes what it starts before it checks options, and without a host
    /// nobody does.</summary>
    /// <exception cref="OptionsValidationException">Some are wrong.</exception>
    public static IServiceProvider Of(IServiceProvider services)
    {
        _ = services.GetRequiredService<IOptions<All>>().Value;
        return services;
    }

    public ValidateOptionsResult Validate(string? name, All options)
    {
        List<string> problems = [];
        List<CheckedOptions> all = [.. _services.GetServices<CheckedOptions>()];
        foreach (var one in all.DistinctBy(one => (one.Type, one.Name)))
        {
            try
            {
                one.Make(_services);
            }
            catch (OptionsValidationException exception)
            {
                problems.AddRange(exception.Failures.Select(one.Describe));
            }
            catch (InvalidOperationException exception)
            {
                problems.Add(one.Describe(exception.Message));
            }
        }

        foreach (var bound in all.Where(one => one.Configuration is not null).GroupBy(one => one.Configuration!))
            problems.AddRange(UnknownSettings.Find(bound.Key, [.. bound]));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Stands for all options. A host makes and so checks it at start; who has no host, when the rules are first needed.</summary>
    internal sealed class All;
}
