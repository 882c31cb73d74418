using AutoResolve.Actions;
using AutoResolve.Cases;
using AutoResolve.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AutoResolve;

/// <summary>Adds options of a rulebook: bound to its configuration, checked at start, and kept as they were where a change is
/// wrong.</summary>
internal sealed class OptionsRegistrar(RulebookRegistrar registrar, IConfiguration? configuration)
{
    /// <summary>Adds what checks the options of the library itself.</summary>
    public static void AddChecks(IServiceCollection services)
    {
        services.AddOptions<OptionsCheck.All>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OptionsCheck.All>, OptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AutoResolveOptions>, AutoResolveOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HandlerOptions>, HandlerOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ActionOptions>, ActionOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CaseOptions>, CaseOptionsValidator>());
    }

    /// <summary>Adds options of the rulebook's name, which its services ask for without one.</summary>
    public OptionsBuilder<T> Add<T>(string section)
        where T : class
    {
        if (registrar.Name is { } rulebook)
        {
            registrar.Add<IOptionsMonitor<T>>(provider => Of<T>(provider, rulebook));
            registrar.Add<IOptions<T>>(provider => Of<T>(provider, rulebook));
        }

        return Add<T>(RulebookName.Options(registrar.Name), section);
    }

    public OptionsBuilder<T> Add<T>(string name, string section)
        where T : class
    {
        var options = registrar.Services.AddOptions<T>(name);
        if (!registrar.Services.Any(service => service.ServiceType == typeof(LastGoodOptions<T>)))
        {
            registrar.Services.TryAddSingleton<RefusedOptions>();
            registrar.Services.AddSingleton<LastGoodOptions<T>>();
            registrar.Services.AddSingleton<IOptionsMonitor<T>>(host => host.GetRequiredService<LastGoodOptions<T>>());
        }

        var known = CheckedOptions.Of<T>(name, configuration, section);
        var isThere = registrar.Services.Any(service =>
            service.ImplementationInstance is CheckedOptions one && (one with { Make = known.Make }) == known
        );
        if (isThere)
            return options;
        registrar.Services.AddSingleton(known);
        if (configuration is not null)
            Bind<T>(name, CheckedOptions.SectionOf(configuration, section));
        return options;
    }

    // First of all, so that what is set in code counts wherever it stands.
    private void Bind<T>(string name, IConfiguration section)
        where T : class
    {
        var bound = new BoundSettings<T>(name, section);
        registrar.Services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<T>>(bound));
        registrar.Services.AddSingleton<IValidateOptions<T>>(bound);
        registrar.Services.AddSingleton<IOptionsChangeTokenSource<T>>(new ConfigurationChangeTokenSource<T>(name, section));
    }

    /// <summary>Those of a rulebook; the host's own, whatever the provider is asked for.</summary>
    public static RulebookOptionsOf<T> Of<T>(IServiceProvider provider, string rulebook)
        where T : class => new(((RulebookServices)provider).Host.GetRequiredService<IOptionsMonitor<T>>(), rulebook);
}
