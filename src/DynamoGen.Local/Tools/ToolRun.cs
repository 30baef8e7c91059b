using System.ComponentModel;
using System.Diagnostics;

namespace DynamoGen.Local;

/// <summary>A program that was run to its end.</summary>
internal sealed record ToolRun(int ExitCode, string Output)
{
    /// <summary>Runs a program to its end; ends it, with its children, when cancelled.</summary>
    public static async Task<ToolRun> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        Process process;
        ProcessOutput output;
        try
        {
            (process, output) = ProcessOutput.Start(start);
        }
        catch (Win32Exception exception)
        {
            return new ToolRun(-1, exception.Message);
        }

        using (process)
        {
            process.StandardInput.Close();
            try
            {
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
                throw;
            }

            return new ToolRun(process.ExitCode, output.ToString());
        }
    }
}
