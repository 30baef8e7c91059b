using System.Runtime.InteropServices;
using DynamoGen.CommandLine.Commands;

namespace DynamoGen.CommandLine;

/// <summary>A verb as this process runs it: on its console, and ended by its signals.</summary>
internal static class ProcessCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] verb, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

#pragma warning disable RS0030 // This is what a verb writes to.
        // What handlers and services print is no result of a verb. The session looks at the output first, which it knows for a terminal.
        var output = Console.Out;
        var session = new CommandSession(services, output, Console.Error);
        Console.SetOut(Console.Error);
        try
        {
            return await CommandRunner.RunAsync(session, verb, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            Console.SetOut(output);
        }
#pragma warning restore RS0030

        void Stop(PosixSignalContext signal)
        {
            // The second one ends the process.
            signal.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
    }
}
