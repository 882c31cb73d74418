using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Connecting;

/// <summary>Says what is wrong with a broker, and what to do.</summary>
internal static class BrokerProblem
{
    /// <summary>Null where it has nothing to do with the broker.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="options">Where the broker is.</param>
    /// <param name="about">What was asked for: <c>the queue 'autoresolve'</c>.</param>
    public static RabbitMqException? Of(Exception exception, RabbitMqOptions options, string about)
    {
        if (exception is RabbitMqException known)
            return known;
        if (Find<OperationInterruptedException>(exception) is { ShutdownReason: { } reason } interrupted)
        {
            return reason.ReplyCode switch
            {
                406 => Setting(
                    $"The broker has {about} with other arguments than this worker's options say ({reason.ReplyText}). Set the options as "
                        + "they were when it was created; or let it run empty, delete it at the broker and start again.",
                    interrupted
                ),
                404 => Setting(
                    $"The broker does not have {about}. Start a worker with CreatesQueues, or create it as the guide to workers says.",
                    interrupted
                ),
                403 => Setting(
                    $"The user '{options.UserName}' may not use {about} ({reason.ReplyText}). Grant it with rabbitmqctl set_permissions.",
                    interrupted
                ),
                530 => Setting(
                    $"The user '{options.UserName}' may not use the virtual host '{options.VirtualHost}', or there is none "
                        + $"({reason.ReplyText}).",
                    interrupted
                ),
                _ => Away(options, interrupted),
            };
        }

        if (options.UserName.Length == 0 && IsNotLetIn(exception))
            return Setting(
                $"The broker at {Address(options)} does not let in whom the certificate '{options.Tls.CertificatePath}' names: it does not "
                    + "know the user, or does not trust the certificate, or its plug-in rabbitmq_auth_mechanism_ssl is not enabled.",
                exception
            );
        if (Find<AuthenticationFailureException>(exception) is { } refused)
            return Setting(
                $"The broker at {Address(options)} refuses the user '{options.UserName}': it is not known, or the password is wrong. "
                    + "A user called guest may sign in on the broker's own machine only.",
                refused
            );
        if (Find<PossibleAuthenticationFailureException>(exception) is { } possibly)
            return Setting(
                $"The broker at {Address(options)} ended the connection while '{options.UserName}' signed in: user, password, virtual host "
                    + "or the way to sign in is wrong.",
                possibly
            );
        if (Find<AuthenticationException>(exception) is { } noTls && !noTls.Message.Contains("certificate", StringComparison.Ordinal))
            return Setting(
                $"The broker at {Address(options)} does not answer with TLS: that may be its port without TLS (amqp, as a rule 5672; amqps "
                    + "5671). Set Port, or Tls.IsEnabled to false where the broker is on this machine.",
                noTls
            );
        if (Find<AuthenticationException>(exception) is { } untrusted)
            return Setting(
                $"The certificate of the broker at {Address(options)} is not trusted. Say whose it must be (Tls.AuthorityPath, "
                    + "Tls.ServerName); it is never taken unchecked.",
                untrusted
            );
        return exception switch
        {
            BrokerUnreachableException or RabbitMQClientException or IOException or SocketException => Away(options, exception),
            // The client ends an answer that it has waited for as if it had been told to.
            TimeoutException or OperationCanceledException => Silent(options, exception, about),
            _ => null,
        };
    }

    private static bool IsNotLetIn(Exception exception) =>
        Find<AuthenticationFailureException>(exception) is not null || Find<PossibleAuthenticationFailureException>(exception) is not null;

    public static string Address(RabbitMqOptions options) =>
        $"{(options.Hosts.Count == 0 ? "localhost" : string.Join(", ", options.Hosts))}:{PortOf(options)}";

    public static int PortOf(RabbitMqOptions options) => options.Port ?? (options.Tls.IsEnabled ? 5671 : 5672);

    private static RabbitMqException Setting(string message, Exception inner) => new(message, isSetting: true, inner);

    private static RabbitMqException Away(RabbitMqOptions options, Exception inner) =>
        new(
            $"The broker at {Address(options)} is not reached ({inner.GetType().Name}). Make sure that it runs, and that host and port are "
                + "right.",
            isSetting: false,
            inner
        );

    private static RabbitMqException Silent(RabbitMqOptions options, Exception inner, string about) =>
        new(
            $"The broker at {Address(options)} does not answer about {about}. A queue may be without leader: see the broker's log.",
            isSetting: false,
            inner
        );

    private static T? Find<T>(Exception? exception)
        where T : Exception =>
        exception switch
        {
            null => null,
            T found => found,
            AggregateException many => many.InnerExceptions.Select(Find<T>).FirstOrDefault(one => one is not null),
            _ => Find<T>(exception.InnerException),
        };
}
