using AutoResolve;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AutoResolve to a host.</summary>
public static class AutoResolveServiceCollectionExtensions
{
    /// <summary>Adds a rulebook, with <see cref="IIssueResolver"/>, <see cref="IRulebookMonitor"/> and, with a journal,
    /// <see cref="IIssueProcessor"/>.</summary>
    /// <remarks>In a host the rules are loaded when it starts, and a broken rulebook keeps it from starting. Without a host they are
    /// loaded when <see cref="IIssueResolver"/> is first asked for. Either way a <see cref="RulebookException"/> lists all
    /// errors, and an <see cref="Options.OptionsValidationException"/> all settings that are wrong.</remarks>
    /// <param name="services">The services.</param>
    /// <returns>A builder that adds plug-ins.</returns>
    /// <exception cref="InvalidOperationException">There is a rulebook without a name already.</exception>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return AutoResolveBuilder.Create(services, null, null, null);
    }

    /// <summary>Adds a rulebook, as <see cref="AddAutoResolve(IServiceCollection)"/> does, and sets its options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options, such as the folder of rules.</param>
    /// <returns>A builder that adds plug-ins.</returns>
    /// <exception cref="InvalidOperationException">There is a rulebook without a name already.</exception>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, Action<AutoResolveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return AutoResolveBuilder.Create(services, null, null, configure);
    }

    /// <summary>Adds a rulebook whose settings come from configuration.</summary>
    /// <remarks>The section holds those of <see cref="AutoResolveOptions"/>, and in sections of their own those of
    /// <see cref="AutoResolve.Actions.ActionOptions"/> (<c>Actions</c>) and <see cref="AutoResolve.Cases.CaseOptions"/> (<c>Cases</c>), of
    /// each handler (<c>Handlers:UnlockAccount</c>, by the name of its type without the word Handler), of webhooks (<c>Webhook</c>) and of
    /// the journal (<c>Journal</c>). What is set in code afterwards wins.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>A builder that adds plug-ins.</returns>
    /// <exception cref="InvalidOperationException">There is a rulebook without a name already.</exception>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return AutoResolveBuilder.Create(services, null, configuration, null);
    }

    /// <summary>Adds a rulebook with a name, beside others. All that belongs to it is a keyed service with its name as key:
    /// <see cref="IIssueResolver"/>, <see cref="IRulebookMonitor"/>, <see cref="IIssueProcessor"/> and the rest, its plug-ins included;
    /// and its options are those of its name.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets options, such as the folder of rules.</param>
    /// <returns>A builder that adds plug-ins to this rulebook.</returns>
    /// <exception cref="InvalidOperationException">There is a rulebook of that name already.</exception>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, string name, Action<AutoResolveOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        return AutoResolveBuilder.Create(services, name, null, configure);
    }

    /// <summary>Adds a rulebook with a name, whose settings come from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name, by which its services are keyed and its options called.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>A builder that adds plug-ins to this rulebook.</returns>
    /// <exception cref="InvalidOperationException">There is a rulebook of that name already.</exception>
    public static AutoResolveBuilder AddAutoResolve(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return AutoResolveBuilder.Create(services, name, configuration, null);
    }
}
