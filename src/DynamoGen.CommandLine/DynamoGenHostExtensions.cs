using DynamoGen.CommandLine;

namespace Microsoft.Extensions.Hosting;

/// <summary>Mounts DynamoGen's verbs in an application.</summary>
public static class DynamoGenHostExtensions
{
    /// <summary>
    /// Runs the verb of DynamoGen's command line that the arguments name, or else the host: <c>return await host.RunDynamoGenAsync(args);</c> in place of
    /// <c>await host.RunAsync();</c>.
    /// </summary>
    /// <param name="host">The application. For a verb it is not started: its hosted services do not run, and its services are disposed in the end.</param>
    /// <param name="args">The program's arguments. A verb stands behind the word <c>dynamogen</c>, such as in <c>dynamogen streams handlers</c>.</param>
    /// <param name="cancellationToken">Ends the verb, or stops the host.</param>
    /// <returns>
    /// The exit code: 0 where the host has run, or the verb did what it was asked for; 1 where it did not, 2 where the arguments are wrong, and 130 where it
    /// was ended by Ctrl+C, a termination signal or the token.
    /// </returns>
    public static async Task<int> RunDynamoGenAsync(this IHost host, string[] args, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(args);
        MountMark.Leave();
        if (args is not [CommandRunner.Word, .. var verb])
        {
            await host.RunAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }

        try
        {
            return await ProcessCommand.RunAsync(host.Services, verb, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await DisposeAsync(host).ConfigureAwait(false);
        }
    }

    /// <summary>Services can have parts that are disposed asynchronously only.</summary>
    private static async ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            host.Dispose();
        }
    }
}
