using System.Diagnostics;

namespace OrderStreams.Workers;

/// <summary>This program, started again for another part. Ctrl+C in the terminal is for the first one alone.</summary>
internal static class SelfProcess
{
    public static Process Start(SampleAddress address, IEnumerable<string> arguments, bool redirectsError = false)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] command = [program, .. isHost ? [Path.Combine(AppContext.BaseDirectory, "Streams.dll")] : Array.Empty<string>(), .. arguments];

        // A process ignores what was ignored when it began: also while .NET starts in it, which would end it.
        string[] started = OperatingSystem.IsWindows() ? command : ["/bin/sh", "-c", "trap '' INT; exec \"$0\" \"$@\"", .. command];
        var start = new ProcessStartInfo(started[0], started[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = redirectsError,
        };
        start.Environment[SampleAddress.Variable] = address.ToString();
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
